import { spawnSync } from 'node:child_process';
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { measured, type Measured } from './measured.ts';
import { MONTH } from './workload.ts';

/**
 * The same month in other tools: Astro with tables alone, which is our floor, and Eleventy with charts drawn to SVG by
 * ECharts. Both read `bench/peers/report.ts`.
 */
export const PEERS = ['Astro, tables only', 'Eleventy and ECharts'] as const;
export type Peer = (typeof PEERS)[number];

const PROJECT = join(import.meta.dirname, '..');
const SOURCES = join(import.meta.dirname, 'peers');
const HOME = join(PROJECT, '.accountpress', 'bench', 'peers');

/** Folder of each, and the words after `node` that build it there. Astro is the project's own. */
const COMMANDS: Record<Peer, { folder: string; args: string[] }> = {
  'Astro, tables only': {
    folder: 'astro',
    args: [join(PROJECT, 'node_modules/astro/bin/astro.mjs'), 'build', '--silent'],
  },
  'Eleventy and ECharts': { folder: 'eleventy', args: ['node_modules/@11ty/eleventy/cmd.cjs', '--quiet'] },
};

/** A tool that is not there and cannot be fetched. */
export class PeerMissing extends Error {}

/** Pages of every client from nothing. Throws PeerMissing without the tool, and when a client has no page. */
export async function buildPeer(peer: Peer, agency: { workspace: string; clients: number }): Promise<Measured> {
  const { folder, args } = COMMANDS[peer];
  const home = join(HOME, folder);
  await mkdir(home, { recursive: true });
  for (const made of ['dist', 'cache']) await rm(join(home, made), { recursive: true, force: true });
  // What tools leave beside sources is left there, not in the project.
  for (const file of ['report.ts', 'words.ts']) await cp(join(SOURCES, file), join(HOME, file));
  await cp(join(SOURCES, folder), home, { recursive: true });
  if (peer === 'Eleventy and ECharts') install(peer, home);
  const env = { PEER_WORKSPACE: agency.workspace, PEER_MONTH: MONTH, ASTRO_TELEMETRY_DISABLED: '1' };
  const took = await measured({ args, cwd: home, env });
  const pages = (await readdir(join(home, 'dist'), { recursive: true })).filter((file) => file.endsWith('.html'));
  if (pages.length !== agency.clients) throw new Error(`${peer}: ${pages.length} pages`);
  return took;
}

/** By its own lockfile; what is there already and fits is left as it is. */
function install(peer: Peer, home: string): void {
  const npm = (...args: string[]) =>
    spawnSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd: home });
  // `npm ls` is content only with exactly what the lockfile names.
  if (npm('ls', '--all').status === 0) return;
  const { status, stderr } = npm('ci', '--ignore-scripts');
  if (status === 0) return;
  const reason = String(stderr)
    .split('\n')
    .find((line) => line.startsWith('npm error'));
  throw new PeerMissing(`${peer} could not be installed: ${reason ?? 'no npm'}`);
}

import { createHash } from 'node:crypto';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import type { Manifest } from '../../src/press/output/manifest.ts';
import { build, startCommand } from '../support/command.ts';
import { hashesOf, makeScratch, readJson } from '../support/folders.ts';
import { watchDescendants } from '../support/processes.ts';
import { AS_OF } from '../support/workspaces.ts';
import { writeFourSites } from './agency.ts';
import { faultyDisk } from './world.ts';

/** A small agency that has changed since its last build, in every folder it publishes. */
export interface Scene {
  home: string;
  workspace: string;
  /** Flags of every build of it. */
  flags: string[];
  /** Output before the change and, from nothing, after it. */
  earlier: string;
  later: string;
  hashes: { earlier: Record<string, string>; later: Record<string, string> };
  /** Every published folder. */
  folders: string[];
  /** Milliseconds a build takes here, and changes it makes to files in its output. */
  duration: number;
  changes: number;
}

/** @param more flags of every build, such as fewer sites */
export async function setScene(...more: string[]): Promise<Scene> {
  const home = await makeScratch('killed');
  const [workspace, earlier, later] = [join(home, 'agency'), join(home, 'earlier'), join(home, 'later')];
  const flags = ['--workspace', workspace, '--as-of', AS_OF, ...more];
  await writeFourSites(workspace);
  await build([...flags, '--out', earlier, '--no-cache']);
  const agency = join(workspace, 'data/agency.json');
  await writeFile(
    agency,
    (await readFile(agency, 'utf8')).replace('Маяк', 'Маяк и Ко').replace('Beacon', 'Beacon & Co'),
  );
  const start = Date.now();
  await build([...flags, '--out', later, '--no-cache']);
  const duration = Date.now() - start;
  const [out, count] = [join(home, 'counted'), join(home, 'changes.txt')];
  await cp(earlier, out, { recursive: true });
  await build([...flags, '--out', out], 0, faultyDisk({ root: out, kind: 'die', at: Infinity, count }));
  const hashes = { earlier: await hashesOf(earlier), later: await hashesOf(later) };
  expect(await hashesOf(out)).toEqual(hashes.later);
  const folders = [...new Set(Object.keys(hashes.later).map(folderOf))].filter((folder) => folder !== '');
  for (const folder of folders) expect(within(folder, hashes.later)).not.toEqual(within(folder, hashes.earlier));
  return { home, workspace, flags, earlier, later, hashes, folders, duration, changes: Number(await readFile(count)) };
}

export const folderOf = (file: string): string =>
  /^(?:handbook|desk|(?:reports|proposals)\/[^/]+)(?=\/)/.exec(file)?.[0] ?? '';

const within = (folder: string, hashes: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(hashes).flatMap(([file, hash]) =>
      file.startsWith(`${folder}/`) ? [[file.slice(folder.length + 1), hash]] : [],
    ),
  );

/** Where one build is killed: at a share of its time, or at one of its changes to the output. */
interface Death {
  at: { share: number } | { change: number };
  flags: string[];
}

/** The same for the same seed, between 0 and below 1. */
function chance(seed: number, what: string): number {
  return createHash('sha256').update(`${seed} ${what}`).digest().readUInt32BE() / 2 ** 32;
}

export function deathOf(seed: number, { changes }: Pick<Scene, 'changes'>): Death {
  const change = 1 + Math.floor(chance(seed, 'change') * changes);
  return {
    at: chance(seed, 'how') < 0.5 ? { share: 0.05 + 0.95 * chance(seed, 'share') } : { change },
    flags: [
      ...(chance(seed, 'crew') < 0.5 ? ['--workers', '2'] : []),
      ...(chance(seed, 'cache') < 0.5 ? ['--no-cache'] : []),
    ],
  };
}

/**
 * Builds over an earlier output, kills the build, looks at what it left, builds again and looks at that.
 * @returns where the process ended
 */
export async function killAndRecover(seed: number, scene: Scene): Promise<'killed' | 'ended by itself'> {
  const out = join(scene.home, `out-${seed}`);
  await cp(scene.earlier, out, { recursive: true });
  const code = await killed(deathOf(seed, scene), out, scene);
  expect([null, 0]).toContain(code);
  await expectWhole(out, scene);
  await build([...scene.flags, '--out', out]);
  expect(await hashesOf(out)).toEqual(scene.hashes.later);
  await rm(out, { recursive: true });
  return code === null ? 'killed' : 'ended by itself';
}

/** @returns the exit code; `null` after a kill */
async function killed({ at, flags }: Death, out: string, { flags: common, duration }: Scene): Promise<number | null> {
  const fault = 'change' in at ? faultyDisk({ root: out, kind: 'die', at: at.change }) : {};
  const running = startCommand('build', [...common, ...flags, '--out', out], fault);
  const started = watchDescendants(running.process.pid!);
  const kill = (): void => (started.look(), void running.process.kill('SIGKILL'));
  const timer = 'share' in at ? setTimeout(kill, duration * at.share) : undefined;
  const { code } = await running.ended;
  clearTimeout(timer);
  started.stop();
  await vi.waitFor(() => expect(started.running()).toEqual([]), { timeout: 120_000, interval: 100 });
  return code;
}

/** Every folder is the whole old or the whole new one, and the records can be read. */
async function expectWhole(out: string, { hashes, folders }: Scene): Promise<void> {
  const found = await hashesOf(out);
  for (const folder of folders) {
    const states = [within(folder, hashes.earlier), within(folder, hashes.later)];
    // In the one moment between two renames both stand whole beside the name.
    const beside = (end: string) => within(folder.replace(/([^/]+)$/, `.$1.${end}`), found);
    const named = within(folder, found);
    if (Object.keys(named).length > 0) expect(states, folder).toContainEqual(named);
    else expect([beside('old'), beside('new')], folder).toEqual(states);
  }
  for (const record of ['manifest.json', 'seal.json']) {
    expect([hashes.earlier[record], hashes.later[record]], record).toContain(found[record]);
  }
  const { documents } = await readJson<Manifest>(join(out, 'manifest.json'));
  expect(documents.length).toBeGreaterThan(0);
}

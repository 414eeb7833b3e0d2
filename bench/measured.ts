import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';

/** One run of a command. */
export interface Measured {
  /** By the wall clock. */
  seconds: number;
  /** Most memory the command and its descendants held together, in megabytes; `null` off Linux. */
  peakMegabytes: number | null;
}

const SAMPLE_MS = 200;

/** Runs `node <args>` to its end and measures it. Throws with the command's own words when it fails. */
export async function measured(args: string[], cwd: string): Promise<Measured> {
  const started = performance.now();
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
  const ended = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  let running = true;
  const peak = process.platform === 'linux' ? watch(child.pid!, () => running) : Promise.resolve(null);
  const code = await ended;
  running = false;
  const seconds = (performance.now() - started) / 1000;
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${code}\n${said.slice(-2000)}`);
  return { seconds, peakMegabytes: await peak };
}

async function watch(root: number, isRunning: () => boolean): Promise<number> {
  let peak = 0;
  while (isRunning()) {
    const sizes = await Promise.all((await treeOf(root)).map(shareOf));
    peak = Math.max(
      peak,
      sizes.reduce((sum, size) => sum + size, 0),
    );
    await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
  }
  return Math.round(peak / 1e6);
}

/** A process and all its descendants. */
async function treeOf(root: number): Promise<number[]> {
  const parents = new Map<number, number[]>();
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  for (const pid of pids) {
    // The command's name stands in brackets and may hold anything; the parent is the second word after it.
    const parent = Number((await gone(readFile(`/proc/${pid}/stat`, 'utf8'))).split(') ').at(-1)?.split(' ')[1]);
    parents.set(parent, [...(parents.get(parent) ?? []), pid]);
  }
  const tree = [root];
  for (const pid of tree) tree.push(...(parents.get(pid) ?? []));
  return tree;
}

/** The memory of one process in bytes, what it shares with others divided among them. */
async function shareOf(pid: number): Promise<number> {
  const pss = /^Pss:\s+(\d+) kB/m.exec(await gone(readFile(`/proc/${pid}/smaps_rollup`, 'utf8')))?.[1];
  return Number(pss ?? 0) * 1024;
}

/** A process may end between being listed and being looked at. */
const gone = (reading: Promise<string>): Promise<string> => reading.catch(() => '');

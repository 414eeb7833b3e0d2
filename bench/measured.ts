import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';

/** One run of a command. */
export interface Measured {
  /** By the wall clock. */
  seconds: number;
  /** Processor time of the command and its descendants, up to the last look at them; `null` off Linux. */
  cpuSeconds: number | null;
  /** Most memory the command and its descendants held together, in megabytes; `null` off Linux. */
  peakMegabytes: number | null;
  /** What memory was added up from: shares of shared pages (PSS), or resident pages, shared ones several times. */
  memory: 'PSS' | 'RSS' | null;
  /** Standard output. */
  output: string;
}

/** What to run. */
export interface Command {
  /** Words after `node`. */
  args: string[];
  cwd: string;
  env?: Record<string, string>;
}

const SAMPLE_MS = 200;
/** Linux counts processor time in hundredths of a second. */
const TICKS = 100;

/** Runs `node <args>` to its end and measures it. Throws with the command's own words when it fails. */
export async function measured({ args, cwd, env = {} }: Command): Promise<Measured> {
  const started = performance.now();
  const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe'];
  const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env }, stdio });
  let [output, errors] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (errors += text));
  const ended = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  let running = true;
  const watched = process.platform === 'linux' ? watch(child.pid!, () => running) : Promise.resolve(UNWATCHED);
  const code = await ended.finally(() => (running = false));
  const seconds = (performance.now() - started) / 1000;
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${code}\n${(output + errors).slice(-2000)}`);
  return { seconds, output, ...(await watched) };
}

type Watched = Pick<Measured, 'cpuSeconds' | 'peakMegabytes' | 'memory'>;
const UNWATCHED: Watched = { cpuSeconds: null, peakMegabytes: null, memory: null };

async function watch(root: number, isRunning: () => boolean): Promise<Watched> {
  const sharesKnown = /^Pss:/m.test(await gone(readFile('/proc/self/smaps_rollup', 'utf8')));
  const memoryOf = sharesKnown ? shareOf : residentOf;
  let [peak, ticks] = [0, 0];
  while (isRunning()) {
    const tree = await treeOf(root);
    const sizes = await Promise.all(tree.map(({ pid }) => memoryOf(pid)));
    peak = Math.max(peak, sum(sizes));
    // A process that has ended is counted by the one that waited for it.
    ticks = Math.max(ticks, sum(tree.map((one) => one.ticks)));
    await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
  }
  const memory = sharesKnown ? 'PSS' : 'RSS';
  return { cpuSeconds: ticks / TICKS, peakMegabytes: Math.round(peak / 1e6), memory };
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);

interface Process {
  pid: number;
  parent: number;
  /** Its own, and of children it has waited for. */
  ticks: number;
}

/** A process and all its descendants. */
async function treeOf(root: number): Promise<Process[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const all = await Promise.all(pids.map(processOf));
  const tree = all.filter(({ pid }) => pid === root);
  for (const { pid } of tree) tree.push(...all.filter(({ parent }) => parent === pid));
  return tree;
}

async function processOf(pid: number): Promise<Process> {
  // `pid (name) state parent …`: the name may hold anything; processor times are the 14th to the 17th word.
  const stat = (await gone(readFile(`/proc/${pid}/stat`, 'utf8'))).split(') ').at(-1)!.split(' ');
  return { pid, parent: Number(stat[1]), ticks: sum(stat.slice(11, 15).map(Number)) };
}

/** The memory of one process in bytes, what it shares with others divided among them. */
async function shareOf(pid: number): Promise<number> {
  return bytesIn(await gone(readFile(`/proc/${pid}/smaps_rollup`, 'utf8')), /^Pss:\s+(\d+) kB/m);
}

/** The same where shares are not known: shared pages count once for each process. */
async function residentOf(pid: number): Promise<number> {
  return bytesIn(await gone(readFile(`/proc/${pid}/status`, 'utf8')), /^VmRSS:\s+(\d+) kB/m);
}

const bytesIn = (text: string, line: RegExp): number => Number(line.exec(text)?.[1] ?? 0) * 1024;

/** A process may end between being listed and being looked at. */
const gone = (reading: Promise<string>): Promise<string> => reading.catch(() => '');

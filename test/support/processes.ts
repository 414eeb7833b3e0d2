import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Processes are looked up in /proc, for a bare machine has no pgrep: on Linux alone. */
export const CAN_LOOK = existsSync('/proc/self/stat');

interface Process {
  pid: number;
  name: string;
  state: string;
  parent: number;
  /** When it was started, in ticks: the system gives ids again. */
  start: string;
}

/** Ids of the processes a process has started and that have not ended. */
export const childrenOf = (pid: number): number[] =>
  processes().flatMap((one) => (one.parent === pid ? [one.pid] : []));

export interface Descendants {
  /** One more look, before they are cut off from whoever started them. */
  look(): void;
  stop(): void;
  /** Of all that were seen, those that run still: their ids and names. */
  running(): string[];
}

const LOOK_MS = 100;

/** Keeps an eye on what a process starts, what that starts, and so on: browser, bundler, crew. */
export function watchDescendants(root: number): Descendants {
  const seen = new Map<string, Process>();
  const look = (): void => {
    const all = processes();
    const tree = all.filter(({ pid }) => pid === root);
    for (const { pid } of tree) tree.push(...all.filter(({ parent }) => parent === pid));
    for (const one of tree.slice(1)) seen.set(`${one.pid} ${one.start}`, one);
  };
  const timer = setInterval(look, LOOK_MS);
  const runs = ({ pid, start }: Process): boolean => {
    const now = processOf(pid);
    return now !== null && now.start === start && now.state !== 'Z';
  };
  return {
    look,
    stop: () => clearInterval(timer),
    running: () => [...seen.values()].filter(runs).map(({ pid, name }) => `${pid} ${name}`),
  };
}

function processes(): Process[] {
  return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (processOf(Number(name)) ?? []) : []));
}

function processOf(pid: number): Process | null {
  try {
    // `pid (name) state parent …`, and the name may hold anything; the start is the 22nd word.
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const end = text.lastIndexOf(') ');
    const [state = '', parent, ...more] = text.slice(end + 2).split(' ');
    return { pid, name: text.slice(text.indexOf('(') + 1, end), state, parent: Number(parent), start: more[17]! };
  } catch {
    return null;
  }
}

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Sight } from '../types/effects.ts';
import { look } from './trace.ts';

/** `null` where looking failed: whoever looks at that path alone is told why. */
type Seen = Sight | null;

/** So many folders of some thirty files each take longer to look at than a thread takes to start. */
const A_THREAD = 500;
/** More of them wait for one another in the file system. */
const MOST_THREADS = 4;

const MODULE = new URL('./looking-thread.ts', import.meta.url);

/** Threads that look, beside this one: a build looks at everything two or three times. Those that died are gone. */
const threads: LookingThread[] = [];

/** See `Files.lookAll`. Thousands are shared out among threads, this one among them: the system answers all at once. */
export async function lookAll(paths: readonly string[], busy = false): Promise<Seen[]> {
  const worth = Math.min(MOST_THREADS, availableParallelism(), Math.ceil(paths.length / A_THREAD));
  if (worth < 2) return seenOf(paths);
  const others = worth - 1;
  const parts = busy ? others : worth;
  const share = Math.ceil(paths.length / parts);
  const shares = Array.from({ length: parts }, (_, part) => paths.slice(part * share, (part + 1) * share));
  while (threads.length < others) threads.push(new LookingThread());
  const asked = shares.slice(0, others).map((one, place) => threads[place]!.ask(one));
  const own = busy ? [] : seenOf(shares[others]!);
  const told = await Promise.all(asked);
  return [...told.map((seen, place) => seen ?? seenOf(shares[place]!)), own].flat();
}

/** What each path shows, in their order. */
export function seenOf(paths: readonly string[]): Seen[] {
  return paths.map((path) => {
    try {
      return look(path);
    } catch {
      return null;
    }
  });
}

class LookingThread {
  readonly #worker = new Worker(MODULE);
  /** Those who wait, in the order in which they are answered. */
  readonly #waiting: ((sent: Sent[] | null) => void)[] = [];

  constructor() {
    const died = (): void => {
      const place = threads.indexOf(this);
      if (place >= 0) threads.splice(place, 1);
      for (const answer of this.#waiting.splice(0)) answer(null);
    };
    this.#worker.on('message', (sent: Sent[]) => this.#waiting.shift()?.(sent));
    this.#worker.on('error', died).on('exit', died);
  }

  /** `null` when the thread has died: out of memory, or there was none to be had. */
  async ask(paths: readonly string[]): Promise<Seen[] | null> {
    // Only a thread that somebody waits for keeps the process from ending.
    this.#worker.ref();
    const sent = await new Promise<Sent[] | null>((resolve) => {
      this.#waiting.push(resolve);
      this.#worker.postMessage(paths);
    });
    if (this.#waiting.length === 0) this.#worker.unref();
    return sent?.map(receive) ?? null;
  }
}

/** A sight as threads send it, all its names in one text: they are hundreds of thousands. */
type Sent = (Omit<Sight, 'files' | 'links'> & { names: string; files: number }) | null;

export function send(seen: Seen): Sent {
  if (seen === null) return null;
  const { trace, latest, files, links } = seen;
  return { trace, latest, names: [...files, ...links].join('\0'), files: files.length };
}

function receive(sent: Sent): Seen {
  if (sent === null) return null;
  const { trace, latest, names, files } = sent;
  // Of a path that is a file itself the one name is empty; of one that is not there, there is none.
  const all = trace !== null && files === 0 ? [] : names.split('\0');
  return { trace, latest, files: all.slice(0, files), links: all.slice(files) };
}

import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Effects } from '../../types/effects.ts';
import type { Proposal } from '../../types/proposal.ts';
import { inParallel } from '../in-parallel.ts';
import { proveFolder, type Evidence, type Proofs } from './folder-proof.ts';
import { OwnWords } from './own-words.ts';
import type { Reach } from './outward-proof.ts';
import { termProof } from './term-proof.ts';
import type { Term } from './vocabulary.ts';

/** Everything that the proofs of many folders share; it can be sent to another thread. */
export interface ProofKit {
  /** Absolute path of the workspace. */
  root: string;
  /** Absolute path of the output folder. */
  out: string;
  terms: Term[];
  proposals: readonly Proposal[];
  /** Published file → absolute path of where it waits. */
  waiting: ReadonlyMap<string, string>;
  /** Published file → hash in the manifest. */
  listed: ReadonlyMap<string, string>;
}

/** What one folder shows, and the hashes of its files as they were read. */
export interface Proven {
  evidence: Evidence;
  hashes: Map<string, string>;
}

/** Fewer folders than this a thread are proven sooner by the one that is already running. */
const WORTH_A_THREAD = 24;
/** More threads than this wait for each other's memory and disk. */
const MOST_THREADS = 4;

/** Proves folders, many of them in several threads at once; by their places in `reaches`. */
export async function proveFolders(reaches: Reach[], kit: ProofKit, effects: Effects): Promise<Proven[]> {
  const proven: Proven[] = [];
  const count = Math.min(MOST_THREADS, availableParallelism(), Math.floor(reaches.length / WORTH_A_THREAD));
  const here = oneAfterAnother(kit, effects);
  if (count < 2) {
    for (const reach of reaches) proven.push(await here(reach));
    return proven;
  }
  const threads = Array.from({ length: count }, () => openThread(kit));
  try {
    await inParallel(reaches.entries(), count, async ([index, reach]) => {
      const thread = threads.pop()!;
      // A thread that died leaves its folder, and those it would have had, to this one.
      proven[index] = (await thread.ask(reach)) ?? (await here(reach));
      threads.push(thread);
    });
  } finally {
    await Promise.all(threads.map(({ close }) => close()));
  }
  return proven;
}

/** Folders must be given one after another. */
export function oneAfterAnother(
  { root, out, terms, proposals, waiting, listed }: ProofKit,
  effects: Effects,
): (reach: Reach) => Promise<Proven> {
  const proofs: Proofs = {
    pathOf: (file) => waiting.get(file) ?? join(out, file),
    terms: termProof(terms),
    ownWords: new OwnWords(root, proposals, effects),
    silent: new Map(),
  };
  let last: Promise<unknown> = Promise.resolve();
  return (reach) => {
    const next = last.then(() => proveFolder(reach, listed, proofs, effects));
    last = next.catch(() => undefined);
    return next;
  };
}

interface Thread {
  /** `null` once the thread has died. */
  ask(reach: Reach): Promise<Proven | null>;
  close(): Promise<unknown>;
}

function openThread(kit: ProofKit): Thread {
  const worker = new Worker(new URL('./proving-thread.ts', import.meta.url), { workerData: kit });
  let answer: (proven: Proven | null) => void = () => undefined;
  let alive = true;
  const died = () => {
    alive = false;
    answer(null);
  };
  worker.on('message', (proven: Proven) => answer(proven));
  worker.on('error', died);
  worker.on('exit', died);
  return {
    ask: (reach) =>
      new Promise((resolve) => {
        answer = resolve;
        if (alive) worker.postMessage(reach);
        else resolve(null);
      }),
    close: () => worker.terminate(),
  };
}

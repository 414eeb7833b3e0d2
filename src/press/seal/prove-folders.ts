import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import type { Proposal } from '../../types/proposal.ts';
import { inParallel } from '../in-parallel.ts';
import { openThread, type Thread } from '../thread.ts';
import { proveFolder, type Proofs, type Proven, type Silent } from './folder-proof.ts';
import type { Reach } from './proofs/outward-proof.ts';
import { OwnWords } from './words/own-words.ts';
import { RateProof, type PricedPerson } from './words/rates-of-people.ts';
import { SlugProof } from './words/slugs.ts';
import { termProof } from './words/term-proof.ts';
import type { Term } from './words/terms.ts';

/** Everything that the proofs of many folders share; it can be sent to another thread. */
export interface ProofKit extends AboutFiles {
  /** Absolute path of the workspace. */
  root: string;
  /** Absolute path of the output folder. */
  out: string;
  terms: Term[];
  priced: readonly PricedPerson[];
  proposals: readonly Proposal[];
}

/** What is known of the files of all folders, or of those of one. */
export interface AboutFiles {
  /** Published file → absolute path of where it waits. */
  waiting: ReadonlyMap<string, string>;
  /** Published file → hash in the manifest. */
  listed: ReadonlyMap<string, string>;
}

/** What a thread is asked. */
export interface Question {
  reach: Reach;
  about: AboutFiles;
}

/** Fewer folders than this a thread are proven sooner by the one that is already running. */
const WORTH_A_THREAD = 24;
/** More threads than this wait for each other's memory and disk. */
const MOST_THREADS = 4;

type ProvingThread = Thread<Question, Proven>;

const MODULE = new URL('./proving-thread.ts', import.meta.url);

/** Threads that come up while it is being found out what they shall look for. Used once. */
export class ProvingThreads {
  #waiting: ProvingThread[];

  /** @param folders how many there will be to prove at least */
  constructor(folders: number) {
    const count = Math.min(MOST_THREADS, availableParallelism(), Math.floor(folders / WORTH_A_THREAD));
    this.#waiting = Array.from({ length: count < 2 ? 0 : count }, () => openThread(MODULE));
  }

  /** Whoever takes them closes them; the second time there are none. */
  take(): ProvingThread[] {
    return this.#waiting.splice(0);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.take().map(({ close }) => close()));
  }
}

/**
 * Proves folders, many of them in several threads at once.
 * @param begun threads that wait for folders; as many as are worth it are begun when there are none
 * @returns by their places in `reaches`
 */
export async function proveFolders(
  reaches: Reach[],
  kit: ProofKit,
  effects: Effects,
  { begun, here = new ProvingHere(kit, effects) }: { begun?: ProvingThreads | undefined; here?: ProvingHere } = {},
): Promise<Proven[]> {
  const found: Proven[] = [];
  const early = begun?.take() ?? [];
  const threads = early.length > 0 ? early : new ProvingThreads(reaches.length).take();
  const proveHere = (reach: Reach) => here.prove(reach, aboutFilesOf(reach, kit));
  if (threads.length === 0) {
    for (const reach of reaches) found.push(await proveHere(reach));
    return found;
  }
  // A thread is told of the files of the folders it proves, not of those of thousands of others.
  const told: ProofKit = { ...kit, waiting: new Map(), listed: new Map() };
  for (const thread of threads) thread.tell(told);
  const free = [...threads];
  try {
    await inParallel(reaches.entries(), threads.length, async ([index, reach]) => {
      const thread = free.pop()!;
      // A thread that died leaves its folder, and those it would have had, to this one.
      const proven = await thread.ask({ reach, about: aboutFilesOf(reach, kit) });
      found[index] = proven ?? (await proveHere(reach));
      free.push(thread);
    });
  } finally {
    await Promise.all(threads.map(({ close }) => close()));
  }
  return found;
}

/** Proves folders one after another in this thread. */
export class ProvingHere {
  readonly #kit: Omit<ProofKit, 'waiting' | 'listed'>;
  readonly #effects: Effects;
  #shared: Omit<Proofs, 'pathOf'> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(kit: Omit<ProofKit, 'waiting' | 'listed'>, effects: Effects) {
    this.#kit = kit;
    this.#effects = effects;
  }

  /** To be called while there is time: with thousands of clients there is much to file. */
  ahead(): void {
    this.#shared ??= this.#filed();
  }

  prove(reach: Reach, { waiting, listed }: AboutFiles): Promise<Proven> {
    const shared = (this.#shared ??= this.#filed());
    const pathOf = (file: string) => waiting.get(file) ?? join(this.#kit.out, file);
    const next = this.#last.then(() => proveFolder(reach, listed, { ...shared, pathOf }, this.#effects));
    this.#last = next.catch(() => undefined);
    return next;
  }

  #filed(): Omit<Proofs, 'pathOf'> {
    const { root, terms, priced, proposals } = this.#kit;
    return {
      terms: termProof(terms),
      slugs: new SlugProof(terms),
      rates: new RateProof(priced),
      ownWords: new OwnWords(root, proposals, this.#effects),
      silent: new Map<string, Silent>(),
      silentNames: new Set<string>(),
    };
  }
}

function aboutFilesOf({ folder }: Reach, { waiting, listed }: ProofKit): AboutFiles {
  const of = (known: ReadonlyMap<string, string>): Map<string, string> =>
    new Map(folder.files.flatMap((file) => (known.has(file) ? [[file, known.get(file)!]] : [])));
  return { waiting: of(waiting), listed: of(listed) };
}

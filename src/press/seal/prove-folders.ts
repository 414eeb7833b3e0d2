import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import type { Proposal } from '../../types/proposal.ts';
import { inParallel } from '../in-parallel.ts';
import { openThread } from '../thread.ts';
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
const WORTH_A_THREAD = 64;
/** More threads than this wait for each other's memory and disk. */
const MOST_THREADS = 4;

/**
 * Proves folders, many of them in several threads at once.
 * @returns by their places in `reaches`
 */
export async function proveFolders(reaches: Reach[], kit: ProofKit, effects: Effects): Promise<Proven[]> {
  const found: Proven[] = [];
  const count = Math.min(MOST_THREADS, availableParallelism(), Math.floor(reaches.length / WORTH_A_THREAD));
  let here: ReturnType<typeof oneAfterAnother> | undefined;
  const proveHere = (reach: Reach) => (here ??= oneAfterAnother(kit, effects))(reach);
  if (count < 2) {
    for (const reach of reaches) found.push(await proveHere(reach));
    return found;
  }
  // A thread is told of the files of the folders it proves, not of those of thousands of others.
  const told: ProofKit = { ...kit, waiting: new Map(), listed: new Map() };
  const module = new URL('./proving-thread.ts', import.meta.url);
  const threads = Array.from({ length: count }, () => openThread<Question, Proven>(module, told));
  try {
    await inParallel(reaches.entries(), count, async ([index, reach]) => {
      const thread = threads.pop()!;
      // A thread that died leaves its folder, and those it would have had, to this one.
      const proven = await thread.ask({ reach, about: aboutFilesOf(reach, kit) });
      found[index] = proven ?? (await proveHere(reach));
      threads.push(thread);
    });
  } finally {
    await Promise.all(threads.map(({ close }) => close()));
  }
  return found;
}

/** Folders must be given one after another, each with what is known of its files if that is no part of the kit. */
export function oneAfterAnother(
  kit: ProofKit,
  effects: Effects,
): (reach: Reach, about?: AboutFiles) => Promise<Proven> {
  const { root, out, terms, priced, proposals } = kit;
  const shared = {
    terms: termProof(terms),
    slugs: new SlugProof(terms),
    rates: new RateProof(priced),
    ownWords: new OwnWords(root, proposals, effects),
    silent: new Map<string, Silent>(),
    silentNames: new Set<string>(),
  };
  let last: Promise<unknown> = Promise.resolve();
  return (reach, { waiting, listed } = kit) => {
    const proofs: Proofs = { ...shared, pathOf: (file) => waiting.get(file) ?? join(out, file) };
    const next = last.then(() => proveFolder(reach, listed, proofs, effects));
    last = next.catch(() => undefined);
    return next;
  };
}

function aboutFilesOf({ folder }: Reach, { waiting, listed }: ProofKit): AboutFiles {
  const of = (known: ReadonlyMap<string, string>): Map<string, string> =>
    new Map(folder.files.flatMap((file) => (known.has(file) ? [[file, known.get(file)!]] : [])));
  return { waiting: of(waiting), listed: of(listed) };
}

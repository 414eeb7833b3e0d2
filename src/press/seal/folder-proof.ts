import { posix } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import { sha256 } from '../inputs.ts';
import { addressesOf, type Address } from './addresses.ts';
import type { SealBreak } from './breaks.ts';
import { figuresOf, numbersIn, unexplained, type OwnFigures, type SeenNumber } from './figure-proof.ts';
import { namedHashes, type NamedHash } from './hash-proof.ts';
import { proveInner, proveName } from './inner-proof.ts';
import { proveLetters, proveOutward, provePdfOutward, type Reach } from './outward-proof.ts';
import type { OwnWords } from './own-words.ts';
import type { WrittenNumber } from './numbers.ts';
import { kindOf } from './parts.ts';
import { provePdf } from './pdf-proof.ts';
import { provePromise, readPromises } from './promises.ts';
import type { RateProof } from './rates-of-people.ts';
import type { SlugProof } from './slugs.ts';
import { termBreak } from './term-breaks.ts';
import type { TermProof, Trace } from './term-proof.ts';
import { view, viewsOf, type View } from './views.ts';
import { NOBODY } from './vocabulary.ts';

/** What is looked for in every folder, and where its files lie. */
export interface Proofs {
  /** Absolute path of a published file. */
  pathOf(file: string): string;
  terms: TermProof;
  slugs: SlugProof;
  rates: RateProof;
  ownWords: OwnWords;
  /** Kinds and hashes of files, shared by many folders, that name nobody at all. */
  silent: Map<string, Silent>;
}

/** What a file says that names nobody. */
export interface Silent {
  addresses: Address[];
  numbers: WrittenNumber[];
}

/** What one folder's files show, and what of them can only be judged beside all others. */
export interface Evidence {
  bytes: number;
  breaks: SealBreak[];
  mentions: string[];
  figures: OwnFigures;
  seen: SeenNumber[];
  named: NamedHash[];
}

/** Reads every file of a folder once and proves of it whatever a file alone can show. */
export async function proveFolder(
  reach: Reach,
  listed: ReadonlyMap<string, string>,
  proofs: Proofs,
  effects: Effects,
): Promise<{ evidence: Evidence; hashes: Map<string, string> }> {
  const { folder } = reach;
  const promises = await readPromises(folder.files, proofs.pathOf, effects);
  // Only files that are what the manifest says may tell whose a figure is.
  const kept = [...promises].filter(([file, { hash, value }]) => listed.get(file) === hash && value !== undefined);
  const figures = figuresOf(kept.map(([, promise]) => promise));
  const evidence: Evidence = { bytes: 0, breaks: [], mentions: [], figures, seen: [], named: [] };
  const proving: Proving = { reach, numbers: new Set(figures.all), evidence, proofs };
  const hashes = new Map<string, string>();
  for (const file of folder.files) {
    const promise = promises.get(file);
    const bytes = promise?.bytes ?? bufferOf(await effects.fs.read(proofs.pathOf(file)));
    const hash = promise?.hash ?? sha256(bytes);
    evidence.bytes += bytes.length;
    hashes.set(file, hash);
    evidence.breaks.push(...proveName(file), ...(promise ? provePromise(file, promise) : []));
    await proveFile(file, bytes, hash, proving);
  }
  return { evidence, hashes };
}

/** What the proofs of one folder's files share. */
interface Proving {
  reach: Reach;
  numbers: ReadonlySet<string>;
  evidence: Evidence;
  proofs: Proofs;
}

async function proveFile(file: string, bytes: Buffer, hash: string, proving: Proving): Promise<void> {
  const { reach, evidence, proofs } = proving;
  const content = `${posix.extname(file)} ${hash}`;
  const known = proofs.silent.get(content);
  const addresses = known?.addresses ?? addressesOf(file, bytes);
  evidence.breaks.push(...proveOutward(file, addresses, reach), ...proveLetters(file, bytes));
  if (kindOf(file) === 'pdf') evidence.breaks.push(...provePdfOutward(file, bytes, reach), ...provePdf(file, bytes));
  await tellOf(proveNames(file, proving), file, proving);
  const views = known ? [] : viewsOf(file, bytes);
  const numbers = known?.numbers ?? (saysNothing(file, views, proofs) ? numbersIn(views) : null);
  if (numbers === null) return tellOf(proveTexts(file, views, proving), file, proving);
  proofs.silent.set(content, { addresses, numbers });
  evidence.seen.push(...unexplained(file, numbers, proving.numbers));
}

/** The file's name is a text too; the folder's own, which may hold a key, is not a part of it. */
function proveNames(file: string, proving: Proving): Trace[] {
  const { path, owner } = proving.reach.folder;
  const name = file.slice(path.length + 1);
  const traces = proveTexts(file, [view(name, () => 0, 'people')], proving);
  const known = new Set(traces.map(({ term }) => term));
  const slugs = proving.proofs.slugs.told(name, owner).filter((term) => !known.has(term));
  return [...traces, ...slugs.map((term) => ({ term, offset: 0 }))];
}

/** Nothing is waited for here: the views share their memory with those of the next file. */
function proveTexts(file: string, views: View[], { reach, numbers, evidence, proofs }: Proving): Trace[] {
  const { owner } = reach.folder;
  const said = views.filter(({ numbersOnly }) => !numbersOnly);
  const { traces, signs } = proofs.terms.told(said, owner);
  evidence.breaks.push(...proveInner(file, signs, owner), ...proofs.rates.told(file, said, owner));
  evidence.named.push(...namedHashes(file, said));
  evidence.seen.push(...unexplained(file, numbersIn(views), numbers));
  return traces;
}

async function tellOf(traces: readonly Trace[], file: string, { reach, evidence, proofs }: Proving): Promise<void> {
  for (const { term, offset } of traces) {
    if (await proofs.ownWords.hold(reach.folder.owner, term)) evidence.mentions.push(term.text);
    else evidence.breaks.push(termBreak(file, term, offset));
  }
}

/** The same in many folders: what of them names nobody there names nobody anywhere. */
const SHARED = /\.(?:[cm]?js|css|woff2?|png|jpe?g|webp|avif|gif|ico)$/i;

function saysNothing(file: string, views: View[], { terms, rates }: Proofs): boolean {
  if (!SHARED.test(file)) return false;
  const { traces, signs } = terms.told(views, NOBODY);
  const inner = [...proveInner(file, signs, NOBODY), ...rates.told(file, views, NOBODY)];
  return traces.length + inner.length + namedHashes(file, views).length === 0;
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

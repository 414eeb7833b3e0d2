import { posix } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import { sha256 } from '../inputs.ts';
import type { SealBreak } from './breaks.ts';
import { DIGIT_BITS, type FigurePrints, type OwnNumbers } from './figures/figure-prints.ts';
import { figuresOf, numbersIn, type SeenNumber } from './figures/figure-proof.ts';
import { provePromise, readPromises } from './figures/promises.ts';
import { addressesOf, type Address } from './proofs/addresses.ts';
import { namedHashes, type NamedHash } from './proofs/hash-proof.ts';
import { proveInner, proveName } from './proofs/inner-proof.ts';
import { proveLetters, proveOutward, provePdfOutward, type Reach } from './proofs/outward-proof.ts';
import { provePdf } from './proofs/pdf-proof.ts';
import { kindOf } from './reading/parts.ts';
import { nameView, viewsOf, type View } from './reading/views.ts';
import type { OwnWords } from './words/own-words.ts';
import type { RateProof } from './words/rates-of-people.ts';
import type { SlugProof } from './words/slugs.ts';
import { termBreak } from './words/term-breaks.ts';
import type { TermProof, Trace } from './words/term-proof.ts';
import { isAllowed, NOBODY } from './words/terms.ts';

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
  /** Names of files, within their folders, that name nobody at all. */
  silentNames: Set<string>;
}

/** What a file says that names nobody. */
export interface Silent {
  addresses: Address[];
  numbers: SeenNumber[];
}

/** What one folder's files show, and what of them can only be judged beside all others. */
export interface Evidence {
  /** Of all files. */
  bytes: number;
  breaks: SealBreak[];
  mentions: string[];
  named: NamedHash[];
  prints: FigurePrints;
}

/** What one folder shows, and the hashes of its files as they were read. */
export interface Proven {
  evidence: Evidence;
  hashes: Map<string, string>;
}

/** Reads every file of a folder once and proves of it whatever a file alone can show. */
export async function proveFolder(
  reach: Reach,
  listed: ReadonlyMap<string, string>,
  proofs: Proofs,
  effects: Effects,
): Promise<Proven> {
  const { folder } = reach;
  const promises = await readPromises(folder.files, proofs.pathOf, effects);
  // Only files that are what the manifest says may tell whose a figure is.
  const kept = [...promises].filter(([file, { hash, value }]) => listed.get(file) === hash && value !== undefined);
  const own = figuresOf(kept.map(([, promise]) => promise));
  const evidence: Shown = { bytes: 0, breaks: [], mentions: [], named: [] };
  const proving: Proving = { reach, own, evidence, seen: [], place: 0, proofs };
  const hashes = new Map<string, string>();
  for (const [place, file] of folder.files.entries()) {
    proving.place = place;
    const promise = promises.get(file);
    const bytes = promise?.bytes ?? bufferOf(await effects.fs.read(proofs.pathOf(file)));
    const hash = promise?.hash ?? sha256(bytes);
    evidence.bytes += bytes.length;
    hashes.set(file, hash);
    evidence.breaks.push(...proveName(file), ...(promise ? provePromise(file, promise) : []));
    await proveFile(file, bytes, hash, proving);
  }
  const prints = { ...own.prints, seen: new Uint32Array(proving.seen) };
  return { evidence: { ...evidence, prints }, hashes };
}

type Shown = Omit<Evidence, 'prints'>;

/** What the proofs of one folder's files share. */
interface Proving {
  reach: Reach;
  own: OwnNumbers;
  evidence: Shown;
  /** As `FigurePrints.seen`. */
  seen: number[];
  /** Of the file at hand, among those of the folder. */
  place: number;
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
  const numbers = known?.numbers ?? (saysNothing(file, views, proofs) ? numbersIn(views, null) : null);
  if (numbers === null) return tellOf(proveTexts(file, views, proving), file, proving);
  proofs.silent.set(content, { addresses, numbers });
  see(numbers, proving);
}

function proveNames(file: string, proving: Proving): Trace[] {
  const { path, owner } = proving.reach.folder;
  const name = file.slice(path.length + 1);
  const { silentNames, slugs } = proving.proofs;
  if (silentNames.has(name)) return [];
  const views = [nameView(file, path)];
  if (nameSaysNothing(name, views, proving.proofs)) {
    silentNames.add(name);
    return [];
  }
  const traces = proveTexts(file, views, proving);
  const known = new Set(traces.map(({ term }) => term));
  const told = slugs.told(name, owner).filter((term) => !known.has(term));
  const named = told.map((term): Trace => ({ term, offset: 0, ...(isAllowed(term, owner) && { mention: term.text }) }));
  return [...traces, ...named];
}

/** Nothing is waited for here: the views share their memory with those of the next file. */
function proveTexts(file: string, views: View[], proving: Proving): Trace[] {
  const { reach, own, evidence, proofs } = proving;
  const { owner } = reach.folder;
  const said = views.filter(({ numbersOnly }) => !numbersOnly);
  const { traces, signs } = proofs.terms.told(said, owner);
  const certain = said.filter(({ guessed }) => !guessed);
  evidence.breaks.push(...proveInner(file, signs, owner), ...proofs.rates.told(file, certain, owner));
  evidence.named.push(...namedHashes(file, certain));
  see(numbersIn(views, own), proving);
  return traces;
}

/** Numbers of the file at hand that the folder's own figures do not explain. */
function see(numbers: readonly SeenNumber[], { own, seen, place }: Proving): void {
  for (const number of numbers) {
    if (!own.explain(number)) seen.push(number.one, number.two, (place << DIGIT_BITS) | number.digits);
  }
}

async function tellOf(traces: readonly Trace[], file: string, { reach, evidence, proofs }: Proving): Promise<void> {
  for (const { term, offset, mention } of traces) {
    if (mention !== undefined) evidence.mentions.push(mention);
    else if (await proofs.ownWords.hold(reach.folder.owner, term)) evidence.mentions.push(term.text);
    else evidence.breaks.push(termBreak(file, term, offset));
  }
}

/** The same in many folders: what of them names nobody there names nobody anywhere. */
const SHARED = /\.(?:[cm]?js|css|woff2?|png|jpe?g|webp|avif|gif|ico)$/i;

const saysNothing = (file: string, views: View[], proofs: Proofs): boolean =>
  SHARED.test(file) && nameNobody(file, views, proofs);

function nameSaysNothing(name: string, views: View[], proofs: Proofs): boolean {
  return (
    nameNobody(name, views, proofs) &&
    proofs.slugs.told(name, NOBODY).length === 0 &&
    numbersIn(views, null).length === 0
  );
}

/** What names nobody to nobody names nobody to anybody. */
function nameNobody(file: string, views: View[], { terms, rates }: Proofs): boolean {
  const { traces, signs } = terms.told(views, NOBODY);
  const inner = [...proveInner(file, signs, NOBODY), ...rates.told(file, views, NOBODY)];
  return traces.length + inner.length + namedHashes(file, views).length === 0;
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

import { posix } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import { sha256 } from '../inputs.ts';
import type { SealBreak } from './breaks.ts';
import { figuresOf, seenNumbers, type OwnFigures, type SeenNumber } from './figure-proof.ts';
import type { PublishedFolder } from './folders.ts';
import { namedHashes, type NamedHash } from './hash-proof.ts';
import { proveInner, proveName } from './inner-proof.ts';
import { proveOutward, type Reach } from './outward-proof.ts';
import type { OwnWords } from './own-words.ts';
import { provePdf } from './pdf-proof.ts';
import { provePromise, readPromises } from './promises.ts';
import type { TermProof } from './term-proof.ts';
import { view, viewsOf, type View } from './views.ts';
import { NOBODY, type Term } from './vocabulary.ts';

/** What is looked for in every folder, and where its files lie. */
export interface Proofs {
  /** Absolute path of a published file. */
  pathOf(file: string): string;
  terms: TermProof;
  ownWords: OwnWords;
  /** Kinds and hashes of files, shared by many folders, that name nobody at all. */
  silent: Set<string>;
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
  const texts = await readPromises(folder.files, listed, proofs.pathOf, effects);
  const figures = figuresOf(texts);
  const numbers = new Set(figures.all);
  const evidence: Evidence = { bytes: 0, breaks: [], mentions: [], figures, seen: [], named: [] };
  const hashes = new Map<string, string>();
  for (const file of folder.files) {
    const bytes = await effects.fs.read(proofs.pathOf(file));
    const hash = sha256(bytes);
    evidence.bytes += bytes.length;
    hashes.set(file, hash);
    evidence.breaks.push(...proveName(file), ...provePromise(file, bytes));
    evidence.breaks.push(...proveOutward(file, bytes, reach));
    if (file.endsWith('.pdf')) evidence.breaks.push(...provePdf(file, bytes));
    await proveTexts(file, [nameView(file, folder)], folder, { numbers, evidence, proofs });
    const content = `${posix.extname(file)} ${hash}`;
    if (proofs.silent.has(content)) continue;
    const views = viewsOf(file, bytes);
    if (saysNothing(file, views, proofs)) proofs.silent.add(content);
    else await proveTexts(file, views, folder, { numbers, evidence, proofs });
  }
  return { evidence, hashes };
}

async function proveTexts(
  file: string,
  views: View[],
  { owner }: PublishedFolder,
  { numbers, evidence, proofs }: { numbers: ReadonlySet<string>; evidence: Evidence; proofs: Proofs },
): Promise<void> {
  const said = views.filter(({ numbersOnly }) => !numbersOnly);
  evidence.breaks.push(...proveInner(file, said, owner));
  for (const { term, offset } of proofs.terms.traces(said, owner)) {
    if (await proofs.ownWords.hold(owner, term)) evidence.mentions.push(term.text);
    else evidence.breaks.push(termBreak(file, term, offset));
  }
  evidence.named.push(...namedHashes(file, said));
  evidence.seen.push(...seenNumbers(file, views, numbers));
}

/** Scripts, style sheets and fonts are the same in every folder: what names nobody there names nobody anywhere. */
function saysNothing(file: string, views: View[], { terms }: Proofs): boolean {
  return (
    views.every(({ numbers }) => numbers === 'none') &&
    terms.traces(views, NOBODY).length === 0 &&
    proveInner(file, views, NOBODY).length === 0 &&
    namedHashes(file, views).length === 0
  );
}

/** The file's name is a text too; the folder's own, which may hold a key, is not a part of it. */
function nameView(file: string, { path }: PublishedFolder): View {
  return view(file.slice(path.length + 1), () => 0);
}

function termBreak(file: string, { text, kind, owners }: Term, offset: number): SealBreak {
  const shown = text.length > 80 ? `${text.slice(0, 80)}…` : text;
  if (kind === 'secret') {
    const found = {
      ru: 'путь этой машины или секрет агентства',
      en: 'a path of this machine or a secret of the agency',
    };
    return { code: 'seal-inner-secret', file, offset, found };
  }
  const whose = [...owners].join(', ');
  if (kind === 'mentors') {
    // The words themselves would tell the key to whoever reads the log.
    const found = { ru: `слова для наставников, из ${whose}`, en: `words for mentors only, of ${whose}` };
    return { code: 'seal-inner-mentors', file, offset, found };
  }
  const what = KINDS[kind];
  const found = { ru: `${what.ru} из ${whose}: ${shown}`, en: `${what.en} of ${whose}: ${shown}` };
  return { code: `seal-leak-${kind}`, file, offset, found };
}

const KINDS = {
  name: { ru: 'имя', en: 'name' },
  id: { ru: 'id', en: 'id' },
  domain: { ru: 'домен', en: 'domain' },
  link: { ru: 'адрес', en: 'link' },
  email: { ru: 'почта', en: 'e-mail' },
  phone: { ru: 'телефон', en: 'phone' },
  path: { ru: 'путь', en: 'path' },
};

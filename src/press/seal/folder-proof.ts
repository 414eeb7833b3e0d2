import { join } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import { sha256 } from '../inputs.ts';
import type { SealBreak } from './breaks.ts';
import type { FigureProof } from './figure-proof.ts';
import type { PublishedFolder } from './folders.ts';
import { foreignHashes, type HashOwners } from './hash-proof.ts';
import { proveInner } from './inner-proof.ts';
import { proveOutward, type Reach } from './outward-proof.ts';
import type { OwnWords } from './own-words.ts';
import { provePdf } from './pdf-proof.ts';
import { provePromise } from './promises.ts';
import type { TermProof } from './term-proof.ts';
import { view, viewsOf, type View } from './views.ts';
import type { Term } from './vocabulary.ts';

/** Everything known before the folders are read. */
export interface Proofs {
  out: string;
  terms: TermProof;
  figures: FigureProof;
  hashes: HashOwners;
  ownWords: OwnWords;
}

export interface ProvenFolder {
  bytes: number;
  hashes: Map<string, string>;
  breaks: SealBreak[];
  mentions: string[];
}

/** Reads every file of a folder once and proves of it whatever a file alone can show. */
export async function proveFolder(reach: Reach, proofs: Proofs, effects: Effects): Promise<ProvenFolder> {
  const { folder } = reach;
  const proven: ProvenFolder = { bytes: 0, hashes: new Map(), breaks: [], mentions: [] };
  for (const file of folder.files) {
    const bytes = await effects.fs.read(join(proofs.out, file));
    proven.bytes += bytes.length;
    proven.hashes.set(file, sha256(bytes));
    const views = [nameView(file, folder), ...viewsOf(file, bytes)];
    if (file.endsWith('.pdf')) proven.breaks.push(...provePdf(file, bytes));
    proven.breaks.push(...provePromise(file, bytes));
    proven.breaks.push(...proveOutward(file, bytes, reach), ...proveInner(file, views, folder.owner));
    for (const { hash, owner, offset } of foreignHashes(views, folder.owner, proofs.hashes)) {
      const found = { ru: `хеш файла из ${owner}: ${hash}`, en: `hash of a file of ${owner}: ${hash}` };
      proven.breaks.push({ code: 'seal-leak-hash', file, offset, found });
    }
    for (const { term, offset } of proofs.terms.traces(views, folder.owner)) {
      if (await proofs.ownWords.hold(folder.owner, term)) proven.mentions.push(term.text);
      else proven.breaks.push(termBreak(file, term, offset));
    }
    proofs.figures.look(file, folder.owner, views, reach.numbers);
  }
  return proven;
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

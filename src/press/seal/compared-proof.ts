import type { Effects } from '../../types/effects.ts';
import type { SealBreak } from './breaks.ts';
import type { ComparedFigures } from './compared-figures.ts';
import type { KeptEvidence } from './evidence-store.ts';
import type { Published } from './folders.ts';
import type { Gathered } from './gather-evidence.ts';
import type { HashOwners } from './hash-proof.ts';
import { placeOfHash, placeOfNumber } from './locate.ts';

/** Absolute path of a published file, wherever it lies now. */
type PathOf = (file: string) => string;

/** Figures of one owner in a folder of another: only all folders together show whose a figure is. */
export async function figureBreaks(
  { leaks }: ComparedFigures,
  exactly: Gathered['exactly'],
  pathOf: PathOf,
  effects: Effects,
): Promise<SealBreak[]> {
  const breaks: SealBreak[] = [];
  for (const { folder, seen, owner } of leaks) {
    const { file, value } = (await exactly(folder)).seen[seen]!;
    const offset = await placeOfNumber(file, pathOf(file), value, effects);
    const found = { ru: `цифра из ${owner}: ${value}`, en: `a figure of ${owner}: ${value}` };
    breaks.push({ code: 'seal-leak-figure', file, offset, found });
  }
  return breaks;
}

/** Hashes of files of one owner in a folder of another. @param evidence by folder */
export async function hashBreaks(
  owners: HashOwners,
  { folders }: Published,
  evidence: ReadonlyMap<string, KeptEvidence>,
  pathOf: PathOf,
  effects: Effects,
): Promise<SealBreak[]> {
  const breaks: SealBreak[] = [];
  for (const { path, owner } of folders) {
    for (const { file, hash } of evidence.get(path)!.named) {
      const whose = owners.get(hash);
      if (!whose || whose === owner) continue;
      const offset = await placeOfHash(file, pathOf(file), hash, effects);
      const found = { ru: `хеш файла из ${whose}: ${hash}`, en: `hash of a file of ${whose}: ${hash}` };
      breaks.push({ code: 'seal-leak-hash', file, offset, found });
    }
  }
  return breaks;
}

import type { Effects } from '../../../types/effects.ts';
import type { SealBreak } from '../breaks.ts';
import type { ComparedFigures } from '../figures/compared-figures.ts';
import { DIGIT_BITS } from '../figures/figure-prints.ts';
import type { Evidence } from '../folder-proof.ts';
import type { Published } from '../folders.ts';
import type { HashOwners } from './hash-proof.ts';
import { placeOfHash, placeOfNumber } from './locate.ts';

/** Absolute path of a published file, wherever it lies now. */
type PathOf = (file: string) => string;

/** Figures of one owner in a folder of another: only all folders together show whose a figure is. @param evidence by folder */
export async function figureBreaks(
  { leaks }: ComparedFigures,
  { folders }: Published,
  evidence: ReadonlyMap<string, Evidence>,
  pathOf: PathOf,
  effects: Effects,
): Promise<SealBreak[]> {
  const breaks: SealBreak[] = [];
  for (const { folder, seen, owner } of leaks) {
    const { path, files } = folders[folder]!;
    const [one, two, rest] = evidence.get(path)!.prints.seen.subarray(3 * seen, 3 * seen + 3);
    const file = files[rest! >>> DIGIT_BITS]!;
    const { value, offset } = await placeOfNumber(
      { file, folder: path },
      pathOf(file),
      { one: one! | 0, two: two! | 0 },
      effects,
    );
    const found = { ru: `цифра из ${owner}: ${value}`, en: `a figure of ${owner}: ${value}` };
    breaks.push({ code: 'seal-leak-figure', file, offset, found });
  }
  return breaks;
}

/**
 * Hashes of files of one owner in a folder of another.
 * @param ownersOf those whose files are told by hashes like this one
 * @param evidence by folder
 */
export async function hashBreaks(
  ownersOf: (hash: string) => Promise<HashOwners>,
  { folders }: Published,
  evidence: ReadonlyMap<string, Evidence>,
  pathOf: PathOf,
  effects: Effects,
): Promise<SealBreak[]> {
  const breaks: SealBreak[] = [];
  for (const { path, owner } of folders) {
    for (const named of evidence.get(path)!.named) {
      const { file, hash, written = hash } = named;
      const whose = (await ownersOf(hash)).get(hash);
      if (!whose || whose === owner) continue;
      const offset = await placeOfHash(named, pathOf(file), effects);
      const found = { ru: `хеш файла из ${whose}: ${written}`, en: `hash of a file of ${whose}: ${written}` };
      breaks.push({ code: 'seal-leak-hash', file, offset, found });
    }
  }
  return breaks;
}

import type { FigurePrints } from './figure-prints.ts';
import { FigureTally } from './figure-tally.ts';
import type { Owner } from '../words/terms.ts';

export interface ComparedFigures {
  /** Figures one owner alone has. */
  count: number;
  /** How many digits make one of them proof. */
  digits: number;
  /** Figures of one owner that stand in a folder of another: numbers of the folder and of what is seen in it. */
  leaks: { folder: number; seen: number; owner: Owner }[];
}

export const NOT_COMPARED: ComparedFigures = { count: 0, digits: 0, leaks: [] };

interface FolderFigures {
  owner: Owner;
  prints: FigurePrints;
}

/** Compares the figures of all folders; the same ones, before and after they took their places, once. */
export class FigureComparison {
  #last: { folders: readonly FolderFigures[]; compared: ComparedFigures } | undefined;

  of(folders: readonly FolderFigures[]): ComparedFigures {
    const last = this.#last;
    const same =
      last?.folders.length === folders.length &&
      folders.every(({ owner, prints }, at) => {
        const before = last.folders[at]!;
        return before.owner === owner && before.prints === prints;
      });
    if (!same) this.#last = { folders, compared: compare(folders) };
    return this.#last!.compared;
  }
}

function compare(folders: readonly FolderFigures[]): ComparedFigures {
  const owners = [...new Set(folders.map(({ owner }) => owner))];
  const numbers = new Map(owners.map((owner, number) => [owner, number]));
  const each = folders.map(({ owner, prints }) => ({ number: numbers.get(owner)!, prints }));
  const amount = (words: 'telling' | 'seen') => each.reduce((sum, { prints }) => sum + prints[words].length / 3, 0);
  const tally = new FigureTally(amount('telling'), amount('seen'));
  for (const { number, prints } of each) tally.learn(number, prints);
  for (const { number, prints } of each) tally.share(number, prints);
  each.forEach(({ number, prints }, folder) => tally.look(number, folder, prints));
  const leaks = tally.proven().map(({ folder, seen, owner }) => ({ folder, seen, owner: owners[owner]! }));
  return { count: tally.count, digits: tally.digits, leaks };
}

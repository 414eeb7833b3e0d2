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
  #learnt: Learnt | undefined;

  /** To be told, while there is time, of folders that will most likely be among those compared. */
  ahead(folders: readonly FolderFigures[]): void {
    this.#learnt = new Learnt(folders, ROOM);
  }

  of(folders: readonly FolderFigures[]): ComparedFigures {
    const last = this.#last;
    const same =
      last?.folders.length === folders.length &&
      folders.every(({ owner, prints }, at) => {
        const before = last.folders[at]!;
        return before.owner === owner && before.prints === prints;
      });
    if (same) return last.compared;
    const ahead = this.#learnt;
    this.#learnt = undefined;
    const learnt = ahead?.takes(folders) ? ahead : new Learnt(folders, 0);
    const compared = learnt.compared(folders);
    this.#last = { folders, compared };
    return compared;
  }
}

/** Figures that may be learnt and looked at besides those that are known ahead: of some dozen clients. */
const ROOM = 100_000;

const amount = (folders: readonly FolderFigures[], words: 'telling' | 'seen'): number =>
  folders.reduce((sum, { prints }) => sum + prints[words].length / 3, 0);

/** Folders whose figures are known; others may join them once. */
class Learnt {
  readonly #numbers = new Map<Owner, number>();
  readonly #owners = new Map<FigurePrints, Owner>();
  readonly #tally: FigureTally;
  readonly #seen: number;
  readonly #room: number;

  /** @param room how many figures of others there is room for */
  constructor(folders: readonly FolderFigures[], room: number) {
    this.#room = room;
    this.#seen = amount(folders, 'seen');
    this.#tally = new FigureTally(amount(folders, 'telling') + room, this.#seen + room);
    for (const folder of folders) this.#learn(folder);
  }

  /** Whether everything that was learnt is still there, and there is room for what is not learnt yet. */
  takes(folders: readonly FolderFigures[]): boolean {
    const others = folders.filter((folder) => !this.#has(folder));
    const all = folders.length - others.length === this.#owners.size;
    return all && amount(others, 'telling') <= this.#room && amount(folders, 'seen') <= this.#seen + this.#room;
  }

  compared(folders: readonly FolderFigures[]): ComparedFigures {
    for (const folder of folders) if (!this.#has(folder)) this.#learn(folder);
    for (const { owner, prints } of folders) this.#tally.share(this.#numberOf(owner), prints);
    folders.forEach(({ owner, prints }, place) => this.#tally.look(this.#numberOf(owner), place, prints));
    const owners = [...this.#numbers.keys()];
    const leaks = this.#tally.proven().map(({ folder, seen, owner }) => ({ folder, seen, owner: owners[owner]! }));
    return { count: this.#tally.count, digits: this.#tally.digits, leaks };
  }

  #has({ owner, prints }: FolderFigures): boolean {
    return this.#owners.get(prints) === owner;
  }

  #learn({ owner, prints }: FolderFigures): void {
    this.#owners.set(prints, owner);
    this.#tally.learn(this.#numberOf(owner), prints);
  }

  #numberOf(owner: Owner): number {
    const number = this.#numbers.get(owner) ?? this.#numbers.size;
    this.#numbers.set(owner, number);
    return number;
  }
}

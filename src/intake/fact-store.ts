import type { Cell, IntakeFile } from '../types/intake.ts';
import type { Day } from '../types/period.ts';
import { DecimalSum } from './decimal-sum.ts';
import { RowIndex } from './row-index.ts';

interface Running {
  metric: string;
  /** The only value; most cells are a row's. */
  only: string;
  /** `null` while there is one value only. */
  sum: DecimalSum | null;
  firstRow: number;
  lastRow: number;
}

interface Group {
  channel: string;
  /** Sorted by metric. */
  running: Running[];
}

interface DayFacts {
  date: Day;
  rows: number;
  groups: Map<string, Group>;
}

/** The sums of one file while its rows are read. Rows of one day and channel add up, they never replace each other. */
export class FactStore {
  readonly #days = new Map<Day, DayFacts>();
  readonly #rows = new RowIndex();
  /** Rows of one day mostly stand together. */
  #latest: DayFacts | null = null;

  countRow(date: Day, key: string): void {
    this.#of(date).rows += 1;
    this.noteRow(date, key);
  }

  /** Identity of what a row says of another day than its own. */
  noteRow(date: Day, key: string): void {
    this.#rows.add(date, key);
  }

  group(date: Day, channel: string): Group {
    const { groups } = this.#of(date);
    let group = groups.get(channel);
    if (group === undefined) groups.set(channel, (group = { channel, running: [] }));
    return group;
  }

  add({ running }: Group, metric: string, value: string, row: number): void {
    let place = 0;
    while (place < running.length && running[place]!.metric !== metric) place += 1;
    const found = running[place];
    if (found === undefined)
      return insertSorted(running, { metric, only: value, sum: null, firstRow: row, lastRow: row });
    if (found.sum === null) {
      found.sum = new DecimalSum();
      found.sum.add(found.only);
    }
    found.sum.add(value);
    if (row < found.firstRow) found.firstRow = row;
    if (row > found.lastRow) found.lastRow = row;
  }

  days(): Day[] {
    return this.#sorted().flatMap(({ date, rows }) => (rows > 0 ? [date] : []));
  }

  rowsByDay(): Record<Day, number> {
    return Object.fromEntries(this.#sorted().flatMap(({ date, rows }) => (rows > 0 ? [[date, rows]] : [])));
  }

  rowKeys(): Pick<IntakeFile, 'rowKeys' | 'rowSample'> {
    const { sampled } = this.#rows;
    return { rowKeys: this.#rows.keys(), ...(sampled === null ? {} : { rowSample: sampled }) };
  }

  /** Sorted by day, channel, metric. */
  cells(): Cell[] {
    const cells: Cell[] = [];
    for (const { date, groups } of this.#sorted()) {
      for (const { channel, running } of [...groups.values()].sort((a, b) => order(a.channel, b.channel))) {
        for (const { metric, only, sum, firstRow, lastRow } of running) {
          cells.push({ date, channel, metric, sum: sum?.toString() ?? only, rows: sum?.count ?? 1, firstRow, lastRow });
        }
      }
    }
    return cells;
  }

  #of(date: Day): DayFacts {
    if (this.#latest?.date === date) return this.#latest;
    let day = this.#days.get(date);
    if (day === undefined) this.#days.set(date, (day = { date, rows: 0, groups: new Map() }));
    this.#latest = day;
    return day;
  }

  #sorted(): DayFacts[] {
    return [...this.#days.values()].sort((a, b) => order(a.date, b.date));
  }
}

function insertSorted(running: Running[], fresh: Running): void {
  let place = running.length;
  while (place > 0 && running[place - 1]!.metric > fresh.metric) place -= 1;
  if (place === running.length) running.push(fresh);
  else running.splice(place, 0, fresh);
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

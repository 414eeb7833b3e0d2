import type { Cell, IntakeFile } from '../types/intake.ts';
import type { Day } from '../types/period.ts';
import { DecimalSum } from './decimal-sum.ts';
import { RowIndex } from './row-index.ts';

interface Running {
  sum: DecimalSum;
  firstRow: number;
  lastRow: number;
}

interface Group {
  date: Day;
  channel: string;
  byMetric: Map<string, Running>;
}

/** The sums of one file while its rows are read. Rows of one day and channel add up, they never replace each other. */
export class FactStore {
  readonly #groups = new Map<string, Group>();
  readonly #rowsByDay = new Map<Day, number>();
  readonly #rows = new RowIndex();

  countRow(date: Day, key: string): void {
    this.#rowsByDay.set(date, (this.#rowsByDay.get(date) ?? 0) + 1);
    this.noteRow(date, key);
  }

  /** Identity of what a row says of another day than its own. */
  noteRow(date: Day, key: string): void {
    this.#rows.add(date, key);
  }

  group(date: Day, channel: string): Group {
    const id = `${date}\n${channel}`;
    const known = this.#groups.get(id);
    if (known) return known;
    const group: Group = { date, channel, byMetric: new Map() };
    this.#groups.set(id, group);
    return group;
  }

  add(group: Group, metric: string, value: string, row: number): void {
    let running = group.byMetric.get(metric);
    if (!running) {
      running = { sum: new DecimalSum(), firstRow: row, lastRow: row };
      group.byMetric.set(metric, running);
    }
    running.sum.add(value);
    if (row < running.firstRow) running.firstRow = row;
    if (row > running.lastRow) running.lastRow = row;
  }

  days(): Day[] {
    return [...this.#rowsByDay.keys()].sort();
  }

  rowsByDay(): Record<Day, number> {
    return Object.fromEntries(this.days().map((day) => [day, this.#rowsByDay.get(day)!]));
  }

  rowKeys(): Pick<IntakeFile, 'rowKeys' | 'rowSample'> {
    const { sampled } = this.#rows;
    return { rowKeys: this.#rows.keys(), ...(sampled === null ? {} : { rowSample: sampled }) };
  }

  /** Sorted by day, channel, metric. */
  cells(): Cell[] {
    const cells: Cell[] = [];
    for (const { date, channel, byMetric } of this.#groups.values()) {
      for (const [metric, { sum, firstRow, lastRow }] of byMetric) {
        cells.push({ date, channel, metric, sum: sum.toString(), rows: sum.count, firstRow, lastRow });
      }
    }
    return cells.sort((a, b) => order(a.date, b.date) || order(a.channel, b.channel) || order(a.metric, b.metric));
  }
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

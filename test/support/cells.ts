import type { FactSeries, IntakeFile } from '../../src/types/intake.ts';
import type { Day } from '../../src/types/period.ts';

/** The sum of one metric on one day in one channel, and the lines it came from. */
export interface Cell {
  date: Day;
  channel: string;
  metric: string;
  /** Exact decimal. */
  sum: string;
  rows: number;
  firstRow: number;
  lastRow: number;
}

/** What a series says, one record a day. */
export function cellsOfSeries({ days }: { days: readonly Day[] }, series: FactSeries): Cell[] {
  const { metric, channel, rows } = series;
  return Array.from(rows.at, (place, entry) => ({
    ...{ date: days[place]!, channel, metric, sum: textOf(series, entry) },
    ...{ rows: rows.count[entry]!, firstRow: rows.first[entry]!, lastRow: rows.last[entry]! },
  }));
}

/** All sums of a file, sorted by day, channel and metric. */
export function cellsOf(file: Pick<IntakeFile, 'days' | 'series'>): Cell[] {
  const key = ({ date, channel, metric }: Cell): string => [date, channel, metric].join('\0');
  const cells = file.series.flatMap((series) => cellsOfSeries(file, series));
  return cells.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** Data rows by day, days without any left out. */
export function rowsByDay({ days, rowsOnDay }: IntakeFile): Record<Day, number> {
  return Object.fromEntries(days.flatMap((day, place) => (rowsOnDay[place]! > 0 ? [[day, rowsOnDay[place]!]] : [])));
}

function textOf({ units, scale, long }: FactSeries, entry: number): string {
  const whole = units[entry]!;
  if (Number.isNaN(whole)) return long.get(entry)!;
  const digits = String(Math.abs(whole)).padStart(scale + 1, '0');
  const point = digits.length - scale;
  const fraction = digits.slice(point).replace(/0+$/, '');
  return `${whole < 0 ? '-' : ''}${digits.slice(0, point)}${fraction === '' ? '' : `.${fraction}`}`;
}

import { RunningSum } from '../decimals/running-sum.ts';
import { isSafe } from '../decimals/units.ts';
import type { FactSeries, IntakeFile } from '../types/intake.ts';
import type { Day } from '../types/period.ts';
import { exact, plain, type Exact, type Maybe } from './exact.ts';

/** Sums of one metric in one channel of one file that are counted, or that gave way. */
export interface CountedSeries {
  file: IntakeFile;
  series: FactSeries;
}

/** Entries of a series, `end` excluded. */
export interface Entries {
  start: number;
  end: number;
}

/** The entries whose days lie in a stretch, both ends included. */
export function entriesWithin(counted: CountedSeries, days: { from: Day; to: Day }): Entries {
  const { file } = counted;
  // Of many small files most lie outside.
  if (file.days[0]! > days.to || file.days.at(-1)! < days.from) return NONE;
  return entriesAt(counted, placesWithin(file.days, days));
}

/** The entries of days that stand at these places of the file. */
export function entriesAt({ file, series }: CountedSeries, places: Entries): Entries {
  const { at } = series.rows;
  // With a value on every day entries stand where their days do.
  return at.length === file.days.length
    ? places
    : { start: entryFrom(at, places.start), end: entryFrom(at, places.end) };
}

/** Places of sorted days that lie in a stretch, both ends included. */
export function placesWithin(days: readonly Day[], { from, to }: { from: Day; to: Day }): Entries {
  for (const one of asked) if (one.days === days && one.from === from && one.to === to) return one.places;
  const start = countWhile(days.length, (place) => days[place]! < from);
  const end = countWhile(days.length, (place) => days[place]! <= to);
  const places = { start, end };
  asked[oldest] = { days, from, to, places };
  oldest = (oldest + 1) % asked.length;
  return places;
}

const NONE: Entries = { start: 0, end: 0 };

/** The series of one file are mostly asked for the same few stretches: the period and what it is compared with. */
const asked = Array.from({ length: 6 }, (): { days: readonly Day[]; from: Day; to: Day; places: Entries } => ({
  ...{ days: [], from: '', to: '', places: NONE },
}));
let oldest = 0;

/** The first entry at a place or after it. */
function entryFrom(at: Int32Array, place: number): number {
  return countWhile(at.length, (entry) => at[entry]! < place);
}

/** Those of sorted days that lie in a stretch, both ends included. */
export function daysWithin(days: readonly Day[], stretch: { from: Day; to: Day }): Day[] {
  const { start, end } = placesWithin(days, stretch);
  return days.slice(start, end);
}

export function dayOf({ file, series }: CountedSeries, entry: number): Day {
  return file.days[series.rows.at[entry]!]!;
}

/** Days with a value, sorted. */
export function daysOf({ file, series }: CountedSeries): Day[] {
  return Array.from(series.rows.at, (place) => file.days[place]!);
}

/** The sum of one day. */
export function sumOf({ units, scale, long }: FactSeries, entry: number): Exact {
  const one = units[entry]!;
  return Number.isNaN(one) ? exact(long.get(entry)!) : { units: BigInt(one), scale };
}

/** The sum over a stretch of days, both ends included; `null` without any value. */
export function sumWithin(parts: readonly CountedSeries[], days: { from: Day; to: Day }): Maybe {
  const running = new RunningSum();
  for (const part of parts) {
    const { start, end } = entriesWithin(part, days);
    running.addSeries(part.series, start, end);
  }
  return running.total;
}

/** The series with other sums of the same days: `sums` stands parallel to its entries. */
export function withSums(series: FactSeries, sums: readonly Exact[]): FactSeries {
  const scale = sums.reduce((finest, one) => Math.max(finest, one.scale), 0);
  const units = new Float64Array(sums.length);
  const long = new Map<number, string>();
  sums.forEach((one, entry) => {
    const whole = Number(one.units * 10n ** BigInt(scale - one.scale));
    const fits = isSafe(whole);
    units[entry] = fits ? whole : NaN;
    if (!fits) long.set(entry, plain(one));
  });
  return { ...series, scale, units, long };
}

/** The entries that are wanted, as a series of their own; the series itself when all are. */
export function onlyEntries(series: FactSeries, wanted: (entry: number) => boolean): FactSeries {
  const kept = Array.from(series.rows.at, (_, entry) => entry).filter(wanted);
  if (kept.length === series.rows.at.length) return series;
  const { at, count, first, last } = series.rows;
  const some = (column: Int32Array): Int32Array => Int32Array.from(kept, (entry) => column[entry]!);
  return {
    ...series,
    rows: { at: some(at), count: some(count), first: some(first), last: some(last) },
    units: Float64Array.from(kept, (entry) => series.units[entry]!),
    long: new Map(
      kept.flatMap((entry, place) => (series.long.has(entry) ? [[place, series.long.get(entry)!] as const] : [])),
    ),
  };
}

/** How many of the first items fulfil a condition that none after them does. */
function countWhile(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Days of a file on which it has rows, within a stretch. */
export function rowDaysWithin({ days, rowsOnDay }: IntakeFile, stretch: { from: Day; to: Day }): Day[] {
  const { start, end } = placesWithin(days, stretch);
  const found: Day[] = [];
  for (let place = start; place < end; place += 1) if (rowsOnDay[place]! > 0) found.push(days[place]!);
  return found;
}

/** Data rows of a file on a day. */
export function rowsOn({ days, rowsOnDay }: IntakeFile, day: Day): number {
  const place = countWhile(days.length, (one) => days[one]! < day);
  return days[place] === day ? rowsOnDay[place]! : 0;
}

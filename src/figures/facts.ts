import type { Cell, IntakeFile } from '../types/intake.ts';
import type { Day } from '../types/period.ts';
import type { Checked, Problem } from '../types/problem.ts';
import type { Client, CurrencyRate, Metric } from '../types/workspace.ts';
import { exact, sum, type Exact } from './exact.ts';
import { checkCostVariants } from './cost-variants.ts';
import { convertFiles } from './currencies.ts';
import { byText } from './order.ts';
import { findOverlaps } from './overlaps.ts';
import { sameFileTwice } from './problems.ts';
import { settleSources, type YieldedCell } from './precedence.ts';

/** Everything a client's exports say, merged: no row twice, every sum with the cells it came from. */
export interface Facts {
  /** Days with at least one counted value, sorted. */
  days: Day[];
  /** Counted sums by metric, channel and day. */
  series: ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<Day, DaySum>>>;
  /** Files without errors, sorted by path; those that repeat another stand here too, with all their days skipped. */
  files: CountedFile[];
  /** Days with any value in a file, by source and channel, sorted: for coverage. */
  sourceDays: ReadonlyMap<string, ReadonlyMap<string, Day[]>>;
  /** Values that gave way to a source named earlier in the precedence. */
  yielded: YieldedCell[];
  /** Warnings of the files and of their merging, with the days they concern (`null`: every period). */
  notices: Notice[];
}

/** One metric's sum on one day in one channel. */
export class DaySum {
  readonly parts: CountedCell[];

  constructor(parts: CountedCell[]) {
    this.parts = parts;
  }

  get sum(): Exact {
    return sum(this.parts.map(({ cell }) => exact(cell.sum)));
  }
}

export interface CountedCell {
  file: IntakeFile;
  cell: Cell;
}

export interface CountedFile {
  file: IntakeFile;
  /** Days whose rows another file already gives. */
  skipped: ReadonlySet<Day>;
}

export interface Notice {
  problem: Problem;
  days: { from: Day; to: Day } | null;
}

/**
 * Merges all files of a client. Files with an error of their own are left out; their problems are not repeated
 * among the returned ones. With an error among those, the value must not be published.
 *
 * - The same file twice (by content) counts once.
 * - In one source, a day whose rows all stand in another file too counts once; rows that contradict each other
 *   or are only partly shared are errors; files that share no row both count.
 * - Of two sources that claim one metric in one channel, or one for the whole business, the declared precedence
 *   chooses; see `settleSources`.
 * - Files of one source with cost with and without VAT are an error.
 * - Money in another currency than the client's is converted by the declared rates, else an error.
 */
export function gatherFacts(
  client: Client,
  files: IntakeFile[],
  metrics: Record<string, Metric>,
  rates: readonly CurrencyRate[] = [],
): Checked<Facts> {
  const sorted = [...files].sort((a, b) => byText(a.file, b.file));
  const money = convertFiles(client, sorted, metrics, rates);
  const usable = money.files.filter((file) => !file.problems.some(isError));
  const { originals, repeats } = findRepeats(usable);
  const overlaps = findOverlaps(client, originals);

  const counted = usable.map((file) => ({
    file,
    skipped: repeats.has(file) ? new Set(daysOf(file)) : (overlaps.skipped.get(file) ?? NO_DAYS),
  }));
  const settled = settleSources(client, counted);
  const notices = [
    ...usable.flatMap((file) => file.problems.map((problem) => ({ problem, days: spanOf(file) }))),
    ...[...repeats].map(([file, of]) => ({ problem: sameFileTwice(client, file, of), days: spanOf(file) })),
    ...money.notices,
    ...overlaps.notices,
    ...settled.notices,
  ];
  const problems = [
    ...money.errors,
    ...money.notices.map((notice) => notice.problem),
    ...[...repeats].map(([file, of]) => sameFileTwice(client, file, of)),
    ...overlaps.notices.map((notice) => notice.problem),
    ...overlaps.errors,
    ...checkCostVariants(client, usable),
    ...settled.errors,
    ...settled.notices.map((notice) => notice.problem),
  ];
  const { series, days } = indexByDay(settled.cells);
  const sourceDays = daysBySource(usable);
  return { value: { days, series, files: counted, sourceDays, yielded: settled.yielded, notices }, problems };
}

/** Days the file has rows on. */
function daysOf(file: IntakeFile): Day[] {
  return [...new Set([...Object.keys(file.rowsByDay), ...file.cells.map((cell) => cell.date)])].sort(byText);
}

function spanOf(file: IntakeFile): { from: Day; to: Day } | null {
  const days = daysOf(file);
  const ends = [...days.slice(0, 1), ...days.slice(-1)];
  if (file.period) ends.push(file.period.from, file.period.to);
  ends.sort(byText);
  return ends.length === 0 ? null : { from: ends[0]!, to: ends.at(-1)! };
}

function findRepeats(files: IntakeFile[]) {
  const originals = new Map<string, IntakeFile>();
  const repeats = new Map<IntakeFile, IntakeFile>();
  for (const file of files) {
    const original = originals.get(file.sha256);
    if (original) repeats.set(file, original);
    else originals.set(file.sha256, file);
  }
  return { originals: [...originals.values()], repeats };
}

function daysBySource(files: IntakeFile[]): Facts['sourceDays'] {
  const sources = new Map<string, Map<string, Set<Day>>>();
  for (const { source, cells } of files) {
    const channels = sources.get(source) ?? new Map<string, Set<Day>>();
    sources.set(source, channels);
    let latest: Cell | null = null;
    for (const cell of cells) {
      // A day's metrics stand together.
      if (latest?.date !== cell.date || latest.channel !== cell.channel) {
        channels.set(cell.channel, (channels.get(cell.channel) ?? new Set()).add(cell.date));
      }
      latest = cell;
    }
  }
  const sorted = (days: Set<Day>) => [...days].sort(byText);
  return new Map(
    [...sources].map(([source, channels]) => [source, new Map([...channels].map(([id, days]) => [id, sorted(days)]))]),
  );
}

function indexByDay(cells: CountedCell[]): Pick<Facts, 'series' | 'days'> {
  const series = new Map<string, Map<string, Map<Day, DaySum>>>();
  const days = new Set<Day>();
  let latest = { metric: '', channel: '', byDay: new Map<Day, DaySum>() };
  for (const part of cells) {
    const { metric, channel, date } = part.cell;
    // Cells of one metric and channel stand together.
    if (latest.metric !== metric || latest.channel !== channel) {
      latest = { metric, channel, byDay: placeIn(placeIn(series, metric), channel) };
    }
    const { byDay } = latest;
    const before = byDay.get(date);
    if (before === undefined) byDay.set(date, new DaySum([part]));
    else before.parts.push(part);
    days.add(date);
  }
  return { series, days: [...days].sort(byText) };
}

/** The map under a key, a new one when there is none. */
function placeIn<K, V>(maps: Map<string, Map<K, V>>, key: string): Map<K, V> {
  let found = maps.get(key);
  if (found === undefined) maps.set(key, (found = new Map()));
  return found;
}

function isError(problem: Problem): boolean {
  return problem.severity === 'error';
}

const NO_DAYS: ReadonlySet<Day> = new Set();

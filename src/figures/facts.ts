import type { CountedFile, Notice } from './counted-file.ts';
import type { IntakeFile } from '../types/intake.ts';
import type { Day } from '../types/period.ts';
import type { Checked, Problem } from '../types/problem.ts';
import type { Client, CurrencyRate, Metric } from '../types/workspace.ts';
import { checkCostVariants } from './cost-variants.ts';
import { convertFiles } from './currencies.ts';
import { byText } from './order.ts';
import { findOverlaps } from './overlaps.ts';
import { dataAfterUntil, sameFileTwice } from './problems.ts';
import { settleSources, type YieldedSeries } from './precedence.ts';
import type { CountedSeries } from './series.ts';

/** Everything a client's exports say, merged: no row twice, every sum with the rows it came from. */
export interface Facts {
  /** Days with at least one counted value, sorted. */
  days: Day[];
  /** Counted sums by metric and channel; several files and sources may give one channel's. */
  series: ReadonlyMap<string, ReadonlyMap<string, readonly CountedSeries[]>>;
  /** Files without errors, sorted by path; those that repeat another stand here too, with all their days skipped. */
  files: CountedFile[];
  /** Days with any value in a file, by source and channel, sorted: for coverage. */
  sourceDays: ReadonlyMap<string, ReadonlyMap<string, readonly Day[]>>;
  /** By source, the last day that the client's rules say it was in use. */
  until: ReadonlyMap<string, Day>;
  /** Values that gave way to a source named earlier in the precedence. */
  yielded: YieldedSeries[];
  /** Warnings of the files and of their merging, with the days they concern (`null`: every period). */
  notices: Notice[];
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
    skipped: repeats.has(file) ? new Set(file.days) : (overlaps.skipped.get(file) ?? NO_DAYS),
  }));
  const settled = settleSources(client, counted, metrics);
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
  const { yielded } = settled;
  const series = byMetric(settled.counted);
  const days = [...unionOf(settled.counted)];
  const sourceDays = daysBySource(usable);
  const until = untilOf(client);
  return {
    value: { days, series, files: counted, sourceDays, until, yielded, notices },
    problems: [...problems, ...notOver(client, sourceDays, until)],
  };
}

function untilOf({ sources: { sources } }: Client): Facts['until'] {
  return new Map(
    Object.entries(sources).flatMap(([source, { until }]) => (until === undefined ? [] : [[source, until]])),
  );
}

/** Sources that have data after the day that is declared to be their last. */
function notOver(client: Client, sourceDays: Facts['sourceDays'], until: Facts['until']): Problem[] {
  return [...until].flatMap(([source, last]) => {
    const days = [...(sourceDays.get(source)?.values() ?? [])].flatMap((own) => own.at(-1) ?? []);
    const later = days
      .filter((day) => day > last)
      .sort(byText)
      .at(-1);
    return later === undefined ? [] : [dataAfterUntil(client, source, last, later)];
  });
}

function spanOf({ days, period }: IntakeFile): { from: Day; to: Day } | null {
  const ends = [...days.slice(0, 1), ...days.slice(-1)];
  if (period) ends.push(period.from, period.to);
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
  const sources = new Map<string, Map<string, CountedSeries[]>>();
  for (const file of files) {
    const channels = placeIn(sources, file.source);
    for (const series of file.series) {
      const all = channels.get(series.channel);
      if (all === undefined) channels.set(series.channel, [{ file, series }]);
      else all.push({ file, series });
    }
  }
  return new Map(
    [...sources].map(([source, channels]) => [
      source,
      new Map([...channels].map(([channel, all]) => [channel, unionOf(all)])),
    ]),
  );
}

function byMetric(counted: readonly CountedSeries[]): Facts['series'] {
  const metrics = new Map<string, Map<string, CountedSeries[]>>();
  for (const one of counted) {
    const channels = placeIn(metrics, one.series.metric);
    const known = channels.get(one.series.channel);
    if (known === undefined) channels.set(one.series.channel, [one]);
    else known.push(one);
  }
  return metrics;
}

/** Days of all series, each once, sorted. */
function unionOf(all: readonly CountedSeries[]): readonly Day[] {
  const full = new Set<IntakeFile>();
  const valued = new Map<IntakeFile, Uint8Array>();
  const seen = new Set<Int32Array>();
  for (const { file, series } of all) {
    // Metrics of one channel mostly share their rows.
    if (seen.has(series.rows.at)) continue;
    seen.add(series.rows.at);
    // With a value on every day nothing is left to be found.
    if (series.rows.at.length === file.days.length) full.add(file);
    if (full.has(file)) continue;
    const places = valued.get(file) ?? new Uint8Array(file.days.length);
    for (const place of series.rows.at) places[place] = 1;
    valued.set(file, places);
  }
  const some = [...valued].filter(([file]) => !full.has(file));
  const days = [
    ...[...full].map((file) => file.days),
    ...some.map(([file, places]) => file.days.filter((_, place) => places[place] === 1)),
  ];
  return days.length === 1 ? days[0]! : [...new Set(days.flat())].sort(byText);
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

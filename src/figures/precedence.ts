import type { Dispute } from './problems.ts';
import type { IntakeFile } from '../types/intake.ts';
import type { Day } from '../types/period.ts';
import type { Problem } from '../types/problem.ts';
import type { Client, Metric } from '../types/workspace.ts';
import { sum, type Exact } from './exact.ts';
import type { CountedFile, Notice } from './counted-file.ts';
import { byText } from './order.ts';
import { countedTwice, twoSources } from './problems.ts';
import { dayOf, daysOf, onlyEntries, sumOf, type CountedSeries } from './series.ts';
import { findDoubleCount, wholeSources } from './whole-business.ts';

/** Values that are not counted, because `winner` stands before `source` in the precedence of their metric. */
export interface YieldedSeries extends CountedSeries {
  source: string;
  winner: string;
  /** The winner speaks for another channel, or for the whole business. */
  across: boolean;
}

interface Settled {
  counted: CountedSeries[];
  yielded: YieldedSeries[];
  errors: Problem[];
  notices: Notice[];
}

/** The values of one source in one channel. */
interface Claimant {
  channel: string;
  source: string;
  series: CountedSeries[];
  /** Speaks for every channel. */
  whole: boolean;
}

/**
 * Chooses between sources that claim one metric in one channel. A file claims a channel that it has a value of,
 * from the first to the last day of its period: a CRM without a row on a day says that there was no lead, and the
 * ads' own count must not slip in there. The first source of the declared precedence that claims a day counts;
 * the others' values of that day are kept as yielded. Claimed on a common day without precedence: an error.
 * A source of the whole business claims every channel; without precedence its values are added and a warning says so.
 */
export function settleSources(client: Client, files: CountedFile[], metrics: Record<string, Metric>): Settled {
  const settled: Settled = { counted: [], yielded: [], errors: [], notices: [] };
  for (const [metric, channels] of groupSeries(files)) {
    const declared = client.sources.precedence[metric] ?? [];
    const wholes = wholeSources(client, channels);
    const disputes: Dispute[] = [];
    const ranked: Claimant[] = [];
    for (const [channel, sources] of channels) {
      const mayYield = sources.size > 1 || wholes.size > 0;
      if (mayYield && [...sources.keys()].every((source) => declared.includes(source))) {
        for (const [source, series] of sources) ranked.push({ channel, source, series, whole: wholes.has(source) });
        continue;
      }
      settled.counted.push(...[...sources.values()].flat());
      const dispute = findDispute(channel, sources);
      if (dispute) disputes.push(dispute);
    }
    choose(settled, ranked, declared);
    if (disputes.length > 0) settled.errors.push(twoSources(client, metrics[metric]!, declared, disputes));
    const double = wholes.size > 0 ? findDoubleCount(metric, channels, wholes, declared) : null;
    if (double) settled.notices.push({ problem: countedTwice(client, metrics[metric]!, double), days: double.days });
  }
  return settled;
}

type BySource = Map<string, CountedSeries[]>;

/** Metric → channel → source → series, each level sorted, without the days that another file repeats. */
function groupSeries(files: CountedFile[]): [string, [string, BySource][]][] {
  const metrics = new Map<string, Map<string, BySource>>();
  for (const { file, skipped } of files) {
    for (const whole of file.series) {
      const { metric, channel, rows } = whole;
      const counts = (entry: number): boolean => !skipped.has(file.days[rows.at[entry]!]!);
      const series = skipped.size === 0 ? whole : onlyEntries(whole, counts);
      if (series.rows.at.length === 0) continue;
      const channels = metrics.get(metric) ?? new Map<string, BySource>();
      if (!metrics.has(metric)) metrics.set(metric, channels);
      const sources = channels.get(channel) ?? new Map<string, CountedSeries[]>();
      if (!channels.has(channel)) channels.set(channel, sources);
      const known = sources.get(file.source);
      if (known === undefined) sources.set(file.source, [{ file, series }]);
      else known.push({ file, series });
    }
  }
  return sortedEntries(metrics).map(([metric, channels]) => [metric, sortedEntries(channels)]);
}

type Claim = Claimant & { from: Day; to: Day };

function choose(settled: Settled, claimants: Claimant[], declared: string[]): void {
  const rank = ({ source }: Claimant): number => declared.indexOf(source);
  const claims: Claim[] = [];
  for (const one of [...claimants].sort((a, b) => rank(a) - rank(b))) {
    const rivals = claims.filter(
      ({ source, channel, whole }) => source !== one.source && (channel === one.channel || whole || one.whole),
    );
    for (const part of one.series) giveWay(settled, part, one, rivals);
    claims.push(...claimedDays(one.series).map((days) => ({ ...one, ...days })));
  }
}

/** Each day counts, or gives way to the first rival that claims it. */
function giveWay(settled: Settled, part: CountedSeries, { source, channel }: Claimant, rivals: readonly Claim[]): void {
  const { file, series } = part;
  const winners = daysOf(part).map((day) => rivals.find(({ from, to }) => from <= day && day <= to) ?? null);
  for (const winner of new Set(winners)) {
    const given = { file, series: onlyEntries(series, (entry) => winners[entry] === winner) };
    if (winner === null) settled.counted.push(given);
    else settled.yielded.push({ ...given, source, winner: winner.source, across: winner.channel !== channel });
  }
}

/** The stretches of days that the files behind the series speak for. */
function claimedDays(all: readonly CountedSeries[]): { from: Day; to: Day }[] {
  const days = new Map<IntakeFile, { from: Day; to: Day }>();
  for (const one of all) {
    const [first, last] = [dayOf(one, 0), dayOf(one, one.series.rows.at.length - 1)];
    const { from, to } = days.get(one.file) ?? one.file.period ?? { from: first, to: last };
    days.set(one.file, { from: first < from ? first : from, to: last > to ? last : to });
  }
  return [...days.values()];
}

function findDispute(channel: string, sources: BySource): Dispute | null {
  if (sources.size < 2) return null;
  const claimants = new Map<Day, Set<string>>();
  for (const [source, all] of sources) {
    for (const day of all.flatMap(daysOf)) claimants.set(day, (claimants.get(day) ?? new Set()).add(source));
  }
  const commonOf = (one: CountedSeries): Exact[] =>
    daysOf(one).flatMap((day, entry) => (claimants.get(day)!.size > 1 ? [sumOf(one.series, entry)] : []));
  const sums = sortedEntries(sources)
    .map(([source, all]) => ({ source, common: all.flatMap(commonOf) }))
    .filter(({ common }) => common.length > 0)
    .map(({ source, common }) => ({ source, sum: sum(common) }));
  return sums.length > 0 ? { channel, sums } : null;
}

function sortedEntries<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => byText(a, b));
}

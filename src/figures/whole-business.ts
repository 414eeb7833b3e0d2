import { RunningSum } from '../decimals/running-sum.ts';
import type { Day } from '../types/period.ts';
import type { Client } from '../types/workspace.ts';
import { ZERO, type Exact } from './exact.ts';
import { dayOf, type CountedSeries } from './series.ts';

/** Systems that count every sale, lead or visit, whichever channel brought it. */
const SEES_EVERYTHING = new Set([
  'amocrm',
  'bitrix24',
  'crm-deals',
  'ga4',
  'hubspot',
  'matomo',
  'shopify',
  'yandex-metrica',
]);

/** Channels of one metric, each with its sources' counted series. */
type Channels = readonly [string, ReadonlyMap<string, CountedSeries[]>][];

/** One metric that is stated for the whole business and once more by others. */
export interface DoubleCount {
  metric: string;
  /** Over all their days; those of the whole business first. */
  sums: { source: string; sum: Exact }[];
  wholes: string[];
  /** Days that both speak for lie within. */
  days: { from: Day; to: Day };
}

/**
 * Sources that state the metric for the whole business: a CRM, a shop or site analytics whose rows name no channel and
 * to which `sources.json` gives none. What they count the advertising systems count too.
 */
export function wholeSources(client: Client, channels: Channels): ReadonlySet<string> {
  const isWhole = (channel: string, source: string, series: CountedSeries[]): boolean => {
    const rule = client.sources.sources[source];
    const named = rule?.channel !== undefined || rule?.channelColumn !== undefined;
    return channel === source && !named && series.every(({ file }) => SEES_EVERYTHING.has(file.format ?? ''));
  };
  const all = channels.flatMap(([channel, sources]) =>
    [...sources].map(([source, series]) => ({ source, whole: isWhole(channel, source, series) })),
  );
  const attributed = new Set(all.filter(({ whole }) => !whole).map(({ source }) => source));
  return new Set(all.flatMap(({ source, whole }) => (whole && !attributed.has(source) ? [source] : [])));
}

/** What is added up although it may be the same leads or sales; `null` when nothing is, or all is declared. */
export function findDoubleCount(
  metric: string,
  channels: Channels,
  wholes: ReadonlySet<string>,
  declared: readonly string[],
): DoubleCount | null {
  const bySource = new Map<string, CountedSeries[]>();
  for (const [, sources] of channels) {
    for (const [source, series] of sources) bySource.set(source, [...(bySource.get(source) ?? []), ...series]);
  }
  const spans = new Map([...bySource].map(([source, series]) => [source, spanOf(series)]));
  const common: Span[] = [];
  const wholesOf = new Set<string>();
  const involved = new Set<string>();
  for (const whole of wholes) {
    for (const [source, span] of spans) {
      const settled = declared.includes(whole) && declared.includes(source);
      const days = source === whole || settled ? null : overlapOf(spans.get(whole)!, span);
      if (days === null) continue;
      common.push(days);
      wholesOf.add(whole);
      involved.add(source);
    }
  }
  if (common.length === 0) return null;
  const days = common.reduce((a, b) => ({ from: a.from < b.from ? a.from : b.from, to: a.to > b.to ? a.to : b.to }));
  const sums = [...new Set([...wholesOf, ...involved])].map((source) => ({
    source,
    sum: totalOf(bySource.get(source)!),
  }));
  return { metric, sums, wholes: [...wholesOf], days };
}

interface Span {
  from: Day;
  to: Day;
}

function totalOf(all: readonly CountedSeries[]): Exact {
  const running = new RunningSum();
  for (const { series } of all) running.addSeries(series);
  return running.total ?? ZERO;
}

function spanOf(all: readonly CountedSeries[]): Span {
  const ends = all.flatMap((one) => [dayOf(one, 0), dayOf(one, one.series.units.length - 1)]).sort();
  return { from: ends[0]!, to: ends.at(-1)! };
}

function overlapOf(one: Span, other: Span): Span | null {
  const from = one.from > other.from ? one.from : other.from;
  const to = one.to < other.to ? one.to : other.to;
  return from <= to ? { from, to } : null;
}

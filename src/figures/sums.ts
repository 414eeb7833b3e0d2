import { RunningSum } from '../decimals/running-sum.ts';
import type { Period } from '../types/period.ts';
import type { Metric } from '../types/workspace.ts';
import { add, divide, exact, multiply, signOf, type Exact, type Maybe } from './exact.ts';
import type { Facts } from './facts.ts';
import { eachDay } from './period.ts';
import { dayOf, entriesWithin, sumWithin } from './series.ts';

/** Sums of additive metrics by metric id. A metric that no row had a value of is absent: empty is not zero. */
export type MetricSums = ReadonlyMap<string, Exact>;

/** The sums of some days, of the whole client and of each channel. */
export interface Sums {
  total: MetricSums;
  channels: ReadonlyMap<string, MetricSums>;
}

/**
 * The sums of a whole stretch. Ratios are left out: they are computed from these sums at every level. Remembered with
 * the facts: the reports of two years and their histories ask for the same months hundreds of times.
 */
export function sumPeriod(facts: Facts, { from, to }: Pick<Period, 'from' | 'to'>): Sums {
  let known = remembered.get(facts);
  if (known === undefined) remembered.set(facts, (known = new Map()));
  const key = `${from}..${to}`;
  let sums = known.get(key);
  if (sums === undefined) known.set(key, (sums = addUp(facts, { from, to })));
  return sums;
}

function addUp(facts: Facts, days: Pick<Period, 'from' | 'to'>): Sums {
  const total = new Map<string, Exact>();
  const channels = new Map<string, Map<string, Exact>>();
  for (const [metric, byChannel] of facts.series) {
    for (const [channel, parts] of byChannel) {
      const sum = sumWithin(parts, days);
      if (sum === null) continue;
      addTo(total, metric, sum);
      addTo(metricsOf(channels, channel), metric, sum);
    }
  }
  return { total, channels };
}

/** The whole client's sums of each day of a stretch. */
export function sumsByDay(facts: Facts, days: Pick<Period, 'from' | 'to'>): MetricSums[] {
  const places = new Map(eachDay(days).map((day, place) => [day, place]));
  const sums = Array.from(places, () => new Map<string, Exact>());
  for (const [metric, byChannel] of facts.series) {
    const running = sums.map((): RunningSum | null => null);
    for (const part of [...byChannel.values()].flat()) {
      const { start, end } = entriesWithin(part, days);
      for (let entry = start; entry < end; entry += 1) {
        const sum = (running[places.get(dayOf(part, entry))!] ??= new RunningSum());
        sum.addSeries(part.series, entry, entry + 1);
      }
    }
    running.forEach((sum, day) => sum && sums[day]!.set(metric, sum.total!));
  }
  return sums;
}

const remembered = new WeakMap<Facts, Map<string, Sums>>();

/**
 * The metric's value from sums: a ratio is `numerator × factor / denominator`, unknown when a part is unknown or the
 * denominator is not above zero: where more was refunded than sold, spend is no share of revenue, and no low one.
 */
export function valueOf(metric: Metric, sums: MetricSums): Maybe {
  if (metric.kind === 'additive') return sums.get(metric.id) ?? null;
  const numerator = sums.get(metric.numerator);
  const denominator = sums.get(metric.denominator);
  if (numerator === undefined || denominator === undefined || signOf(denominator) < 0) return null;
  return divide(metric.factor === undefined ? numerator : multiply(numerator, factorOf(metric)), denominator);
}

/** What a metric is multiplied by after the division; 1 for most. */
export function factorOf(metric: Metric): Exact {
  return exact(String(metric.kind === 'ratio' ? (metric.factor ?? 1) : 1));
}

/** The sums of one channel; empty when it has none. */
export function channelSums(sums: Sums, channel: string): MetricSums {
  return sums.channels.get(channel) ?? NO_SUMS;
}

const NO_SUMS: MetricSums = new Map();

function addTo(sums: Map<string, Exact>, metric: string, amount: Exact): void {
  const before = sums.get(metric);
  sums.set(metric, before === undefined ? amount : add(before, amount));
}

function metricsOf(channels: Map<string, Map<string, Exact>>, channel: string): Map<string, Exact> {
  let sums = channels.get(channel);
  if (sums === undefined) channels.set(channel, (sums = new Map()));
  return sums;
}

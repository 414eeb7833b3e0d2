import type { Day, Period } from '../types/period.ts';
import type { Metric } from '../types/workspace.ts';
import { add, divide, exact, ExactSum, multiply, type Exact, type Maybe } from './exact.ts';
import type { CountedCell, Facts } from './facts.ts';
import { eachDay } from './period.ts';

/** Sums of additive metrics by metric id. A metric that no row had a value of is absent: empty is not zero. */
export type MetricSums = ReadonlyMap<string, Exact>;

/** The sums of some days, of the whole client and of each channel. */
export interface Sums {
  total: MetricSums;
  channels: ReadonlyMap<string, MetricSums>;
}

/** Adds up the given days. Ratios are left out: they are computed from these sums at every level. */
export function sumDays(facts: Facts, days: readonly Day[]): Sums {
  const total = new Map<string, Exact>();
  const channels = new Map<string, Map<string, Exact>>();
  for (const [metric, byChannel] of facts.series) {
    for (const [channel, byDay] of byChannel) {
      const running = new ExactSum();
      for (const day of days) {
        const parts = byDay.get(day)?.parts ?? NO_PARTS;
        for (const { cell } of parts) running.add(cell.sum);
      }
      const sum = running.total;
      if (sum === null) continue;
      addTo(total, metric, sum);
      addTo(metricsOf(channels, channel), metric, sum);
    }
  }
  return { total, channels };
}

/**
 * The sums of a whole stretch. Remembered with the facts: the reports of two years and their histories ask for the
 * same months hundreds of times.
 */
export function sumPeriod(facts: Facts, { from, to }: Pick<Period, 'from' | 'to'>): Sums {
  let known = remembered.get(facts);
  if (known === undefined) remembered.set(facts, (known = new Map()));
  const key = `${from}..${to}`;
  let sums = known.get(key);
  if (sums === undefined) known.set(key, (sums = sumDays(facts, eachDay({ from, to }))));
  return sums;
}

const remembered = new WeakMap<Facts, Map<string, Sums>>();

/** The metric's value from sums: a ratio is `numerator × factor / denominator`, unknown when a part is unknown or the denominator zero. */
export function valueOf(metric: Metric, sums: MetricSums): Maybe {
  if (metric.kind === 'additive') return sums.get(metric.id) ?? null;
  const numerator = sums.get(metric.numerator);
  const denominator = sums.get(metric.denominator);
  if (numerator === undefined || denominator === undefined) return null;
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

const NO_PARTS: readonly CountedCell[] = [];
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

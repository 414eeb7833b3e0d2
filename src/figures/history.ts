import type { Decimal } from '../types/figures.ts';
import type { Day, Period } from '../types/period.ts';
import type { HistoryPoint } from '../types/report.ts';
import type { Metric } from '../types/workspace.ts';
import { plainOrNull } from './exact.ts';
import type { Facts } from './facts.ts';
import { byText } from './order.ts';
import { monthsOf } from './period.ts';
import { channelSums, sumPeriod, valueOf, type MetricSums } from './sums.ts';

const MONTHS = 26;

/**
 * Calendar months with data up to `lastDay`, oldest first, at most 26. The last one ends on `lastDay`
 * when the month goes on after it; it keeps the month's id.
 */
export function monthlyHistory(facts: Facts, metrics: Metric[], lastDay: Day): HistoryPoint[] {
  const first = facts.days[0];
  if (first === undefined || first > lastDay) return [];
  return monthsOf({ from: first, to: lastDay })
    .slice(-MONTHS)
    .map((month) => point(facts, metrics, { ...month, to: month.to < lastDay ? month.to : lastDay }));
}

function point(facts: Facts, metrics: Metric[], month: Period): HistoryPoint {
  const sums = sumPeriod(facts, month);
  const channels = [...sums.channels.keys()]
    .sort(byText)
    .map((id): [string, Record<string, Decimal>] => [id, valuesOf(metrics, channelSums(sums, id))])
    .filter(([, values]) => Object.values(values).some((value) => value !== null));
  return { period: month, values: valuesOf(metrics, sums.total), channels: Object.fromEntries(channels) };
}

/** Every metric's value in the metrics' order, `null` when unknown. */
export function valuesOf(metrics: Metric[], sums: MetricSums): Record<string, Decimal> {
  const values: Record<string, Decimal> = {};
  for (const metric of metrics) values[metric.id] = plainOrNull(valueOf(metric, sums));
  return values;
}

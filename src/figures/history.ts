import type { Decimal } from '../types/figures.ts';
import type { Day, Period } from '../types/period.ts';
import type { HistoryPoint } from '../types/report.ts';
import type { Metric } from '../types/workspace.ts';
import { plainOrNull } from './exact.ts';
import type { Facts } from './facts.ts';
import { MonthTable } from './month-table.ts';
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
  const months = monthsOf({ from: first, to: lastDay })
    .slice(-MONTHS)
    .map((month) => ({ ...month, to: month.to < lastDay ? month.to : lastDay }));
  const table = MonthTable.of(facts, months);
  return table === null ? months.map((month) => point(facts, metrics, month)) : points(table, metrics, months);
}

function points(table: MonthTable, metrics: Metric[], months: readonly Period[]): HistoryPoint[] {
  const totals = table.values(metrics, null);
  const channels = table.channels.map((id) => ({ id, values: table.values(metrics, id) }));
  return months.map((period, month) => ({
    period,
    values: totals[month]!,
    channels: Object.fromEntries(
      channels.map(({ id, values }) => [id, values[month]!] as const).filter(([, values]) => isAnyKnown(values)),
    ),
  }));
}

function point(facts: Facts, metrics: Metric[], month: Period): HistoryPoint {
  const sums = sumPeriod(facts, month);
  const channels = [...sums.channels.keys()]
    .sort(byText)
    .map((id): [string, Record<string, Decimal>] => [id, valuesOf(metrics, channelSums(sums, id))])
    .filter(([, values]) => isAnyKnown(values));
  return { period: month, values: valuesOf(metrics, sums.total), channels: Object.fromEntries(channels) };
}

function isAnyKnown(values: Record<string, Decimal>): boolean {
  for (const id in values) if (values[id] !== null) return true;
  return false;
}

/** Every metric's value in the metrics' order, `null` when unknown. */
export function valuesOf(metrics: Metric[], sums: MetricSums): Record<string, Decimal> {
  const values: Record<string, Decimal> = {};
  for (const metric of metrics) values[metric.id] = plainOrNull(valueOf(metric, sums));
  return values;
}

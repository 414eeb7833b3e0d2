import { isSafe } from '../decimals/units.ts';
import type { Day, Period } from '../types/period.ts';
import type { MonthlyHistory, HistorySums, MonthSums } from '../types/report.ts';
import type { Metric } from '../types/workspace.ts';
import { powerOfTen, type Exact } from './exact.ts';
import type { Facts } from './facts.ts';
import { historyValue } from './history-value.ts';
import { MonthTable } from './month-table.ts';
import { byText } from './order.ts';
import { monthsOf } from './period.ts';
import { channelSums, sumPeriod, type MetricSums, type Sums } from './sums.ts';

const MONTHS = 26;

/**
 * Calendar months with data up to `lastDay`, oldest first, at most 26. The last one ends on `lastDay`
 * when the month goes on after it; it keeps the month's id.
 * @param metrics of the report: a channel without any value of theirs is left out
 */
export function monthlyHistory(facts: Facts, metrics: readonly Metric[], lastDay: Day): MonthlyHistory {
  const first = facts.days[0];
  if (first === undefined || first > lastDay) return { months: [], total: {}, channels: {} };
  const months = monthsOf({ from: first, to: lastDay })
    .slice(-MONTHS)
    .map((month) => ({ ...month, to: month.to < lastDay ? month.to : lastDay }));
  const sums = MonthTable.of(facts, months)?.sums() ?? longSums(facts, months);
  const history: MonthlyHistory = { months, ...sums };
  const shown = Object.keys(sums.channels).filter((channel) => isAnyKnown(history, metrics, channel));
  return { ...history, channels: Object.fromEntries(shown.map((channel) => [channel, sums.channels[channel]!])) };
}

function isAnyKnown(history: MonthlyHistory, metrics: readonly Metric[], channel: string): boolean {
  return metrics.some((metric) =>
    history.months.some((_, month) => historyValue(history, metric, month, channel) !== null),
  );
}

/** The same sums one by one, of any length. */
function longSums(facts: Facts, months: readonly Period[]): Pick<MonthlyHistory, 'total' | 'channels'> {
  const byMonth = months.map((month) => sumPeriod(facts, month));
  const channels = [...new Set(byMonth.flatMap((sums) => [...sums.channels.keys()]))].sort(byText);
  return {
    total: columnsOf(byMonth, (sums) => sums.total),
    channels: Object.fromEntries(
      channels.map((channel) => [channel, columnsOf(byMonth, (sums) => channelSums(sums, channel))]),
    ),
  };
}

function columnsOf(months: readonly Sums[], pick: (sums: Sums) => MetricSums): HistorySums {
  const picked = months.map(pick);
  const metrics = new Set(picked.flatMap((sums) => [...sums.keys()]));
  return Object.fromEntries([...metrics].map((id) => [id, columnOf(picked.map((sums) => sums.get(id) ?? null))]));
}

function columnOf(sums: readonly (Exact | null)[]): MonthSums {
  const scale = Math.max(...sums.map((sum) => sum?.scale ?? 0));
  return { scale, units: sums.map((sum) => sum && unitsOf(sum, scale)) };
}

function unitsOf(sum: Exact, scale: number): number | string {
  const units = sum.units * powerOfTen(scale - sum.scale).units;
  return isSafe(Number(units)) ? Number(units) : String(units);
}

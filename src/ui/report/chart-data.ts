import type { ChartSeries } from '../../charts/types.ts';
import { historyValue } from '../../figures/history-value.ts';
import { daysIn, periodOf } from '../../figures/period.ts';
import type { Decimal } from '../../types/figures.ts';
import type { Period } from '../../types/period.ts';
import type { MonthlyHistory, MetricCard } from '../../types/report.ts';

const numberOf = (value: Decimal | undefined): number | null => (value == null ? null : Number(value));

/** A series with its exact decimals for the table. */
export function seriesOf(id: string, name: string, values: (Decimal | undefined)[]): ChartSeries {
  return { id, name, values: values.map(numberOf), exact: values.map((value) => value ?? null) };
}

/** Places of the latest months of a history, oldest first. */
export function latestMonths({ months }: MonthlyHistory, count: number): number[] {
  return [...months.keys()].slice(-count);
}

/** Names of months as chart labels, `2026-10`. */
export const monthLabels = (history: MonthlyHistory, months: readonly number[]): string[] =>
  months.map((month) => labelOf(history.months[month]!));

const labelOf = ({ from }: Period): string => from.slice(0, 7);

/** One metric month by month over all channels. */
export const totalSeries = (history: MonthlyHistory, months: readonly number[], { id, name, definition }: MetricCard) =>
  seriesOf(
    id,
    name,
    months.map((month) => historyValue(history, definition, month)),
  );

/** One metric month by month, a series for each channel that has any value. */
export function channelSeries(
  history: MonthlyHistory,
  months: readonly number[],
  { definition }: MetricCard,
  channels: { id: string; name: string }[],
): ChartSeries[] {
  return channels
    .map(({ id, name }) =>
      seriesOf(
        id,
        name,
        months.map((month) => historyValue(history, definition, month, id)),
      ),
    )
    .filter(({ values }) => values.some((value) => value !== null && value !== 0));
}

/** The same months a year earlier, for a thin line behind; empty when fewer than half of them are known. */
export function yearEarlier(
  history: MonthlyHistory,
  months: readonly number[],
  { id, definition }: MetricCard,
  name: string,
): ChartSeries[] {
  const places = new Map(history.months.map((period, month) => [labelOf(period), month]));
  const values = months.map((month) => {
    const period = history.months[month]!;
    // The days of a running month are no match for a whole one.
    if (daysIn(period) < daysIn(periodOf(period.from, 'month'))) return null;
    const [year = '', ofYear = ''] = period.from.split('-');
    const earlier = places.get(`${Number(year) - 1}-${ofYear}`);
    return earlier === undefined ? null : historyValue(history, definition, earlier);
  });
  // A point or two say nothing of the year before.
  const known = values.filter((value) => value !== null).length;
  return known * 2 >= months.length && known > 1 ? [seriesOf(`${id}-year-ago`, name, values)] : [];
}

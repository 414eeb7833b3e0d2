import type { ChartSeries } from '../../charts/types.ts';
import { daysIn, periodOf } from '../../figures/period.ts';
import type { Decimal } from '../../types/figures.ts';
import type { HistoryPoint } from '../../types/report.ts';

const numberOf = (value: Decimal | undefined): number | null => (value == null ? null : Number(value));

/** A series with its exact decimals for the table. */
export function seriesOf(id: string, name: string, values: (Decimal | undefined)[]): ChartSeries {
  return { id, name, values: values.map(numberOf), exact: values.map((value) => value ?? null) };
}

/** Names of months as chart labels, `2026-10`. */
export const monthLabels = (history: HistoryPoint[]): string[] => history.map(({ period }) => period.from.slice(0, 7));

/** One metric month by month over all channels. */
export const totalSeries = (history: HistoryPoint[], metric: string, name: string): ChartSeries =>
  seriesOf(
    metric,
    name,
    history.map(({ values }) => values[metric]),
  );

/** One metric month by month, a series for each channel that has any value. */
export function channelSeries(
  history: HistoryPoint[],
  metric: string,
  channels: { id: string; name: string }[],
): ChartSeries[] {
  return channels
    .map(({ id, name }) =>
      seriesOf(
        id,
        name,
        history.map(({ channels: values }) => values[id]?.[metric]),
      ),
    )
    .filter(({ values }) => values.some((value) => value !== null && value !== 0));
}

/** The same months a year earlier, for a thin line behind; empty when fewer than half of them are known. */
export function yearEarlier(
  history: HistoryPoint[],
  shown: HistoryPoint[],
  metric: string,
  name: string,
): ChartSeries[] {
  const byMonth = new Map(history.map((point) => [point.period.from.slice(0, 7), point.values[metric]]));
  const values = shown.map(({ period }) => {
    // The days of a running month are no match for a whole one.
    if (daysIn(period) < daysIn(periodOf(period.from, 'month'))) return null;
    const [year = '', month = ''] = period.from.split('-');
    return byMonth.get(`${Number(year) - 1}-${month}`);
  });
  // A point or two say nothing of the year before.
  const known = values.filter((value) => value != null).length;
  return known * 2 >= shown.length && known > 1 ? [seriesOf(`${metric}-year-ago`, name, values)] : [];
}

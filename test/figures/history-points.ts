import { historyValue } from '../../src/figures/history-value.ts';
import type { Decimal } from '../../src/types/figures.ts';
import type { MonthlyHistory } from '../../src/types/report.ts';
import type { Metric } from '../../src/types/workspace.ts';

/** A history told month by month: every value of the client and of each channel that has any in that month. */
export function pointsOf(history: MonthlyHistory, metrics: readonly Metric[]) {
  const valuesIn = (month: number, channel?: string): Record<string, Decimal> =>
    Object.fromEntries(metrics.map((metric) => [metric.id, historyValue(history, metric, month, channel)]));
  return history.months.map((period, month) => ({
    period,
    values: valuesIn(month),
    channels: Object.fromEntries(
      Object.keys(history.channels)
        .map((channel) => [channel, valuesIn(month, channel)] as const)
        .filter(([, values]) => Object.values(values).some((value) => value !== null)),
    ),
  }));
}

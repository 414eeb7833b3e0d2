import type { ReportModel } from '../../types/report.ts';

/**
 * Whether a ratio has no value since what it is divided by was counted and is nothing, or less: a cost per sale of no
 * sale, a share of a revenue that refunds have turned negative.
 */
export function dividesByZero(
  { metrics, totals }: { metrics: ReportModel['metrics']; totals: readonly { metric: string; value: string | null }[] },
  metric: string,
): boolean {
  const definition = metrics[metric]?.definition;
  if (definition?.kind !== 'ratio') return false;
  return totals.some(({ metric: id, value }) => id === definition.denominator && value !== null && Number(value) <= 0);
}

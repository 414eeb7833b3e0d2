import type { ReportModel } from '../../types/report.ts';

/** The anchor of a metric's entry in the data appendix; `null` when the page has none. */
export function findLineage(report: ReportModel | undefined, metric: string): string | null {
  return report?.lineage.find((entry) => entry.metric === metric)?.anchor ?? null;
}

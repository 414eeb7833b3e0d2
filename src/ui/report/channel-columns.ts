import type { ReportModel } from '../../types/report.ts';

/** More columns than this do not fit a sheet of A4. */
const MOST = 6;

/** Columns of the channels table: the contract's KPIs that any channel has a value for, outcomes before activity. */
export function channelColumns(report: ReportModel): string[] {
  const filled = (id: string): boolean =>
    Object.values(report.byChannel).some((list) => list.some(({ metric, value }) => metric === id && value !== null));
  return report.kpis
    .map(({ metric }) => metric)
    .filter(filled)
    .slice(0, MOST);
}

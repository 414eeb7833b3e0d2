import type { Coverage } from '../../types/figures.ts';
import type { ReportModel } from '../../types/report.ts';

/** Sources with days missing from the period, as `figures.json` counts them. */
export const gaps = (report: ReportModel): Coverage[] => report.figures.coverage.filter(({ days, of }) => days < of);

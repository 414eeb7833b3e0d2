import type { Change } from '../../types/figures.ts';
import type { ReportModel } from '../../types/report.ts';

/** Whether a figure of the contract has no verdict because days are missing: now, or in what it is compared with. */
export function hasUnjudged({ kpis, compared, began }: ReportModel): boolean {
  const silent = ({ from, to, absolute }: Change) => from !== null && to !== null && absolute === null;
  // A stretch that is older than all data says so in the head of its column.
  const younger = (day: string) => began !== null && began > day;
  return kpis.some(
    (one) =>
      (one.targetDone !== null && one.targetSense === 'neutral') ||
      (silent(one.againstPrevious) && !younger(compared.previous.from)) ||
      (silent(one.againstYearAgo) && !younger(compared.yearAgo.from)),
  );
}

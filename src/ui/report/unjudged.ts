import type { Change } from '../../types/figures.ts';
import type { Period } from '../../types/period.ts';
import type { ReportModel } from '../../types/report.ts';

/** Why figures of the contract have no verdict: days are missing now, or in what they are compared with. */
export interface Unjudged {
  current: boolean;
  earlier: Period[];
}

/**
 * Which of the compared stretches lacks days, so that a figure of the contract has no verdict. A stretch that is older
 * than all data is none of them: the head of its column says so.
 */
export function unjudgedBy({ kpis, compared, began, gaps }: ReportModel): Unjudged {
  const silent = ({ from, to, absolute }: Change) => from !== null && to !== null && absolute === null;
  const told = ({ absolute }: Change) => absolute !== null;
  const younger = ({ from }: Period) => began !== null && began > from;
  // What is judged by its target or by another stretch is whole itself; nobody knows of the others where days are missing.
  const whole = (one: ReportModel['kpis'][number]) =>
    gaps.length === 0 ||
    (one.targetDone !== null && one.targetSense !== 'neutral') ||
    told(one.againstPrevious) ||
    told(one.againstYearAgo);
  const stretches = [
    { period: compared.previous, changeOf: (one: ReportModel['kpis'][number]) => one.againstPrevious },
    { period: compared.yearAgo, changeOf: (one: ReportModel['kpis'][number]) => one.againstYearAgo },
  ].filter(({ period }) => !younger(period));
  const silentIn = (wanted: boolean) =>
    stretches.filter(({ changeOf }) => kpis.some((one) => silent(changeOf(one)) && whole(one) === wanted));
  // The year before is both of a year.
  const earlier = new Map(silentIn(true).map(({ period }) => [period.from, period]));
  return {
    current: silentIn(false).length > 0 || kpis.some((one) => one.targetDone !== null && one.targetSense === 'neutral'),
    earlier: [...earlier.values()],
  };
}

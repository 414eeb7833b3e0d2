import type { Formatter } from '../../locale/format.ts';
import type { Words } from '../../locale/words.ts';
import type { Comparison, Decimal } from '../../types/figures.ts';

/** In words, how a value stands to its target: «выполнен». */
export function targetWord(one: Comparison, partial: boolean, w: Words): string {
  if (one.targetSense === 'neutral') return w.compare.targetUnjudged;
  const met = one.targetSense === 'good';
  // A sum that should stay low may come too fast long before it is above what was agreed for the whole period.
  if (partial && !met && one.better === 'lower' && one.targetDone !== null && Number(one.targetDone) <= 1)
    return w.compare.targetMissed.tooFast;
  const forms = met ? w.compare.targetMet : w.compare.targetMissed;
  // What should grow keeps what it has come to, and then is more than on its way.
  return partial && one.better === 'higher' && !one.targetReached ? forms.pace : forms[one.better];
}

/** Part of a plan done, «96 %»; what is not quite the plan is never rounded to 100 %: «99,6 %», «100,4 %». */
export function doneText(done: Decimal, f: Formatter): string {
  const gap = Math.abs(Number(done) - 1);
  if (done === null || gap === 0 || gap >= 0.005) return f.percent(done, 0);
  return f.percent(done, gap >= 0.0005 ? 1 : 2);
}

/** Whether something is said of the target: also of money that brought nothing, of which no share of the target is known. */
export const isAimed = ({ target, targetDone, targetSense }: Comparison): boolean =>
  targetDone !== null || (target !== null && targetSense === 'bad');

/** «107 % плана, выполнен»; the verdict alone where money brought nothing; empty without a target. */
export function targetText(one: Comparison, partial: boolean, { f, w }: { f: Formatter; w: Words }): string {
  if (!isAimed(one)) return '';
  if (one.targetDone === null) return targetWord(one, partial, w);
  return `${w.compare.ofTarget(doneText(one.targetDone, f))}, ${targetWord(one, partial, w)}`;
}

/**
 * The whole contract in one sentence: «План выполнен по 5 показателям из 7»; of a period still running, whose targets
 * are for its whole length, «По плану идут 5 показателей из 7». Targets that incomplete data do not tell of are counted apart.
 */
export function targetsText(kpis: Comparison[], partial: boolean, { summary }: Words): string {
  const aimed = kpis.filter(isAimed);
  if (aimed.length === 0) return summary.noTargets;
  const met = aimed.filter(({ targetSense }) => targetSense === 'good').length;
  const unjudged = aimed.filter(({ targetSense }) => targetSense === 'neutral').length;
  if (unjudged === aimed.length) return summary.unjudged;
  if (unjudged > 0) return summary.someUnjudged(met, aimed.length, unjudged, partial);
  if (met === aimed.length && met > 1) return partial ? summary.allOnPace : summary.allTargets;
  return (partial ? summary.onPace : summary.targets)(met, aimed.length);
}

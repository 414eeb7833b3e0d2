import { compared, decimalOf, fraction, total, type Fraction } from '../exams/fraction.ts';
import type { Rubric } from '../types/programme.ts';

export interface RubricScore {
  /** Part of the best score, exact. */
  share: Fraction;
  /** The same as a decimal of four digits, for showing: `0.7167`. */
  score: string;
  /** Criteria below their floor. */
  below: string[];
  /** The mark is reached and no criterion is below its floor. */
  passed: boolean;
}

/**
 * Weighted score of a rubric. Every criterion counts by its weight, its points against its highest level.
 * @param levels criterion id → points; a criterion that is not there, since the rubric was changed, counts as 0
 */
export function rubricScore(rubric: Rubric, levels: Readonly<Record<string, number>>): RubricScore {
  const share = total(
    rubric.criteria.map(({ id, weight, levels: all }) =>
      fraction(weight * (levels[id] ?? 0), 100 * all.at(-1)!.points),
    ),
  );
  const below = rubric.criteria.filter(({ id, floor = 0 }) => (levels[id] ?? 0) < floor).map(({ id }) => id);
  const reached = compared(share, fraction(rubric.passMark, 100)) >= 0;
  return { share, score: decimalOf(share), below, passed: reached && below.length === 0 };
}

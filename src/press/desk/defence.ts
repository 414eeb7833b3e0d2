import type { Standing } from '../../mentoring/cohort.ts';
import { dayOf } from '../../onboarding/record.ts';
import { rubricScore } from '../../onboarding/rubric.ts';
import type { Course } from '../../onboarding/state.ts';
import type { DeskDefence, DeskLevel, DeskTrainee } from '../../types/desk.ts';
import type { Locale } from '../../types/locale.ts';

export function deskRubric({ defence }: Course, locale: Locale): DeskTrainee['rubric'] {
  if (!defence) return null;
  return {
    passMark: defence.passMark,
    criteria: defence.criteria.map(({ id, title, weight, floor }) => ({
      id,
      title: title[locale],
      weight,
      floor: floor ?? 0,
    })),
  };
}

/** Both scorers apart and what they agreed on. One score alone is told without its levels: the other is still to judge. */
export function deskDefences({ state, course }: Standing, locale: Locale, name: (id: string) => string): DeskDefence[] {
  const { defence, timeZone } = course;
  if (!defence) return [];
  const levelsOf = (given: Record<string, number>): Record<string, DeskLevel> =>
    Object.fromEntries(
      defence.criteria.flatMap(({ id, levels }) => {
        const level = levels.find(({ points }) => points === given[id]);
        return level ? [[id, { points: level.points, title: level.title[locale], text: level.text[locale] }]] : [];
      }),
    );
  const titleOf = (id: string): string => defence.criteria.find((one) => one.id === id)?.title[locale] ?? id;
  return state.defences.map(({ own, agreed }) => {
    const both = own.length >= 2;
    const score = agreed && rubricScore(defence, agreed.levels);
    return {
      own: own.map((one) => ({
        ...{ by: name(one.by), day: dayOf(one, timeZone) },
        levels: both ? levelsOf(one.levels) : null,
        score: both ? rubricScore(defence, one.levels).score : null,
      })),
      agreed: agreed && {
        ...{ by: name(agreed.by), day: dayOf(agreed, timeZone), levels: levelsOf(agreed.levels) },
        ...{ score: score!.score, passed: score!.passed, below: score!.below.map(titleOf), note: agreed.note ?? null },
      },
    };
  });
}

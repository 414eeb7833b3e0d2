import { attemptsOf } from '../../exams/attempts.ts';
import { examStatistics } from '../../exams/statistics.ts';
import type { Standing } from '../../mentoring/cohort.ts';
import type { DeskExam, DeskQuestion } from '../../types/desk.ts';
import type { ExamBank, GradeResult } from '../../types/exam.ts';
import type { Locale } from '../../types/locale.ts';

/**
 * Figures of each exam from everybody's first attempt. Which options were chosen is left to the command: beside the
 * facility it would tell the key, and no key leaves the bank.
 */
export function deskExams(
  standings: readonly Standing[],
  banks: ReadonlyMap<string, ExamBank>,
  locale: Locale,
): DeskExam[] {
  return [...banks.values()].map((bank) => {
    const { questions, alpha, ...figures } = examStatistics(bank, firstResults(standings, bank.id));
    const topic = (id: string): string => bank.topics.find((one) => one.id === id)?.title[locale] ?? id;
    const drawn = questions.filter(({ n }) => n > 0);
    return {
      ...{ id: bank.id, title: bank.title[locale], n: figures.n, greyed: figures.greyed, mean: figures.mean },
      ...{ deviation: figures.deviation, passed: figures.passed },
      alpha: { value: alpha.value, over: alpha.over, parts: alpha.parts, greyed: alpha.greyed },
      questions: drawn
        .map((one): DeskQuestion => ({
          ...{ id: one.question, topic: topic(one.topic), difficulty: one.difficulty, n: one.n, greyed: one.greyed },
          ...{ facility: one.facility, discrimination: one.discrimination, empty: one.empty },
        }))
        .sort(byFacility),
      undrawn: questions.length - drawn.length,
    };
  });
}

function firstResults(standings: readonly Standing[], exam: string): GradeResult[] {
  return standings.flatMap(({ state }) => {
    const result = attemptsOf(state.events, exam)[0]?.graded?.result;
    return result?.status === 'graded' ? [result] : [];
  });
}

function byFacility(a: DeskQuestion, b: DeskQuestion): number {
  return (a.facility ?? 2) - (b.facility ?? 2) || (a.id < b.id ? -1 : 1);
}

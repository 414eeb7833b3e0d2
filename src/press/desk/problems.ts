import type { Programme } from '../../types/programme.ts';
import type { Problem } from '../../types/problem.ts';
import { named, oneOf } from '../../workspace/findings.ts';
import { PROGRAMME_FILE } from '../../workspace/programme/load-programme.ts';

/** @param page its address */
export function deskNotDrawn(page: string, error: string): Problem {
  return {
    code: 'page-not-drawn',
    severity: 'error',
    file: `desk/${page}`,
    found: error,
    expected: { ru: 'страница наставников без ошибок', en: 'a page of the desk without errors' },
    mend: {
      ru: 'сообщите текст ошибки тому, кто ведёт генератор; прежние страницы остались на месте',
      en: 'pass the error on to whoever keeps the generator; the earlier pages stay in place',
    },
  };
}

/**
 * Gates nobody could pass: none of the exams they ask for has a bank. Without any bank nothing is told, since banks may
 * lie on the examiner's machine alone.
 * @param banks ids of the exams there are
 */
export function gatesWithoutExam({ tracks }: Programme, banks: readonly string[]): Problem[] {
  if (banks.length === 0) return [];
  const requirements = tracks.flatMap(({ stages }) => stages.flatMap(({ gate }) => gate.requires));
  return requirements.flatMap((one) => {
    if (one.kind !== 'exam' || one.anyOf.some((id) => banks.includes(id))) return [];
    return [
      {
        code: 'unknown-exam',
        severity: 'warning' as const,
        file: PROGRAMME_FILE,
        found: named('экзамен', 'the exam', one.anyOf.join(', ')),
        expected: oneOf(banks),
        mend: {
          ru: 'исправьте имя или напишите банк вопросов: допуск, который его требует, не откроется',
          en: 'correct the name or write its bank: the gate that asks for it cannot open',
        },
      },
    ];
  });
}

/** What is said of trainees because programme or checklists could not be read is told there, and only there. */
export const ABOUT_TRAINING = ['unknown-track', 'unknown-condition'];

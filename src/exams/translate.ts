import type { Answer, Question } from '../types/exam.ts';
import type { Naming } from './key-free.ts';

/**
 * An answer in the form's own names as an answer in the bank's ids. Names the form does not have lead nowhere and are
 * left out, so they can earn nothing.
 */
export function translateAnswer(question: Question, answer: Answer, naming: Naming): Answer {
  const { id } = question;
  const back = (kind: string, ids: readonly string[]): Map<string, string> =>
    new Map(ids.map((inner) => [naming(kind, id, inner), inner]));
  const idsOf = (all: readonly { id: string }[]): string[] => all.map((one) => one.id);
  switch (question.type) {
    case 'single': {
      const options = back('option', idsOf(question.options));
      return typeof answer === 'string' ? (options.get(answer) ?? UNKNOWN) : answer;
    }
    case 'multiple': {
      const options = back('option', idsOf(question.options));
      return Array.isArray(answer) ? answer.map((one) => options.get(one) ?? UNKNOWN) : answer;
    }
    case 'matching': {
      const lefts = back('left', idsOf(question.pairs));
      const rights = back('right', [...idsOf(question.pairs), ...idsOf(question.distractors)]);
      return mapped(answer, lefts, (_, right) => rights.get(right) ?? UNKNOWN);
    }
    case 'ordering':
      return mapped(answer, back('option', idsOf(question.items)), (_, place) => place);
    case 'cloze': {
      const options = (gap: string): readonly { id: string }[] => {
        const found = question.gaps.find((one) => one.id === gap)!;
        return ('options' in found && found.options) || [];
      };
      return mapped(answer, back('gap', idsOf(question.gaps)), (gap, given) => {
        const own = options(gap);
        return own.length === 0
          ? given
          : (own.find((one) => naming('gap-option', id, gap, one.id) === given)?.id ?? UNKNOWN);
      });
    }
    default:
      return answer;
  }
}

/** No id of a bank has this form. */
const UNKNOWN = '?';

function mapped(answer: Answer, names: Map<string, string>, value: (id: string, given: string) => string): Answer {
  if (typeof answer !== 'object' || Array.isArray(answer)) return answer;
  return Object.fromEntries(
    Object.entries(answer).flatMap(([name, given]) => {
      const id = names.get(name);
      return id === undefined || given.trim() === '' ? [] : [[id, value(id, given)]];
    }),
  );
}

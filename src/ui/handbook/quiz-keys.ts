import { numberText } from '../../locale/numbers.ts';
import type { Question } from '../../types/exam.ts';
import type { Locale } from '../../types/locale.ts';
import { QUESTION_WORDS } from '../exam/question-words.ts';

/** What marking needs of a question: its key, without a word that is shown to readers elsewhere on the page. */
export function markable(question: Question): Question {
  const bare = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(bare);
    if (typeof value !== 'object' || value === null) return value;
    if ('ru' in value && typeof value.ru === 'string') return { ru: '', en: '' };
    // A unit is written beside a number, and read off it.
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, key === 'unit' ? inner : bare(inner)]));
  };
  return bare({ ...question, explanation: undefined }) as Question;
}

/** The right answer of a practice question, in pieces a reader understands without its controls. */
export function keyLines(question: Question, locale: Locale): string[] {
  const w = QUESTION_WORDS[locale];
  switch (question.type) {
    case 'single':
    case 'multiple':
      return question.options.filter(({ correct }) => correct).map(({ text }) => text[locale]);
    case 'truefalse':
      return [question.answer ? w.yes : w.no];
    case 'number': {
      const { value, tolerance, unit } = question.answer;
      const number = (text: string): string => {
        const digits = text.split('.')[1]?.length ?? 0;
        return numberText(locale, text, { minimumFractionDigits: digits, maximumFractionDigits: digits });
      };
      const near = /[1-9]/.test(tolerance) ? ` ± ${number(tolerance)}` : '';
      return [`${number(value)}${near}${unit ? `\u00a0${unit[locale]}` : ''}`];
    }
    case 'text':
      return [question.accept[locale][0]!];
    case 'matching':
      return question.pairs.map(({ left, right }) => `${left[locale]} — ${right[locale]}`);
    case 'ordering':
      return question.items.map(({ text }, index) => `${index + 1}) ${text[locale]}`);
    case 'cloze':
      return question.gaps.map((gap) =>
        'options' in gap ? gap.options.find(({ correct }) => correct)!.text[locale] : gap.accept[locale][0]!,
      );
    default:
      return question.model === undefined ? [] : [question.model[locale]];
  }
}

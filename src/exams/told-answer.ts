import type { Answer, Question } from '../types/exam.ts';
import type { Locale } from '../types/locale.ts';
import { isEmpty } from './mark.ts';
import { plainText } from './markup.ts';

const YES_NO = { ru: ['Верно', 'Неверно'], en: ['True', 'False'] };

/** An answer in the bank's ids as lines a person reads; empty when nothing was answered. */
export function toldAnswer(question: Question, answer: Answer | undefined, locale: Locale): string[] {
  if (answer === undefined || isEmpty(answer)) return [];
  const text = (all: readonly { id: string; text: { ru: string; en: string } }[], id: string): string =>
    plainText(all.find((one) => one.id === id)?.text[locale] ?? '?');
  const map = typeof answer === 'object' && !Array.isArray(answer) ? answer : {};
  switch (question.type) {
    case 'single':
    case 'multiple':
      return (Array.isArray(answer) ? answer : [String(answer)]).map((id) => text(question.options, id));
    case 'truefalse':
      return [YES_NO[locale][answer === true ? 0 : 1]!];
    case 'matching': {
      const rights = [...question.pairs.map(({ id, right }) => ({ id, text: right })), ...question.distractors];
      return question.pairs.flatMap(({ id, left }) =>
        map[id] === undefined ? [] : [`${plainText(left[locale])} — ${text(rights, map[id])}`],
      );
    }
    case 'ordering':
      return Object.entries(map)
        .sort(([, a], [, b]) => Number(a) - Number(b))
        .map(([id, place]) => `${place}. ${text(question.items, id)}`);
    case 'cloze':
      return question.gaps.flatMap((gap, index) => {
        const given = map[gap.id];
        if (given === undefined) return [];
        return [`${index + 1}) ${'options' in gap && gap.options !== undefined ? text(gap.options, given) : given}`];
      });
    default:
      return [String(answer)];
  }
}

/** The right answer as lines a person reads; none for open ones without a model. */
export function toldKey(question: Question, locale: Locale): string[] {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return question.options.filter(({ correct }) => correct).map(({ text }) => plainText(text[locale]));
    case 'truefalse':
      return [YES_NO[locale][question.answer ? 0 : 1]!];
    case 'number': {
      const { value, tolerance, unit } = question.answer;
      const decimal = (text: string): string => (locale === 'ru' ? text.replace('.', ',') : text);
      const about = /[1-9]/.test(tolerance) ? ` ± ${decimal(tolerance)}` : '';
      return [`${decimal(value)}${about}${unit ? ` ${unit[locale]}` : ''}`];
    }
    case 'text':
      return question.accept[locale].slice(0, 3);
    case 'matching':
      return question.pairs.map(({ left, right }) => `${plainText(left[locale])} — ${plainText(right[locale])}`);
    case 'ordering':
      return question.items.map(({ text }, index) => `${index + 1}. ${plainText(text[locale])}`);
    case 'cloze':
      return question.gaps.map((gap, index) => {
        const right =
          'options' in gap && gap.options
            ? plainText(gap.options.find(({ correct }) => correct)!.text[locale])
            : 'accept' in gap
              ? gap.accept[locale][0]!
              : '';
        return `${index + 1}) ${right}`;
      });
    default:
      return question.model ? [question.model[locale]] : [];
  }
}

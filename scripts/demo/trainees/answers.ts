import { parse } from 'yaml';
import { hashOf } from '../../../src/exams/canonical.ts';
import type { Answer, AnswersFile, ExamBank, ExamForm, FormQuestion, Question } from '../../../src/types/exam.ts';
import type { Locale } from '../../../src/types/locale.ts';

/**
 * The file the exam page would save for a person who knows the first `known` of every ten questions.
 * @param order ids of the bank in the order of the form
 */
export function answersFile(form: ExamForm, bank: ExamBank, order: readonly string[], known: number): AnswersFile {
  const questions = order.map((id) => bank.questions.find((one) => one.id === id)!);
  const answers = Object.fromEntries(
    form.questions.map((asked, index) => {
      const right = (index * 7) % 10 < known;
      return [asked.id, answerTo(asked, questions[index]!, right, form.locale)];
    }),
  );
  const started = form.opens;
  const exported = new Date(new Date(form.opens).getTime() + 38 * 60_000).toISOString();
  const { exam, version, attempt, trainee, token, hash } = form;
  const file: AnswersFile = {
    ...{ kind: 'accountpress-answers', schema: 1, form: token, exam, version, attempt, trainee, formHash: hash },
    ...{ started, exported, answers, hash: '' },
  };
  return { ...file, hash: hashOf(file) };
}

function answerTo(asked: FormQuestion, key: Question, right: boolean, locale: Locale): Answer {
  const idOf = (options: readonly { id: string; text: string }[], text: string): string =>
    options.find((one) => one.text === text)!.id;
  switch (asked.type) {
    case 'single':
    case 'multiple': {
      const options = (key as Question & { type: 'single' }).options;
      const chosen = options
        .filter(({ correct }) => correct === right)
        .map(({ text }) => idOf(asked.options, text[locale]));
      return asked.type === 'single' ? chosen[0]! : right ? chosen : chosen.slice(0, 1);
    }
    case 'truefalse':
      return (key as Question & { type: 'truefalse' }).answer === right;
    case 'number':
      return right ? (key as Question & { type: 'number' }).answer.value : '0';
    case 'text':
      return right ? (key as Question & { type: 'text' }).accept[locale][0]! : WRONG[locale];
    case 'matching': {
      const { pairs } = key as Question & { type: 'matching' };
      const partner = (index: number) => pairs[right ? index : (index + 1) % pairs.length]!.right[locale];
      return Object.fromEntries(
        pairs.map(({ left }, index) => [idOf(asked.lefts, left[locale]), idOf(asked.rights, partner(index))]),
      );
    }
    case 'ordering': {
      const { items } = key as Question & { type: 'ordering' };
      const place = (index: number): string => String(right ? index + 1 : items.length - index);
      return Object.fromEntries(items.map(({ text }, index) => [idOf(asked.items, text[locale]), place(index)]));
    }
    case 'cloze':
      return clozeAnswer(asked, key as Question & { type: 'cloze' }, right, locale);
    default:
      return WRITTEN[locale];
  }
}

function clozeAnswer(
  asked: FormQuestion & { type: 'cloze' },
  key: Question & { type: 'cloze' },
  right: boolean,
  locale: Locale,
): Record<string, string> {
  return Object.fromEntries(
    key.gaps.map((gap, index) => {
      const own = asked.gaps[index]!;
      if ('accept' in gap) return [own.id, right ? gap.accept[locale][0]! : WRONG[locale]];
      const wanted = gap.options.find(({ correct }) => correct === right)!.text[locale];
      return [own.id, own.options!.find(({ text }) => text === wanted)!.id];
    }),
  );
}

const WRONG = { ru: 'не помню', en: 'I do not remember' };
const WRITTEN = {
  ru: 'Сначала остановил бы расход, затем сказал клиенту, что случилось, сколько это стоило и когда исправим, и записал бы итог письмом.',
  en: 'I would stop the spending first, then tell the client what happened, what it cost and when it is mended, and put it in writing.',
};

/** The rubric sheet as a mentor fills it in: about so much of each criterion's points. */
export function filledSheet(sheet: string, part: number): string {
  const value = parse(sheet) as { questions: { criteria: { max: string; points: unknown }[] }[] };
  for (const { criteria } of value.questions) {
    for (const criterion of criteria) criterion.points = Math.round(Number(criterion.max) * part);
  }
  return JSON.stringify(value);
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hidden, layForm } from '../../src/exams/form.ts';
import { asNumber, ofText } from '../../src/exams/fraction.ts';
import { gradeAttempt, type Attempted } from '../../src/exams/grade.ts';
import { translateAnswer } from '../../src/exams/translate.ts';
import type { Answer, ExamBank, FormQuestion, PartialCredit, Question } from '../../src/types/exam.ts';
import { bankOf, choices } from './bank.ts';
import * as q from './questions.ts';

const NONE: ReadonlySet<string> = new Set();
const SITTING = { attempt: 1, trainee: 'anna', traineeName: 'Anna', opens: '', closes: '', minutes: 45, extension: 0 };

/** The right answer to every question, in the bank's ids. */
const RIGHT: Record<string, Answer> = {
  single: 'b',
  multiple: ['a', 'b', 'c'],
  truefalse: false,
  number: '12.5',
  text: 'invoice',
  matching: { a: 'a', b: 'b', c: 'c', d: 'd' },
  ordering: { a: '1', b: '2', c: '3', d: '4' },
  cloze: { g1: 'ёлка', g2: 'сосна', g3: 'q' },
  open: 'said',
  file: 'https://example.org/file',
};
const FULL_RUBRIC = { open: { facts: '3', words: '2' }, file: { facts: '3', words: '2' } };

const attempted = (questions: readonly string[], answers: Record<string, Answer>, own: Partial<Attempted> = {}) => ({
  trainee: 'anna',
  attempt: 1,
  form: 'f',
  questions,
  answers,
  rubric: {},
  late: false,
  ...own,
});

const ids = (bank: ExamBank): string[] => bank.questions.map(({ id }) => id);

describe('a whole attempt', () => {
  it('is 100 % when everything is right and 0 when nothing is there', () => {
    const bank = bankOf();
    const full = gradeAttempt(bank, attempted(ids(bank), RIGHT, { rubric: FULL_RUBRIC }), NONE);
    expect(full).toMatchObject({ status: 'graded', share: '1', score: '1.0000', passed: true, against: [] });
    const nothing = gradeAttempt(bank, attempted(ids(bank), {}), NONE);
    expect(nothing).toMatchObject({ status: 'graded', share: '0', score: '0.0000', passed: false, against: ['score'] });
  });

  it('weighs points: (2 × 2/3 + 1 × 1 + 0.5 × 0) / 3.5 = 2/3', () => {
    const bank = bankOf([{ ...q.MULTIPLE, points: '2' }, q.SINGLE, { ...q.TEXT, points: '0.5' }]);
    const answers = { multiple: ['a', 'b'], single: 'b', text: 'nothing like it' };
    expect(gradeAttempt(bank, attempted(ids(bank), answers), NONE)).toMatchObject({ share: '2/3', score: '0.6667' });
  });

  it('compares exactly: 7 of 10 passes 0.7, and 2 of 3 does not pass 0.6667', () => {
    const ten = bankOf(choices('a', 10));
    const seven = Object.fromEntries(ids(ten).map((id, index) => [id, index < 7 ? 'y' : 'n']));
    expect(gradeAttempt(ten, attempted(ids(ten), seven), NONE).passed).toBe(true);
    const three = bankOf(choices('a', 3), { passMark: '0.6667' });
    const two = gradeAttempt(three, attempted(ids(three), { 'a-1': 'y', 'a-2': 'y' }), NONE);
    expect(two).toMatchObject({ score: '0.6667', passed: false });
  });

  it('must reach the mark of every section that has one', () => {
    const bank = bankOf([...choices('a', 8), ...choices('b', 2)], { sectionPassMarks: { b: '0.5' } });
    const answers = Object.fromEntries(ids(bank).map((id) => [id, id.startsWith('a') ? 'y' : 'n']));
    const result = gradeAttempt(bank, attempted(ids(bank), answers), NONE);
    expect(result).toMatchObject({ score: '0.8000', passed: false, against: ['section:b'] });
    expect(result.sections).toEqual([
      { topic: 'a', share: '1', score: '1.0000', passMark: null, passed: true },
      { topic: 'b', share: '0', score: '0.0000', passMark: '0.5', passed: false },
    ]);
    const better = gradeAttempt(bank, attempted(ids(bank), { ...answers, 'b-1': 'y' }), NONE);
    expect(better.passed).toBe(true);
  });

  it('leaves void questions out of both sides: 6 of 8 instead of 6 of 10', () => {
    const bank = bankOf(choices('a', 10));
    const six = Object.fromEntries(
      ids(bank)
        .slice(0, 6)
        .map((id) => [id, 'y']),
    );
    const result = gradeAttempt(bank, attempted(ids(bank), six), new Set(['a-9', 'a-10']));
    expect(result).toMatchObject({ share: '3/4', passed: true });
    expect(result.items.filter(({ state }) => state === 'void').map(({ question }) => question)).toEqual([
      'a-9',
      'a-10',
    ]);
    const all = gradeAttempt(bank, attempted(ids(bank), six), new Set(ids(bank)));
    expect(all).toMatchObject({ share: null, score: null, passed: false });
  });

  it('has no score while an open answer waits for the mentor; an empty one does not wait', () => {
    const bank = bankOf([q.SINGLE, q.OPEN]);
    expect(gradeAttempt(bank, attempted(ids(bank), RIGHT), NONE)).toMatchObject({
      status: 'pending',
      score: null,
      passed: false,
    });
    expect(gradeAttempt(bank, attempted(ids(bank), { single: 'b' }), NONE)).toMatchObject({
      status: 'graded',
      share: '1/2',
    });
    const half = gradeAttempt(
      bank,
      attempted(ids(bank), RIGHT, { rubric: { open: { facts: '1.5', words: '1' } } }),
      NONE,
    );
    expect(half).toMatchObject({ status: 'graded', share: '3/4' });
  });

  it('is never passed when it came late and nobody accepted it', () => {
    const bank = bankOf([q.SINGLE]);
    const late = gradeAttempt(bank, attempted(['single'], RIGHT, { late: true }), NONE);
    expect(late).toMatchObject({ share: '1', passed: false, against: ['late'] });
  });

  it('tells neither keys nor points of a question', () => {
    const bank = bankOf([
      { ...q.TEXT, points: '3.14159', accept: { ru: ['КАНАРЕЙКА'], en: ['CANARY'] } } as Question,
      q.SINGLE,
    ]);
    const text = JSON.stringify(gradeAttempt(bank, attempted(ids(bank), { text: 'x', single: 'a' }), NONE).items);
    expect(text).not.toMatch(/КАНАРЕЙКА|CANARY|3\.14159/);
  });
});

/** Any answer at all to a question of a form, as its page would write it. */
function anyAnswer(question: FormQuestion): fc.Arbitrary<Answer | undefined> {
  const words = fc.constantFrom('12.5', 'invoice', 'ёлка', 'pine', '', 'x');
  const pick = (options: { id: string }[]) => fc.constantFrom('', ...options.map(({ id }) => id));
  switch (question.type) {
    case 'single':
      return pick(question.options);
    case 'multiple':
      return fc.subarray(question.options.map(({ id }) => id));
    case 'truefalse':
      return fc.boolean();
    case 'matching':
      return fc.record(Object.fromEntries(question.lefts.map(({ id }) => [id, pick(question.rights)])));
    case 'ordering':
      return fc
        .shuffledSubarray(question.items.map(({ id }) => id))
        .map((order) => Object.fromEntries(order.map((id, index) => [id, String(index + 1)])));
    case 'cloze':
      return fc.record(
        Object.fromEntries(question.gaps.map(({ id, options }) => [id, options ? pick(options) : words])),
      );
    default:
      return words;
  }
}

const POLICIES: PartialCredit[] = (['right-minus-wrong', 'all-or-nothing'] as const).map((multiple) =>
  multiple === 'all-or-nothing'
    ? { multiple, matching: multiple, ordering: multiple, cloze: multiple }
    : { multiple, matching: 'per-pair', ordering: 'per-neighbour', cloze: 'per-gap' },
);

function shareOf(bank: ExamBank, answers: Record<string, Answer>): number {
  return asNumber(ofText(gradeAttempt(bank, attempted(ids(bank), answers), NONE).share!));
}

describe('whatever is answered', () => {
  const closed = bankOf().questions.filter(({ type }) => type !== 'open' && type !== 'file');

  it.each(POLICIES)(
    'the share lies between nothing and all, and strict rules never give more ($multiple)',
    (partial) => {
      const bank = bankOf(closed, { partial });
      const strict = bankOf(closed, { partial: POLICIES[1]! });
      const form = layForm(bank, 'seed', ids(bank), { ...SITTING, locale: 'en' });
      fc.assert(
        fc.property(fc.tuple(...form.questions.map(anyAnswer)), (given) => {
          const answers = answersOf(bank, 'seed', given);
          const share = shareOf(bank, answers);
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
          expect(shareOf(strict, answers)).toBeLessThanOrEqual(share);
        }),
        { numRuns: 100 },
      );
    },
  );

  it('another shuffling and the other language never change the score', () => {
    const bank = bankOf(closed);
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.constantFrom('ru' as const, 'en' as const),
        fc.gen(),
        (one, two, locale, gen) => {
          const form = layForm(bank, one, ids(bank), { ...SITTING, locale: 'ru' });
          const given = form.questions.map((question) => gen(() => anyAnswer(question)));
          const answers = answersOf(bank, one, given);
          // The same choices, made on a form shuffled otherwise.
          const other = layForm(bank, two, ids(bank), { ...SITTING, locale });
          const again = other.questions.map((_, index) => renamed(bank.questions[index]!, answers, two));
          expect(shareOf(bank, answersOf(bank, two, again))).toBe(shareOf(bank, answers));
        },
      ),
      { numRuns: 60 },
    );
  });
});

function answersOf(bank: ExamBank, seed: string, given: readonly (Answer | undefined)[]): Record<string, Answer> {
  return Object.fromEntries(
    bank.questions.flatMap((question, index) => {
      const answer = given[index];
      return answer === undefined ? [] : [[question.id, translateAnswer(question, answer, hidden(seed))]];
    }),
  );
}

/** An answer in the bank's ids as the page of another form would write it. */
function renamed(question: Question, answers: Record<string, Answer>, seed: string): Answer | undefined {
  const name = hidden(seed);
  const answer = answers[question.id];
  if (answer === undefined || typeof answer === 'boolean') return answer;
  if (Array.isArray(answer)) return answer.map((id) => name('option', question.id, id));
  if (typeof answer === 'string') return question.type === 'single' ? name('option', question.id, answer) : answer;
  const entry = ([part, value]: [string, string]): [string, string] => {
    if (question.type === 'matching') return [name('left', question.id, part), name('right', question.id, value)];
    if (question.type === 'ordering') return [name('option', question.id, part), value];
    return [name('gap', question.id, part), part === 'g3' ? name('gap-option', question.id, part, value) : value];
  };
  return Object.fromEntries(Object.entries(answer).map(entry));
}

import { describe, expect, it } from 'vitest';
import { gradeAttempt } from '../../src/exams/grade.ts';
import { examStatistics } from '../../src/exams/statistics.ts';
import type { GradeResult } from '../../src/types/exam.ts';
import { bankOf, choices } from './bank.ts';

/** Shares of 24 people (rows) in six questions. */
const SHARES = [
  [1, 1, 0.5, 1, 1, 1],
  [1, 1, 1, 0, 0, 0.5],
  [1, 1, 1, 1, 1, 1],
  [1, 1, 1, 1, 1, 1],
  [0, 1, 0, 0, 0, 0],
  [1, 1, 1, 1, 0, 1],
  [1, 1, 1, 1, 1, 1],
  [1, 1, 1, 1, 1, 1],
  [1, 1, 1, 0, 0, 0],
  [1, 1, 1, 1, 1, 1],
  [0, 1, 0.5, 0, 0, 0],
  [1, 1, 1, 1, 1, 1],
  [1, 1, 0.5, 1, 1, 1],
  [0, 0, 0, 0, 0, 0],
  [1, 1, 0, 1, 0, 0],
  [1, 0, 0, 0, 0, 0],
  [1, 1, 0.5, 0, 1, 1],
  [1, 0, 0, 1, 0, 0],
  [1, 1, 1, 1, 0, 0.5],
  [1, 1, 1, 1, 0, 1],
  [1, 1, 1, 1, 1, 1],
  [1, 1, 1, 1, 1, 1],
  [1, 1, 0, 0, 0, 0.5],
  [1, 1, 1, 1, 1, 1],
];
const POINTS = ['1', '1', '2', '1', '1', '2'];

const BANK = bankOf([...choices('a', 3), ...choices('b', 3)].map((one, index) => ({ ...one, points: POINTS[index]! })));
const IDS = BANK.questions.map(({ id }) => id);

/** A marked attempt with given shares. */
function result(shares: readonly number[], ids = IDS): GradeResult {
  const points = POINTS.map(Number);
  const earned = shares.reduce((all, share, index) => all + share * points[index]!, 0);
  return {
    exam: 'exam',
    version: '1',
    trainee: 'anna',
    attempt: 1,
    form: 'f',
    status: 'graded',
    items: shares.map((share, index) => ({
      question: ids[index]!,
      topic: ids[index]!.charAt(0),
      difficulty: 1,
      state: share === 1 ? 'right' : share === 0 ? 'wrong' : 'partial',
      share: share === 0.5 ? '1/2' : String(share),
      reason: { rule: 'one-right' },
    })),
    sections: [],
    share: `${earned * 2}/16`,
    score: '',
    passMark: '0.7',
    passed: earned / 8 >= 0.7,
    against: [],
  };
}

describe('statistics of first attempts', () => {
  /**
   * Expected figures come from Python 3.13's `statistics` over the rows above: earned points `e = share × points`,
   * totals `t`; facility `mean(share)`, discrimination `correlation(share, t − e)`, deviation `stdev(t / 8)`, alpha
   * `k/(k−1) × (1 − Σ variance(e of a question) / variance(t))`.
   */
  it('agree with figures reckoned by another program', () => {
    const found = examStatistics(
      BANK,
      SHARES.map((shares) => result(shares)),
    );
    expect(found).toMatchObject({ n: 24, greyed: false, mean: 0.6927, deviation: 0.3457, passed: 15 });
    expect(found.alpha).toEqual({ value: 0.8394, over: 'questions', parts: 6, n: 24, greyed: false });
    expect(found.questions.map(({ facility }) => facility)).toEqual([0.875, 0.875, 0.6667, 0.6667, 0.5, 0.6458]);
    expect(found.questions.map(({ discrimination }) => discrimination)).toEqual([
      ...[0.5519, 0.5519, 0.7047, 0.6298, 0.6957, 0.8705],
    ]);
  });

  it('take topics for the parts of alpha when people had different questions', () => {
    const twins = ['a-7', 'a-8', 'a-9', 'b-7', 'b-8', 'b-9'];
    const bank = {
      ...BANK,
      questions: [...BANK.questions, ...BANK.questions.map((one, i) => ({ ...one, id: twins[i]! }))],
    };
    const results = SHARES.map((shares, person) => result(shares, person % 2 === 0 ? IDS : twins));
    // The same rows summed by topic, by the same program.
    expect(examStatistics(bank, results).alpha).toEqual({
      value: 0.8203,
      over: 'topics',
      parts: 2,
      n: 24,
      greyed: false,
    });
    expect(examStatistics(bank, results).questions.every(({ n, greyed }) => n === 12 && greyed)).toBe(true);
  });

  it('are grey below twenty, and say nothing where nothing differs', () => {
    const few = examStatistics(
      BANK,
      SHARES.slice(0, 19).map((shares) => result(shares)),
    );
    expect(few.greyed && few.alpha.greyed && few.questions.every(({ greyed }) => greyed)).toBe(true);
    const alike = examStatistics(
      BANK,
      Array.from({ length: 3 }, () => result([1, 1, 1, 1, 1, 1])),
    );
    expect(alike.alpha.value).toBeNull();
    expect(alike.questions.map(({ discrimination }) => discrimination)).toEqual(Array(6).fill(null));
    const nobody = examStatistics(BANK, []);
    expect(nobody).toMatchObject({ n: 0, mean: null, deviation: null });
    expect(nobody.questions[0]).toMatchObject({ n: 0, facility: null, discrimination: null, greyed: true });
  });

  it.each([
    ['the same part of every question', Array.from({ length: 10 }, () => ['1/10', '1/10', '1/10'])],
    [
      'as much by different questions',
      [
        ['1/10', '1/5', '3/10'],
        ['3/10', '1/5', '1/10'],
        ['1/5', '3/10', '1/10'],
      ],
    ],
  ])('find no reliability where everybody earned %s', (_, cohort) => {
    const bank = bankOf(choices('a', 3));
    const results = cohort.map((shares): GradeResult => {
      const marked = result([0, 0, 0], ['a-1', 'a-2', 'a-3']);
      return { ...marked, items: marked.items.map((item, index) => ({ ...item, share: shares[index]! })) };
    });
    expect(examStatistics(bank, results).alpha).toMatchObject({ value: null, over: 'questions', parts: 3 });
  });

  it('know nothing of how a question agrees with the rest where there is no rest', () => {
    const bank = bankOf(choices('a', 1));
    const alone = [1, 0, 1].map((share) => result([share], ['a-1']));
    expect(examStatistics(bank, alone).questions[0]).toMatchObject({ n: 3, facility: 0.6667, discrimination: null });
  });

  it('count how often each option was chosen, and blanks', () => {
    const bank = bankOf(choices('a', 1));
    const given = ['y', 'y', 'n', undefined];
    const results = given.map((answer) =>
      gradeAttempt(
        bank,
        {
          trainee: 't',
          attempt: 1,
          form: 'f',
          questions: ['a-1'],
          answers: answer ? { 'a-1': answer } : {},
          rubric: {},
          late: false,
        },
        new Set(),
      ),
    );
    expect(examStatistics(bank, results).questions[0]).toMatchObject({
      n: 4,
      empty: 1,
      options: [
        { id: 'y', correct: true, chosen: 2 },
        { id: 'n', correct: false, chosen: 1 },
      ],
    });
  });
});

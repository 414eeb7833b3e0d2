import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawQuestions } from '../../src/exams/draw.ts';
import { keyFree, plainNaming } from '../../src/exams/key-free.ts';
import { layForm, type Sitting } from '../../src/exams/form.ts';
import { seedOf, shuffled } from '../../src/exams/random.ts';
import { hmacHex, sha256Hex } from '../../src/exams/sha256.ts';
import { sha256 } from '../support/folders.ts';
import type { Question } from '../../src/types/exam.ts';
import { bankOf, choices } from './bank.ts';
import { both, MULTIPLE, NUMBER, ORDERING } from './questions.ts';

const BANK = bankOf([...choices('a', 10), ...choices('b', 6, { difficulty: 2 })], {
  blueprint: [
    { topic: 'a', count: 4 },
    { topic: 'b', difficulty: 2, count: 3 },
  ],
});
const NOBODY: ReadonlySet<string> = new Set();

const SITTING: Sitting = {
  attempt: 1,
  trainee: 'anna',
  traineeName: 'Anna',
  locale: 'ru',
  opens: '2026-11-23T07:00:00.000Z',
  closes: '2026-11-25T07:00:00.000Z',
  minutes: 45,
  extension: 0,
};

describe('hashes', () => {
  it('are those of every other program, for texts of every length around a block', () => {
    for (const length of [0, 1, 27, 28, 31, 32, 55, 56, 64, 119, 500]) {
      const text = 'ю'.repeat(length);
      expect(sha256Hex(text)).toBe(sha256(text));
      expect(hmacHex(text, 'что')).toBe(createHmac('sha256', text).update('что').digest('hex'));
    }
  });
});

describe('drawing', () => {
  it('is the same for the same secret, exam, version, trainee and attempt, and another for any other', () => {
    const attempt = { exam: 'seo', version: '1', trainee: 'anna', attempt: 1 };
    const one = seedOf('secret', attempt);
    expect(seedOf('secret', { ...attempt })).toBe(one);
    const others = [
      seedOf('another', attempt),
      ...[{ exam: 'ppc' }, { version: '2' }, { trainee: 'boris' }, { attempt: 2 }].map((change) =>
        seedOf('secret', { ...attempt, ...change }),
      ),
    ];
    expect(new Set([one, ...others]).size).toBe(6);
    expect(drawQuestions(BANK, one, [], NOBODY)).toEqual(drawQuestions(BANK, one, [], NOBODY));
    expect(drawQuestions(BANK, one, [], NOBODY)).not.toEqual(drawQuestions(BANK, others[0]!, [], NOBODY));
  });

  it('follows the blueprint and never repeats a question', () => {
    fc.assert(
      fc.property(fc.string(), fc.subarray(BANK.questions.map(({ id }) => id)), (seed, seen) => {
        const { questions, shortages } = drawQuestions(BANK, seed, seen, NOBODY);
        expect(shortages).toEqual([]);
        expect(new Set(questions).size).toBe(7);
        expect(questions.filter((id) => id.startsWith('a-')).length).toBe(4);
      }),
      { numRuns: 60 },
    );
  });

  it('takes unseen questions first, then those seen longest ago', () => {
    const seen = ['a-1', 'a-2', 'a-3', 'a-4', 'a-5', 'a-6', 'a-7', 'a-8'];
    const { questions } = drawQuestions(BANK, 'seed', seen, NOBODY);
    expect(questions.filter((id) => id.startsWith('a-')).sort()).toEqual(['a-1', 'a-10', 'a-2', 'a-9']);
    // The first two were met again since.
    const again = drawQuestions(BANK, 'seed', [...seen, 'a-1', 'a-2'], NOBODY);
    expect(again.questions.filter((id) => id.startsWith('a-')).sort()).toEqual(['a-10', 'a-3', 'a-4', 'a-9']);
  });

  it('never draws a void question, and names the row it then cannot fill', () => {
    const voided = new Set(['b-1', 'b-2', 'b-3', 'b-4']);
    const { questions, shortages } = drawQuestions(BANK, 'seed', [], voided);
    expect(questions.filter((id) => voided.has(id))).toEqual([]);
    expect(shortages).toEqual([{ row: { topic: 'b', difficulty: 2, count: 3 }, index: 1, there: 2 }]);
  });

  it('fills rows of one difficulty before rows of any', () => {
    const bank = bankOf([...choices('a', 3), { ...choices('h', 1)[0]!, topic: 'a', difficulty: 3 } as Question], {
      blueprint: [
        { topic: 'a', count: 3 },
        { topic: 'a', difficulty: 3, count: 1 },
      ],
    });
    for (const seed of ['1', '2', '3', '4']) expect(drawQuestions(bank, seed, [], NOBODY).shortages).toEqual([]);
  });

  it('keeps the questions of a case together', () => {
    const bank = bankOf(
      [...choices('a', 8), ...choices('c', 3, { case: 'shop' }).map((one) => ({ ...one, topic: 'a' }))],
      {
        blueprint: [{ topic: 'a', count: 11 }],
      },
    );
    for (const seed of ['1', '2', '3']) {
      const places = drawQuestions(bank, seed, [], NOBODY).questions.flatMap((id, at) =>
        id.startsWith('c-') ? [at] : [],
      );
      expect(places[2]! - places[0]!).toBe(2);
    }
  });

  it('stays the same from one release to the next: forms on record are laid anew years later', () => {
    const seed = seedOf('secret', { exam: 'seo', version: '1', trainee: 'anna', attempt: 1 });
    expect(seed).toBe('217d4392f6880c1442651ff8c664b6e1c5cb2b1efb9f5d7fa4d52319079cadfb');
    expect(shuffled([...'abcdefghijklmnop'], 'a seed', 'questions').join('')).toBe('kgmoenhpbacilfdj');
  });

  it('shuffles evenly: each of six orders of three about as often', () => {
    const counts = new Map<string, number>();
    for (let i = 0; i < 3000; i++) {
      const order = shuffled(['a', 'b', 'c'], `seed ${i}`, 'x').join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 500)).toBeLessThan(100);
  });
});

describe('the form', () => {
  const ids = BANK.questions.slice(0, 5).map(({ id }) => id);

  it('is byte for byte the same from the same inputs', () => {
    expect(JSON.stringify(layForm(BANK, 'seed', ids, SITTING))).toBe(
      JSON.stringify(layForm(BANK, 'seed', ids, SITTING)),
    );
    expect(layForm(BANK, 'seed', ids, SITTING).hash).not.toBe(layForm(BANK, 'seed2', ids, SITTING).hash);
  });

  it('has names of its own for every question and option, and none of the bank', () => {
    const one = layForm(BANK, 'seed', ids, SITTING);
    const two = layForm(BANK, 'other', ids, SITTING);
    const names = (form: typeof one) =>
      form.questions.flatMap((q) => [q.id, ...('options' in q ? q.options.map(({ id }) => id) : [])]);
    expect(new Set(names(one)).size).toBe(15);
    expect(names(one).filter((name) => names(two).includes(name))).toEqual([]);
    expect(JSON.stringify(one)).not.toMatch(/"(a-\d|y|n)"/);
  });

  it('keeps pinned options in place and shuffles the others', () => {
    const options = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: both(id), correct: id === 'a', pinned: id === 'd' }));
    const bank = bankOf([{ ...MULTIPLE, type: 'multiple', options }]);
    const orders = Array.from({ length: 30 }, (_, i) => {
      const [question] = layForm(bank, `seed ${i}`, ['multiple'], SITTING).questions;
      return 'options' in question! ? question.options.map(({ text }) => text).join('') : '';
    });
    expect(orders.every((order) => order.endsWith('d'))).toBe(true);
    expect(new Set(orders).size).toBe(6);
  });

  it('tells which topics have to be passed by themselves, of those it asks about', () => {
    const topics = [
      { id: 'a', title: { ru: 'Основы', en: 'Basics' } },
      { id: 'b', title: { ru: 'Счёт', en: 'Counting' } },
      { id: 'c', title: { ru: 'Прочее', en: 'The rest' } },
    ];
    const marks = { c: '0.4', b: '0.5', a: '0.25' };
    const bank = { ...BANK, topics, policy: { ...BANK.policy, sectionPassMarks: marks } };
    expect(layForm(bank, 'seed', ['b-1', 'a-1'], SITTING).sections).toEqual([
      { title: 'Основы', passMark: '0.25' },
      { title: 'Счёт', passMark: '0.5' },
    ]);
    expect(layForm(bank, 'seed', ['b-1'], { ...SITTING, locale: 'en' }).sections).toEqual([
      { title: 'Counting', passMark: '0.5' },
    ]);
    expect(layForm(bank, 'seed', ids, SITTING).questions).toEqual(layForm(BANK, 'seed', ids, SITTING).questions);
    expect(layForm(BANK, 'seed', ids, SITTING)).not.toHaveProperty('sections');
  });

  it('says in which unit a number is asked for', () => {
    const [question] = layForm(bankOf([NUMBER]), 'seed', ['number'], SITTING).questions;
    expect(question).toMatchObject({ type: 'number', unit: '%' });
    const bare = { ...NUMBER, answer: { value: '1', tolerance: '0' } } as Question;
    expect(layForm(bankOf([bare]), 'seed', ['number'], SITTING).questions[0]).not.toHaveProperty('unit');
  });

  it('holds no key, weight, explanation or model answer', () => {
    const canary = (text: string) => both(`CANARY ${text}`);
    const questions = bankOf().questions.map((question) => ({
      ...question,
      points: '7.123',
      explanation: canary('explanation'),
      ...('options' in question ? { options: question.options.map((one) => ({ ...one, why: canary('why') })) } : {}),
      ...('accept' in question ? { accept: { ru: ['CANARY'], en: ['CANARY'] } } : {}),
      ...('gaps' in question
        ? {
            gaps: question.gaps.map((gap) =>
              'accept' in gap ? { ...gap, accept: { ru: ['CANARY'], en: ['CANARY'] } } : gap,
            ),
          }
        : {}),
      ...('rubric' in question
        ? { rubric: question.rubric.map((one) => ({ ...one, title: canary('rubric') })), model: canary('model') }
        : {}),
      ...(question.type === 'number' ? { answer: { value: '7.123', tolerance: '7.123' } } : {}),
    })) as Question[];
    const bank = bankOf(questions);
    const text = JSON.stringify(
      layForm(
        bank,
        'seed',
        questions.map(({ id }) => id),
        SITTING,
      ),
    );
    expect(text).not.toMatch(/CANARY|7\.123|correct|points|explanation|topic|difficulty/);
  });
});

describe('an ordering in a form', () => {
  const { items } = ORDERING as Extract<Question, { type: 'ordering' }>;
  const shown = (count: number) => {
    const question = { ...ORDERING, items: items.slice(0, count) } as Question;
    const orders = Array.from({ length: 2000 }, (_, seed) => {
      const free = keyFree(question, 'ru', `seed ${seed}`, plainNaming);
      return free.type === 'ordering' ? free.items.map(({ id }) => id).join('') : '';
    });
    return Map.groupBy(orders, (order) => order);
  };

  it('is never shown in the right order, and in every other as often as in the next', () => {
    const right = items
      .slice(0, 3)
      .map(({ id }) => id)
      .join('');
    const orders = shown(3);
    expect(orders.size).toBe(5);
    expect(orders.has(right)).toBe(false);
    // 400 each, give or take three and a half standard deviations.
    for (const [order, times] of orders) expect(Math.abs(times.length - 400), order).toBeLessThan(63);
  });

  it('of two items has one order only', () => {
    expect([...shown(2).keys()]).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import { printProblem, problemsSummary } from '../../src/locale/problem.ts';
import type { Problem } from '../../src/types/problem.ts';

const problem: Problem = {
  code: 'unknown-date',
  severity: 'error',
  client: 'hotel',
  file: 'data/clients/hotel/work.csv',
  row: 12,
  column: 'date',
  found: { ru: 'дата «31.02.2026»', en: 'date “31.02.2026”' },
  expected: { ru: 'существующий день', en: 'a day that exists' },
  mend: { ru: 'исправьте дату', en: 'correct the date' },
};

describe('printProblem', () => {
  it('prints place, found, expected and mend in one line of either language', () => {
    expect(printProblem(problem, 'ru')).toBe(
      'data/clients/hotel/work.csv:12:date  дата «31.02.2026» → существующий день → исправьте дату',
    );
    expect(printProblem(problem, 'en')).toBe(
      'data/clients/hotel/work.csv:12:date  date “31.02.2026” → a day that exists → correct the date',
    );
  });

  it('leaves out the parts of the place that nobody knows', () => {
    expect(printProblem({ ...problem, row: undefined, column: undefined }, 'en')).toMatch(/^\S+\/work\.csv {2}date/);
    expect(printProblem({ ...problem, row: undefined, column: 'locale' }, 'en')).toMatch(/work\.csv:locale {2}/);
  });

  it('stays one line that steers no terminal, whatever the data holds', () => {
    const nasty = { ...problem, found: 'a\r\nb\u001b[2Jc\u202ed' };
    expect(printProblem(nasty, 'en')).toContain('  a b\\u001b[2Jc\\u202ed → ');
  });
});

describe('problemsSummary', () => {
  const many = (count: number, severity: Problem['severity'], client?: string): Problem[] =>
    Array.from({ length: count }, (_, row) => ({ ...problem, severity, client, file: `${client}.csv`, row }));

  it('says that there is nothing to say', () => {
    expect([problemsSummary([], 'ru'), problemsSummary([], 'en')]).toEqual(['Замечаний нет', 'No problems']);
  });

  it.each([
    [1, '1 ошибка', '1 error'],
    [2, '2 ошибки', '2 errors'],
    [5, '5 ошибок', '5 errors'],
    [11, '11 ошибок', '11 errors'],
    [21, '21 ошибка', '21 errors'],
  ])('counts %i', (count, russian, english) => {
    expect(problemsSummary(many(count, 'error', 'hotel'), 'ru')).toBe(`hotel: ${russian}`);
    expect(problemsSummary(many(count, 'error', 'hotel'), 'en')).toBe(`hotel: ${english}`);
  });

  it('groups by client, the agency first, the sum last', () => {
    const all = [
      ...many(2, 'warning', 'shop'),
      ...many(1, 'error', 'hotel'),
      ...many(22, 'warning', 'hotel'),
      ...many(1, 'error'),
    ];
    expect(problemsSummary(all, 'ru').split('\n')).toEqual([
      'общие файлы агентства: 1 ошибка',
      'hotel: 1 ошибка, 22 предупреждения',
      'shop: 2 предупреждения',
      'Всего: 2 ошибки, 24 предупреждения',
    ]);
    expect(problemsSummary(all, 'en').split('\n').at(-1)).toBe('In all: 2 errors, 24 warnings');
  });

  it('counts a mistake in what several share once in all', () => {
    const shared = ['hotel', 'shop'].map((client) => ({ ...problem, client, file: 'content/reports/monthly.ru.mdx' }));
    expect(problemsSummary(shared, 'en').split('\n')).toEqual(['hotel: 1 error', 'shop: 1 error', 'In all: 1 error']);
  });
});

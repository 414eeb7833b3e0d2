import { describe, expect, it } from 'vitest';
import { reportProblems } from '../../src/cli/report-problems.ts';
import type { Problem } from '../../src/types/problem.ts';
import { fakeWorld } from './fake-effects.ts';

const problem = (severity: Problem['severity'], place: Partial<Problem>): Problem => ({
  code: 'bad-date',
  severity,
  file: 'data/people.json',
  found: { ru: 'нет даты', en: 'no date' },
  expected: { ru: 'дата', en: 'a date' },
  mend: { ru: 'впишите', en: 'write it' },
  ...place,
});

const problems = [
  problem('error', { client: 'shop', file: 'b.csv', row: 10 }),
  problem('warning', { client: 'shop', file: 'b.csv', row: 9, column: 'date' }),
  problem('error', { client: 'hotel', file: 'a.csv', row: 2 }),
  problem('error', {}),
];

describe('reportProblems', () => {
  it('prints warnings, then errors, each by place, then how many', () => {
    const world = fakeWorld();
    expect(reportProblems(problems, { json: false, locale: 'ru' }, world.effects)).toEqual({ errors: 3, warnings: 1 });
    expect(world.lines).toEqual([
      'err:Предупреждения:',
      'err:b.csv:9:date  нет даты → дата → впишите',
      'err:',
      'err:Ошибки:',
      'err:data/people.json  нет даты → дата → впишите',
      'err:a.csv:2  нет даты → дата → впишите',
      'err:b.csv:10  нет даты → дата → впишите',
      'err:',
      'err:общие файлы агентства: 1 ошибка',
      'err:hotel: 1 ошибка',
      'err:shop: 1 ошибка, 1 предупреждение',
      'err:Всего: 3 ошибки, 1 предупреждение',
    ]);
  });

  it('keeps both ends of a name as long as a book, whole signs all, and gives programs the whole of it', () => {
    const name = '📈'.repeat(150_000);
    const long = problem('error', { column: name, found: { ru: `канал «${name}»: нет даты`, en: `${name}: no date` } });
    const world = fakeWorld();
    reportProblems([long], { json: false, locale: 'ru' }, world.effects);
    const line = world.lines[1]!;
    expect(line).toMatch(/^err:data\/people\.json:📈+…📈+ {2}канал «📈+…📈+»: нет даты → дата → впишите$/u);
    expect(line.length).toBeLessThan(2000);
    reportProblems([long], { json: true, locale: 'ru' }, world.effects);
    expect(world.lines.at(-1)).toContain(`канал «${name}»: нет даты`);
  });

  it('tells once what several clients suffer from alike, and counts it once in all', () => {
    const world = fakeWorld();
    const shared = ['hotel', 'shop'].map((client) =>
      problem('error', { client, file: 'content/monthly.ru.mdx', row: 3 }),
    );
    const report = () => reportProblems([...shared, problems[0]!], { json: false, locale: 'ru' }, world.effects);
    expect(report()).toEqual({ errors: 3, warnings: 0 });
    expect(world.lines).toEqual([
      'err:Ошибки:',
      'err:content/monthly.ru.mdx:3  нет даты → дата → впишите',
      'err:b.csv:10  нет даты → дата → впишите',
      'err:',
      'err:hotel: 1 ошибка',
      'err:shop: 2 ошибки',
      'err:Всего: 2 ошибки',
    ]);
  });

  it('prints one JSON document on standard output and nothing else', () => {
    const world = fakeWorld();
    reportProblems(problems, { json: true, locale: 'en' }, world.effects);
    expect(world.lines).toHaveLength(1);
    const told = JSON.parse(world.lines[0]!.replace(/^out:/, ''));
    expect({ errors: told.errors, warnings: told.warnings }).toEqual({ errors: 3, warnings: 1 });
    expect(told.problems.map((one: { row: number | null }) => one.row)).toEqual([null, 2, 9, 10]);
    expect(told.problems[2]).toEqual({
      code: 'bad-date',
      severity: 'warning',
      client: 'shop',
      file: 'b.csv',
      row: 9,
      column: 'date',
      found: 'no date',
      expected: 'a date',
      mend: 'write it',
    });
  });

  it('prints the same whatever the order of the problems', () => {
    const [one, two] = [fakeWorld(), fakeWorld()];
    reportProblems(problems, { json: false, locale: 'en' }, one.effects);
    reportProblems([...problems].reverse(), { json: false, locale: 'en' }, two.effects);
    expect(two.lines).toEqual(one.lines);
  });

  it('says that all is well', () => {
    const world = fakeWorld();
    expect(reportProblems([], { json: false, locale: 'en' }, world.effects)).toEqual({ errors: 0, warnings: 0 });
    expect(world.lines).toEqual(['err:No problems']);
  });
});

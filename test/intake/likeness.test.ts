import { describe, expect, test } from 'vitest';
import { codes, english, facts, read } from './helpers.ts';

describe('common words in a header', () => {
  test('make no report of Google Ads of a table with headers that Google does not write', () => {
    const tiktok = 'Date,Campaign Name,Cost,Clicks,CTR,Impressions,Likes,Paid followers\n2026-10-01,A,5,1,1%,9,3,1\n';
    expect(codes(read(tiktok))).toEqual(['error unknown-format']);
    const card = read('Date,Cost,Impressions,Clicks\n2026-10-01,US$5.00,9,1\n');
    expect(card).toMatchObject({ format: 'google-ads', currency: 'USD' });
  });

  test('give way to those that tell a system', () => {
    const row = '2026-10-01,A,Active,5,9,1,1%,USD\n';
    const tiktok = `By Day,Campaign name,Primary status,Cost,Impressions,Clicks (destination),CTR (destination),Currency\n${row}`;
    expect(read(tiktok).format).toBe('tiktok-ads');
    const bing = 'Gregorian date,Campaign name,Campaign status,Spend,Impressions,Clicks,CTR,Currency code\n';
    expect(read(bing + row).format).toBe('microsoft-ads');
  });
});

describe('columns of single goals', () => {
  const direct = (goals: string, cells: string): string =>
    `Дата;Кампания;№ Кампании;Показы;Клики;Расход (руб.);${goals}\n01.10.2026;Бренд;701;1000;20;1500,50;${cells}\n`;

  test('are named with the rule that would read them, when there are several', () => {
    const text = direct('Конверсии (цель 123);Конверсии (цель 456)', '3;1');
    const file = read(text);
    expect(codes(file)).toEqual(['warning goal-columns-unread']);
    expect(file.feeds).not.toContain('conversions');
    const columns = JSON.parse(/\{.*\}$/.exec(english(file.problems[0]!.mend))![0]) as Record<string, string>;
    expect(facts(read(text, { columns }))).toContain('2026-10-01 ads conversions 4');
  });

  test('say nothing beside the column of all goals', () => {
    const file = read(direct('Конверсии;Конверсии (цель 123)', '5;3'));
    expect(codes(file)).toEqual([]);
    expect(facts(file)).toContain('2026-10-01 ads conversions 5');
  });
});

test('lines above a table that hold more delimiters than it has rows decide nothing', () => {
  const lines = ['Report Start: October 1, 2026, 12:00 AM', 'Report End: October 31, 2026, 11:59 PM'];
  const text = [...lines, 'Date Generated: November 3, 2026, 9:01 AM', 'date\tclicks\tcost', '2026-10-01\t5\t1,234.50'];
  const file = read(`${[...text, '2026-10-02\t6\t2.25'].join('\n')}\n`);
  expect(file).toMatchObject({ delimiter: '\t', freshness: '2026-11-03' });
  expect(facts(file)).toContain('2026-10-01 ads cost 1234.5');
});

test('a line of rights below a table is no row, a row cut short is an error', () => {
  const table = 'date,clicks\n2026-10-01,5\n';
  expect(codes(read(`${table}"©2026 Contoso. All rights reserved."\n`))).toEqual([]);
  expect(codes(read(`${table}"Brand"\n`))).toEqual(['error row-width']);
});

test('a year of two digits is of this century, written last', () => {
  expect(facts(read('Дата;Клики\n01.10.26;5\n'))).toEqual(['2026-10-01 ads clicks 5']);
  expect(codes(read('Дата;Клики\n26.10.01;5\n'))).toEqual(['error bad-date']);
});

import { describe, expect, test } from 'vitest';
import { codes, english, facts, read } from './helpers.ts';

describe('common words in a header', () => {
  test('make no report of Google Ads of a table with headers that Google does not write', () => {
    const tiktok = 'Date,Campaign Name,Cost,Clicks,CTR,Impressions,Likes,Paid followers\n2026-10-01,A,5,1,1%,9,3,1\n';
    expect(codes(read(tiktok))).toEqual(['error unknown-format']);
    const card = read('Device,Cost,Impressions,Clicks\nTablets,US$5.00,9,1\n');
    expect(card.format).toBe('google-ads');
  });

  test('give way to those that tell a system', () => {
    const row = '2026-10-01,A,Active,5,9,1,1%,USD\n';
    const tiktok = `By Day,Campaign name,Primary status,Cost,Impressions,Clicks (destination),CTR (destination),Currency\n${row}`;
    expect(read(tiktok).format).toBe('tiktok-ads');
    const bing = 'Gregorian date,Campaign name,Campaign status,Spend,Impressions,Clicks,CTR,Currency code\n';
    expect(read(bing + row).format).toBe('microsoft-ads');
  });
});

describe('a header of common words alone', () => {
  test('is a table of one’s own when every word is known there', () => {
    const file = read('Date;Campaign;Impressions;Clicks;Cost, RUB (incl. VAT)\n2026-10-01;A;1000;20;1500,50\n');
    expect(file).toMatchObject({ format: 'tidy', currency: 'RUB', costVariant: 'included' });
  });
});

test('a report that lacks clicks, cost or impressions names the columns nobody reads', () => {
  const file = read('Campagne;Dag;Valutacode;Onbekend;Klikken;Kosten\nMerk;2026-10-01;EUR;1234;12;10,50\n');
  expect(codes(file)).toEqual(['warning column-unread']);
  expect(file.problems[0]).toMatchObject({ row: 1, column: 4 });
});

test('a dollar sign beside the money of a country that has no dollars is another currency', () => {
  const rows = (first: string, second: string): string => `date,cost\n2026-10-01,${first}\n2026-10-02,${second}\n`;
  expect(codes(read(rows('$10.00', '€12.00')))).toEqual(['error mixed-currencies']);
  expect(codes(read(rows('€10.00', '$12.00')))).toEqual(['error mixed-currencies']);
  expect(codes(read(rows('$10.00', 'US$12.00')))).toEqual([]);
});

test('totals of days or campaigns leave the data, and the total of all is the control sum', () => {
  const file = read(
    'Дата;Кампания;Показы;Клики;Расход (руб.)\n01.10.2026;Бренд;1000;20;15\nИтого за 01.10.2026;;1000;20;15\n' +
      '02.10.2026;Бренд;900;18;15\nИтого за 02.10.2026;;900;18;15\nИтого;;1900;38;30\n',
  );
  expect(codes(file)).toEqual([]);
  expect(file.rows).toEqual({ read: 2, totals: 3 });
  expect(file.controlSums.map(({ ours, theirs }) => [ours, theirs])).toEqual([
    ['1900', '1900'],
    ['38', '38'],
    ['30', '30'],
  ]);
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

test('months written as their first days are doubted, a list of deals is not', () => {
  const monthly = 'Дата;Кампания;Показы;Клики;Расход (руб.)\n01.09.2026;А;9;2;1,5\n01.10.2026;А;9;1;1,2\n';
  expect(codes(read(monthly))).toEqual(['warning days-look-monthly']);
  expect(codes(read(monthly.replace('01.10', '02.10')))).toEqual([]);
});

test('days saved as serial numbers of a spreadsheet are read and named', () => {
  const file = read('date,channel,clicks\n46296,seo,10\n46297,seo,11\n');
  expect(facts(file)).toEqual(['2026-10-01 seo clicks 10', '2026-10-02 seo clicks 11']);
  expect(codes(file)).toEqual(['warning days-as-numbers']);
  expect(codes(read('date,channel,clicks\n12,seo,10\n'))).toEqual(['error bad-date']);
});

test('a list of top pages of another system is no list of Search Console', () => {
  const clarity = read(
    'Project name,Shop\nDate range,October\n\nMetric,Top pages,No. of sessions\nEntry pages,/roof,36\nEntry pages,/,12\n',
  );
  expect(clarity.format).toBeNull();
  expect(codes(clarity)).toEqual(['error unknown-format']);
  expect(read('Top pages,Clicks\n/roof,36\n').format).toBe('search-console');
});

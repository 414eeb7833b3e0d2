import { describe, expect, test } from 'vitest';
import { codes, english, facts, read, table } from './helpers.ts';

const header = [
  'キャンペーン',
  '日',
  '通貨コード',
  'クリック数',
  '表示回数',
  'クリック率',
  '平均クリック単価',
  '費用',
  'コンバージョン',
  '転換率',
  '転換単価',
];
const day = (
  name: string,
  date: string,
  impressions: number,
  clicks: number,
  cost: number,
  conversions: number,
): string[] => [
  ...[
    name,
    date,
    'JPY',
    String(clicks),
    impressions.toLocaleString('en-US'),
    `${((clicks / impressions) * 100).toFixed(2)}%`,
  ],
  ...[(cost / clicks).toFixed(2), cost.toFixed(2), conversions.toFixed(2)],
  ...[`${((conversions / clicks) * 100).toFixed(2)}%`, conversions === 0 ? '0' : (cost / conversions).toFixed(2)],
];
const rows = [
  day('北', '2026-10-01', 12_345, 321, 16_610.5, 7),
  day('南', '2026-10-01', 900, 40, 1383.25, 3),
  day('北', '2026-10-02', 1100, 31, 1240, 2),
  day('南', '2026-10-02', 2200, 53, 990.75, 4),
];
const total = [
  '合計: キャンペーン',
  ' --',
  'JPY',
  '445',
  '16,545',
  '2.69%',
  ' --',
  '20224.50',
  '16.00',
  '3.60%',
  '1264.03',
];
const report = (body: string[][]): string =>
  table([['キャンペーン レポート'], ['2026年10月1日～2026年10月2日'], header, ...body]);

describe('a report of Google Ads in a language nobody knows', () => {
  test('is read by the arithmetic of its columns, its totals set apart, and the reading is told', () => {
    const file = read(report([...rows, total]));
    expect(file).toMatchObject({ format: 'google-ads', currency: 'JPY', rows: { read: 4, totals: 1 } });
    expect(facts(file)).toEqual([
      '2026-10-01 ads clicks 361',
      '2026-10-01 ads conversions 10',
      '2026-10-01 ads cost 17993.75',
      '2026-10-01 ads impressions 13245',
      '2026-10-02 ads clicks 84',
      '2026-10-02 ads conversions 6',
      '2026-10-02 ads cost 2230.75',
      '2026-10-02 ads impressions 3300',
    ]);
    expect(file.controlSums.map((sum) => sum.ok)).toEqual([true, true, true, true]);
    expect(codes(file)).toEqual(['warning columns-told-by-figures']);
    expect(english(file.problems[0]!.found)).toContain('“費用” → cost');
  });

  test('is refused when a single row breaks the arithmetic', () => {
    const broken = rows.map((row, at) => (at === 1 ? row.with(3, '41') : row));
    expect(codes(read(report(broken)))).toEqual(['error unknown-format']);
  });

  test('is refused when too few rows bear it out', () => {
    expect(codes(read(report(rows.slice(0, 2))))).toEqual(['error unknown-format']);
  });

  test('is refused without titles or without a currency', () => {
    expect(codes(read(table([header, ...rows])))).toEqual(['error unknown-format']);
    expect(codes(read(report(rows.map((row) => row.with(2, '円')))))).toEqual(['error unknown-format']);
  });
});

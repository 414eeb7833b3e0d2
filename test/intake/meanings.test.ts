import { describe, expect, test } from 'vitest';
import { codes, english, facts, read, table } from './helpers.ts';

describe('results of Meta', () => {
  const rows = [
    ['Day', 'Campaign name', 'Amount spent (USD)', 'Results', 'Result indicator'],
    ['2026-10-01', 'Forms', '10', '4', 'actions:offsite_conversion.fb_pixel_lead'],
    ['2026-10-01', 'Chats', '10', '6', 'actions:onsite_conversion.messaging_conversation_started_7d'],
    ['2026-10-01', 'Fame', '10', '5200', 'reach'],
    ['2026-10-01', 'Shop', '10', '2', 'actions:offsite_conversion.fb_pixel_purchase'],
    ['2026-10-01', 'Paused', '0', '', ''],
  ];
  const of = (file: ReturnType<typeof read>): string[] => facts(file).filter((fact) => !fact.includes(' cost '));

  test('count as what the indicator of their row says, and reach counts as nothing; the reader is told', () => {
    const file = read(table(rows));
    expect(of(file)).toEqual(['2026-10-01 ads conversions 12', '2026-10-01 ads leads 4']);
    expect(codes(file)).toEqual(['warning results-by-indicator']);
    expect(english(file.problems[0]!.found)).toContain('“reach” → not counted');
    expect(english(file.problems[0]!.found)).toContain(
      'fb_pixel_lead” → conversions, leads'.replace('conversions, leads', 'leads, conversions'),
    );
  });

  test('count as sources.json says, indicator by indicator', () => {
    const results = Object.fromEntries(rows.slice(1, 5).map((row, index) => [row[4]!, index < 2 ? 'leads' : null]));
    const file = read(table(rows), { results });
    expect(of(file)).toEqual(['2026-10-01 ads leads 10']);
    expect(file.problems).toEqual([]);
  });

  test('without an indicator are conversions, never leads, and the reader is warned until the column is declared', () => {
    const bare = rows.slice(0, 2).map((row) => row.slice(0, 4));
    expect(of(read(table(bare)))).toEqual(['2026-10-01 ads conversions 4']);
    expect(codes(read(table(bare)))).toEqual(['warning column-with-care']);
    expect(codes(read(table(bare), { columns: { Results: 'leads' } }))).toEqual([]);
  });

  test('of words nobody knows are not counted, and named', () => {
    const file = read(table([rows[0]!, ['2026-10-01', 'New', '10', '4', 'actions:something_new']]));
    expect(of(file)).toEqual([]);
    expect(codes(file)).toEqual(['warning unknown-result']);
    expect(english(file.problems[0]!.found)).toContain('not counted: “actions:something_new”');
  });
});

describe('two columns with one header', () => {
  const header = 'Day,Campaign name,Impressions,Link clicks,Amount spent (USD),Impressions,Link clicks,Reach,Reach\n';

  test('count once when they say the same', () => {
    const file = read(`${header}2026-10-01,A,100,7,5,100,7,80,80\n2026-10-02,A,90,,5,90,3,70,70\n`);
    expect(facts(file)).toContain('2026-10-01 ads impressions 100');
    expect(codes(file)).toEqual([]);
  });

  test('are refused when they differ, until one is named', () => {
    const text = `${header}2026-10-01,A,100,7,5,100,8,80,80\n`;
    const file = read(text);
    expect(file.problems).toMatchObject([{ code: 'several-columns', severity: 'error', row: 2, column: 7 }]);
    const mended = read(text, { columns: { 'Link clicks': null, 'Link clicks (2)': 'clicks' } });
    expect(codes(mended)).toEqual([]);
    expect(facts(mended)).toContain('2026-10-01 ads clicks 8');
  });
});

describe('a column of money', () => {
  test('is never read as a count, whatever its name', () => {
    const file = read('День;sku;Показы;Клики;Расход, ₽, с НДС;Заказы, ₽\n2026-10-01;77;100;5;50,5;9000\n');
    expect(file).toMatchObject({ format: 'ozon-performance', costVariant: 'included' });
    expect(file.feeds).toEqual(['clicks', 'cost', 'impressions']);
  });
});

describe('totals in other languages', () => {
  test.each([
    'Total : compte',
    'Gesamt: Kampagnen',
    'Totale: account',
    'Łącznie: konto',
    'Toplam: Hesap',
    'Общий итог',
  ])('“%s” leaves the data', (label) => {
    const file = read(`Day,Campaign,Currency code,Impr.,Cost\n2026-10-01,A,EUR,10,5\n${label},,EUR,10,5\n`);
    expect(file.rows).toEqual({ read: 1, totals: 1 });
    expect(file.controlSums.every((sum) => sum.ok)).toBe(true);
  });
});

import { describe, expect, test } from 'vitest';
import { codes, english, facts, read, table } from './helpers.ts';

const rows = [
  ['2026-10-02', '2026-10-02', 'Léto', 'active', '4', 'actions:onsite_conversion.messaging_conversation_started_7d'],
  ['2026-10-01', '2026-10-01', 'Léto', 'active', '900', 'reach'],
  ['2026-10-01', '2026-10-01', 'Zima', 'inactive', '', ''],
];
const figures = [
  ['33.12', '2550'],
  ['10.5', '900'],
  ['2.25', '70'],
];
const header = [
  ...['Začátek hlášení', 'Konec hlášení', 'Název', 'Zobrazování', 'Results', 'Ukazatel výsledků'],
  ...['Amount spent (CZK)', 'Impressions'],
];
const report = (first: readonly string[][], head = header): string =>
  table([head, ...first.map((cells, at) => [...cells, ...figures[at]!])]);

describe('a report of Meta whose headers nobody here knows', () => {
  test('has its days in the two columns of days that stand side by side, and results by their indicator', () => {
    const file = read(report(rows));
    expect(file).toMatchObject({ format: 'meta-ads', currency: 'CZK' });
    expect(codes(file)).toEqual(['warning results-by-indicator']);
    expect(facts(file)).toEqual([
      '2026-10-01 ads cost 12.75',
      '2026-10-01 ads impressions 970',
      '2026-10-02 ads conversions 4',
      '2026-10-02 ads cost 33.12',
      '2026-10-02 ads impressions 2550',
    ]);
  });

  test('of whole periods feeds nothing: the two columns differ', () => {
    const file = read(report(rows.map((cells) => ['2026-10-01', '2026-10-31', ...cells.slice(2)])));
    expect(facts(file)).toEqual([]);
    expect(codes(file)).toContain('warning rows-not-daily');
    expect(english(file.problems[0]!.found)).toBe('a row that covers several days: “2026-10-01 – 2026-10-31”');
  });

  test('with a third column of days, or with days out of order, is not guessed at', () => {
    const third = rows.map((cells) => [...cells.slice(0, 3), '2026-09-01', ...cells.slice(4)]);
    expect(codes(read(report(third)))).toContain('warning no-day-column');
    const reversed = rows.map((cells) => ['2026-10-03', '2026-10-01', ...cells.slice(2)]);
    expect(codes(read(report(reversed)))).toContain('warning no-day-column');
  });

  test('leaves a column of days alone that the source declares to be nothing', () => {
    const file = read(report(rows), { columns: { 'Začátek hlášení': null } });
    expect(codes(file)).toContain('warning no-day-column');
  });
});

test('a report of Meta in Portuguese has days, ads and an indicator by their names', () => {
  const head = [
    ...['Início dos relatórios', 'Encerramento dos relatórios', 'Nome do anúncio', 'Veiculação de anúncio'],
    ...['Resultados', 'Indicador de resultados', 'Valor usado (BRL)', 'Impressões'],
  ];
  const file = read(report(rows, head));
  expect(file).toMatchObject({ format: 'meta-ads', currency: 'BRL', period: { from: '2026-10-01', to: '2026-10-02' } });
  expect(facts(file)).toContain('2026-10-02 ads conversions 4');
  expect(facts(file)).not.toContain('2026-10-01 ads conversions 900');
});

test('a report of Meta that says it has no data is told to have no rows, not to be cut', () => {
  const head = 'Reporting starts,Reporting ends,Campaign name,Impressions,Amount spent (USD)\n';
  expect(codes(read(`${head}"No data available."\n`))).toEqual(['warning no-rows']);
  expect(codes(read(`${head}2026-10-01\n`))).toEqual(['error row-width']);
  expect(codes(read(`${head}No data available.\n2026-10-01,2026-10-01,Sale,5,1\n`))).toEqual(['error row-width']);
});

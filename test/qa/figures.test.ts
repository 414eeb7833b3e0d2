import { describe, expect, it } from 'vitest';
import { gatherFacts } from '../../src/figures/facts.ts';
import { parsePeriod } from '../../src/figures/period.ts';
import { periodFigures } from '../../src/figures/period-figures.ts';
import { readExport } from '../../src/intake/read-export.ts';
import type { Decimal, Figure } from '../../src/types/figures.ts';
import { clientWith, METRICS } from '../figures/samples.ts';

/**
 * Figures recomputed with whole numbers only, from the text of the export and from stretches of days written by hand:
 * nothing here is taken from the code under test.
 */
const COLUMNS = ['impressions', 'clicks', 'cost', 'leads', 'revenue'] as const;
const RATIOS: Record<string, [string, string, bigint]> = {
  ctr: ['clicks', 'impressions', 1n],
  cpl: ['cost', 'leads', 1n],
  cpm: ['cost', 'impressions', 1000n],
  drr: ['cost', 'revenue', 1n],
};

interface Row {
  date: string;
  channel: string;
  cells: string[];
}

type Stretch = [from: string, to: string];

/** Period, as-of day, and the days that stand for it, for the previous one and for the year ago. */
const CALENDAR: [period: string, asOf: string, value: Stretch, previous: Stretch, yearAgo: Stretch][] = [
  ['2025-03', '2025-04-01', ['2025-03-01', '2025-03-31'], ['2025-02-01', '2025-02-28'], ['2024-03-01', '2024-03-31']],
  ['2025-02', '2025-06-01', ['2025-02-01', '2025-02-28'], ['2025-01-01', '2025-01-31'], ['2024-02-01', '2024-02-29']],
  ['2024-02', '2024-06-01', ['2024-02-01', '2024-02-29'], ['2024-01-01', '2024-01-31'], ['2023-02-01', '2023-02-28']],
  // A running month: the same days, as many as the shorter month has.
  ['2025-01', '2025-01-15', ['2025-01-01', '2025-01-14'], ['2024-12-01', '2024-12-14'], ['2024-01-01', '2024-01-14']],
  ['2025-03', '2025-03-31', ['2025-03-01', '2025-03-30'], ['2025-02-01', '2025-02-28'], ['2024-03-01', '2024-03-30']],
  ['2025-Q1', '2025-02-11', ['2025-01-01', '2025-02-10'], ['2024-10-01', '2024-11-10'], ['2024-01-01', '2024-02-10']],
  ['2024-Q1', '2025-01-01', ['2024-01-01', '2024-03-31'], ['2023-10-01', '2023-12-31'], ['2023-01-01', '2023-03-31']],
  ['2024', '2025-01-01', ['2024-01-01', '2024-12-31'], ['2023-01-01', '2023-12-31'], ['2023-01-01', '2023-12-31']],
  ['2025', '2025-03-01', ['2025-01-01', '2025-02-28'], ['2024-01-01', '2024-02-28'], ['2024-01-01', '2024-02-28']],
  [
    '2024-02-20..2024-02-29',
    '2025-01-01',
    ['2024-02-20', '2024-02-29'],
    ['2024-02-10', '2024-02-19'],
    ['2023-02-20', '2023-02-28'],
  ],
];

const KINDS: Record<string, (random: () => number) => string[]> = {
  'whole numbers': (random) => COLUMNS.map(() => String(Math.floor(random() * 1000))),
  'hundredths and refunds': (random) =>
    COLUMNS.map((id) => (id === 'cost' ? (random() * 200 - 60).toFixed(2) : String(Math.floor(random() * 9)))),
  'sums beyond what binary fractions hold': (random) =>
    COLUMNS.map((id) =>
      id === 'cost' ? ['0.1', '0.2', '0.0000001', '9007199254740993.03'][Math.floor(random() * 4)]! : '1',
    ),
  'blanks and zeros': (random) => COLUMNS.map(() => ['', '', '0', '0', '7'][Math.floor(random() * 5)]!),
};

describe('figures of an export, recomputed apart from the code', () => {
  it.each(Object.keys(KINDS))('agree for %s in every kind of period', (kind) => {
    const rows = rowsOf(KINDS[kind]!);
    const facts = factsOf(rows);
    for (const [id, asOf, ...stretches] of CALENDAR) {
      const { figures } = periodFigures(facts, CLIENT, METRICS, parsePeriod(id)!, asOf);
      agree(figures.metrics, rows, stretches, id);
      for (const [channel, { metrics }] of Object.entries(figures.channels)) {
        const own = rows.filter((row) => row.channel === channel);
        agree(metrics, own, stretches, `${id} ${channel}`);
      }
      const [[from, to]] = stretches;
      const used = rows.filter(({ date }) => date >= from && date <= to).length;
      expect(figures.sources[0]?.rows).toEqual({ read: rows.length, used, totals: 0, outside: rows.length - used });
    }
  });
});

const CLIENT = clientWith({ currency: 'USD', locale: 'en' });

function agree(metrics: Record<string, Figure>, rows: Row[], stretches: Stretch[], where: string): void {
  const sums = stretches.map((stretch) => sumsOf(rows, stretch));
  for (const [id, figure] of Object.entries(metrics)) {
    const told = [figure.value, figure.previous, figure.yearAgo];
    told.forEach((value, index) => {
      expect(isRight(id, value, sums[index]!), `${where}: ${id} is told as ${value}`).toBe(true);
    });
  }
  const known = Object.keys(sums[0]!);
  expect(Object.keys(metrics), where).toEqual(expect.arrayContaining(known));
}

/** Additive values are exact; a ratio times its denominator is its numerator within half of the tenth digit. */
function isRight(id: string, told: Decimal, sums: Record<string, bigint>): boolean {
  const ratio = RATIOS[id];
  if (ratio === undefined) return told === null ? sums[id] === undefined : scaled(told) === sums[id];
  const [numerator, denominator, factor] = [sums[ratio[0]], sums[ratio[1]], ratio[2]];
  if (numerator === undefined || denominator === undefined || denominator === 0n) return told === null;
  if (told === null) return false;
  const off = scaled(told) * denominator - numerator * factor * UNIT;
  return abs(off) * 2n <= abs(denominator);
}

function sumsOf(rows: Row[], [from, to]: Stretch): Record<string, bigint> {
  const sums: Record<string, bigint> = {};
  for (const { date, cells } of rows) {
    if (date < from || date > to) continue;
    COLUMNS.forEach((id, index) => {
      if (cells[index] !== '') sums[id] = (sums[id] ?? 0n) + scaled(cells[index]!);
    });
  }
  return sums;
}

/** Tenth digits after the point as a whole number. */
const UNIT = 10_000_000_000n;
function scaled(text: string): bigint {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const amount = BigInt(whole) * UNIT + BigInt(fraction.padEnd(10, '0'));
  return text.startsWith('-') ? -amount : amount;
}
const abs = (value: bigint): bigint => (value < 0n ? -value : value);

function rowsOf(cellsOf: (random: () => number) => string[]): Row[] {
  const random = seeded(20261121);
  const rows: Row[] = [];
  for (let day = Date.UTC(2022, 11, 20); day < Date.UTC(2025, 3, 10); day += 86_400_000) {
    const date = new Date(day).toISOString().slice(0, 10);
    for (const channel of ['search', 'social', 'search']) {
      // Days without a row are gaps; the third row of a day is a second campaign of the first channel.
      if (random() < 0.8) rows.push({ date, channel, cells: cellsOf(random) });
    }
  }
  return rows;
}

function factsOf(rows: Row[]) {
  const lines = rows.map(({ date, channel, cells }) => [date, channel, ...cells].join(','));
  const text = `date,channel,${COLUMNS.join(',')}\n${lines.join('\n')}\n`;
  const context = { rule: undefined, metrics: METRICS, client: CLIENT.id };
  const file = readExport({ file: 'a.csv', source: 'ads', bytes: new TextEncoder().encode(text) }, context);
  const { value, problems } = gatherFacts(CLIENT, [file], METRICS);
  expect([...file.problems, ...problems].filter(({ severity }) => severity === 'error')).toEqual([]);
  return value;
}

/** The same numbers in every run (a linear congruence is random enough here). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;
}

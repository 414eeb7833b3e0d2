import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PeriodFigures } from '../../src/figures/period-figures.ts';
import { addDays } from '../../src/figures/period.ts';
import type { Decimal } from '../../src/types/figures.ts';
import { pointsOf } from './history-points.ts';
import { figuresFor, fileOf, METRICS, type Row } from './samples.ts';

const money = fc.integer({ min: 0, max: 10_000_000 }).map((cents) => Big(cents).div(100).toFixed());
const count = fc.integer({ min: 0, max: 5_000 }).map(String);

/** Rows of September to October 2026; every row has its own campaign, cells may be empty. */
const rows: fc.Arbitrary<Row[]> = fc
  .array(
    fc.record({
      date: fc.integer({ min: 0, max: 60 }).map((offset) => addDays('2026-09-01', offset)),
      channel: fc.constantFrom('search', 'social', 'mail'),
      values: fc.record({ cost: money, leads: count, impressions: count, clicks: count }, { requiredKeys: [] }),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((list) => list.map((row, index) => ({ ...row, campaign: `campaign ${index}` })));

const known = (values: Decimal[]): string | null => {
  const found = values.filter((value) => value !== null);
  return found.length === 0 ? null : found.reduce((total, value) => total.plus(value), Big(0)).toFixed();
};

const ADDITIVE = ['cost', 'leads', 'impressions', 'clicks'];

/** What does not depend on how the rows were spread over files: everything but lineage and file names. */
const figuresOf = ({ figures, history, stories, byChannel }: PeriodFigures) => {
  const { metrics, channels, days, coverage } = figures;
  return { metrics, channels, days, coverage, history, stories, byChannel };
};

describe('figures', () => {
  it('of channels and of days add up to the total', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const { figures, history } = figuresFor([fileOf('a.csv', list)], '2026-10');
        for (const metric of ADDITIVE.filter((id) => figures.metrics[id])) {
          const { value } = figures.metrics[metric]!;
          const channels = Object.values(figures.channels).map(({ metrics }) => metrics[metric]!.value);
          expect(known(channels)).toBe(value);
          expect(known(figures.days.map((day) => day[metric]!))).toBe(value);
          const last = pointsOf(history, Object.values(METRICS)).at(-1);
          if (last?.period.id === '2026-10') expect(last.values[metric]).toBe(value);
        }
      }),
    );
  });

  it('agree with the rows added up by another library', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const { figures } = figuresFor([fileOf('a.csv', list)], '2026-10');
        const october = list.filter(({ date }) => date.startsWith('2026-10'));
        for (const metric of ADDITIVE) {
          const expected = known(october.map(({ values }) => values[metric] ?? null));
          expect(figures.metrics[metric]?.value ?? null).toBe(expected);
        }
      }),
    );
  });

  it('that are ratios are ratios of sums at every level', () => {
    const quotient = Big();
    quotient.DP = 10;
    fc.assert(
      fc.property(rows, (list) => {
        const { figures, history } = figuresFor([fileOf('a.csv', list)], '2026-10');
        const levels: Record<string, Decimal>[] = [
          ...figures.days.map(({ date: _, ...values }) => values),
          ...pointsOf(history, Object.values(METRICS)).flatMap(({ values, channels }) => [
            values,
            ...Object.values(channels),
          ]),
          ...[figures.metrics, ...Object.values(figures.channels).map(({ metrics }) => metrics)].map((metrics) =>
            Object.fromEntries(Object.entries(metrics).map(([id, { value }]) => [id, value])),
          ),
        ];
        for (const { cost = null, leads = null, cpl = null } of levels) {
          const expected =
            cost === null || leads === null || Big(leads).eq(0) ? null : new quotient(cost).div(leads).toFixed();
          expect(cpl).toBe(expected);
        }
      }),
    );
  });

  it('do not depend on the order of rows and files', () => {
    fc.assert(
      fc.property(rows, fc.func(fc.nat()), (list, rank) => {
        const half = Math.ceil(list.length / 2);
        const files = [fileOf('a.csv', list.slice(0, half)), fileOf('b.csv', list.slice(half))];
        const shuffled = [...list].sort((a, b) => rank(a.campaign) - rank(b.campaign));
        const parts = [list.slice(0, half), list.slice(half)].map((part) =>
          shuffled.filter((row) => part.includes(row)),
        );
        const others = [fileOf('b.csv', parts[1]!), fileOf('a.csv', parts[0]!)];
        expect(figuresOf(figuresFor(others, '2026-10'))).toEqual(figuresOf(figuresFor(files, '2026-10')));
      }),
    );
  });

  it('stay the same when a file is split in two, or repeats a part of another', () => {
    fc.assert(
      fc.property(rows, fc.func(fc.boolean()), (list, isFirst) => {
        const whole = fileOf('a.csv', list);
        const one = list.filter(({ campaign }) => isFirst(campaign));
        const split = [
          fileOf('b.csv', one),
          fileOf(
            'c.csv',
            list.filter((row) => !one.includes(row)),
          ),
        ];
        const expected = figuresOf(figuresFor([whole], '2026-10'));
        expect(figuresOf(figuresFor(split, '2026-10'))).toEqual(expected);
        expect(figuresOf(figuresFor([whole, ...split], '2026-10'))).toEqual(expected);
      }),
    );
  });

  it('have lineage whose parts add up to the value', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const { figures, lineage } = figuresFor([fileOf('a.csv', list)], '2026-10');
        for (const { metric, formula, parts } of lineage) {
          if (formula === null) expect(known(parts.map((part) => part.sum))).toBe(figures.metrics[metric]!.value);
        }
      }),
    );
  });
});

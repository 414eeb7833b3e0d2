import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { gatherFacts } from '../../src/figures/facts.ts';
import { historyValue } from '../../src/figures/history-value.ts';
import { monthlyHistory } from '../../src/figures/history.ts';
import { plainOrNull } from '../../src/figures/exact.ts';
import { addDays } from '../../src/figures/period.ts';
import { channelSums, sumPeriod, valueOf, type MetricSums } from '../../src/figures/sums.ts';
import { pointsOf } from './history-points.ts';
import { clientWith, fileOf, METRICS, type Row } from './samples.ts';

const decimal = (units: fc.Arbitrary<bigint>): fc.Arbitrary<string> =>
  fc.tuple(units, fc.nat(4)).map(([whole, scale]) => {
    const digits = `${whole < 0n ? -whole : whole}`.padStart(scale + 1, '0');
    const point = digits.length - scale;
    return `${whole < 0n ? '-' : ''}${digits.slice(0, point)}${scale > 0 ? `.${digits.slice(point)}` : ''}`;
  });
const usual = decimal(fc.bigInt({ min: 0n, max: 99_999_999n }));
/** Corrections, and figures that plain numbers do not hold or whose sums they do not. */
const unusual = decimal(
  fc.oneof(fc.bigInt({ min: -(10n ** 6n), max: 0n }), fc.bigInt({ min: -(10n ** 16n), max: 10n ** 24n })),
);

const rowsOf = (figure: fc.Arbitrary<string>): fc.Arbitrary<Row[]> =>
  fc.array(
    fc.record({
      date: fc.nat(900).map((offset) => addDays('2024-01-15', offset)),
      channel: fc.constantFrom('search', 'social', 'mail'),
      values: fc.record(
        { cost: figure, leads: figure, impressions: figure, clicks: figure, revenue: figure },
        { requiredKeys: [] },
      ),
    }),
    { minLength: 1, maxLength: 60 },
  );

describe('the history of months', () => {
  const metrics = Object.values(METRICS);
  const valuesOf = (sums: MetricSums) =>
    Object.fromEntries(metrics.map((metric) => [metric.id, plainOrNull(valueOf(metric, sums))]));
  const isKnown = (values: object): boolean => Object.values(values).some((value) => value !== null);

  test.each([
    ['usual figures', usual],
    ['figures of any length and sign', fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: unusual })],
  ])('has the sums of each month and what follows from them: %s', (_, figure) => {
    const channels = ['mail', 'search', 'social'];
    fc.assert(
      fc.property(rowsOf(figure), rowsOf(figure), fc.nat(900), (one, other, last) => {
        const files = [fileOf('a.csv', one), fileOf('b.csv', other, { source: 'more', file: 'b.csv' })];
        const precedence = Object.fromEntries(metrics.map(({ id }) => [id, ['ads', 'more']]));
        const client = clientWith({ sources: { sources: {}, precedence } });
        const { value: facts } = gatherFacts(client, files, METRICS);
        const history = monthlyHistory(facts, metrics, addDays('2024-01-15', last));
        for (const { period, values, channels: byChannel } of pointsOf(history, metrics)) {
          const sums = sumPeriod(facts, period);
          expect(values).toEqual(valuesOf(sums.total));
          const expected = channels.map((id) => [id, valuesOf(channelSums(sums, id))] as const);
          expect(byChannel).toEqual(Object.fromEntries(expected.filter(([, each]) => isKnown(each))));
          expect(Object.keys(byChannel)).toEqual(Object.keys(byChannel).sort());
        }
      }),
      { numRuns: 60 },
    );
  });

  it('begins with the first day of the data, and shows no channel without any value of the report’s metrics', () => {
    const rows: Row[] = [
      { date: '2026-10-05', channel: 'search', values: { cost: '10' } },
      { date: '2026-10-05', channel: 'mail', values: { leads: '2' } },
    ];
    const { value: facts } = gatherFacts(clientWith(), [fileOf('a.csv', rows)], METRICS);
    const on = (day: string) => monthlyHistory(facts, [METRICS['cost']!], day);
    expect(on('2026-10-04')).toEqual({ months: [], total: {}, channels: {} });
    expect(on('2026-10-05').months).toMatchObject([{ id: '2026-10', to: '2026-10-05' }]);
    expect(Object.keys(on('2026-10-05').channels)).toEqual(['search']);
  });

  it('knows nothing of a metric or a channel that has no sums, whatever it is called', () => {
    const months = [{ id: '2026-10', kind: 'month' as const, from: '2026-10-01', to: '2026-10-31' }];
    const history = { months, total: { cost: { scale: 2, units: [1250] } }, channels: {} };
    const metric = { ...METRICS['cost']!, id: 'constructor' };
    expect(historyValue(history, METRICS['cost']!, 0)).toBe('12.5');
    expect(historyValue(history, metric, 0)).toBeNull();
    expect(historyValue(history, metric, 0, 'constructor')).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { convertFiles } from '../../src/figures/currencies.ts';
import { gatherFacts } from '../../src/figures/facts.ts';
import { cellsOfSeries } from '../support/cells.ts';
import type { CurrencyRate } from '../../src/types/workspace.ts';
import { clientWith, fileOf, METRICS, type Row } from './samples.ts';

const day = (date: string, cost: string): Row => ({ date, channel: 'search', values: { cost, clicks: '10' } });
const rate = (from: string, value: string, currency = 'USD', to = 'RUB'): CurrencyRate => ({
  from,
  currency,
  to,
  rate: value,
  row: 2,
});
const client = { ...clientWith(), currency: 'RUB' };
const dollars = fileOf('usd.csv', [day('2026-10-01', '10.50'), day('2026-10-15', '3')], { currency: 'USD' });

function costs(rates: CurrencyRate[]) {
  const { value, problems } = gatherFacts(client, [dollars], METRICS, rates);
  const cells = (metric: string) =>
    (value.series.get(metric)?.get('search') ?? []).flatMap(({ file, series }) => cellsOfSeries(file, series));
  const days = cells('cost').map(({ date, sum }) => `${date} ${sum}`);
  const clicks = cells('clicks').map(({ sum }) => sum);
  return { days: days.sort(), clicks, problems, codes: problems.map(({ severity, code }) => `${severity} ${code}`) };
}

describe('money in another currency than the client’s', () => {
  it('is an error without a declared rate, and the error says which line to add', () => {
    const { days, codes, problems } = costs([]);
    expect(codes).toEqual(['error foreign-currency']);
    expect(JSON.stringify(problems[0]!.mend)).toContain('2026-10-01,USD,RUB');
    expect(days).toEqual([]);
  });

  it('is converted exactly at the rate that held on its day, and the page is told', () => {
    const { days, clicks, codes, problems } = costs([rate('2026-10-10', '92'), rate('2026-09-01', '90.125')]);
    expect(days).toEqual(['2026-10-01 946.3125', '2026-10-15 276']);
    expect(clicks).toEqual(['10', '10']);
    expect(codes).toEqual(['warning converted-currency']);
    expect(JSON.stringify(problems[0]!.found)).toMatch(/90\.125.*92/);
    const { notices } = convertFiles(client, [dollars], METRICS, [rate('2026-09-01', '90')]);
    expect(notices.map(({ days }) => days)).toEqual([{ from: '2026-10-01', to: '2026-10-15' }]);
  });

  it('is refused when a single day comes before the first rate', () => {
    const { codes, problems } = costs([rate('2026-10-02', '92')]);
    expect(codes).toEqual(['error foreign-currency']);
    expect(JSON.stringify(problems[0]!.mend)).toContain('2026-10-01,USD,RUB');
  });

  it('is never converted by an inverse rate, a rate of another pair or through a third currency', () => {
    const rates = [rate('2026-01-01', '0.011', 'RUB', 'USD'), rate('2026-01-01', '1.1', 'USD', 'EUR')];
    expect(costs([...rates, rate('2026-01-01', '99', 'EUR', 'RUB')]).codes).toEqual(['error foreign-currency']);
  });

  it('leaves files in the client’s currency as they are', () => {
    const own = fileOf('rub.csv', [day('2026-10-01', '10')], { currency: 'RUB' });
    expect(convertFiles(client, [own], METRICS, [rate('2026-01-01', '2')])).toEqual({
      files: [own],
      notices: [],
      errors: [],
    });
  });
});

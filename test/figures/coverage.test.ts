import { describe, expect, it } from 'vitest';
import { LISTS_OF_DEALS } from '../../src/figures/coverage.ts';
import { eachDay } from '../../src/figures/period.ts';
import { knownFormats } from '../../src/intake/formats/index.ts';
import { localText } from '../../src/locale/text.ts';
import type { Problem } from '../../src/types/problem.ts';
import { clientWith, figuresFor, fileOf, METRICS, target, type Row } from './samples.ts';

const row = (date: string, channel: string, values: Record<string, string>): Row => ({ date, channel, values });

describe('coverage', () => {
  const days = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, i) =>
      row(`2026-10-${String(from + i).padStart(2, '0')}`, 'ads', { leads: '1' }),
    );
  const september = (gap: number[], values = { leads: '1' }) =>
    eachDay({ from: '2026-09-01', to: '2026-09-30' })
      .filter((date) => !gap.includes(Number(date.slice(8))))
      .map((date) => row(date, 'ads', values));
  const codes = (problems: Problem[]) => problems.map(({ code }) => code);

  it('counts the days of each source and channel', () => {
    const late = figuresFor([fileOf('a.csv', days(1, 27))], '2026-10');
    expect(late.figures.coverage).toEqual([
      {
        ...{ source: 'ads', channel: 'ads', days: 27, of: 31, lastDay: '2026-10-27' },
        freshness: { lastDay: '2026-10-27', takenOn: null, settled: null },
      },
    ]);
    expect(codes(late.problems)).toEqual(['coverage', 'stale']);
    expect(late.figures.warnings[0]).toEqual({
      code: 'coverage',
      message: 'источник «ads»: данные за 27 из 31 дня',
      file: 'data/clients/hotel/exports/ads/a.csv',
      row: null,
    });
    expect(late.problems[0]!.mend).toMatchObject({ en: expect.stringContaining('October\u00a028–31, 2026') });
    const named = figuresFor([fileOf('a.csv', days(1, 27))], '2026-10', {
      client: clientWith({ channels: { ads: { ru: 'Яндекс Директ', en: 'Yandex Direct' } } }),
    });
    expect(localText(named.problems[0]!.found, 'ru')).toMatch(/^источник «ads», канал «Яндекс Директ»: данные за 27/);
  });

  it('tells once of channels of one source that lack the same days', () => {
    const of = (channel: string, from: number, to: number) => days(from, to).map((one) => ({ ...one, channel }));
    const rows = [...of('maps', 1, 27), ...of('search', 1, 27), ...of('vk', 1, 26)];
    const { problems } = figuresFor([fileOf('a.csv', rows)], '2026-10', {
      client: clientWith({ channels: { maps: { ru: 'Карты', en: 'Maps' } } }),
    });
    expect(problems.map(({ found }) => localText(found, 'en'))).toEqual([
      'source “ads”, channels “Maps”, “search”: data for 27 of 31 days',
      'source “ads”, channel “vk”: data for 26 of 31 days',
      'source “ads”: the latest data are of October\u00a027, 2026',
    ]);
    expect(localText(problems[0]!.found, 'ru')).toBe(
      'источник «ads», каналы «Карты», «search»: данные за 27 из 31 дня',
    );
  });

  it('warns of a file that says itself that its last days had not settled', () => {
    const taken = (freshness: string): string[] =>
      codes(figuresFor([fileOf('a.csv', days(1, 31), { freshness })], '2026-10').problems);
    expect(taken('2026-11-01')).toEqual(['taken-early']);
    expect(taken('2026-11-02')).toEqual(['taken-early']);
    expect(taken('2026-11-03')).toEqual([]);
  });

  it('asks for no fresh export where the source goes on after the period', () => {
    const quietEnd = [row('2026-10-01', 'site', { leads: '1' }), row('2026-10-30', 'site', { leads: '1' })];
    const deals = fileOf('deals.csv', [...quietEnd, row('2026-11-02', 'site', { leads: '1' })], { format: 'amocrm' });
    expect(codes(figuresFor([deals], '2026-10', { asOf: '2026-12-01' }).problems)).toEqual([]);
    // A day yet to come is no sign of life.
    expect(codes(figuresFor([deals], '2026-10', { asOf: '2026-11-01' }).problems)).toContain('stale');
    const daily = fileOf('a.csv', [...days(1, 27), row('2026-11-01', 'ads', { leads: '1' })]);
    const told = figuresFor([daily], '2026-10', { asOf: '2026-12-01' }).problems;
    expect(codes(told)).toEqual(['coverage']);
    expect(told[0]!.mend).toMatchObject({ en: expect.stringMatching(/export them: October\u00a028–31, 2026$/) });
  });

  it('has a line for a channel that has a target and no data', () => {
    const client = clientWith({ targets: [target('2026-10', 'leads', 'maps', '20')] });
    const { byChannel } = figuresFor([fileOf('a.csv', days(1, 31))], '2026-10', { client });
    expect(Object.keys(byChannel)).toEqual(['ads', 'maps']);
    expect(byChannel['maps']!.find(({ metric }) => metric === 'leads')).toMatchObject({ value: null, target: '20' });
  });

  it('knows that a list of deals has days without a deal, but not what came after its last row', () => {
    const deal = (day: string, channel: string) => row(`2026-10-${day}`, channel, { leads: '1' });
    const deals = fileOf('deals.csv', [deal('01', 'site'), deal('09', 'calls'), deal('30', 'site')], {
      format: 'amocrm',
    });
    const october = figuresFor([deals], '2026-10');
    expect(october.figures.coverage.map(({ channel, days: known, of }) => [channel, known, of])).toEqual([
      ['calls', 30, 31],
      ['site', 30, 31],
    ]);
    expect(codes(october.problems)).toEqual(['coverage', 'stale']);
    expect(october.problems[0]!.mend).toMatchObject({
      en: expect.stringMatching(/export them: October\u00a031, 2026$/),
    });
    const formats = knownFormats(METRICS)
      .filter((format) => format.deals)
      .map(({ id }) => id);
    expect(formats.sort()).toEqual(LISTS_OF_DEALS);
  });

  it('takes a list of deals at its word: a quiet last day of its stated period is neither missing nor late', () => {
    const rows = [row('2026-10-01', 'site', { leads: '1' }), row('2026-10-30', 'site', { leads: '1' })];
    const october = { from: '2026-10-01', to: '2026-10-31' };
    const told = (over: object) => figuresFor([fileOf('deals.csv', rows, { format: 'amocrm', ...over })], '2026-10');
    expect(codes(told({ period: october }).problems)).toEqual([]);
    expect(told({ period: october }).figures.coverage).toMatchObject([{ days: 31, of: 31, lastDay: '2026-10-30' }]);
    // Taken before its period was over, it knows no more than that.
    const early = told({ period: october, freshness: '2026-10-31' }).problems;
    expect(codes(early)).toEqual(expect.arrayContaining(['coverage', 'stale']));
    expect(early.find(({ code }) => code === 'stale')!.mend).toMatchObject({
      en: expect.stringContaining('name the file with its days: deals_2026-10-01_2026-10-31;'),
    });
  });

  it('asks for no fresh export of days that a file was asked about: only the days are told', () => {
    const asked = fileOf('a.csv', days(1, 27), { period: { from: '2026-10-01', to: '2026-10-31' } });
    expect(codes(figuresFor([asked], '2026-10').problems)).toEqual(['coverage']);
  });

  it('tells once, not for every source, that the data begin inside the period', () => {
    const other = fileOf('b.csv', [row('2026-10-06', 'maps', { leads: '1' })], { source: 'maps' });
    const begun = figuresFor([fileOf('c.csv', days(5, 31)), other], '2026-10');
    // Of the file with that day, not of the first by name.
    expect(begun.problems[0]!.file).toMatch(/c\.csv$/);
    expect(begun.problems.map(({ found }) => localText(found, 'en'))).toEqual([
      'the data begin on October\u00a05, 2026: 27 of the period’s 31 days',
      'source “maps”: data for 1 of 31 days',
      'source “maps”: the latest data are of October\u00a06, 2026',
    ]);
  });

  it('warns that the period compared with is older than the data', () => {
    const files = [fileOf('a.csv', [...days(1, 31), row('2026-09-21', 'ads', { leads: '5' })])];
    const october = figuresFor(files, '2026-10');
    // What is known of it stands there; by how much October differs from so few days of September says nothing.
    expect(october.kpis[0]).toMatchObject({
      previous: '5',
      againstPrevious: { from: '5', to: '31', absolute: null, relative: null, sense: 'neutral' },
    });
    expect(october.figures.warnings[0]).toMatchObject({ code: 'incomplete-comparison' });
    expect(localText(october.problems[0]!.found, 'en')).toBe(
      'the period compared with, September\u00a01–30, 2026, has data only since September\u00a021, 2026',
    );
  });

  it('warns of the year before a year once, and compares what is known whole', () => {
    const rows = [row('2025-09-21', 'ads', { leads: '5' }), ...days(1, 31)];
    const year = figuresFor([fileOf('a.csv', rows)], '2026');
    expect(codes(year.problems).filter((code) => code === 'incomplete-comparison')).toHaveLength(1);
    expect(year.kpis[0]).toMatchObject({ againstPrevious: { sense: 'neutral' }, againstYearAgo: { sense: 'neutral' } });
    const later = [row('2025-10-21', 'ads', { leads: '5' }), ...september([], { leads: '2' }), ...days(1, 31)];
    expect(figuresFor([fileOf('a.csv', later)], '2026-10').kpis[0]).toMatchObject({
      againstPrevious: { absolute: '-29', sense: 'bad' },
      againstYearAgo: { from: '5', absolute: null, sense: 'neutral' },
    });
  });

  it('misses a source that was there a month before', () => {
    const november = figuresFor([fileOf('a.csv', days(1, 31))], '2026-11');
    expect(november.figures.coverage).toMatchObject([{ days: 0, of: 30, lastDay: '2026-10-31' }]);
    expect(figuresFor([fileOf('a.csv', days(1, 31))], '2027-01').figures.coverage).toEqual([]);
  });

  it('is silent about a full month that has settled', () => {
    const files = [fileOf('a.csv', days(1, 31))];
    expect(figuresFor(files, '2026-10', { asOf: '2026-11-03' }).problems).toEqual([]);
    expect(codes(figuresFor(files, '2026-10', { asOf: '2026-11-02' }).problems)).toEqual(['fresh-48h']);
  });

  it("brings a file's own warnings to the periods it has rows of, without what was expected of the export", () => {
    const warning: Problem = {
      code: 'control-sum',
      severity: 'warning',
      file: 'a.csv',
      row: 40,
      found: { ru: 'итог 5', en: 'total 5' },
      expected: { ru: '6', en: '6' },
      mend: '',
    };
    const files = [fileOf('a.csv', days(1, 31), { problems: [warning] })];
    expect(figuresFor(files, '2026-10').figures.warnings).toEqual([
      { code: 'control-sum', message: 'итог 5', file: 'a.csv', row: 40 },
    ]);
    expect(codes(figuresFor(files, '2026-10').problems)).toEqual([]);
    expect(figuresFor(files, '2026-09').figures.warnings).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { plain } from '../../src/figures/exact.ts';
import { gatherFacts } from '../../src/figures/facts.ts';
import { sumWithin } from '../../src/figures/series.ts';
import type { IntakeFile } from '../../src/types/intake.ts';
import type { Client } from '../../src/types/workspace.ts';
import { cellsOfSeries } from '../support/cells.ts';
import { clientWith, figuresFor, fileOf, METRICS, type Row } from './samples.ts';

const row = (date: string, campaign: string, leads: string, channel = 'search'): Row => ({
  date,
  channel,
  campaign,
  values: { leads },
});

function gather(files: IntakeFile[], client: Client = clientWith()) {
  const { value, problems } = gatherFacts(client, files, METRICS);
  const days = [...new Set(value.days)];
  const leads = [...(value.series.get('leads')?.entries() ?? [])].flatMap(([channel, parts]) =>
    days.flatMap((day) => {
      const sum = sumWithin(parts, { from: day, to: day });
      return sum === null ? [] : [`${channel} ${day} ${plain(sum)}`];
    }),
  );
  return { facts: value, codes: problems.map(({ code }) => code), problems, leads: leads.sort() };
}

describe('files of one source', () => {
  it('add up when they share no row', () => {
    const one = fileOf('a.csv', [row('2026-10-01', 'brand', '3')]);
    const other = fileOf('b.csv', [row('2026-10-01', 'generic', '4'), row('2026-10-02', 'brand', '5')]);
    const { leads, codes } = gather([other, one]);
    expect(leads).toEqual(['search 2026-10-01 7', 'search 2026-10-02 5']);
    expect(codes).toEqual([]);
  });

  it('are told of when they go on after the day that is declared to be the source’s last', () => {
    const rows = [row('2026-10-01', 'brand', '3'), row('2026-10-10', 'brand', '4')];
    const rules = (until: string) => clientWith({ sources: { sources: { ads: { until } }, precedence: {} } });
    const told = (until: string) => gatherFacts(rules(until), [fileOf('a.csv', rows)], METRICS).problems;
    expect(told('2026-10-10')).toEqual([]);
    expect(told('2026-10-09')).toMatchObject([
      { code: 'data-after-until', file: 'data/clients/hotel/sources.json', column: 'sources.ads.until' },
    ]);
    rows.unshift(row('2026-10-01', 'brand', '2', 'maps'), row('2026-10-05', 'brand', '2'));
    expect(JSON.stringify(told('2026-10-05')[0]?.found)).toMatch(/за 10.октября/);
  });

  it('count once when the same file stands twice, and both are named', () => {
    const rows = [row('2026-10-01', 'brand', '3')];
    const one = fileOf('a.csv', rows);
    const copy = fileOf('copy of a.csv', rows, { sha256: one.sha256 });
    const { leads, problems } = gather([copy, one]);
    expect(leads).toEqual(['search 2026-10-01 3']);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: 'same-file-twice', severity: 'warning', file: copy.file });
    expect(JSON.stringify(problems[0]!.found)).toContain(one.file);
  });

  it('count a day once when one file holds all its rows of the other', () => {
    const october = fileOf('october.csv', [
      row('2026-10-01', 'brand', '3'),
      row('2026-10-02', 'brand', '4'),
      row('2026-10-03', 'brand', '5'),
    ]);
    const week = fileOf('week.csv', [
      row('2026-09-30', 'brand', '1'),
      row('2026-10-01', 'brand', '3'),
      row('2026-10-02', 'brand', '4'),
    ]);
    const { leads, problems } = gather([week, october]);
    expect(leads).toEqual(['search 2026-09-30 1', 'search 2026-10-01 3', 'search 2026-10-02 4', 'search 2026-10-03 5']);
    expect(problems.map(({ code, severity, file }) => [code, severity, file])).toEqual([
      ['overlapping-files', 'warning', week.file],
    ]);
    expect(problems[0]!.found).toMatchObject({ ru: expect.stringContaining('1–2\u00a0октября 2026') });
  });

  it('contradict each other when one row carries different figures in two files', () => {
    const older = fileOf('older.csv', [row('2026-10-01', 'brand', '3')]);
    const newer = fileOf('newer.csv', [row('2026-10-01', 'brand', '4')]);
    const { problems } = gather([older, newer]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: 'conflicting-rows', severity: 'error', client: 'hotel' });
    for (const file of [older.file, newer.file]) expect(JSON.stringify(problems[0])).toContain(file);
  });

  it('may repeat a row with other figures when the file itself does: such rows are no identity', () => {
    const one = fileOf('a.csv', [row('2026-10-01', '', '3'), row('2026-10-01', '', '2')]);
    const other = fileOf('b.csv', [row('2026-10-01', '', '4')]);
    const { leads, codes } = gather([one, other]);
    expect(leads).toEqual(['search 2026-10-01 9']);
    expect(codes).toEqual([]);
  });

  it('are refused when a day shares only some of its rows', () => {
    const one = fileOf('a.csv', [row('2026-10-01', 'brand', '3'), row('2026-10-01', 'generic', '4')]);
    const other = fileOf('b.csv', [row('2026-10-01', 'generic', '4'), row('2026-10-01', 'video', '5')]);
    const { problems } = gather([one, other]);
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([['partly-shared-rows', 'error']]);
  });

  it('do not meet when they feed different metrics', () => {
    const clicks = fileOf('clicks.csv', [{ date: '2026-10-01', channel: 'search', values: { clicks: '30' } }]);
    const leads = fileOf('leads.csv', [{ date: '2026-10-01', channel: 'search', values: { leads: '3' } }]);
    expect(gather([clicks, leads]).codes).toEqual([]);
  });

  it('are left out with an error of their own, which is not repeated', () => {
    const problem = {
      code: 'ambiguous-number',
      severity: 'error' as const,
      file: 'b.csv',
      found: '2.900',
      expected: 'x',
      mend: 'y',
    };
    const good = fileOf('a.csv', [row('2026-10-01', 'brand', '3')]);
    const bad = fileOf('b.csv', [row('2026-10-02', 'brand', '3')], { problems: [problem] });
    const { leads, codes } = gather([good, bad]);
    expect([leads, codes]).toEqual([['search 2026-10-01 3'], []]);
  });
});

describe('a file in another currency', () => {
  const euros = (values: Record<string, string>) =>
    fileOf('eur.csv', [{ date: '2026-10-01', channel: 'search', values }], { currency: 'EUR' });

  it('is an error when it feeds money', () => {
    const { codes, leads, problems } = gather([euros({ cost: '10', leads: '1' })]);
    expect([codes, leads]).toEqual([['foreign-currency'], []]);
    expect(problems[0]!.severity).toBe('error');
  });

  it('is no matter when its money columns are left out', () => {
    expect(gather([euros({ leads: '1' })]).codes).toEqual([]);
  });
});

describe('cost with and without VAT', () => {
  const cost = (name: string, date: string, source: string, costVariant: IntakeFile['costVariant']) =>
    fileOf(name, [{ date, channel: source, values: { cost: '10' } }], { source, costVariant });

  it('is not mixed in one source', () => {
    const files = [
      cost('a.csv', '2026-09-01', 'direct', 'included'),
      cost('b.csv', '2026-10-01', 'direct', 'excluded'),
      cost('c.csv', '2026-10-02', 'direct', 'included'),
    ];
    const { problems } = gather(files);
    expect(problems).toMatchObject([{ code: 'mixed-cost-variants', severity: 'error', file: files[1]!.file }]);
    expect(problems[0]!.expected).toMatchObject({ en: expect.stringContaining(files[0]!.file) });
  });

  it('may differ between sources, and a file may say nothing', () => {
    const files = [
      cost('a.csv', '2026-09-01', 'direct', 'included'),
      cost('b.csv', '2026-10-01', 'direct', null),
      cost('c.csv', '2026-10-02', 'google', 'excluded'),
    ];
    expect(gather(files).codes).toEqual([]);
  });
});

describe('two sources of one metric', () => {
  const crm = (rows: Row[], period?: { from: string; to: string }) =>
    fileOf('crm.csv', rows, { source: 'crm', ...(period && { period }) });
  const ads = fileOf('ads.csv', [
    row('2026-10-01', 'brand', '9'),
    row('2026-10-02', 'brand', '8'),
    row('2026-10-05', 'brand', '7'),
  ]);
  const october = [row('2026-10-01', '', '5'), row('2026-10-03', '', '4')];
  const precedence = clientWith({ sources: { sources: {}, precedence: { leads: ['crm', 'ads'] } } });

  it('are an error without precedence, told with both sums and what to paste', () => {
    const { problems } = gather([ads, crm(october)]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      code: 'two-sources',
      severity: 'error',
      file: 'data/clients/hotel/sources.json',
    });
    expect(problems[0]!.found).toMatchObject({ en: expect.stringContaining('search: ads 9, crm 5') });
    expect(problems[0]!.mend).toMatchObject({
      en: expect.stringContaining('"precedence": {"leads":["ads","crm"]}'),
    });
  });

  it('both count when they never claim the same day', () => {
    const { codes, leads } = gather([ads, crm([row('2026-10-04', '', '5')])]);
    expect(codes).toEqual([]);
    expect(leads).toHaveLength(4);
  });

  it('are settled by precedence for all days the chosen one speaks for, also those without a row', () => {
    const { codes, leads, facts } = gather([ads, crm(october)], precedence);
    expect(codes).toEqual([]);
    expect(leads).toEqual(['search 2026-10-01 5', 'search 2026-10-03 4', 'search 2026-10-05 7']);
    const yielded = facts.yielded.flatMap(({ source, winner, file, series }) =>
      cellsOfSeries(file, series).map(({ date, sum }) => [source, winner, date, sum]),
    );
    expect(yielded).toEqual([
      ['ads', 'crm', '2026-10-01', '9'],
      ['ads', 'crm', '2026-10-02', '8'],
    ]);
  });

  it('are compared in the appendix', () => {
    const stated = crm(october, { from: '2026-10-01', to: '2026-10-31' });
    const { lineage } = figuresFor([ads, stated], '2026-10', { client: precedence });
    const leads = lineage.find(({ metric }) => metric === 'leads')!;
    expect(leads.parts.map(({ file, sum }) => [file, sum])).toEqual([[stated.file, '9']]);
    expect(leads.yielded).toEqual([{ source: 'ads', channel: 'search', ours: '9', theirs: '24' }]);
  });

  it('may claim different channels', () => {
    expect(gather([ads, crm([row('2026-10-01', '', '5', 'social')])]).codes).toEqual([]);
  });

  it('are an error when the precedence names only one of them', () => {
    const half = clientWith({ sources: { sources: {}, precedence: { leads: ['crm'] } } });
    const { problems } = gather([ads, crm(october)], half);
    expect(problems[0]!.mend).toMatchObject({ en: expect.stringContaining('["crm","ads"]') });
  });
});

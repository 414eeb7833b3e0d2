import { describe, expect, it } from 'vitest';
import { plain } from '../../src/figures/exact.ts';
import { gatherFacts } from '../../src/figures/facts.ts';
import { sumWithin } from '../../src/figures/series.ts';
import type { IntakeFile } from '../../src/types/intake.ts';
import type { Client } from '../../src/types/workspace.ts';
import { cellsOfSeries } from '../support/cells.ts';
import { clientWith, figuresFor, fileOf, METRICS, type Row } from './samples.ts';

const row = (date: string, channel: string, leads: string): Row => ({ date, channel, values: { leads } });
const crm = (rows: Row[]) => fileOf('deals.csv', rows, { source: 'crm', format: 'amocrm' });
const meta = fileOf('meta.csv', [row('2026-10-01', 'meta', '3'), row('2026-10-20', 'meta', '4')], { source: 'meta' });
const google = fileOf('google.csv', [row('2026-10-02', 'google', '5')], { source: 'google' });
const deals = crm([row('2026-10-01', 'crm', '6'), row('2026-10-31', 'crm', '7')]);

function gather(files: IntakeFile[], sources: Partial<Client['sources']> = {}) {
  const client = clientWith({ sources: { sources: {}, precedence: {}, ...sources } });
  const { value: facts, problems } = gatherFacts(client, files, METRICS);
  const parts = [...(facts.series.get('leads')?.values() ?? [])].flat();
  const total = plain(sumWithin(parts, { from: '2026-01-01', to: '2026-12-31' })!);
  return { client, facts, problems, total };
}

describe('a CRM without channels beside advertising systems that count leads too', () => {
  it('is added up with a warning that names the sums and what to paste', () => {
    const { problems, total } = gather([meta, google, deals]);
    expect(total).toBe('25');
    expect(problems).toMatchObject([{ code: 'counted-twice', severity: 'warning' }]);
    expect(problems[0]!.found).toMatchObject({ en: expect.stringContaining('crm 13 + google 5 + meta 7') });
    expect(problems[0]!.found).toMatchObject({ ru: expect.stringMatching(/^показатель «leads» сложен/) });
    expect(problems[0]!.mend).toMatchObject({ ru: expect.stringContaining('{"leads":["crm","google","meta"]}') });
  });

  it('takes the place of them all when the precedence says so, and the appendix shows both', () => {
    const precedence = { leads: ['crm', 'meta', 'google'] };
    const { client, problems, total, facts } = gather([meta, google, deals], { precedence });
    expect(problems).toEqual([]);
    expect(total).toBe('13');
    const yielded = facts.yielded.flatMap(({ source, winner, file, series }) =>
      cellsOfSeries(file, series).map(() => `${source} to ${winner}`),
    );
    expect(yielded).toEqual(['meta to crm', 'meta to crm', 'google to crm']);
    const { lineage } = figuresFor([meta, google, deals], '2026-10', { client });
    expect(lineage.find(({ metric }) => metric === 'leads')!.yielded).toEqual([
      { source: 'google', channel: 'google', ours: '13', theirs: '5' },
      { source: 'meta', channel: 'meta', ours: '13', theirs: '7' },
    ]);
  });

  it('gives way on the days of those named before it, which do not dispute each other', () => {
    const { total } = gather([meta, google, deals], { precedence: { leads: ['meta', 'google', 'crm'] } });
    expect(total).toBe('19'); // meta speaks for 1–20 October, the CRM for the 31st
  });

  it('is doubted beside the one that the precedence does not name', () => {
    const { problems } = gather([meta, google, deals], { precedence: { leads: ['crm', 'meta'] } });
    expect(problems.map(({ code }) => code)).toEqual(['counted-twice']);
    expect(problems[0]!.found).toMatchObject({ en: expect.stringContaining('crm 13 + google 5') });
  });

  it.each([
    ['it has a channel of its own', { sources: { crm: { channel: 'crm' } } }],
    ['its rows name channels', { sources: { crm: { channelColumn: 'Source' } } }],
  ])('is not doubted when %s', (_, sources) => {
    expect(gather([meta, deals], sources)).toMatchObject({ problems: [], total: '20' });
  });

  it('is not doubted about days that the others do not speak for', () => {
    expect(gather([google, crm([row('2026-09-01', 'crm', '6')])]).problems).toEqual([]);
  });
});

it('Two advertising systems are never taken for one count', () => {
  expect(gather([meta, google])).toMatchObject({ problems: [], total: '12' });
});

import { describe, expect, it } from 'vitest';
import { clientWith, figuresFor, fileOf, planRow, target, type Row } from './samples.ts';

const row = (date: string, channel: string, values: Record<string, string>): Row => ({ date, channel, values });
const files = [
  fileOf('2025.csv', [row('2025-10-05', 'search', { leads: '4' })]),
  fileOf('q3.csv', [
    row('2026-08-31', 'search', { leads: '50' }),
    row('2026-09-01', 'search', { leads: '2', cost: '10' }),
    row('2026-09-02', 'social', { leads: '3' }),
  ]),
  fileOf('q4.csv', [row('2026-10-01', 'search', { leads: '7', cost: '30' })]),
];
const client = clientWith({
  targets: [
    { ...target('2026-10', 'leads', 'search', '100'), row: 4 },
    { ...target('2026-10', 'leads', null, '9'), row: 5 },
    { ...target('2026-10', 'cost', null, '0'), row: 6 },
    { ...target('2026-10', 'cpl', null, '3.5'), row: 7 },
  ],
  mediaPlan: [
    { ...planRow('2026-10', 'search', '20', '6'), row: 2 },
    { ...planRow('2026-10', 'social', '5'), row: 3 },
  ],
});
const october = figuresFor(files, '2026-10', { client });
const besideOf = (metric: string) =>
  october.lineage
    .find((one) => one.metric === metric)!
    .beside.map(({ what, channel, file, firstRow, lastRow, rows, sum }) => [
      channel === undefined ? what : `${what} ${channel}`,
      file.replace('data/clients/hotel/', ''),
      `${firstRow}–${lastRow}`,
      rows,
      sum,
    ]);

describe('The data appendix explains what a value is compared with', () => {
  it('by the file and rows of both earlier stretches, channels together, of the target and of the plan', () => {
    expect(besideOf('leads')).toEqual([
      ['previous', 'exports/ads/q3.csv', '3–4', 2, '5'],
      ['yearAgo', 'exports/ads/2025.csv', '2–2', 1, '4'],
      ['target', 'targets.csv', '5–5', 1, '9'],
      ['target search', 'targets.csv', '4–4', 1, '100'],
      ['plan', 'media-plan.csv', '2–2', 1, '6'],
    ]);
  });

  it('without a target of zero, and with the plan that stands in another column', () => {
    expect(besideOf('cost')).toEqual([
      ['previous', 'exports/ads/q3.csv', '3–3', 1, '10'],
      ['plan', 'media-plan.csv', '2–3', 2, '25'],
    ]);
  });

  it('by the target alone for a ratio: its parts have the rows', () => {
    expect(besideOf('cpl')).toEqual([['target', 'targets.csv', '7–7', 1, '3.5']]);
  });

  it('agrees with the values themselves', () => {
    for (const { metric, previous, yearAgo, target: promised } of october.totals.filter(
      ({ metric }) => metric === 'leads',
    )) {
      const sums = Object.fromEntries(besideOf(metric).map(([what, , , , sum]) => [what, sum]));
      expect(sums).toMatchObject({ previous, yearAgo, target: promised });
    }
    expect.assertions(1);
  });

  it('with the checksums of files that the period itself has no row of', () => {
    expect(october.figures.sources.map(({ file }) => file)).toEqual(['data/clients/hotel/exports/ads/q4.csv']);
    expect(october.comparedSources.map(({ file, sha256, rows }) => [file, sha256, rows])).toEqual([
      ['data/clients/hotel/exports/ads/2025.csv', 'sha-of-2025.csv', { read: 1, used: 1, totals: 0, outside: 0 }],
      ['data/clients/hotel/exports/ads/q3.csv', 'sha-of-q3.csv', { read: 3, used: 2, totals: 0, outside: 1 }],
    ]);
  });

  it('by the months of a quarter whose target is theirs', () => {
    const months = ['2026-07', '2026-08', '2026-09'].map((id, i) => ({
      ...target(id, 'leads', null, '10'),
      row: 2 + i,
    }));
    const { lineage } = figuresFor(files, '2026-Q3', { client: clientWith({ targets: months }) });
    const promised = lineage.find(({ metric }) => metric === 'leads')!.beside.filter(({ what }) => what === 'target');
    expect(promised).toMatchObject([{ firstRow: 2, lastRow: 4, rows: 3, sum: '30' }]);
  });
});

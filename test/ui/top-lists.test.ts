import { describe, expect, it } from 'vitest';
import { topLists } from '../../src/ui/report/top-lists.ts';
import type { SourceList } from '../../src/types/figures.ts';
import { fixtureReport } from './fixture-model.ts';

const report = (lists?: SourceList[]) => ({ ...fixtureReport({ locale: 'en' }), lists });
const [pages] = fixtureReport({ locale: 'en' }).lists!;
const of = (kind: string, from: string, to: string, source = 'ads', rows = pages!.rows): SourceList => ({
  ...{ ...pages!, source, kind, rows },
  period: { from, to },
});
const shown = (lists: SourceList[], only = {}): string[] =>
  topLists(report(lists), only).map(({ source, kind, period }) => `${source} ${kind} ${period!.from}..${period!.to}`);

describe('lists of a report', () => {
  it('are the newest of each source and kind; of one end the longer; all files of one month', () => {
    expect(
      shown([
        of('queries', '2026-09-01', '2026-09-30'),
        of('queries', '2026-10-01', '2026-10-31'),
        of('queries', '2026-10-01', '2026-10-30'),
        of('pages', '2026-08-01', '2026-10-31'),
        of('pages', '2026-10-01', '2026-10-31'),
      ]),
    ).toEqual([
      'ads queries 2026-10-01..2026-10-31',
      'ads queries 2026-10-01..2026-10-30',
      'ads pages 2026-08-01..2026-10-31',
    ]);
  });

  it('are chosen by source and kind', () => {
    const lists = [
      of('campaign', '2026-10-01', '2026-10-31', 'a'),
      of('search-terms', '2026-10-01', '2026-10-31', 'a'),
      of('queries', '2026-10-01', '2026-10-31', 'b'),
    ];
    expect(shown(lists).map((one) => one.slice(0, 6))).toEqual(['a sear', 'a camp', 'b quer']);
    expect(shown(lists, { sources: ['b'] })).toHaveLength(1);
    expect(shown(lists, { kinds: ['campaign', 'queries'] })).toHaveLength(2);
    expect(shown(lists, { kinds: ['pages'] })).toEqual([]);
  });

  it('are none without a row, and none in a model without lists', () => {
    expect(shown([of('queries', '2026-10-01', '2026-10-31', 'ads', [])])).toEqual([]);
    expect(topLists(report(), {})).toEqual([]);
  });

  it('have figures with a value only, in the agency’s order, what is only shown last', () => {
    const header = ['page', 'Position', 'cost', 'clicks', 'leads'].map((name, index) => ({
      name,
      metric: index < 2 ? null : name,
    }));
    const list = { ...pages!, header, rows: [['/', '4.25', '0.5', '3', null]] };
    const [{ columns }] = topLists(report([list]), {}) as [ReturnType<typeof topLists>[number]];
    expect(columns.map(({ index, card, decimals }) => [index, card?.id, decimals])).toEqual([
      [3, 'clicks', 0],
      [2, 'cost', 1],
      [1, undefined, 2],
    ]);
  });
});

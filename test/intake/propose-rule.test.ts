import { describe, expect, test } from 'vitest';
import type { SourceRule } from '../../src/types/workspace.ts';
import { codes, english, facts, read } from './helpers.ts';

/** The rule proposed for a table nobody knows. */
function proposed(text: string): SourceRule {
  const file = read(text);
  expect(codes(file)).toEqual(['error unknown-format']);
  const { sources } = JSON.parse(/\{"sources".*\}$/.exec(english(file.problems[0]!.mend))![0]) as {
    sources: Record<string, SourceRule>;
  };
  return sources['ads']!;
}

describe('the rule proposed for an unknown table', () => {
  test('reads the table as soon as it is pasted, when its headers are known from any system', () => {
    const text = 'Datum;Kanal;Ausgaben EUR;Klicks\n13/10/2026;Suche;1.234,56;5\n01/02/2026;Netz;2.900,00;7\n';
    const rule = proposed(text);
    expect(rule).toMatchObject({ dateForm: 'dd/mm/yyyy', numberForm: '1.234,56', currency: 'EUR', channel: 'ads' });
    expect(rule.columns).toMatchObject({ Datum: 'date', 'Ausgaben EUR': null });
    const filled = { ...rule, columns: { ...rule.columns, 'Ausgaben EUR': 'cost', Klicks: 'clicks' } };
    const mended = read(text, filled);
    expect(codes(mended)).toEqual([]);
    expect(facts(mended)).toEqual([
      ...['2026-02-01 ads clicks 7', '2026-02-01 ads cost 2900'],
      ...['2026-10-13 ads clicks 5', '2026-10-13 ads cost 1234.56'],
    ]);
  });

  test('takes the channel from its column when there is one', () => {
    expect(proposed('Wann,Канал,Mystery\n2026-10-01,search,5\n')).toEqual({
      ...{ format: 'tidy', channelColumn: 'Канал', columns: { Wann: 'date', Mystery: null } },
    });
  });

  test('does not guess an order of day and month or a decimal mark', () => {
    expect(proposed('Wann;Mystery\n01/02/2026;2.900\n')).toEqual({
      ...{ format: 'tidy', channel: 'ads', columns: { Wann: 'date', Mystery: null } },
    });
  });

  test('pasted for a table without days tells that days are missing, not that the table is unknown', () => {
    const text = 'Place,Kind,Impressions,Clicks\nNorth,City,50,5\nSouth,City,40,4\n';
    const rule = proposed(text);
    expect(rule.columns).toMatchObject({ Impressions: 'impressions', Clicks: 'clicks' });
    expect(codes(read(text, rule))).toEqual(['warning no-day-column']);
    const day = { from: '2026-10-01', to: '2026-10-01' };
    expect(facts(read(text, { ...rule, period: day }))).toEqual([
      ...['2026-10-01 ads clicks 9', '2026-10-01 ads impressions 90'],
    ]);
    expect(codes(read(text.replace('Impressions,Clicks', 'Shown,Opened'), rule))).toEqual(['error unknown-format']);
  });
});

import { describe, expect, it } from 'vitest';
import type { SourceRules } from '../../src/types/workspace.ts';
import { codes, facts, read } from '../intake/helpers.ts';
import { lines, load } from '../workspace/memory.ts';

const TABLE = 'Ngày;Nguồn;Forms;Note\n01.10.2026;search;2;call back\n02.10.2026;social;1;\n';

/** The rule that the message about an unknown table proposes, filled in as it asks. */
function proposed(): SourceRules['sources'][string] {
  const [problem] = read(TABLE).problems;
  const mend = problem!.mend as { en: string };
  const { sources } = JSON.parse(mend.en.slice(mend.en.indexOf('{'))) as SourceRules;
  return { ...Object.values(sources)[0]!, columns: { Ngày: 'date', Forms: 'leads', Note: null } };
}

describe('a table kept by hand', () => {
  const table = 'date,channel,leads,costt,region\n2026-10-01,search,2,100.50,North\n';

  it('tells of a column of figures whose header nobody knows, and of no column of words', () => {
    const file = read(table);
    expect(codes(file)).toEqual(['warning column-unread']);
    expect(file.problems[0]).toMatchObject({
      row: 1,
      column: 4,
      found: { en: 'the column “costt”, which nobody reads' },
    });
  });

  it('is quiet about a column that the source declares', () => {
    expect(codes(read(table, { columns: { costt: null } }))).toEqual([]);
    expect(facts(read(table, { columns: { costt: 'cost' } }))).toContain('2026-10-01 search cost 100.5');
  });
});

describe('an unknown table', () => {
  it('is read by the rule its own message proposes, and the rule passes the check', async () => {
    const rule = proposed();
    expect(facts(read(TABLE, rule)).length).toBe(2);
    const sources = JSON.stringify({ sources: { direct: rule } });
    const { problems } = await load({ 'data/clients/hotel/sources.json': sources });
    expect(lines(problems)).toEqual([]);
  });

  it('needs only its own columns named: other columns may stand beside them', () => {
    const table = 'Дата;Источник;Сделки;Сумма;Ответственный\n01.10.2026;поиск;2;1 000,50;Анна\n';
    expect(codes(read(table))).toEqual(['error unknown-format']);
    const rule = { channelColumn: 'Источник', columns: { Сделки: 'sales', Сумма: 'revenue' } };
    const file = read(table, rule);
    expect(codes(file)).toEqual([]);
    expect(facts(file)).toEqual(['2026-10-01 поиск revenue 1000.5', '2026-10-01 поиск sales 2']);
  });
});

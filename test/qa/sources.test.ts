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

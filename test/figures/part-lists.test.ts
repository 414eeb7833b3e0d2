import { describe, expect, it } from 'vitest';
import { gatherFacts } from '../../src/figures/facts.ts';
import { partLists } from '../../src/figures/part-lists.ts';
import { parsePeriod } from '../../src/figures/period.ts';
import type { IntakeFile, PartTable } from '../../src/types/intake.ts';
import { clientWith, figuresFor, fileOf, METRICS } from './samples.ts';

const list = (kind: string, from: string | null, to = from): PartTable => ({
  ...{ kind, title: { ru: kind, en: kind }, currency: null, of: 1 },
  period: from === null ? null : { from, to: to! },
  header: [
    { name: kind, metric: null },
    { name: 'clicks', metric: 'clicks' },
  ],
  rows: [['hotel', '3']],
});
const holding = (name: string, tables: PartTable[], sha256 = name): IntakeFile => ({
  ...fileOf(name, []),
  ...{ tables, sha256, feeds: [] },
});

function lists(files: IntakeFile[], period: string): string[] {
  const { value } = gatherFacts(clientWith(), files, METRICS);
  return partLists(value, parsePeriod(period)!).map(({ file, kind, period: days }) => `${file} ${kind} ${days!.from}`);
}

describe('lists of a period', () => {
  it('are those whose days all lie in it; one without days belongs to no period', () => {
    const files = [
      holding('b.csv', [list('queries', '2026-10-01', '2026-10-31'), list('queries', '2026-09-20', '2026-10-05')]),
      holding('a.csv', [list('pages', '2026-10-02'), list('pages', null)]),
    ];
    const [a, b] = [files[1]!.file, files[0]!.file];
    expect(lists(files, '2026-10')).toEqual([`${a} pages 2026-10-02`, `${b} queries 2026-10-01`]);
    expect(lists(files, '2026')).toHaveLength(3);
    expect(lists(files, '2026-11')).toEqual([]);
  });

  it('name their files among the sources, with checksums and without used rows', () => {
    const list5 = { ...holding('b.csv', [list('queries', '2026-10-02')]), rows: { read: 5, totals: 1 } };
    const daily = fileOf('a.csv', [{ date: '2026-10-01', channel: 'ads', values: { leads: '1' } }]);
    const elsewhere = holding('c.csv', [list('queries', '2026-09-02')]);
    const { sources } = figuresFor([list5, daily, elsewhere], '2026-10').figures;
    expect(sources.map(({ file }) => file)).toEqual([daily.file, list5.file]);
    expect(sources[1]).toMatchObject({ sha256: 'b.csv', rows: { read: 5, used: 0, totals: 1, outside: 5 } });
  });

  it('are shown once when a file stands twice', () => {
    const tables = [list('queries', '2026-10-01')];
    expect(lists([holding('a.csv', tables, 'same'), holding('b.csv', tables, 'same')], '2026-10')).toHaveLength(1);
  });
});

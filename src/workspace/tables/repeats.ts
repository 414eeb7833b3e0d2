import { quoted, type Finding } from '../findings.ts';

/** Rows whose key was seen on an earlier row: two rows about one thing contradict each other. */
export function repeats<R extends { row: number }>(
  rows: readonly R[],
  column: string | undefined,
  keyOf: (row: R) => string[],
): Finding[] {
  const firstRows = new Map<string, number>();
  const findings: Finding[] = [];
  for (const row of rows) {
    const parts = keyOf(row);
    const key = JSON.stringify(parts);
    const first = firstRows.get(key);
    if (first === undefined) {
      firstRows.set(key, row.row);
      continue;
    }
    const shown = quoted(parts.filter((part) => part !== '').join(', '));
    findings.push({
      code: 'duplicate-row',
      severity: 'error',
      row: row.row,
      column,
      found: { ru: `${shown.ru} второй раз`, en: `${shown.en} a second time` },
      expected: { ru: `одна строка; первая — строка ${first}`, en: `one row; the first is on line ${first}` },
      mend: { ru: 'оставьте одну из двух строк', en: 'keep one of the two rows' },
    });
  }
  return findings;
}

import { daysInside, readStretch, type DateForm, type Stretch } from './dates.ts';
import type { TableRecord } from './record-splitter.ts';

const STARTS = /start|begin|from|начал|(^|[^\p{L}])с([^\p{L}]|$)/iu;
const ENDS = /end|until|оконч|конец|(^|[^\p{L}])по([^\p{L}]|$)/iu;

/**
 * The period that lines above a table state, in one line (`Период: 01.03.2026 - 31.03.2026`, a single day)
 * or in two (`# Start date: 20230424`, `# End date: 20230521`). `null` when they state none.
 */
export function periodOfPreamble(preamble: TableRecord[], delimiter: string, form: DateForm | null): Stretch | null {
  let from: string | null = null;
  let to: string | null = null;
  // The lines nearest to the table speak of it.
  for (const record of preamble.toReversed()) {
    const line = record.cells.join(delimiter);
    const stretch = readStretch(line, form);
    if (stretch) return stretch;
    const days = daysInside(line, form);
    if (days.length !== 1) continue;
    if (ENDS.test(line)) to ??= days[0]!;
    else if (STARTS.test(line)) from ??= days[0]!;
    else if (isOnlyADay(line)) return { from: days[0]!, to: days[0]! };
  }
  return from !== null && to !== null && from <= to ? { from, to } : null;
}

/**
 * The period a file's name states, or the name of the archive it lies in: `report (2026.02.05-2026.02.10).csv`,
 * `2026-1-1 - 2026-1-31.zip!/Chart.csv`.
 */
export function periodOfFileName(file: string): Stretch | null {
  for (const name of file.split('!/').toReversed()) {
    const stretch = readStretch(name.slice(name.lastIndexOf('/') + 1).replaceAll('_', ' '));
    if (stretch) return stretch;
  }
  return null;
}

/** A report of one day has that day for its subtitle; a creation date stands in a longer sentence. */
function isOnlyADay(line: string): boolean {
  return line.trim().length <= 24 && !line.includes(':');
}

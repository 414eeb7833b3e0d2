import { remembered } from '../locale/remembered.ts';
import type { Day } from '../types/period.ts';
import type { DateForm, Stretch } from './dates.ts';
import type { TableRecord } from './table-record.ts';
import { countDates, daysInside, monthStretch, readMonth, readStretch } from './stretches.ts';

const STARTS = /start|begin|from|начал|(^|[^\p{L}])с([^\p{L}]|$)/iu;
const ENDS = /end|until|оконч|конец|(^|[^\p{L}])по([^\p{L}]|$)/iu;
/** When figures were taken or a report was made: no period. */
const TAKEN = /as of|по состоянию на|данные на|актуальн\p{L}* на|обновлен|updated|last completed available day/iu;
const MADE = /created|generated|exported|printed|сформирован|создан|выгружен/iu;

/** A report is made of the figures of that day. */
const EXPORTED = /generated|exported|сформирован|выгружен/iu;

/**
 * The period that lines above a table state, in one line (`Период: 01.03.2026 - 31.03.2026`, a single day, a month)
 * or in two (`# Start date: 20230424`, `# End date: 20230521`). `null` when they state none, or only a relative one
 * (`Last 3 months`, `All time`).
 */
export function periodOfPreamble(
  preamble: readonly TableRecord[],
  delimiter: string,
  form: DateForm | null,
): Stretch | null {
  // The lines nearest to the table speak of it.
  const lines = preamble
    .map((record) => record.cells.join(delimiter === '' ? ' ' : delimiter))
    .filter((line) => !TAKEN.test(line) && !MADE.test(line))
    .reverse();
  return statedDays(lines, form) ?? lines.map(readMonth).find((month) => month !== null) ?? null;
}

function statedDays(lines: readonly string[], form: DateForm | null): Stretch | null {
  let from: string | null = null;
  let to: string | null = null;
  for (const line of lines) {
    const stretch = readStretch(line, form);
    if (stretch) return stretch;
    const [day] = countDates(line) === 1 ? daysInside(line, form) : [];
    if (day === undefined) continue;
    if (ENDS.test(line)) to ??= day;
    else if (STARTS.test(line)) from ??= day;
    else if (isOnlyADay(line)) return { from: day, to: day };
  }
  return from !== null && to !== null && from <= to ? { from, to } : null;
}

/** The day the figures were taken on: `Report Data as of: 2026-06-25 14:13:30 (UTC)`. */
export function freshnessOf(preamble: readonly TableRecord[], delimiter: string, form: DateForm | null): Day | null {
  const lines = preamble.map((record) => record.cells.join(delimiter));
  const line = lines.find((each) => TAKEN.test(each)) ?? lines.find((each) => EXPORTED.test(each));
  return line === undefined ? null : (daysInside(line, form)[0] ?? null);
}

/**
 * The period a file's name states, or the name of the archive it lies in: `report (2026.02.05-2026.02.10).csv`,
 * `2026-1-1 - 2026-1-31.zip!/Chart.csv`.
 */
export function periodOfFileName(file: string): Stretch | null {
  return firstName(file, (name) => stretches(name, () => ({ stated: readStretch(name) })).stated);
}

/** Exports of all clients have a handful of names. */
const stretches = remembered<{ stated: Stretch | null }>(500);

/** The month a file's name states: `insights_2026-01.csv`, `Статистика октябрь 2026.xlsx`. */
export function monthOfFileName(file: string): Stretch | null {
  return firstName(file, (name) => {
    if (countDates(name) > 0) return null;
    const found = /(?<!\d)(\d{4})[-.](\d{1,2})(?!\d)/.exec(name);
    return found ? monthStretch(Number(found[1]), Number(found[2])) : readMonth(name);
  });
}

function firstName(file: string, read: (name: string) => Stretch | null): Stretch | null {
  for (const part of file.split('!/').toReversed()) {
    const stretch = read(part.slice(part.lastIndexOf('/') + 1).replaceAll('_', ' '));
    if (stretch) return stretch;
  }
  return null;
}

/** A report of one day has that day for its subtitle; other dates stand in longer sentences. */
function isOnlyADay(line: string): boolean {
  return line.trim().length <= 24 && !line.includes(':');
}

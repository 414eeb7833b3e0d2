import { readDay } from './dates.ts';
import type { Format, Match } from './format.ts';
import { currencyOfWord } from './currency-words.ts';
import { headerBase, readColumns } from './headers.ts';
import { isEmptyCell, readNumber, type DecimalMark } from './numbers.ts';
import type { TableRecord } from './table-record.ts';

/** Rows that must bear the arithmetic out. */
const WITNESSES = 3;
/** Wider reports are not tried: every column is held against every other. */
const WIDEST = 50;
/** A report has a title and a period above its header, and not much more. */
const TITLES = 6;

/**
 * A report of Google Ads in a language nobody here knows, told by its figures: two titles, a header, a column of one
 * currency's code, and columns that divide into each other as clicks, impressions, cost and their ratios do, in every
 * row. `null` when the figures do not leave exactly one reading.
 */
export function matchByFigures(
  records: readonly TableRecord[],
  format: Format,
): { match: Match; index: number } | null {
  const index = headerIndex(records);
  if (index < 1) return null;
  const header = records[index]!;
  if (header.cells.length > WIDEST) return null;
  const columns = readColumns(header.cells);
  const rows = records.slice(index + 1).filter(({ cells }) => cells.length === header.cells.length);
  const currency = only(columns, (at) => rows.slice(0, WITNESSES).every(({ cells }) => isCode(cells[at]!)));
  const day = only(columns, (at) => rows.slice(0, WITNESSES).every(({ cells }) => readDay(cells[at]!, null) !== null));
  if (currency === null || rows.length < WITNESSES) return null;
  const data = day === null ? rows : rows.filter(({ cells }) => readDay(cells[day]!, null) !== null);
  const found = (['.', ','] as const).map((mark) => assign(data, columns.length, mark)).filter((each) => each !== null);
  if (found.length !== 1) return null;
  const names: [number | null, string][] = [
    [currency, 'Currency code'],
    [day, 'Day'],
    ...Object.entries(found[0]!).map(([name, at]): [number, string] => [at, name]),
  ];
  const bases = new Map(names.flatMap(([at, name]) => (at === null ? [] : [[at, headerBase(name)] as const])));
  const read = columns.map((column) => ({ ...column, base: bases.get(column.index) ?? column.base }));
  return { match: { format, confidence: bases.size / columns.length, columns: read, byFigures: true }, index };
}

/** The first wide record with words only, below a title. */
function headerIndex(records: readonly TableRecord[]): number {
  return records
    .slice(0, TITLES)
    .findIndex(
      ({ cells }) => cells.length > 4 && cells.every((cell) => cell.trim() !== '' && figure(cell, '.') === null),
    );
}

const isCode = (cell: string): boolean => /^[A-Z]{3}$/.test(cell.trim()) && currencyOfWord(cell) !== null;

function only(columns: readonly { index: number }[], holds: (at: number) => boolean): number | null {
  const found = columns.filter(({ index }) => holds(index));
  return found.length === 1 ? found[0]!.index : null;
}

/** Impressions, clicks, cost and conversions by the ratios between columns; `null` unless there is one way. */
function assign(rows: readonly TableRecord[], width: number, mark: DecimalMark): Record<string, number> | null {
  const table = rows.map(({ cells }) =>
    cells.map((cell) => ({ value: figure(cell, mark), percent: cell.includes('%') })),
  );
  const places = Array.from({ length: width }, (_, at) => at).filter((at) =>
    table.some((row) => row[at]!.value !== null),
  );
  const percents = places.filter((at) => table.every((row) => row[at]!.percent || row[at]!.value === null));
  const plain = places.filter((at) => !percents.includes(at));
  const divides = (part: number, whole: number, ratio: number): boolean => bearsOut(table, part, whole, ratio);
  const rates = percents.flatMap((ratio) =>
    plain.flatMap((part) => plain.filter((whole) => divides(part, whole, ratio)).map((whole) => ({ part, whole }))),
  );
  const clickRates = rates.filter(({ whole }) => !rates.some((other) => other.part === whole));
  const prices = (of: number): number[] =>
    plain.filter((cost) => cost !== of && plain.some((price) => price !== cost && divides(cost, of, price)));
  const readings = clickRates.flatMap(({ part: clicks, whole: impressions }) =>
    prices(clicks)
      .filter((cost) => cost !== impressions)
      .map((cost) => ({ 'Impr.': impressions, Clicks: clicks, Cost: cost })),
  );
  const distinct = new Map(readings.map((reading) => [JSON.stringify(reading), reading]));
  const [reading] = distinct.values();
  if (distinct.size !== 1 || !reading) return null;
  const conversions = rates.filter(
    ({ part, whole }) => whole === reading.Clicks && prices(part).includes(reading.Cost),
  );
  return conversions.length === 1 ? { ...reading, Conversions: conversions[0]!.part } : { ...reading };
}

type Figure = { value: number | null; percent: boolean };

/** `part / whole = ratio` in every row that has all three, to the rounding of the ratio, in enough differing rows. */
function bearsOut(table: readonly Figure[][], part: number, whole: number, ratio: number): boolean {
  if (part === whole || part === ratio || whole === ratio) return false;
  const seen = new Set<string>();
  for (const row of table) {
    const [a, b, quotient] = [row[part]!.value, row[whole]!.value, row[ratio]!.value];
    if (a === null || b === null || quotient === null || b === 0) continue;
    const rounding = row[ratio]!.percent ? 0.0000501 : 0.00501;
    if (Math.abs(a / b - quotient) > rounding) return false;
    // Equal or trivial rows prove nothing.
    if (a !== 0 && a !== b && b !== 1) seen.add(`${a}/${b}`);
  }
  return seen.size >= WITNESSES;
}

function figure(cell: string, mark: DecimalMark): number | null {
  if (isEmptyCell(cell)) return null;
  const value = readNumber(cell, mark);
  return value === undefined || value === null ? null : Number(value);
}

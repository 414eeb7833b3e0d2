import Papa from 'papaparse';

/** One record of a table: its cells as text, and the 1-based physical line where it begins. */
export interface TableRecord {
  row: number;
  cells: string[];
}

export interface Delimited {
  delimiter: string;
  /** Blank lines and the `sep=` line are left out; `row` still counts them. */
  records: TableRecord[];
  /** Lines where a quotation mark is opened and never closed, or closed in the middle of a cell. */
  brokenQuotes: number[];
}

const CANDIDATES = ['\t', ';', ',', '|'] as const;

/**
 * Splits decoded text into records. Cells keep their text as it stands, without any typing; line ends inside
 * quoted cells become LF. Without `delimiter` a `sep=` line decides, else the table as a whole.
 */
export function parseDelimited(text: string, delimiter?: string): Delimited {
  const whole = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const stated = statedDelimiter(whole);
  const body = stated === null ? whole : whole.slice(whole.indexOf('\n') + 1 || whole.length);
  const chosen = delimiter ?? stated ?? findDelimiter(body);
  const parsed = Papa.parse<string[]>(body, { delimiter: chosen, newline: '\n', quoteChar: '"' });
  const broken = new Set(parsed.errors.filter((error) => error.type === 'Quotes').map((error) => error.row));
  const records: TableRecord[] = [];
  const brokenQuotes: number[] = [];
  const quoted = body.includes('"');
  let row = stated === null ? 1 : 2;
  parsed.data.forEach((cells, index) => {
    if (broken.has(index)) brokenQuotes.push(row);
    if (cells.length > 1 || cells[0]?.trim()) records.push({ row, cells });
    row += 1 + (quoted ? linesInside(cells) : 0);
  });
  return { delimiter: chosen, records, brokenQuotes };
}

function linesInside(cells: string[]): number {
  let lines = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) lines += 1;
  }
  return lines;
}

function statedDelimiter(text: string): string | null {
  const firstLine = text.slice(0, 20).split('\n', 1)[0] ?? '';
  return /^"?sep=(.)"?$/i.exec(firstLine)?.[1] ?? null;
}

interface Tally {
  delimiter: string;
  /** How many delimiters most records hold. */
  count: number;
  /** How many records hold just that many. */
  records: number;
  /** Index of the first record that holds that many and is followed by another such one. */
  anchor: number;
}

/**
 * The delimiter of the table as a whole. A true delimiter stands equally often in the header and in most records,
 * so the one whose regularity begins earliest wins, then the one that makes more cells; a mark that only
 * some records hold (a stray `;`, a `|` inside names) has too few regular records to be asked.
 */
export function findDelimiter(text: string): string {
  const counts = countDelimiters(text);
  const tallies = CANDIDATES.map((delimiter, index) => tally(delimiter, counts[index]!)).filter(
    (each) => each.count > 0,
  );
  const most = Math.max(0, ...tallies.map((each) => each.records));
  const regular = tallies.filter((each) => each.records * 2 >= most);
  regular.sort((a, b) => a.anchor - b.anchor || b.count * b.records - a.count * a.records);
  return regular[0]?.delimiter ?? ',';
}

const QUOTE = 0x22;
const LINE_END = 0x0a;
const SPACE = 0x20;
const CODES = CANDIDATES.map((delimiter) => delimiter.charCodeAt(0));

/** For each candidate, how often it stands outside quotes in each non-blank record. */
function countDelimiters(text: string): number[][] {
  const perCandidate: number[][] = CODES.map(() => []);
  const current = CODES.map(() => 0);
  let inQuotes = false;
  let cellStart = true;
  let blank = true;
  for (let index = 0; index <= text.length; index += 1) {
    const code = index < text.length ? text.charCodeAt(index) : LINE_END;
    if (code === QUOTE && (inQuotes || cellStart)) {
      inQuotes = !inQuotes;
      // A doubled mark closes and opens again at once.
      cellStart = !inQuotes;
      blank = false;
    } else if (code === LINE_END && (!inQuotes || index === text.length)) {
      if (!blank) current.forEach((count, which) => perCandidate[which]!.push(count));
      current.fill(0);
      cellStart = true;
      blank = true;
    } else if (!inQuotes) {
      const which = CODES.indexOf(code);
      cellStart = which >= 0;
      if (which >= 0) current[which]! += 1;
      else if (code !== SPACE) blank = false;
    }
  }
  return perCandidate;
}

function tally(delimiter: string, counts: number[]): Tally {
  const histogram = new Map<number, number>();
  for (const count of counts) if (count > 0) histogram.set(count, (histogram.get(count) ?? 0) + 1);
  let best: [number, number] = [0, 0];
  for (const [count, records] of histogram) {
    if (records > best[1] || (records === best[1] && count > best[0])) best = [count, records];
  }
  const [count, records] = best;
  const followed = counts.findIndex((each, index) => each === count && counts[index + 1] === count);
  const anchor = followed >= 0 ? followed : counts.indexOf(count);
  return { delimiter, count, records, anchor };
}

import type { TableRecord } from './table-record.ts';
import Papa from 'papaparse';
import { RecordEdge, STRETCH } from './record-edge.ts';
import { occurrences, swallowsRecords } from './swallowed-rows.ts';

/** Where records go. */
export interface RecordTaker {
  take(record: TableRecord): void;
  /**
   * Offered a stretch of text without quotation marks, from the beginning of a line on. The line it stops at is split
   * like any other, and what stands behind that is offered again.
   */
  takeLines?(text: string, start: number, row: number): TakenRun;
}

/** Lines that are taken as they stand. */
export interface TakenRun {
  count: number;
  /** Where the next line begins: beyond the text's end when all are taken. */
  next: number;
}

/** Marks that the parser takes for no delimiter. */
const PARSED_OTHERWISE = /^(?:["\r\n\ufeff]|)$/;
/** No record of a real table is longer; a quotation mark never closed makes one. */
const LONGEST_RECORD = 1 << 22;

/**
 * Splits text that comes in pieces into records. The result depends on the text alone, never on how it was cut into
 * pieces: stretches are measured in characters from the beginning of the text.
 */
export class RecordSplitter {
  /** Lines where a quotation mark is opened and never closed, or closed in the middle of a cell. */
  readonly brokenQuotes: number[] = [];
  /** The line where a record begins that is too long to be one; nothing after it is read. */
  tooLong: number | null = null;
  /** The text ends without a line end, known after `end`. */
  endsOpen = false;
  readonly #delimiter: string;
  #rest = '';
  #row = 1;
  #skipsLine: boolean;
  #returnHeld = false;
  readonly #taker: RecordTaker;
  readonly #edge = new RecordEdge();

  /** @param skipsLine the first line is `sep=` and no record */
  constructor(delimiter: string, skipsLine: boolean, taker: RecordTaker) {
    this.#delimiter = delimiter;
    this.#skipsLine = skipsLine;
    this.#taker = taker;
  }

  /** Passes on the records that are complete by now; blank lines are left out, `row` still counts them. */
  push(piece: string): void {
    this.#rest += this.#withLineFeeds(piece);
    if (this.#skipsLine && !this.#skipLine()) return;
    while (this.tooLong === null && this.#rest.length > STRETCH) {
      const end = this.#edge.find(this.#rest, this.#delimiter);
      if (end < 0) {
        if (this.#rest.length > LONGEST_RECORD) this.#giveUp();
        break;
      }
      this.#split(this.#rest.slice(0, end));
      this.#rest = this.#rest.slice(end + 1);
      this.#edge.reset();
    }
  }

  end(): void {
    this.endsOpen = !this.#returnHeld && this.#rest !== '' && !this.#rest.endsWith('\n');
    this.push('\n');
    if (this.tooLong === null && this.#rest !== '') this.#split(this.#rest.replace(/\n$/, ''));
    this.#rest = '';
  }

  #giveUp(): void {
    const open = this.#edge.recordStart(this.#rest);
    if (open > 0) this.#split(this.#rest.slice(0, open - 1));
    this.tooLong = this.#row;
    this.#rest = '';
  }

  /** A return at the end of a piece waits for its line feed. */
  #withLineFeeds(piece: string): string {
    const whole = this.#returnHeld ? `\r${piece}` : piece;
    this.#returnHeld = whole.endsWith('\r');
    const ready = this.#returnHeld ? whole.slice(0, -1) : whole;
    return ready.includes('\r') ? ready.replace(/\r\n?/g, '\n') : ready;
  }

  #skipLine(): boolean {
    const at = this.#rest.indexOf('\n');
    if (at < 0) return false;
    this.#rest = this.#rest.slice(at + 1);
    this.#row += 1;
    this.#skipsLine = false;
    return true;
  }

  #split(text: string): void {
    if (text.includes('"') || PARSED_OTHERWISE.test(this.#delimiter)) return this.#parse(text);
    for (let start = 0; start <= text.length;) {
      const run = this.#taker.takeLines?.(text, start, this.#row);
      if (run) {
        start = run.next;
        this.#row += run.count;
        if (start > text.length) return;
      }
      const end = lineEnd(text, start);
      this.#pass(text.slice(start, end).split(this.#delimiter));
      this.#row += 1;
      start = end + 1;
    }
  }

  #pass(cells: string[]): void {
    if (cells.length > 1 || cells[0]?.trim()) this.#taker.take({ row: this.#row, cells });
  }

  #parse(text: string): void {
    const parsed = Papa.parse<string[]>(text, { delimiter: this.#delimiter, newline: '\n', quoteChar: '"' });
    const broken = new Set(parsed.errors.filter((error) => error.type === 'Quotes').map((error) => error.row));
    parsed.data.forEach((cells, index) => {
      const inside = linesInside(cells);
      if (broken.has(index) || (inside > 0 && swallowsRecords(cells, this.#delimiter))) {
        this.brokenQuotes.push(this.#row);
      }
      this.#pass(cells);
      this.#row += 1 + inside;
    });
    if (parsed.data.length === 0) this.#row += 1;
  }
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

function linesInside(cells: string[]): number {
  let lines = 0;
  for (const cell of cells) lines += occurrences(cell, '\n');
  return lines;
}

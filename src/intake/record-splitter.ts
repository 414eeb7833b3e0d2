import Papa from 'papaparse';

/** One record of a table: its cells as text, and the 1-based physical line where it begins. */
export interface TableRecord {
  row: number;
  cells: string[];
}

/** Whether a cell has several lines. */
export const hasLineEnd = ({ cells }: TableRecord): boolean => cells.some((cell) => cell.includes('\n'));

/** Where records go. */
export interface RecordTaker {
  take(record: TableRecord): void;
  /**
   * Offered each line of a stretch of text without quotation marks; returns where the line ends when it is taken as it
   * stands, -1 when it is to be split.
   */
  takeLine?(text: string, start: number, row: number): number;
}

/** Text is divided in stretches of whole records, at least so many characters each. */
const STRETCH = 1 << 16;
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
    for (let start = 0; start <= text.length; this.#row += 1) {
      const taken = this.#taker.takeLine?.(text, start, this.#row) ?? -1;
      const end = taken < 0 ? lineEnd(text, start) : taken;
      if (taken < 0) this.#pass(text.slice(start, end).split(this.#delimiter));
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

function occurrences(text: string, mark: string): number {
  let count = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) count += 1;
  return count;
}

/**
 * Two stray quotation marks in two rows make one cell of everything between them. Such a cell holds lines that look
 * like records: with just as many delimiters as the record it stands in, or, for the two lines it begins and ends
 * in, as many together.
 */
function swallowsRecords(cells: string[], delimiter: string): boolean {
  const between = cells.length - 1;
  return cells.some((cell) => {
    const lines = cell.split('\n');
    if (lines.length < 2) return false;
    const counts = lines.map((line) => occurrences(line, delimiter));
    const inside = counts.slice(1, -1);
    if (cells.length === 1) return inside.some((count) => count > 0);
    if (inside.length > 0 && lines.slice(1).some((line) => isRemark(line) || isFigure(line, delimiter))) return true;
    // With two columns a cell of words may look like that.
    if (cells.length === 2) return false;
    return inside.includes(between) || counts.reduce((sum, count) => sum + count, 0) === (lines.length - 1) * between;
  });
}

/** `# Start date: 20261001`: such a line stands above a table, never in a cell. */
const isRemark = (line: string): boolean => /^# [^#]/.test(line);

/** A name and a number: a row of a table of two columns. */
function isFigure(line: string, delimiter: string): boolean {
  const [name = '', figure = '', ...more] = line.split(delimiter);
  return more.length === 0 && name.trim() !== '' && /^\d[\d.,\s]*%?$/.test(figure.trim());
}

/** Looks for the first end of a record beyond a stretch, remembering how far it has looked. */
class RecordEdge {
  #at = 0;
  #inQuotes = false;
  /** Where a quotation mark closed: one more right after it is a doubled mark. */
  #closed = -1;
  #opened = 0;

  reset(): void {
    this.#at = 0;
    this.#inQuotes = false;
    this.#closed = -1;
    this.#opened = 0;
  }

  /** Index of the line feed that ends the stretch; -1 when the text does not reach so far. */
  find(text: string, delimiter: string): number {
    while (this.#at < text.length) {
      const quote = text.indexOf('"', this.#at);
      const plainTo = quote < 0 ? text.length : quote;
      if (!this.#inQuotes && plainTo > STRETCH) {
        const end = text.indexOf('\n', Math.max(this.#at, STRETCH));
        if (end >= 0 && end < plainTo) return end;
      }
      if (quote < 0) {
        this.#at = text.length;
        return -1;
      }
      this.#take(quote, text, delimiter);
    }
    return -1;
  }

  /** Where the record begins that reaches beyond the text. */
  recordStart(text: string): number {
    return this.#inQuotes ? text.lastIndexOf('\n', this.#opened) + 1 : text.lastIndexOf('\n') + 1;
  }

  /** A mark inside a cell that does not begin with one is a letter like any other. */
  #take(quote: number, text: string, delimiter: string): void {
    this.#at = quote + 1;
    const before = text[quote - 1];
    if (this.#inQuotes) {
      this.#inQuotes = false;
      this.#closed = quote;
    } else if (quote === 0 || before === delimiter || before === '\n' || this.#closed === quote - 1) {
      if (this.#closed !== quote - 1) this.#opened = quote;
      this.#inQuotes = true;
    }
  }
}

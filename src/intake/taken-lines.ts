import type { TableRecord } from './table-record.ts';

/** Lines of a text, one below the other, that were taken as they stand. Records are made of them when somebody asks. */
export class TakenLines {
  readonly count: number;
  readonly #text: string;
  readonly #start: number;
  readonly #end: number;
  readonly #row: number;
  readonly #delimiter: string;

  /**
   * @param text has no quotation marks
   * @param start where the first line begins
   * @param end where the last line ends
   * @param row of the first line
   */
  constructor(text: string, { start, end, row, count }: Stretch, delimiter: string) {
    this.count = count;
    this.#text = text;
    this.#start = start;
    this.#end = end;
    this.#row = row;
    this.#delimiter = delimiter;
  }

  /** The first of them, so many at most. */
  records(most: number): TableRecord[] {
    const lines = this.#text.slice(this.#start, this.#end).split('\n', most);
    return lines.map((line, index) => this.#record(line, this.#row + index));
  }

  last(): TableRecord {
    const start = this.#text.lastIndexOf('\n', this.#end - 1) + 1;
    return this.#record(this.#text.slice(start, this.#end), this.#row + this.count - 1);
  }

  #record(line: string, row: number): TableRecord {
    return { row, cells: line.split(this.#delimiter) };
  }
}

interface Stretch {
  start: number;
  end: number;
  row: number;
  count: number;
}

import { findDelimiter, statedDelimiter } from './delimiter.ts';
import { RecordSplitter } from './record-splitter.ts';
import type { TableRecord } from './table-record.ts';

export { findDelimiter } from './delimiter.ts';
export type { TableRecord } from './table-record.ts';

export interface Delimited {
  delimiter: string;
  /** Blank lines and the `sep=` line are left out; `row` still counts them. */
  records: TableRecord[];
  /** Lines where a quotation mark is opened and never closed, or closed in the middle of a cell. */
  brokenQuotes: number[];
  /** The line of a record too long to be one, after which nothing was read. */
  tooLong: number | null;
}

/**
 * Splits decoded text into records. Cells keep their text as it stands, without any typing; line ends inside
 * quoted cells become LF. Without `delimiter` a `sep=` line decides, else the table as a whole.
 */
export function parseDelimited(text: string, delimiter?: string): Delimited {
  const whole = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const stated = statedDelimiter(whole);
  const chosen = delimiter ?? stated ?? findDelimiter(whole);
  const records: TableRecord[] = [];
  const splitter = new RecordSplitter(chosen, stated !== null, { take: (record) => records.push(record) });
  splitter.push(whole);
  splitter.end();
  return { delimiter: chosen, records, brokenQuotes: splitter.brokenQuotes, tooLong: splitter.tooLong };
}

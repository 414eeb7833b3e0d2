import type { TableRecord } from './delimited.ts';
import { match, type Declared, type Format, type Match } from './format.ts';
import { readColumns } from './headers.ts';

/** How deep below a title a header is looked for. */
const HEADER_DEPTH = 60;

/** A stretch of records between `#` lines, with the lines that stand before it. */
export interface Block {
  preamble: TableRecord[];
  records: TableRecord[];
}

/** A table whose header was found. */
export interface FoundTable {
  match: Match;
  headerRow: number;
  /** Titles, stated periods and `#` lines above the header. */
  preamble: TableRecord[];
  rows: TableRecord[];
}

/**
 * Splits a file into its tables. Only a file that begins with a `#` line has several: Google Analytics sets
 * its tables apart by such lines, anywhere else `#` may begin a campaign's name.
 */
export function splitTables(records: TableRecord[]): Block[] {
  if (!records[0] || !isRemark(records[0])) return [{ preamble: [], records }];
  const blocks: Block[] = [];
  let block: Block = { preamble: [], records: [] };
  for (const record of records) {
    if (isRemark(record)) {
      if (block.records.length > 0) {
        blocks.push(block);
        block = { preamble: [], records: [] };
      }
      block.preamble.push(record);
    } else {
      block.records.push(record);
    }
  }
  return block.records.length > 0 ? [...blocks, block] : blocks;
}

function isRemark(record: TableRecord): boolean {
  return /^#(\s|$)/.test(record.cells[0]!.trimStart());
}

/** The record that fits a format best becomes the header; the earlier record and the earlier format win a tie. */
export function findTable(block: Block, formats: Format[], declared: Declared, forced: boolean): FoundTable | null {
  let best: { match: Match; index: number } | null = null;
  for (let index = 0; index < Math.min(block.records.length, HEADER_DEPTH); index += 1) {
    const columns = readColumns(block.records[index]!.cells);
    for (const format of formats) {
      const found = match(format, columns, declared, forced);
      if (found && found.confidence > (best?.match.confidence ?? 0)) best = { match: found, index };
    }
    if (best?.match.confidence === 1) break;
  }
  if (!best) return null;
  return {
    match: best.match,
    headerRow: block.records[best.index]!.row,
    preamble: [...block.preamble, ...block.records.slice(0, best.index)],
    rows: block.records.slice(best.index + 1),
  };
}

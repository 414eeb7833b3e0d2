import type { SourceRule } from '../types/workspace.ts';
import { matchByFigures } from './by-figures.ts';
import { match, matchesOf, type Declared, type Format, type Match } from './format.ts';
import { readColumns } from './headers.ts';
import { missingHeader } from './headerless.ts';
import type { PlanContext } from './metric-columns.ts';
import { planTable } from './plan.ts';
import { ProblemList } from './problems.ts';
import { hasLineEnd, type TableRecord } from './table-record.ts';
import { TableSurvey } from './table-survey.ts';
import { toldByCells } from './told-by-cells.ts';

/** How deep below a title a header is looked for. */
const HEADER_DEPTH = 60;
/** So many lines above a table are kept: titles, stated periods, filters. */
const PREAMBLE_LINES = 200;

/** What records are compared with to find a header. */
export interface Recognition {
  formats: readonly Format[];
  declared: Declared;
  /** The format is declared in `sources.json`. */
  forced: boolean;
  /** Given to the table's own `ProblemList`, so that a table nobody wants leaves no problems. */
  file: string;
  client: string;
  delimiter: string;
  context: PlanContext & { rule: SourceRule | undefined };
}

/** A table whose header was found. */
export interface FoundTable {
  match: Match;
  /** The best match of another format, `null` when no other format knows any row. */
  runnerUp: Match | null;
  headerRow: number;
  /** Titles, stated periods and `#` lines above the header. */
  preamble: TableRecord[];
  survey: TableSurvey;
  problems: ProblemList;
}

/**
 * Tells which table of a file a record belongs to. Only a file that begins with a `#` line has several: Google
 * Analytics sets its tables apart by such lines, anywhere else `#` may begin a campaign's name.
 */
export class BlockCursor {
  #remarked: boolean | null = null;
  #block = 0;
  #filled = false;

  /** Whether the file has but one block; known after the first record. */
  get single(): boolean {
    return this.#remarked === false;
  }

  /** The number of the record's block, from zero. A remark stands above the table of its block. */
  next(record: TableRecord): { block: number; remark: boolean } {
    if (this.#remarked === false) return ONLY_BLOCK;
    const remark = /^#(\s|$)/.test(record.cells[0]!.trimStart());
    this.#remarked ??= remark;
    if (!remark) {
      this.#filled = true;
      return { block: this.#block, remark: false };
    }
    if (this.#filled) this.#block += 1;
    this.#filled = false;
    return { block: this.#block, remark: true };
  }
}

const ONLY_BLOCK = { block: 0, remark: false };

interface Candidate {
  match: Match;
  index: number;
}

/**
 * Looks for the header among the first records of a block; the rest is the table's. The record that fits a format best
 * becomes the header; the earlier record and the earlier format win a tie.
 */
export class BlockSurvey {
  /** The table, once its header is found. */
  found: FoundTable | null = null;
  /** The row of a remark, or in a block without a table of a cell, of several lines: a header may be inside. */
  brokenAt: number | null = null;
  readonly #recognition: Recognition;
  readonly #remarks: TableRecord[] = [];
  #waiting: TableRecord[] = [];
  #settled = false;
  readonly #best = new Map<Format, Candidate>();

  constructor(recognition: Recognition) {
    this.#recognition = recognition;
  }

  addRemark(record: TableRecord): void {
    if (this.#remarks.length < PREAMBLE_LINES) this.#remarks.push(record);
    if (hasLineEnd(record)) this.brokenAt ??= record.row;
  }

  add(record: TableRecord): void {
    if (this.#settled) {
      this.found?.survey.add(record);
      return;
    }
    this.#compare(record, this.#waiting.length);
    this.#waiting.push(record);
    const certain = [...this.#best.values()].some((each) => each.match.confidence === 1);
    if (certain || this.#waiting.length >= HEADER_DEPTH) this.#settle();
  }

  end(): void {
    if (!this.#settled) this.#settle();
    this.found?.survey.end();
  }

  #compare(record: TableRecord, index: number): void {
    const { formats, declared, forced } = this.#recognition;
    for (const found of matchesOf(record.cells, formats, declared, forced)) {
      if (found.confidence > (this.#best.get(found.format)?.match.confidence ?? 0)) {
        this.#best.set(found.format, { match: found, index });
      }
    }
  }

  #settle(): void {
    this.#settled = true;
    const { formats, declared, file, client, delimiter, context } = this.#recognition;
    const rank = ({ match: { format, common } }: Candidate): number =>
      formats.indexOf(format) + (common ? formats.length : 0);
    const [best, second] = [...this.#best.values()].sort(
      (a, b) => b.match.confidence - a.match.confidence || a.index - b.index || rank(a) - rank(b),
    );
    const records = this.#waiting;
    this.#waiting = [];
    const chosen = best ?? this.#headerless(records) ?? this.#byFigures(records);
    if (!chosen) {
      this.brokenAt = this.brokenAt ?? records.find(hasLineEnd)?.row ?? null;
      return;
    }
    const problems = new ProblemList(file, client);
    const headerRow = records[chosen.index]?.row ?? records[0]!.row - 1;
    const found = toldByCells(chosen.match, records.slice(chosen.index + 1), declared);
    // A header that is not there has no line: problems point at the first one.
    const plan = planTable(found, Math.max(1, headerRow), context, problems);
    this.found = {
      match: found,
      runnerUp: second?.match ?? null,
      headerRow,
      preamble: [...this.#remarks, ...records.slice(0, Math.max(0, chosen.index))],
      survey: new TableSurvey(plan, delimiter, context.rule, problems),
      problems,
    };
    const header = records[chosen.index];
    if (header) this.found.survey.checkQuotes(header);
    for (const record of records.slice(chosen.index + 1)) this.found.survey.add(record);
  }

  /** A table without a header begins with its first record: the header stands, as it were, above it. */
  #headerless(records: readonly TableRecord[]): Candidate | null {
    const { formats, declared, forced } = this.#recognition;
    const missing = missingHeader(records, formats);
    const found = missing && match(missing.format, readColumns(missing.header), declared, forced);
    return found && { match: found, index: -1 };
  }

  #byFigures(records: readonly TableRecord[]): Candidate | null {
    const format = this.#recognition.formats.find((each) => each.byFigures);
    return format ? matchByFigures(records, format) : null;
  }
}

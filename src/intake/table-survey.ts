import type { SourceRule } from '../types/workspace.ts';
import { serialDay, SlashEvidence, type SlashOrder } from './dates.ts';
import { NumberForms } from './number-forms.ts';
import type { Plan } from './plan.ts';
import type { ProblemList } from './problems.ts';
import { hasLineEnd, type TableRecord } from './table-record.ts';
import { dayIndex } from './row-days.ts';
import { RowSorter } from './row-sorter.ts';
import { rowsInQuotes, swallowsRows } from './swallowed-rows.ts';
import { isAccountTotal, isSubtotal } from './totals.ts';
import { isWeekday } from './weekdays.ts';
import { misfit } from './table-problems.ts';
import { TakenLines } from './taken-lines.ts';

/** Records kept to tell a column of words from a column of figures, and for those who look into a file. */
const SAMPLE = 200;

/**
 * The first look at a table, record by record: what its columns show as a whole (number forms, order of day and
 * month), how many rows are what, and its total. Keeps a bounded number of records.
 */
export class TableSurvey {
  readonly plan: Plan;
  readonly sorter: RowSorter;
  readonly forms: NumberForms;
  /** Data records, readable or not. */
  read = 0;
  totals = 0;
  /** All records below the header. */
  records = 0;
  /** The first total: later ones are totals of a part or of the whole account. */
  total: TableRecord | null = null;
  /** The total of the whole account, when the file states one. */
  account: TableRecord | null = null;
  /** First record that covers several days. */
  several: TableRecord | null = null;
  /** Data records with a day of the week in place of a day, and the first of them. */
  weekdays = 0;
  weekday: TableRecord | null = null;
  /** First data record whose day is a spreadsheet's serial number. */
  serial: TableRecord | null = null;
  readonly #slashes = new SlashEvidence();
  readonly #problems: ProblemList;
  readonly #delimiter: string;
  #held: TableRecord | null = null;
  #latestDay: string | null = null;
  #last: TableRecord | TakenLines | null = null;
  /** Records, and lines that become records when somebody asks. */
  #first: (TableRecord | TakenLines)[] = [];
  #sampled = 0;

  constructor(plan: Plan, delimiter: string, rule: SourceRule | undefined, problems: ProblemList) {
    this.plan = plan;
    this.sorter = new RowSorter(plan, rule?.dateForm ?? null);
    this.forms = new NumberForms(plan.columns.length, delimiter, rule?.numberForm);
    this.#problems = problems;
    this.#delimiter = delimiter;
  }

  /** Order of day and month in `01/02/2026`, after `end`. */
  get order(): SlashOrder {
    return this.#slashes.order();
  }

  /** The last data record. */
  get last(): TableRecord | null {
    return this.#last instanceof TakenLines ? this.#last.last() : this.#last;
  }

  /** First data records. */
  get sample(): readonly TableRecord[] {
    const records = this.#first.flatMap((each) => (each instanceof TakenLines ? each.records(SAMPLE) : each));
    this.#first = records.slice(0, SAMPLE);
    return this.#first as TableRecord[];
  }

  add(record: TableRecord): void {
    // The last record is judged otherwise, so each waits for the next.
    this.release();
    this.#held = record;
  }

  /** Reports a record, the header too, whose quotation marks enclose rows. */
  checkQuotes(record: TableRecord): void {
    if (!hasLineEnd(record)) return;
    const hasDay = (cells: string[]): boolean => this.sorter.day({ row: record.row, cells }) !== null;
    if (swallowsRows(record, this.plan, this.#delimiter, hasDay)) rowsInQuotes(record, this.#problems);
  }

  /** More records follow: the one that waits is not the last. */
  release(): void {
    if (this.#held) this.#look(this.#held, false);
    this.#held = null;
  }

  /** Data records of which nothing is to be learnt but that they are there. */
  addOrdinary(lines: TakenLines): void {
    this.records += lines.count;
    this.read += lines.count;
    this.#last = lines;
    this.#keep(lines, lines.count);
  }

  end(): void {
    if (this.#held) this.#look(this.#held, true);
    this.#held = null;
  }

  #look(record: TableRecord, last: boolean): void {
    this.checkQuotes(record);
    const kind = this.sorter.kind(record, { first: this.records === 0, last });
    this.records += 1;
    if (kind === 'total') {
      this.#last = null;
      this.totals += 1;
      if (!isSubtotal(record.cells)) this.total ??= record;
      if (isAccountTotal(record.cells)) this.account ??= record;
    }
    if (kind !== 'data' && kind !== 'misfit') return;
    this.read += 1;
    this.#last = record;
    if (kind === 'misfit') misfit(record, this.sorter.least, this.#problems);
    else this.#learn(record);
  }

  #learn(record: TableRecord): void {
    const { day } = this.plan;
    const likely = this.sorter.day(record);
    if (likely === 'several') this.several ??= record;
    if (day) this.#learnDay(record, record.cells[dayIndex(day)] ?? '', likely === null);
    this.#keep(record, 1);
    if (day === null || likely !== null) this.forms.add(record);
  }

  #keep(records: TableRecord | TakenLines, count: number): void {
    if (this.#sampled < SAMPLE) this.#first.push(records);
    this.#sampled += count;
  }

  #learnDay(record: TableRecord, cell: string, unreadable: boolean): void {
    if (unreadable && isWeekday(cell)) {
      this.weekdays += 1;
      this.weekday ??= record;
    }
    // Rows of one day mostly stand together, and the same cell tells nothing new.
    if (cell === this.#latestDay) return;
    this.#latestDay = cell;
    this.#slashes.add(cell);
    if (this.plan.day?.kind !== 'number' && serialDay(cell)) this.serial ??= record;
  }
}

import type { Reading } from './reading.ts';
import type { ControlSum, PartTable } from '../types/intake.ts';
import type { Day } from '../types/period.ts';
import type { SampleRow } from './anatomy.ts';
import type { Stretch } from './dates.ts';
import { warnOfCare, warnOfUnread } from './care.ts';
import { ControlTotals } from './control-totals.ts';
import { DealReader } from './deal-reader.ts';
import { doubtFractions } from './doubts.ts';
import type { CostVariant } from './headers.ts';
import { checkCostVariant } from './money.ts';
import { readNumber } from './numbers.ts';
import type { NumberCells } from './number-cells.ts';
import type { OrdinaryRows } from './ordinary-rows.ts';
import { partCollector, type PartCollector } from './part-table.ts';
import type { Plan } from './plan.ts';
import { ProblemList } from './problems.ts';
import { channelOf, readColumnForms, valueIn, type ReadColumn } from './read-columns.ts';
import type { TableRecord } from './table-record.ts';
import { dayReader, type DayReader } from './row-days.ts';
import { goesOnWithHeader, headerInTwoRows } from './header-rows.ts';
import { identityColumns, identityOf, RowKeys, type IdentityColumn } from './row-identity.ts';
import { accountDiffers, badDate, correctionRow, serialDays, totalsDiffer } from './table-problems.ts';
import { explainUnfed } from './unfed.ts';
import type { TableSurvey } from './table-survey.ts';

export interface TableResult {
  /** Metric ids the table feeds. */
  feeds: string[];
  /** Of every table with a total, whether it feeds anything or not. */
  controlSums: ControlSum[];
  costVariant: CostVariant | null;
  /** First and last day of the rows of a table that feeds nothing. */
  span: Stretch | null;
  /** Lists to show of a table that feeds nothing. */
  parts: PartTable[];
}

/** Rows shown by `inspect`. */
const SHOWN = 5;

/**
 * The second look at a table, record by record: its facts go into the store. A table that must not be totalled is
 * explained, added up for its own total only, and feeds nothing.
 */
export class TableReader {
  readonly #plan: Plan;
  readonly #survey: TableSurvey;
  readonly #reading: Reading;
  readonly #days: DayReader | null;
  /** A report on one stated day has no column of days: all its rows are of that day. */
  readonly #onlyDay: Day | null;
  readonly #feeds: boolean;
  readonly #columns: ReadColumn[];
  readonly #hasMoney: boolean;
  /** Known with the first row that is read by itself. */
  #identity: IdentityColumn[] | null = null;
  readonly #keys: RowKeys;
  readonly #deals: DealReader | null;
  readonly #part: PartCollector | null;
  /** Days of the rows of a table that feeds nothing. */
  #span: Stretch | null = null;
  #place = 0;
  #ordinary = 0;
  readonly #totals: ControlTotals;

  constructor(plan: Plan, survey: TableSurvey, period: Stretch | null, reading: Reading) {
    this.#plan = plan;
    this.#survey = survey;
    this.#reading = reading;
    const { context, problems } = reading;
    const start = period?.from ?? null;
    this.#days = plan.day && dayReader(plan.day, survey.order, context.rule?.dateForm ?? null, start);
    this.#onlyDay = plan.day === null && period !== null && period.from === period.to ? period.from : null;
    const known = { period, onlyDay: this.#onlyDay, source: context.source };
    this.#feeds = !explainUnfed(plan, survey, this.#days, known, problems);
    if (this.#feeds) {
      checkCostVariant(plan.metrics, context.rule, plan.headerRow, problems);
      warnOfCare(plan, context.rule, problems);
      if (survey.serial && this.#days) serialDays(survey.serial, this.#days.index, problems);
      warnOfUnread(plan, survey, context, problems);
    }
    this.#columns = readColumnForms(plan, survey, context.source, this.#feeds ? problems : new ProblemList('', ''));
    this.#totals = new ControlTotals(this.#columns);
    this.#hasMoney = this.#columns.some((each) => each.money);
    this.#keys = new RowKeys(this.#columns.map((each) => each.metric));
    const target = { store: reading.store, keys: this.#keys, problems };
    this.#deals = plan.deals && new DealReader(plan.deals, survey.order, context.rule, target);
    this.#part = this.#feeds ? null : partCollector(plan, survey, this.#columns, period);
    if (this.#feeds) this.#stateCurrencies();
  }

  /** What each column is read as, for those who look into the file. */
  get columns(): readonly ReadColumn[] {
    return this.#columns;
  }

  /** The first rows as they were read. */
  shown(): SampleRow[] {
    return this.#survey.sample.slice(0, SHOWN).map((record) => this.#shown(record));
  }

  /** Metric ids the table feeds. */
  get feeds(): string[] {
    if (!this.#feeds) return [];
    return this.#deals?.feeds ?? [...new Set(this.#columns.map((column) => column.metric))].sort();
  }

  /** Whether rows were taken as the columns are read: with their marks, and as facts. */
  agreesWith({ numbers }: OrdinaryRows): boolean {
    const isReadSo = ({ index, marked }: NumberCells): boolean =>
      this.#columns.some(({ column, form }) => column.index === index && (marked === null || form.mark === marked));
    return this.#feeds && numbers.every(isReadSo);
  }

  /** Does what remains to be done for rows whose facts are in the store: a number of them, none of which is first. */
  readOrdinary(rows: OrdinaryRows, count: number): void {
    if (this.#ordinary === 0) {
      const { currency } = this.#plan;
      const place = { row: rows.first, column: (currency ?? 0) + 1 };
      if (this.#hasMoney && rows.currency !== null) this.#reading.currencies.stateWord(rows.currency, place);
      rows.settle();
      for (const each of rows.numbers) {
        const { sum, finest } = each.total();
        this.#columns.find(({ column }) => column.index === each.index)!.sum.addSum(sum, finest);
      }
    }
    this.#ordinary += count;
    this.#place += count;
  }

  read(record: TableRecord): void {
    const place = { first: this.#place === 0, last: this.#place === this.#survey.records - 1 };
    this.#place += 1;
    const { sorter } = this.#survey;
    if (place.first && this.#feeds && sorter.day(record) === null && goesOnWithHeader(record, this.#plan.columns))
      return headerInTwoRows(record, this.#reading.problems);
    const kind = sorter.kind(record, place);
    if (kind === 'correction') this.#correct(record);
    if (kind !== 'data') return;
    const day = this.#days ? this.#days.read(record) : this.#onlyDay;
    if (!this.#feeds) this.#widen(this.#days?.span(record) ?? null);
    if (!this.#feeds) {
      this.#addUp(record);
      this.#part?.add(record, this.#days?.span(record) ?? null);
    } else if (day === null || day === 'several') badDate(record, this.#days!.index, this.#reading.problems);
    else this.#feed(record, day);
  }

  end(): TableResult {
    const cost = this.#columns.find((each) => each.metric === 'cost');
    const { headerRow, results } = this.#plan;
    const { context, problems } = this.#reading;
    if (this.#feeds) this.#deals?.end(headerRow, context.source);
    if (this.#feeds) doubtFractions(this.#columns, headerRow, problems);
    if (this.#feeds) results?.report(headerRow, context.source, problems);
    return {
      ...{
        feeds: this.feeds,
        span: this.#span,
        controlSums: this.#compareTotals(),
        parts: this.#part?.tables(context.rule?.currency ?? null, problems) ?? [],
      },
      costVariant: this.#feeds ? (cost?.column.vat ?? null) : null,
    };
  }

  #stateCurrencies(): void {
    for (const { money, column } of this.#columns) {
      const place = { row: this.#plan.headerRow, column: column.index + 1 };
      if (money) this.#reading.currencies.state(column.currency, place);
    }
  }

  #feed(record: TableRecord, day: Day): void {
    const { store, currencies, context, problems } = this.#reading;
    const { cells, row } = record;
    const channel = channelOf(this.#plan, record, context, problems);
    if (channel === null) return;
    const currency = this.#hasMoney ? this.#plan.currency : null;
    if (currency !== null) currencies.stateWord(cells[currency] ?? '', { row, column: currency + 1 });
    this.#plan.results?.look(record);
    const values: (string | null)[] = [];
    for (const column of this.#columns) values.push(valueIn(record, column, this.#reading));
    this.#identity ??= identityColumns(this.#plan, this.#survey.sample);
    const about = identityOf(record, this.#identity);
    if (this.#deals) return this.#deals.feed({ record, created: day, channel, about, amount: values[0] ?? null });
    for (let place = 0; place < values.length; place += 1) {
      const value = values[place];
      if (value === null || value === undefined) continue;
      const { metric, sum } = this.#columns[place]!;
      store.add(day, channel, metric, value, row);
      sum.add(value);
    }
    store.countRow(day, this.#keys.of(channel, about, values));
  }

  /** A correction belongs to no day: it is told of with its amounts, and only the file's own total holds it. */
  #correct(record: TableRecord): void {
    const amounts = this.#totals.correct(record);
    if (this.#feeds) correctionRow(record, amounts, this.#reading.problems);
  }

  #widen(row: Stretch | null): void {
    if (row === null) return;
    const { from, to } = this.#span ?? row;
    this.#span = { from: row.from < from ? row.from : from, to: row.to > to ? row.to : to };
  }

  /** Rows that feed nothing still have a sum to hold against the file's own total. */
  #addUp({ cells }: TableRecord): void {
    for (const { column, form, sum, when } of this.#columns) {
      if (when && !when.holds(cells[when.index] ?? '')) continue;
      const value = readNumber(cells[column.index] ?? '', form.mark, form.groups);
      if (value) sum.add(value);
    }
  }

  #shown(record: TableRecord): SampleRow {
    const { row, cells } = record;
    const day = this.#days ? this.#days.read(record) : this.#onlyDay;
    const values = this.#plan.columns.map(({ index }) => {
      const cell = cells[index] ?? '';
      const column = this.#columns.find((each) => each.column.index === index);
      if (column) return readNumber(cell, column.form.mark, column.form.groups) ?? null;
      return this.#days?.index === index && day !== null && day !== 'several' ? day : cell;
    });
    return { row, values };
  }

  #compareTotals(): ControlSum[] {
    const { total, account, sorter } = this.#survey;
    if (!total || this.#deals) return [];
    const sums = this.#totals.compare(total, sorter.least);
    const { problems } = this.#reading;
    // Sums of a table with unread cells differ for that reason alone.
    const unread = problems.has('bad-number') || problems.has('row-width') || problems.has('bad-date');
    if (!this.#feeds || unread) return sums;
    for (const sum of sums) if (!sum.ok) totalsDiffer(sum, total.row, problems);
    if (account && account !== total && sums.every(({ ok }) => ok)) {
      const apart = this.#totals.compare(account, sorter.least).filter(({ ok }) => !ok);
      if (apart.length > 0) accountDiffers(apart, account.row, problems);
    }
    return sums;
  }
}

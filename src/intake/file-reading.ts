import type { ControlSum, IntakeFile, RowIdentity } from '../types/intake.ts';
import type { Day } from '../types/period.ts';
import type { Anatomy, RankedFormat } from './anatomy.ts';
import { candidatesOf, formatsOf } from './candidates.ts';
import type { Stretch } from './dates.ts';
import { doubtDays, doubtEnd, doubtMonths, doubtSums } from './doubts.ts';
import { describeTable, ranked } from './describe.ts';
import { FactStore, type StoredFacts } from './fact-store.ts';
import { brokenQuotes, emptyFile, metricInTwoTables, unknownFormat, unknownFormatId } from './file-problems.ts';
import type { Format } from './format.ts';
import { KeptRecords } from './kept-records.ts';
import { Currencies } from './money.ts';
import { OrdinaryRows } from './ordinary-rows.ts';
import { declaredColumns } from './plan.ts';
import type { ProblemList } from './problems.ts';
import type { IntakeContext } from './intake-context.ts';
import { TableReader } from './read-table.ts';
import type { Reading } from './reading.ts';
import type { TakenRun } from './record-splitter.ts';
import type { TableRecord } from './table-record.ts';
import { LateRows } from './row-index.ts';
import { periodOfStatements, periodOfTable } from './period-of-table.ts';
import { freshnessOf } from './stated-period.ts';
import { BlockCursor, BlockSurvey, type FoundTable } from './tables.ts';

/** Records kept to describe a table nobody knows. */
const EARLY = 60;

interface OpenTable {
  found: FoundTable;
  reader: TableReader;
}

type Result = Omit<IntakeFile, 'file' | 'sha256' | 'source' | 'encoding' | 'delimiter' | 'problems'>;

/**
 * Reads the records of one file in two passes: `survey` every record, `endSurvey`, unless that says that all is read
 * `read` every record again, `end`. What it keeps between records does not grow with the file's length.
 */
export class FileReading {
  readonly #file: string;
  readonly #source: string;
  readonly #delimiter: string;
  readonly #context: IntakeContext;
  readonly #problems: ProblemList;
  readonly #formats: Format[];
  readonly #candidates: readonly Format[];
  readonly #blocks = new Map<number, BlockSurvey>();
  readonly #early: TableRecord[] = [];
  /** The identities of all rows, read row by row; `null` where they must be gathered at once. */
  readonly #identities: (() => RowIdentity) | null;
  readonly #kept = new KeptRecords();
  #ordinary: OrdinaryRows | null = null;
  #store = new FactStore();
  readonly #currencies: Currencies;
  readonly #tables = new Map<number, OpenTable>();
  #cursor = new BlockCursor();
  #stated: Stretch | null = null;
  #freshness: Day | null = null;
  /** Of a file nobody recognised. */
  #nearest: RankedFormat | null = null;

  constructor(
    input: { file: string; source: string },
    delimiter: string,
    context: IntakeContext,
    problems: ProblemList,
    identities: (() => RowIdentity) | null,
  ) {
    this.#identities = identities;
    this.#file = input.file;
    this.#source = input.source;
    this.#delimiter = delimiter;
    this.#context = context;
    this.#problems = problems;
    this.#formats = formatsOf(context.metrics);
    this.#candidates = candidatesOf(this.#formats, context.rule);
    this.#currencies = new Currencies(problems);
  }

  survey(record: TableRecord): void {
    this.#kept.add(record, this.#ordinary?.taken ?? 0);
    if (this.#early.length < EARLY) this.#early.push(record);
    const { block, remark } = this.#cursor.next(record);
    const survey = this.#blocks.get(block) ?? this.#openBlock(block);
    if (remark) survey?.addRemark(record);
    else survey?.add(record);
  }

  /** Surveys and reads at once the lines of which that can be done, up to the first other one. See `OrdinaryRows`. */
  surveyLines(text: string, start: number, row: number): TakenRun {
    if (!this.#kept.whole) return { count: 0, next: start };
    this.#ordinary ??= this.#openOrdinary();
    return this.#ordinary?.take(text, start, row) ?? { count: 0, next: start };
  }

  /**
   * Chooses the file's tables: those of the format that fits best; others of the file are of no use to it.
   * @param endsOpen the text ends without a line end
   * @returns whether everything is read by now
   */
  endSurvey({ endsOpen }: { endsOpen: boolean }): boolean {
    const { rule, metrics } = this.#context;
    if (this.#early.length === 0) {
      emptyFile(this.#problems);
      return true;
    }
    if (rule && this.#candidates.length === 0) {
      unknownFormatId(rule, this.#source, this.#formats, this.#problems);
      return true;
    }
    for (const survey of this.#blocks.values()) survey.end();
    const all = [...this.#blocks].flatMap(([block, { found }]) => (found ? [{ block, found }] : []));
    // Among tables set apart by `#` lines a lost one would not be missed.
    if (all.length > 0)
      brokenQuotes(
        [...this.#blocks.values()].flatMap(({ brokenAt }) => brokenAt ?? []),
        this.#problems,
      );
    if (all.length === 0) this.#nearest = unknownFormat(this.#early, this.#source, this.#formats, this.#problems);
    const format = bestFormat(all.map(({ found }) => found));
    const context = { source: this.#source, rule, metrics };
    const reading: Reading = { context, store: this.#store, currencies: this.#currencies, problems: this.#problems };
    for (const { block, found } of all) if (found.match.format === format) this.#openTable(block, found, reading);
    const last = [...this.#tables.values()].at(-1);
    if (endsOpen && last) doubtEnd(last.found.survey, this.#problems);
    this.#cursor = new BlockCursor();
    return this.#readKept(reading);
  }

  /** Reads what is known of the file by now, if that is all of it. */
  #readKept(reading: Reading): boolean {
    const rows = this.#ordinary;
    const reader = this.#tables.get(0)?.reader;
    if (rows && !(this.#kept.whole && reader?.agreesWith(rows))) {
      this.#ordinary = null;
      this.#store = reading.store = new FactStore();
      return false;
    }
    if (!this.#kept.whole) return false;
    this.#kept.forEach(
      rows?.taken ?? 0,
      (record) => this.read(record),
      (count) => reader!.readOrdinary(rows!, count),
    );
    return true;
  }

  read(record: TableRecord): void {
    const { block, remark } = this.#cursor.next(record);
    const table = remark ? undefined : this.#tables.get(block);
    if (table && record.row > table.found.headerRow) table.reader.read(record);
  }

  end(): { result: Result; anatomy: () => Anatomy } {
    const tables = [...this.#tables.values()].map((table) => ({ ...table, result: table.reader.end() }));
    const first = tables[0]?.found;
    const { rule } = this.#context;
    const place = first ? { row: first.headerRow } : {};
    this.#currencies.checkAgainst(rule, place, this.#source);
    const controlSums: ControlSum[] = tables.flatMap((each) =>
      each.found.survey.plan.part === null ? each.result.controlSums : [],
    );
    const parts = tables.flatMap((each) => each.result.parts);
    const result: Result = {
      format: first?.match.format.id ?? null,
      freshness: this.#freshness,
      currency: first ? (this.#currencies.stated ?? rule?.currency ?? null) : null,
      costVariant: tables.find((each) => each.result.costVariant !== null)?.result.costVariant ?? null,
      rows: { read: total(tables, (table) => table.read), totals: total(tables, (table) => table.totals) },
      feeds: [...new Set(tables.flatMap((each) => each.result.feeds))].sort(),
      controlSums,
      ...(parts.length > 0 ? { tables: parts } : {}),
      ...this.#facts(tables.flatMap((each) => each.result.span ?? [])),
    };
    const states = first && result.feeds.length === 0 ? periodOfStatements(first.survey, this.#delimiter, rule) : null;
    if (states) {
      result.states = states;
      if (states !== 'relative') result.period ??= states;
    }
    const anatomy = (): Anatomy => ({
      ...ranked(first, this.#nearest),
      tables: tables.map((each) => describeTable(each, this.#delimiter)),
    });
    return { result, anatomy };
  }

  #openBlock(block: number): BlockSurvey | undefined {
    const { rule, metrics, client } = this.#context;
    const survey = new BlockSurvey({
      formats: this.#candidates,
      declared: declaredColumns(rule),
      forced: rule?.format !== undefined,
      ...{ file: this.#file, client, delimiter: this.#delimiter },
      context: { source: this.#source, rule, metrics },
    });
    this.#blocks.set(block, survey);
    return survey;
  }

  #openOrdinary(): OrdinaryRows | null {
    const found = this.#cursor.single && this.#identities !== null ? this.#blocks.get(0)?.found : null;
    if (!found) return null;
    const { rule, metrics } = this.#context;
    return OrdinaryRows.of(found.survey, this.#delimiter, { source: this.#source, rule, metrics }, this.#store);
  }

  #openTable(block: number, found: FoundTable, reading: Reading): void {
    const { rule } = this.#context;
    const { plan } = found.survey;
    const period = periodOfTable(found, this.#delimiter, this.#file, this.#context);
    this.#freshness ??= freshnessOf(found.preamble, this.#delimiter, rule?.dateForm ?? null);
    this.#stated ??= period;
    this.#problems.adopt(found.problems);
    const fed = new Set([...this.#tables.values()].flatMap(({ reader }) => reader.feeds));
    const twice = plan.metrics.filter((each) => fed.has(each.metric));
    if (plan.day && plan.part === null) {
      for (const { metric } of twice) metricInTwoTables(metric, found.headerRow, this.#problems);
    }
    // A table that cannot feed takes no metric from another: it keeps its own for its list and its control sums.
    const competes = plan.part === null && (plan.day !== null || (period !== null && period.from === period.to));
    const metrics = competes ? plan.metrics.filter((each) => !fed.has(each.metric)) : plan.metrics;
    const fresh = { ...plan, metrics };
    this.#tables.set(block, { found, reader: new TableReader(fresh, found.survey, period, reading) });
  }

  /** The facts of the store, with the period they cover; a file without facts covers the days of its rows. */
  #facts(spans: readonly Stretch[]): Pick<Result, keyof StoredFacts | 'identity' | 'period'> {
    const facts = this.#store.facts();
    const stated = this.#stated;
    const days = daysWithRows(facts);
    doubtSums(facts.series, this.#problems);
    if (![...this.#tables.values()].some(({ found }) => found.survey.plan.deals)) doubtMonths(days, this.#problems);
    if (stated) doubtDays(facts, stated, this.#problems);
    const ends = days.length > 0 ? days : spans.flatMap(({ from, to }) => [from, to]).sort();
    const covered = ends.length > 0 ? { from: ends[0]!, to: ends.at(-1)! } : null;
    const late = this.#ordinary && this.#ordinary.taken > 0;
    const identity = late ? new LateRows(days, rowsOf(facts), this.#identities!) : this.#store.identity();
    return { ...facts, identity, period: stated ?? covered };
  }
}

function rowsOf({ rowsOnDay }: StoredFacts): number {
  let count = 0;
  for (const rows of rowsOnDay) count += rows;
  return count;
}

/** The days themselves when all have rows. */
function daysWithRows({ days, rowsOnDay }: StoredFacts): readonly Day[] {
  return rowsOnDay.includes(0) ? days.filter((_, place) => rowsOnDay[place]! > 0) : days;
}

function bestFormat(found: FoundTable[]): Format | undefined {
  return found.toSorted((a, b) => b.match.confidence - a.match.confidence)[0]?.match.format;
}

function total(tables: readonly OpenTable[], count: (survey: FoundTable['survey']) => number): number {
  return tables.reduce((sum, { found }) => sum + count(found.survey), 0);
}

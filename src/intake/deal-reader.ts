import type { Day } from '../types/period.ts';
import type { SourceRule } from '../types/workspace.ts';
import type { SlashOrder } from './dates.ts';
import { stageKey, type DealPlan } from './deal-plan.ts';
import type { FactStore } from './fact-store.ts';
import { isEmptyCell } from './numbers.ts';
import { quoted, type ProblemList } from './problems.ts';
import type { TableRecord } from './table-record.ts';
import { dayReader, type DayReader } from './row-days.ts';
import type { RowKeys } from './row-identity.ts';

/** Stages listed in a message. */
const LISTED = 12;

/** What a deal has to say besides the day it was created on. */
export interface Deal {
  record: TableRecord;
  created: Day;
  channel: string;
  /** Identity of the row. */
  about: readonly string[];
  /** Exact decimal, `null` when empty or unreadable. */
  amount: string | null;
}

/** Counts deals: a lead on the day of creation, and when the stage is won a sale on the day of closing. */
export class DealReader {
  readonly #plan: DealPlan;
  readonly #store: FactStore;
  readonly #keys: RowKeys;
  readonly #problems: ProblemList;
  readonly #closed: DayReader | null;
  /** Stages met, as written, up to a limit. */
  readonly #stages = new Map<string, string>();
  #won = 0;

  constructor(
    plan: DealPlan,
    order: SlashOrder,
    rule: SourceRule | undefined,
    target: { store: FactStore; keys: RowKeys; problems: ProblemList },
  ) {
    this.#plan = plan;
    this.#store = target.store;
    this.#keys = target.keys;
    this.#problems = target.problems;
    const column = plan.closed === null ? null : ({ kind: 'day', index: plan.closed } as const);
    this.#closed = column && dayReader(column, order, rule?.dateForm ?? null, null);
  }

  /** Metric ids that deals feed. */
  get feeds(): string[] {
    const { closed, stage, amount } = this.#plan;
    if (closed === null || stage === null) return ['leads'];
    return amount ? ['leads', 'revenue', 'sales'] : ['leads', 'sales'];
  }

  feed(deal: Deal): void {
    const { created, channel, about, record } = deal;
    const { row, cells } = record;
    this.#store.add(created, channel, 'leads', '1', row);
    this.#store.countRow(created, this.#keys.of('created', about, []));
    const { stage, closed, won } = this.#plan;
    if (stage === null || closed === null) return;
    const written = (cells[stage] ?? '').trim();
    const key = stageKey(written);
    if (written !== '' && this.#stages.size < LISTED && !this.#stages.has(key)) this.#stages.set(key, written);
    if (!won.has(key)) return;
    this.#won += 1;
    const day = this.#closed!.read(record);
    if (day === null || day === 'several') this.#noClosingDay(cells[closed] ?? '', row, closed);
    else this.#sell(deal, day);
  }

  /** Tells of columns that are missing and of stages none of which means a sale. */
  end(headerRow: number, source: string): void {
    if (this.#plan.stage === null || this.#plan.closed === null) this.#onlyLeads(headerRow);
    else if (this.#won === 0 && this.#stages.size > 0) this.#noneWon(headerRow, source);
  }

  #sell({ record: { row }, channel, about, amount }: Deal, day: Day): void {
    this.#store.add(day, channel, 'sales', '1', row);
    if (amount !== null) this.#store.add(day, channel, 'revenue', amount, row);
    this.#store.noteRow(day, this.#keys.of('closed', about, [amount]));
  }

  #noClosingDay(cell: string, row: number, closed: number): void {
    const blank = isEmptyCell(cell);
    const written = quoted(cell);
    this.#problems.warning(
      'sale-without-day',
      { row, column: closed + 1 },
      {
        found: {
          ru: blank ? 'успешная сделка без даты закрытия' : `${written.ru} вместо даты закрытия`,
          en: blank ? 'a won deal without its closing date' : `${written.en} instead of a closing date`,
        },
        expected: { ru: 'день, когда сделка закрыта', en: 'the day the deal was closed' },
        mend: {
          ru: 'сделка посчитана заявкой, но не продажей: впишите дату в CRM и выгрузите список заново',
          en: 'the deal counts as a lead, not as a sale: fill in the date in the CRM and export the list again',
        },
      },
    );
  }

  #onlyLeads(headerRow: number): void {
    this.#problems.warning(
      'deals-without-outcome',
      { row: headerRow },
      {
        found: { ru: 'список сделок без этапа или без даты закрытия', en: 'deals without a stage or a closing date' },
        expected: { ru: 'столбцы с этапом и с датой закрытия', en: 'columns with the stage and the closing date' },
        mend: {
          ru: 'посчитаны только заявки; добавьте столбцы в выгрузку или назовите их в sources.json (deals)',
          en: 'only leads are counted; add the columns to the export or name them in sources.json (deals)',
        },
      },
    );
  }

  #noneWon(headerRow: number, source: string): void {
    const stages = [...this.#stages.values()].sort();
    const listed = (quote: 'ru' | 'en'): string => stages.map((stage) => quoted(stage)[quote]).join(', ');
    const example = JSON.stringify({ won: [stages[0]] });
    this.#problems.warning(
      'no-won-deals',
      { row: headerRow, column: this.#plan.stage! + 1 },
      {
        found: {
          ru: `ни одной успешной сделки; этапы в файле: ${listed('ru')}`,
          en: `no won deal at all; the stages of the file: ${listed('en')}`,
        },
        expected: {
          ru: 'хотя бы один этап, который означает продажу',
          en: 'at least one stage that means a sale',
        },
        mend: {
          ru: `если такой этап есть, назовите его в sources.json: "sources": { "${source}": { "deals": ${example} } }`,
          en: `if there is one, name it in sources.json: "sources": { "${source}": { "deals": ${example} } }`,
        },
      },
    );
  }
}

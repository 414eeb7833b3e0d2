import type { DealsRule } from '../types/workspace.ts';
import { readDay } from './dates.ts';
import { stageKey } from './deal-plan.ts';
import type { Format } from './format.ts';
import type { Column } from './headers.ts';
import { dissect } from './number-anatomy.ts';
import { isEmptyCell } from './numbers.ts';
import type { TableRecord } from './table-record.ts';

/** How programs that keep deals or orders call these columns, whatever the program. */
const HEADERS = {
  stage: /(?:^|[\s-])(?:стадия|этап|статус|состояние|stage|status)/i,
  created: /созда|оформл|открыт|поступ|добавл|creat|opened|added|placed/i,
  closed: /закры|заверш|оплат|оплачен|продаж|close|won (?:time|date)|paid (?:at|on|date)|completed/i,
  amount: /сумма|бюджет|стоимость|выручка|amount|value|total|revenue|budget/i,
  id: /^(?:id|№|номер|number|код)|(?:^|\s)(?:id|number|no\.?|№)$/i,
  source: /источник|source/i,
} as const;

/** So many different stages are no stages but notes. */
const MOST_STAGES = 20;

export interface ProposedDeals {
  deals: DealsRule;
  /** Header of the column that says where a deal came from. */
  channelColumn: string | null;
}

/**
 * How the rows of an unknown table count as deals, when they are deals: each has a day it was created on, an amount and
 * one of a few stages. `null` for any other table. Won stages are named when some known CRM calls them so.
 */
export function proposeDeals(
  columns: readonly Column[],
  rows: readonly TableRecord[],
  formats: readonly Format[],
): ProposedDeals | null {
  const cellsOf = ({ index }: Column): string[] =>
    rows.map(({ cells }) => cells[index] ?? '').filter((cell) => !isEmptyCell(cell));
  const find = (name: RegExp, fits: (cells: string[], column: Column) => boolean): Column | undefined =>
    columns.find((column) => name.test(column.header) && fits(cellsOf(column), column));
  const days = (cells: string[]): boolean => cells.length > 0 && cells.every(isDay);
  const named = find(HEADERS.created, days);
  const closed = find(HEADERS.closed, (cells, column) => column !== named && cells.every(isDay));
  const id = find(HEADERS.id, (cells) => new Set(cells).size === cells.length && cells.length === rows.length);
  // In numbered rows with a day of payment the other day is that of the enquiry, whatever it is called.
  const everyRow = (cells: string[]): boolean => cells.length === rows.length && days(cells);
  const created = named ?? (id && closed && columns.find((column) => column !== closed && everyRow(cellsOf(column))));
  const stage = find(HEADERS.stage, (cells) => cells.length > 0 && isFew(cells) && !cells.some(isNumber));
  const amount = find(HEADERS.amount, (cells) => cells.length > 0 && cells.every(isNumber));
  if (!created || !stage || !amount) return null;
  const source = find(HEADERS.source, () => true);
  const known = new Set(formats.flatMap(({ deals }) => deals?.won ?? []).map(stageKey));
  const won = [...new Set(cellsOf(stage))].filter((name) => known.has(stageKey(name)));
  return {
    deals: {
      ...(id && { id: id.header }),
      created: created.header,
      ...(closed && { closed: closed.header }),
      stage: stage.header,
      amount: amount.header,
      ...(won.length > 0 && { won }),
    },
    channelColumn: source?.header ?? null,
  };
}

function isDay(cell: string): boolean {
  return readDay(cell, 'dd/mm/yyyy') !== null || readDay(cell, 'mm/dd/yyyy') !== null;
}

function isNumber(cell: string): boolean {
  return dissect(cell) !== null;
}

function isFew(cells: readonly string[]): boolean {
  const different = new Set(cells).size;
  return different <= MOST_STAGES && (different < cells.length || cells.length <= 3);
}

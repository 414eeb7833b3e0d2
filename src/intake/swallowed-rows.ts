import type { Plan } from './plan.ts';
import { quoted, type ProblemList } from './problems.ts';
import type { TableRecord } from './record-splitter.ts';
import { isTotalRow } from './totals.ts';

/**
 * Whether a record holds whole rows inside its quotation marks: two stray marks make one cell of all that stands
 * between them. Notes of several lines are no rows: none of their lines begins a row of the table with its day.
 * @param record one of several lines
 * @param hasDay tells whether cells have a day where the table has its own
 */
export function swallowsRows(
  { cells }: TableRecord,
  { columns }: Pick<Plan, 'columns'>,
  delimiter: string,
  hasDay: (cells: string[]) => boolean,
): boolean {
  if (delimiter === '') return false;
  const lines = cells.join(delimiter).split('\n').slice(1);
  return lines.some((line) => {
    const inside = line.split(delimiter);
    return inside.length >= columns.length && (hasDay(inside) || isTotalRow(inside, columns.length));
  });
}

export function rowsInQuotes({ row, cells }: TableRecord, problems: ProblemList): void {
  const column = cells.findIndex((cell) => cell.includes('\n'));
  const lines = cells.join('\n').split('\n').length - cells.length;
  const begins = quoted(cells[column] ?? '');
  problems.error(
    'rows-in-quotes',
    { row, column: column + 1 },
    {
      found: {
        ru: `ячейка ${begins.ru}, в которую попали целые строки таблицы, переносов строки: ${lines}`,
        en: `the cell ${begins.en}, which holds whole rows of the table, line breaks: ${lines}`,
      },
      expected: {
        ru: 'кавычки вокруг одной ячейки; кавычка внутри ячейки удвоена',
        en: 'marks around one cell; a mark inside a cell is doubled',
      },
      mend: {
        ru: 'уберите лишнюю кавычку в начале или в конце этой ячейки или выгрузите файл заново',
        en: 'take away the stray mark at the beginning or the end of this cell, or export the file again',
      },
    },
  );
}

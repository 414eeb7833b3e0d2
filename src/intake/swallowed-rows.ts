import type { Plan } from './plan.ts';
import { quoted, type ProblemList } from './problems.ts';
import type { TableRecord } from './table-record.ts';
import { isTotalRow } from './totals.ts';

/**
 * Two stray quotation marks in two rows make one cell of everything between them. Such a cell holds lines that look
 * like records: with just as many delimiters as the record it stands in, or, for the two lines it begins and ends
 * in, as many together.
 */
export function swallowsRecords(cells: string[], delimiter: string): boolean {
  const between = cells.length - 1;
  return cells.some((cell) => {
    const lines = cell.split('\n');
    if (lines.length < 2) return false;
    const counts = lines.map((line) => occurrences(line, delimiter));
    const inside = counts.slice(1, -1);
    if (cells.length === 1) return inside.some((count) => count > 0);
    if (inside.length > 0 && lines.slice(1).some((line) => isRemark(line) || isFigure(line, delimiter))) return true;
    // With two columns a cell of words may look like that.
    if (cells.length === 2) return false;
    return inside.includes(between) || counts.reduce((sum, count) => sum + count, 0) === (lines.length - 1) * between;
  });
}

/** `# Start date: 20261001`: such a line stands above a table, never in a cell. */
const isRemark = (line: string): boolean => /^# [^#]/.test(line);

/** A name and a number: a row of a table of two columns. */
function isFigure(line: string, delimiter: string): boolean {
  const [name = '', figure = '', ...more] = line.split(delimiter);
  return more.length === 0 && name.trim() !== '' && /^\d[\d.,\s]*%?$/.test(figure.trim());
}

/** How often a mark of one character stands in a text. */
export function occurrences(text: string, mark: string): number {
  let count = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) count += 1;
  return count;
}

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

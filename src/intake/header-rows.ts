import type { Column } from './headers.ts';
import { isEmptyCell, readNumber } from './numbers.ts';
import { quoted, type Place, type ProblemList } from './problems.ts';
import type { TableRecord } from './table-record.ts';

const isWords = (cell: string): boolean =>
  /\p{L}/u.test(cell) && readNumber(cell, '.') === undefined && readNumber(cell, ',') === undefined;

/**
 * Whether the record, the first below the header, goes on with it: words alone, some of them where the row above has a
 * merged, and so an empty, cell. “Impressions” over “Search” and “Social” would be those of search.
 */
export function goesOnWithHeader({ cells }: TableRecord, columns: readonly Column[]): boolean {
  const said = cells.filter((cell) => !isEmptyCell(cell));
  return said.length > 1 && said.every(isWords) && cells.some((cell, at) => isWords(cell) && !columns[at]?.base);
}

export function headerInTwoRows({ row, cells }: TableRecord, problems: ProblemList): void {
  const list = (locale: 'ru' | 'en'): string =>
    cells.flatMap((cell) => (isEmptyCell(cell) ? [] : quoted(cell.trim())[locale])).join(', ');
  problems.error(
    'header-in-two-rows',
    { row },
    {
      found: { ru: `шапка в две строки, вторая: ${list('ru')}`, en: `a header of two rows, the second: ${list('en')}` },
      expected: {
        ru: 'шапка в одну строку, у каждого столбца своё название',
        en: 'a header of one row that names every column',
      },
      mend: {
        ru: 'выгрузите таблицу без объединённых заголовков или сведите обе строки шапки в одну',
        en: 'export the table without merged headers, or put both rows of the header into one',
      },
    },
  );
}

/** A column of figures in a table kept by hand that has no header at all. */
export function warnOfNameless(place: Place & { column: number }, problems: ProblemList): void {
  problems.warning('column-without-header', place, {
    found: {
      ru: `столбец ${place.column} без заголовка, а в нём числа: их никто не читает`,
      en: `column ${place.column} has figures and no header: nobody reads them`,
    },
    expected: { ru: 'название у каждого столбца с числами', en: 'a name for every column of figures' },
    mend: {
      ru: 'впишите в заголовок, что в столбце посчитано, или уберите столбец',
      en: 'write into the header what the column counts, or remove the column',
    },
  });
}

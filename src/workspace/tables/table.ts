import { parseDelimited, type TableRecord } from '../../intake/delimited.ts';
import { didYouMean, named, oneOf, quoted, type Finding } from '../findings.ts';
import { MERGE_MARK } from '../journal-damage.ts';
import { findForms, normalised, type Column, type Columns, type Forms, type RowOf } from './columns.ts';

/** A table of the workspace, read: good rows, and everything wrong with the others. */
export interface Table<R> {
  rows: R[];
  findings: Finding[];
  /** The header of each column as this file writes it, for further findings. */
  headers: Record<string, string>;
}

/**
 * Reads CSV text by its columns, found by name in any order. Delimiter, decimal mark and order of day and
 * month are told from the file as a whole, as spreadsheets of any country save it.
 */
export function readTable<C extends Columns>(text: string, columns: C): Table<RowOf<C>> {
  const { records, brokenQuotes } = parseDelimited(text);
  const findings = brokenQuotes.map(brokenQuote);
  const [header, ...body] = records;
  if (header === undefined) return { rows: [], findings: [emptyTable(columns)], headers: {} };
  const heads = readHeader(header, columns);
  findings.push(...heads.findings);
  const filled = body
    .filter((record) => record.cells.some((cell) => cell.trim() !== ''))
    .filter((record) => !isMergeMark(record) || (findings.push(mergeMark(record)), false));
  const forms = findForms(filled, heads.indexes, columns);
  const readers = columnReaders(columns, heads, forms);
  const blank = Object.fromEntries(['row', ...Object.keys(columns)].map((name): [string, unknown] => [name, null]));
  const rows: RowOf<C>[] = [];
  for (const record of filled) {
    const row = readRow(record, readers, blank, findings);
    if (record.cells.length > header.cells.length) findings.push(...extraCells(record, header));
    if (row !== null) rows.push(row as RowOf<C>);
  }
  return { rows, findings, headers: heads.names };
}

/** Two people have changed the table on two branches, and git has left it to one of them. */
const isMergeMark = ({ cells: [first = '', ...others] }: TableRecord): boolean =>
  MERGE_MARK.test(first) && others.every((cell) => cell.trim() === '');

const mergeMark = ({ row, cells }: TableRecord): Finding => ({
  ...{ code: 'merge-mark', severity: 'error', row, found: quoted(cells[0] ?? '') },
  expected: { ru: 'таблица без пометок слияния git', en: 'a table without the marks of a merge in git' },
  mend: {
    ru: 'удалите строки с пометками и оставьте нужные строки обеих сторон',
    en: 'remove the marks and keep the rows of both sides that are to stand',
  },
});

interface Heads {
  /** Column → its place in a record; columns the file does not have are absent. */
  indexes: Record<string, number>;
  /** Column → the header as written, or its own name. */
  names: Record<string, string>;
  findings: Finding[];
}

function readHeader(header: TableRecord, columns: Columns): Heads {
  const heads: Heads = { indexes: {}, names: {}, findings: [] };
  const known = Object.keys(columns);
  for (const [index, cell] of header.cells.entries()) {
    const written = cell.trim();
    const name = known.find((column) => answersTo(columns[column], column, written));
    if (written === '') continue;
    if (name === undefined) heads.findings.push(unknownColumn(written, header.row, columns));
    else if (heads.indexes[name] !== undefined) heads.findings.push(secondColumn(written, header.row));
    else [heads.indexes[name], heads.names[name]] = [index, written];
  }
  for (const name of known) {
    if (heads.indexes[name] !== undefined) continue;
    heads.names[name] = name;
    if (columns[name]?.required) heads.findings.push(missingColumn(name, columns[name], header.row));
  }
  return heads;
}

function answersTo(column: Column<unknown> | undefined, name: string, written: string): boolean {
  const wanted = normalised(written);
  return [name, ...(column?.headers ?? [])].some((header) => normalised(header) === wanted);
}

interface ColumnReader {
  name: string;
  column: Column<unknown>;
  /** Place in a record; `undefined` for a column the file does not have. */
  index: number | undefined;
  header: string | undefined;
  read: (cell: string) => ReturnType<Column<unknown>['read']>;
}

function columnReaders(columns: Columns, heads: Heads, forms: Forms): ColumnReader[] {
  return Object.entries(columns).map(([name, column]) => ({
    ...{ name, column, index: heads.indexes[name], header: heads.names[name] },
    read: readOnce(column, forms),
  }));
}

/** Days, people, states and titles come again and again in one column: what they are read as is kept in memory once. */
function readOnce(column: Column<unknown>, forms: Forms): ColumnReader['read'] {
  const known = new Map<string, ReturnType<Column<unknown>['read']>>();
  return (cell) => {
    let read = known.get(cell);
    if (read === undefined) known.set(cell, (read = column.read(cell, forms)));
    return read;
  };
}

/**
 * `null` when the row lacks anything; what is wrong with it goes into the findings.
 * @param blank a row with all columns: copies of it have one shape, and none grows while it is filled
 */
function readRow(
  record: TableRecord,
  readers: readonly ColumnReader[],
  blank: Record<string, unknown>,
  findings: Finding[],
): Record<string, unknown> | null {
  const row = { ...blank, row: record.row };
  let whole = true;
  for (const { name, column, index, header, read } of readers) {
    if (index === undefined && column.required) return null;
    const cell = index === undefined ? '' : (record.cells[index] ?? '').trim();
    if (cell === '' && column.required) {
      findings.push({ ...emptyCell(column), row: record.row, column: header });
      whole = false;
      continue;
    }
    const outcome = read(cell);
    if ('value' in outcome) (row as Record<string, unknown>)[name] = outcome.value;
    else {
      const place = { row: record.row, column: header };
      findings.push({ severity: 'error', ...place, found: quoted(cell), expected: column.expected, ...outcome });
      whole = false;
    }
  }
  return whole ? row : null;
}

const emptyCell = ({ expected }: Column<unknown>) => ({
  ...{ code: 'empty-cell', severity: 'error' as const, found: quoted(''), expected, mend: FILL_CELL },
});

const FILL_CELL = { ru: 'заполните ячейку', en: 'fill in the cell' };

function extraCells(record: TableRecord, header: TableRecord): Finding[] {
  if (record.cells.length <= header.cells.length) return [];
  const extra = record.cells.slice(header.cells.length).filter((cell) => cell.trim() !== '');
  if (extra.length === 0) return [];
  return [
    {
      code: 'extra-cells',
      severity: 'error',
      row: record.row,
      column: header.cells.length + 1,
      found: named('ячейки правее заголовка:', 'cells beyond the header:', extra.join(' | ')),
      expected: { ru: `столбцов: ${header.cells.length}`, en: `${header.cells.length} columns` },
      mend: {
        ru: 'возьмите в кавычки текст, в котором есть разделитель',
        en: 'put text that holds the delimiter in quotation marks',
      },
    },
  ];
}

function unknownColumn(written: string, row: number, columns: Columns): Finding {
  const known = Object.keys(columns);
  const every = Object.entries(columns).flatMap(([name, column]) => [name, ...column.headers]);
  return {
    code: 'unknown-column',
    severity: 'warning',
    row,
    column: written,
    found: named('столбец', 'the column', written),
    expected: oneOf(known),
    mend: didYouMean(written, every, {
      ru: 'переименуйте или удалите столбец: сейчас его никто не читает',
      en: 'rename or remove the column: nobody reads it',
    }),
  };
}

function missingColumn(name: string, column: Column<unknown>, row: number): Finding {
  const [russian = name] = column.headers;
  return {
    code: 'missing-column',
    severity: 'error',
    row,
    column: name,
    found: { ru: 'столбца нет', en: 'no such column' },
    expected: { ru: `столбец «${name}» («${russian}»)`, en: `the column “${name}”` },
    mend: { ru: 'добавьте столбец в первую строку файла', en: 'add the column to the first line of the file' },
  };
}

function secondColumn(written: string, row: number): Finding {
  return {
    code: 'duplicate-column',
    severity: 'error',
    row,
    column: written,
    found: { ru: `столбец «${written}» второй раз`, en: `the column “${written}” a second time` },
    expected: { ru: 'каждый столбец один раз', en: 'every column once' },
    mend: { ru: 'удалите или переименуйте один из двух', en: 'remove or rename one of the two' },
  };
}

function emptyTable(columns: Columns): Finding {
  const header = Object.keys(columns).join(',');
  return {
    code: 'empty-table',
    severity: 'warning',
    row: 1,
    found: { ru: 'пустой файл', en: 'an empty file' },
    expected: { ru: `первая строка: ${header}`, en: `the first line: ${header}` },
    mend: { ru: 'добавьте строки или удалите файл', en: 'add rows or remove the file' },
  };
}

function brokenQuote(row: number): Finding {
  return {
    code: 'broken-quote',
    severity: 'error',
    row,
    found: { ru: 'кавычка без пары', en: 'a quotation mark without its pair' },
    expected: {
      ru: 'ячейка в кавычках целиком или без кавычек',
      en: 'a cell wholly in quotation marks or without them',
    },
    mend: {
      ru: 'закройте кавычку; кавычку внутри такой ячейки удвойте: ""',
      en: 'close it; double a quotation mark inside such a cell: ""',
    },
  };
}

import { findForms, type Forms } from '../tables/columns.ts';
import { estimateColumnsIn, type estimateColumns, type EstimateRow } from '../tables/estimate.ts';
import { readTable } from '../tables/table.ts';
import { quoted, type Finding } from '../findings.ts';
import { placeOf } from '../json-file.ts';
import type { JsonDocument, JsonPath } from '../json-reader.ts';

type Name = keyof typeof estimateColumns;

/** Where a mistake stands in its file. */
export type Spot = Pick<Finding, 'row' | 'column'>;

/** The lines of an estimate as some file gives them. */
export interface LineSource {
  /** Relative to the workspace. */
  file: string;
  rows: EstimateRow[];
  findings: Finding[];
  /** The place of a field (`hours`) of the row with this index; of the whole, without them. */
  spot(index?: number, field?: Name): Spot;
}

/** Lines of `estimate.csv`, its amounts in the currency of the proposal. */
export function linesOfTable(file: string, text: string, currency: string | null): LineSource {
  const { rows, findings, headers } = readTable(text, estimateColumnsIn(currency));
  const spot: LineSource['spot'] = (index, field) =>
    index === undefined ? { row: 1 } : { row: rows[index]?.row, column: field && headers[field] };
  return { file, rows, findings, spot };
}

/** Lines of the frontmatter's `estimate.lines`: the cells are those of the table, so they are read by its columns. */
export function linesOfFrontmatter(
  file: string,
  lines: readonly Readonly<Record<string, string | undefined>>[],
  document: JsonDocument,
  currency: string | null,
): LineSource {
  const at: JsonPath = ['estimate', 'lines'];
  const columns = estimateColumnsIn(currency);
  const names = Object.keys(columns) as Name[];
  const records = lines.map((line, row) => ({ row, cells: names.map((name) => line[name] ?? '') }));
  const forms = findForms(records, Object.fromEntries(names.map((name, index) => [name, index])), columns);
  /** Places in the list of the rows that could be read. */
  const places: number[] = [];
  const spotOf = (place: number, field?: Name): Spot =>
    placeOf(document, [...at, place, ...(field === undefined ? [] : [field])]);
  const spot: LineSource['spot'] = (index, field) =>
    index === undefined ? placeOf(document, at) : spotOf(places[index] ?? index, field);
  const source: LineSource = { file, rows: [], findings: [], spot };
  lines.forEach((line, place) => {
    const row: Record<string, unknown> = { row: spotOf(place).row };
    const findings: Finding[] = [];
    for (const name of names) {
      const read = readField(name, columns[name], (line[name] ?? '').trim(), forms);
      if ('value' in read) row[name] = read.value;
      else findings.push({ severity: 'error', ...spotOf(place, name), ...read });
    }
    source.findings.push(...findings);
    // As in a table: of a row with a cell that cannot be read, the others would only be misjudged.
    if (findings.length > 0) return;
    places.push(place);
    source.rows.push(row as EstimateRow);
  });
  return source;
}

function readField(
  name: Name,
  { read, required, expected }: (typeof estimateColumns)[Name],
  cell: string,
  forms: Forms,
): { value: unknown } | Pick<Finding, 'code' | 'found' | 'expected' | 'mend'> {
  const told = { found: quoted(cell), expected };
  const FILL = { ru: `добавьте поле ${name}`, en: `add the field ${name}` };
  if (cell === '' && required) return { code: 'empty-cell', ...told, mend: FILL };
  const result = read(cell, forms);
  return 'value' in result ? result : { ...told, ...result };
}

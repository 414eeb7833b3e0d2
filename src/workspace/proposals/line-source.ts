import { findForms, type Forms } from '../tables/columns.ts';
import { estimateColumns, type EstimateRow } from '../tables/estimate.ts';
import { readTable } from '../tables/table.ts';
import { quoted, type Finding } from '../findings.ts';
import { placeOf } from '../json-file.ts';
import type { JsonDocument, JsonPath } from '../json-reader.ts';

/** Where a mistake stands in its file. */
export type Spot = Pick<Finding, 'row' | 'column'>;

/** The lines of an estimate as some file gives them. */
export interface LineSource {
  /** Relative to the workspace. */
  file: string;
  rows: EstimateRow[];
  findings: Finding[];
  /** The place of a field (`hours`) of the row with this index; of the whole, without them. */
  spot(index?: number, field?: keyof typeof estimateColumns): Spot;
}

/** Lines of `estimate.csv`. */
export function linesOfTable(file: string, text: string): LineSource {
  const { rows, findings, headers } = readTable(text, estimateColumns);
  const spot: LineSource['spot'] = (index, field) =>
    index === undefined ? { row: 1 } : { row: rows[index]?.row, column: field && headers[field] };
  return { file, rows, findings, spot };
}

/** Lines of the frontmatter's `estimate.lines`: the cells are those of the table, so they are read by its columns. */
export function linesOfFrontmatter(
  file: string,
  lines: readonly Readonly<Record<string, string | undefined>>[],
  document: JsonDocument,
): LineSource {
  const at: JsonPath = ['estimate', 'lines'];
  const names = Object.keys(estimateColumns) as (keyof typeof estimateColumns)[];
  const records = lines.map((line, row) => ({ row, cells: names.map((name) => line[name] ?? '') }));
  const forms = findForms(records, Object.fromEntries(names.map((name, index) => [name, index])), estimateColumns);
  const source: LineSource = {
    file,
    rows: [],
    findings: [],
    spot: (index, field) => {
      if (index === undefined) return placeOf(document, at);
      return placeOf(document, [...at, index, ...(field === undefined ? [] : [field])]);
    },
  };
  lines.forEach((line, index) => {
    const row: Record<string, unknown> = { row: source.spot(index).row };
    for (const name of names) {
      const read = readField(name, (line[name] ?? '').trim(), forms);
      if ('value' in read) row[name] = read.value;
      else source.findings.push({ severity: 'error', ...source.spot(index, name), ...read });
    }
    source.rows.push(row as EstimateRow);
  });
  return source;
}

function readField(
  name: keyof typeof estimateColumns,
  cell: string,
  forms: Forms,
): { value: unknown } | Pick<Finding, 'code' | 'found' | 'expected' | 'mend'> {
  const { read, required, expected } = estimateColumns[name];
  const told = { found: quoted(cell), expected };
  const FILL = { ru: `добавьте поле ${name}`, en: `add the field ${name}` };
  if (cell === '' && required) return { code: 'empty-cell', ...told, mend: FILL };
  const result = read(cell, forms);
  return 'value' in result ? result : { ...told, ...result };
}

import { KeptRows } from '../../intake/row-index.ts';
import type { FactRows, FactSeries, IntakeFile } from '../../types/intake.ts';

/** A file as it is kept: its columns as lists of numbers, rows that several series share once. */
export type PackedFile = Omit<IntakeFile, 'rowsOnDay' | 'series' | 'identity'> & {
  rowsOnDay: number[];
  shared: Record<keyof FactRows, number[]>[];
  series: (Omit<FactSeries, 'rows' | 'units' | 'long'> & {
    rows: number;
    units: (number | null)[];
    long: [number, string][];
  })[];
  identity: { sample: number | null; keys: Readonly<Record<string, readonly string[]>> };
};

export function packFile({ identity, rowsOnDay, series, ...file }: IntakeFile): PackedFile {
  const rows = [...new Set(series.map((each) => each.rows))];
  return {
    ...file,
    rowsOnDay: [...rowsOnDay],
    shared: rows.map(({ at, count, first, last }) => ({
      at: [...at],
      count: [...count],
      first: [...first],
      last: [...last],
    })),
    series: series.map((each) => ({
      ...each,
      rows: rows.indexOf(each.rows),
      units: Array.from(each.units, (units) => (Number.isNaN(units) ? null : units)),
      long: [...each.long],
    })),
    identity: { sample: identity.sample, keys: identity.keys() },
  };
}

export function unpackFile({ identity, rowsOnDay, shared, series, ...file }: PackedFile): IntakeFile {
  const rows = shared.map(({ at, count, first, last }): FactRows => ({
    ...{ at: Int32Array.from(at), count: Int32Array.from(count) },
    ...{ first: Int32Array.from(first), last: Int32Array.from(last) },
  }));
  return {
    ...file,
    rowsOnDay: Int32Array.from(rowsOnDay),
    series: series.map((each) => ({
      ...each,
      rows: rows[each.rows]!,
      units: Float64Array.from(each.units, (units) => units ?? NaN),
      long: new Map(each.long),
    })),
    identity: new KeptRows(identity.keys, identity.sample),
  };
}

import { describe, expect, it } from 'vitest';
import { findOverlaps } from '../../src/figures/overlaps.ts';
import { FactStore } from '../../src/intake/fact-store.ts';
import { shortHash } from '../../src/intake/row-identity.ts';
import type { IntakeFile } from '../../src/types/intake.ts';
import { clientWith, fileOf } from './samples.ts';

const DAY = '2026-10-01';

/** A file of rows `name → clicks`, of one day, as intake would hand it over. */
function fileWith(name: string, rows: readonly (readonly [string, number])[]): IntakeFile {
  const store = new FactStore();
  rows.forEach(([about, clicks], index) => {
    store.add(DAY, 'ads', 'clicks', String(clicks), index + 2);
    store.countRow(DAY, `${shortHash(about)}:${shortHash(String(clicks))}`);
  });
  return fileOf(name, [], { feeds: ['clicks'], ...store.facts(), identity: store.identity() });
}

const rows = (from: number, to: number, clicks = 1): [string, number][] =>
  Array.from({ length: to - from }, (_, index) => [`keyword ${from + index}`, clicks]);

const overlap = (...files: IntakeFile[]): { skipped: string[]; errors: string[] } => {
  const found = findOverlaps(clientWith(), files);
  return {
    skipped: [...found.skipped.keys()].map((file) => file.file.split('/').at(-1)!),
    errors: found.errors.map((problem) => problem.code),
  };
};

describe('a file too long to keep all its rows', () => {
  const large = fileWith('large.csv', rows(0, 120_000));

  it('keeps a hundred keys of a day, whatever the order of its rows', () => {
    expect(large.identity.sample).toBe(100);
    expect(large.identity.keys()[DAY]).toHaveLength(100);
    expect(fileWith('other.csv', rows(0, 120_000).reverse()).identity.keys()).toEqual(large.identity.keys());
  });

  it('is counted once beside the same rows in another order', () => {
    expect(overlap(large, fileWith('again.csv', rows(0, 120_000).reverse()))).toEqual({
      ...{ skipped: ['again.csv'], errors: [] },
    });
  });

  it('stands apart from a file of other rows, large or small', () => {
    expect(overlap(large, fileWith('b.csv', rows(200_000, 320_000)))).toEqual({ skipped: [], errors: [] });
    expect(overlap(large, fileWith('b.csv', rows(200_000, 200_500)))).toEqual({ skipped: [], errors: [] });
  });

  it('is refused beside a file that repeats a part of it or gives other figures for it', () => {
    for (const other of [rows(60_000, 180_000), rows(0, 60_000), rows(0, 119_999), rows(0, 120_000, 2)]) {
      const { skipped, errors } = overlap(large, fileWith('b.csv', other));
      expect([skipped.length, errors.length]).toEqual([0, 1]);
    }
  });
});

it('ten thousand files of a day each are compared in no time', () => {
  const files = Array.from({ length: 10_000 }, (_, index) => {
    const day = new Date(Date.UTC(2000, 0, 1 + index)).toISOString().slice(0, 10);
    return fileOf(`${day}.csv`, [{ date: day, channel: 'ads', values: { clicks: '1' } }]);
  });
  const started = performance.now();
  expect(findOverlaps(clientWith(), files).errors).toEqual([]);
  expect(performance.now() - started).toBeLessThan(2000);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inShard, parseShard } from '../../src/press/shards/shard.ts';

describe('a part of a build', () => {
  it.each(['0/2', '3/2', '2', 'a/b', '1/0', '-1/2', '1/2/3', '01/2', '1/99999', ' 1/2'])('“%s” is none', (text) => {
    expect(parseShard(text)).toBeNull();
  });

  it.each([
    ['1/1', 1, 1],
    ['2/3', 2, 3],
    ['10000/10000', 10_000, 10_000],
  ])('“%s” is read', (text, index, count) => {
    expect(parseShard(text)).toEqual({ index, count });
  });

  it('shares every document with no other part, and all parts together have them all', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 40 }), (unit, count) => {
        const parts = Array.from({ length: count }, (_, i) => ({ index: i + 1, count }));
        expect(parts.filter((shard) => inShard(shard, unit))).toHaveLength(1);
        expect(inShard(null, unit)).toBe(true);
      }),
    );
  });

  it('has about as many documents as any other', () => {
    const units = Array.from({ length: 5_000 }, (_, i) => `reports/client-${i}`);
    for (let index = 1; index <= 8; index++) {
      const size = units.filter((unit) => inShard({ index, count: 8 }, unit)).length;
      expect(Math.abs(size - 625)).toBeLessThan(100);
    }
  });

  it('keeps a client from build to build and from machine to machine', () => {
    expect([1, 2, 3].map((index) => inShard({ index, count: 3 }, 'reports/alder'))).toEqual([false, true, false]);
  });
});

import { expect, it } from 'vitest';
import { spread } from '../../src/estimate/spread.ts';

it('a unit left over goes to who lost most, then to the larger weight, then by order, then by position', () => {
  expect(spread(10n, [1n, 2n])).toEqual([3n, 7n]);
  expect(spread(1n, [1n, 3n])).toEqual([0n, 1n]);
  // Both lose a half.
  expect(spread(5n, [3n, 7n])).toEqual([1n, 4n]);
  expect(spread(1n, [1n, 1n])).toEqual([1n, 0n]);
  expect(spread(1n, [1n, 1n], ['b', 'a'])).toEqual([0n, 1n]);
  expect(spread(1n, [1n, 1n], ['a', 'b'])).toEqual([1n, 0n]);
  expect(spread(2n, [1n, 1n, 1n], ['c', 'a', 'b'])).toEqual([0n, 1n, 1n]);
});

import { expect, it } from 'vitest';
import { printOf } from '../../src/press/seal/figures/prints.ts';
import { figuresOf } from '../../src/press/seal/figures/figure-proof.ts';

/** What an owner is known by, of a promise with these values. */
function known(value: unknown): { tells: (number: string) => boolean; count: number } {
  const { telling } = figuresOf([{ bytes: Buffer.from(JSON.stringify(value)), hash: '', value }]).prints;
  const firsts = [...telling].filter((_, at) => at % 3 === 0);
  return { tells: (number) => firsts.includes(printOf(number).one >>> 0), count: firsts.length };
}

it('an owner is known by figures of six telling digits and more', () => {
  const { tells, count } = known({
    cost: { value: '123456' },
    clicks: { value: '12345' },
    leads: { value: '1234500' },
  });
  expect([tells('123456'), count]).toEqual([true, 1]);
});

it('by a figure as pages show it too: to the hundredth and to the whole unit', () => {
  const { tells, count } = known({ channels: [{ cpc: '1234567.89512' }] });
  expect(['1234567.89512', '1234567.9', '1234568'].map(tells)).toEqual([true, true, true]);
  expect(count).toBe(3);
});

it('but not by days, names and hashes, nor by fractions anybody may have', () => {
  expect(
    known({ days: [{ cost: '123456' }], asOf: '20261104', sources: ['987654321'], rate: '0.1666666667' }).count,
  ).toBe(0);
});

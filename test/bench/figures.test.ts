import { describe, expect, it } from 'vitest';
import { figuresOf, tableOf, type Reading } from '../../bench/figures.ts';
import { touched } from '../../bench/outputs.ts';

const seconds = (value: number | null, goal?: Reading['goal']): Reading => ({
  what: 'a build',
  unit: 's',
  value,
  goal,
});
const over = (...values: [clients: number, reading: Reading][]) =>
  figuresOf(new Map(values.map(([clients, reading]) => [clients, [reading]])))[0]!;

describe('figures of the bench', () => {
  it('grow by the power of n between the two largest sizes, whatever order they came in', () => {
    expect(over([1000, seconds(20)], [10, seconds(1)], [100, seconds(2)]).growth).toBeCloseTo(1);
    expect(over([100, seconds(3)], [1000, seconds(3)]).growth).toBeCloseTo(0);
    expect(over([100, seconds(3)]).growth).toBeNull();
    expect(over([100, seconds(3)], [1000, seconds(null)]).growth).toBeNull();
  });

  it('are judged by the size the goal was set for, else by the largest one, and that is said', () => {
    const goal = { is: 'at most', value: 4, of: 100 } as const;
    const all = over([10, seconds(9, goal)], [100, seconds(4, goal)], [1000, seconds(9, goal)]);
    expect(all).toMatchObject({ met: true, judgedBy: 100 });
    const others = over([10, seconds(1, goal)], [50, seconds(9, goal)]);
    expect(others).toMatchObject({ met: false, judgedBy: 50 });
    expect(tableOf([others], [10, 50])).toMatch(/n\^1\.37 +≤ 4 s +NO \(goal of 100\)$/);
  });

  it('of which at least so much is wanted are met by more', () => {
    const goal = { is: 'at least', value: 5 } as const;
    expect(over([10, seconds(5.1, goal)]).met).toBe(true);
    expect(over([10, seconds(4.9, goal)]).met).toBe(false);
  });

  it('that must be flat are known to be so with two sizes only', () => {
    const flat = (value: number): Reading => ({ what: 'memory', unit: 'MB', value, flat: true });
    expect(over([100, flat(500)]).met).toBeNull();
    expect(over([100, flat(500)], [1000, flat(600)]).met).toBe(true);
    expect(over([100, flat(500)], [1000, flat(700)]).met).toBe(false);
  });

  it('that could not be measured are told as such, never as met', () => {
    const goal = { is: 'at least', value: 2 } as const;
    const figure = over([10, seconds(null, goal)]);
    expect(figure.met).toBeNull();
    expect(tableOf([figure], [10])).toMatch(/– +≥ 2 s +\?$/);
  });
});

describe('files a build has touched', () => {
  it('are those that came, went, or were written again', () => {
    const before = new Map([
      ['kept', '1'],
      ['gone', '1'],
      ['written', '1'],
    ]);
    const after = new Map([
      ['kept', '1'],
      ['written', '2'],
      ['new', '1'],
    ]);
    expect(touched(before, after).sort()).toEqual(['gone', 'new', 'written']);
  });
});

import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisLabels } from '../../src/charts/axis-labels.ts';
import { axisUnit } from '../../src/charts/axis-unit.ts';
import { placeFlags } from '../../src/charts/event-flags.ts';
import { groupSmall, MOST_PARTS, OTHERS } from '../../src/charts/group-small.ts';
import { loadFontMetrics } from '../../src/charts/load-fonts.ts';
import { spread } from '../../src/charts/spread.ts';
import { fitText, wrapText } from '../../src/charts/text-fit.ts';
import { roundSteps } from '../../src/charts/value-scale.ts';
import { days, formats, months } from './examples.ts';

const fonts = loadFontMetrics('inter');
const measure = (text: string): number => fonts.width(text, 11, 400);

describe('labels spread along an edge', () => {
  const items = fc.array(
    fc.record({
      wanted: fc.double({ min: -50, max: 350, noNaN: true }),
      size: fc.double({ min: 5, max: 30, noNaN: true }),
    }),
    { minLength: 1, maxLength: 9 },
  );

  it('never overlap, never leave the range and keep their order', () => {
    fc.assert(
      fc.property(items, (all) => {
        const centres = spread(all, 0, 280)!;
        const boxes = all
          .map(({ wanted, size }, i) => ({ wanted, low: centres[i]! - size / 2, high: centres[i]! + size / 2, i }))
          .sort((a, b) => a.wanted - b.wanted || a.i - b.i);
        expect(boxes[0]!.low).toBeGreaterThanOrEqual(-1e-6);
        expect(boxes.at(-1)!.high).toBeLessThanOrEqual(280 + 1e-6);
        for (let i = 1; i < boxes.length; i++) expect(boxes[i]!.low).toBeGreaterThanOrEqual(boxes[i - 1]!.high - 1e-6);
      }),
    );
  });

  it('stay where they want to be when nothing is in the way', () => {
    expect(
      spread(
        [
          { wanted: 20, size: 10 },
          { wanted: 60, size: 10 },
        ],
        0,
        100,
      ),
    ).toEqual([20, 60]);
  });

  it('say so when they do not fit', () => {
    expect(
      spread(
        [
          { wanted: 1, size: 60 },
          { wanted: 2, size: 60 },
        ],
        0,
        100,
      ),
    ).toBeNull();
  });
});

describe('event flags', () => {
  const room = {
    ...{ left: 30, right: 600, taken: 0, width: 680, maxLanes: 3, longest: 180, size: 11 },
    measure: (text: string, size: number) => fonts.width(text, size, 400),
    more: (count: number) => `and ${count} more`,
  };
  const events = fc.array(
    fc.record({ x: fc.integer({ min: 30, max: 600 }), title: fc.string({ minLength: 1, maxLength: 40 }) }),
    { minLength: 1, maxLength: 60 },
  );

  it('never overlap, neither titles nor numbers, and no title is crossed by a mark above it', () => {
    fc.assert(
      fc.property(events, (all) => {
        const placed = placeFlags(all, room);
        if (placed.kind === 'numbers') {
          const at = placed.flags.map((flag) => flag.at);
          for (let i = 1; i < at.length; i++) expect(at[i]! - at[i - 1]!).toBeGreaterThanOrEqual(15);
          return;
        }
        const boxes = placed.flags.map((flag) => ({ ...flag, right: flag.left + measure(flag.text) }));
        for (const a of boxes) {
          expect(a.left).toBeGreaterThanOrEqual(room.left);
          for (const b of boxes) {
            if (a === b) continue;
            if (a.lane === b.lane) expect(a.right < b.left || b.right < a.left).toBe(true);
            if (a.lane > b.lane) expect(a.x < b.left || a.x > b.right).toBe(true);
          }
        }
      }),
    );
  });

  it('lose no event: every one has a flag or is counted', () => {
    const many = Array.from({ length: 90 }, (_, i) => ({ x: 30 + i * 6, title: `Event ${i}` }));
    const placed = placeFlags(many, room);
    if (placed.kind !== 'numbers') throw new Error('ninety titles cannot fit');
    expect(placed.key.at(-1)).toContain(`and ${90 - placed.flags.length} more`);
  });
});

describe('axis labels', () => {
  it.each([
    ['day', days],
    ['month', months],
    ['day', Array.from({ length: 400 }, (_, i) => new Date(Date.UTC(2025, 8, 1 + i)).toISOString().slice(0, 10))],
  ] as const)('by %s never touch at any width', (kind, labels) => {
    for (const width of [200, 300, 450, 600]) {
      const pitch = width / (labels.length - 1);
      const shown = axisLabels({ labels: [...labels], kind, locale: 'ru', pitch, measure });
      let end = -Infinity;
      shown.forEach((lines, i) => {
        if (!lines) return;
        const half = Math.max(...lines.map(measure)) / 2;
        expect(i * pitch - half).toBeGreaterThan(end);
        end = i * pitch + half;
      });
    }
  });

  it('name the last month and the year where it changes', () => {
    const shown = axisLabels({ labels: months, kind: 'month', locale: 'en', pitch: 20, measure });
    expect(shown.at(-1)).toEqual(['Oct']);
    expect(shown.flatMap((lines) => lines?.[1] ?? [])).toEqual(['2024', '2025', '2026']);
  });
});

describe('the value axis', () => {
  it('holds every value and zero, in few round steps', () => {
    const value = fc.double({ min: -1e13, max: 1e13, noNaN: true });
    fc.assert(
      fc.property(value, value, (a, b) => {
        fc.pre(Math.max(Math.abs(a), Math.abs(b)) > 1e-6);
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const steps = roundSteps(low, high, 5, false);
        expect(steps.min).toBeLessThanOrEqual(low + (high - low + 1e-6) * 1e-8);
        expect(steps.max).toBeGreaterThanOrEqual(high - (high - low + 1e-6) * 1e-8);
        expect(steps.values).toContain(0);
        expect(steps.values.length).toBeLessThanOrEqual(8);
      }),
    );
  });

  it('counts whole things in whole steps', () => {
    expect(roundSteps(0, 3, 5, true).values).toEqual([0, 1, 2, 3]);
  });

  it('has no steps over a range too small for any', () => {
    expect(roundSteps(0, 5e-324, 5, false).values).toEqual([0]);
  });

  it('prints the unit once, in one magnitude', () => {
    const { money, count, percent } = formats('ru');
    expect(axisUnit(money, roundSteps(0, 1_650_000, 5, false))).toEqual({
      caption: 'млн\u00a0₽',
      labels: ['0', '0,5', '1,0', '1,5', '2,0'],
    });
    expect(axisUnit(count, roundSteps(0, 900, 5, true)).caption).toBe('');
    expect(axisUnit(percent, roundSteps(0, 0.042, 5, false))).toMatchObject({
      caption: '%',
      labels: ['0', '1', '2', '3', '4', '5'],
    });
    expect(axisUnit(formats('en').money, roundSteps(0, 4e9, 5, false)).caption).toBe('$\u00a0billion');
    expect(axisUnit({ ...count, unit: 'seconds' }, roundSteps(0, 240, 5, true)).caption).toBe('мин');
  });
});

describe('small parts', () => {
  it('become one exact sum, beyond the most that can be told apart', () => {
    // Few cents too: however small, a part is told by its name while there are few.
    const amount = fc.oneof(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 100_000_000_00 }));
    const cents = amount.map((value) => (value / 100).toFixed(2));
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 15 }), (values) => {
        const parts = values.map((exact, i) => ({ id: `p${i}`, name: `P${i}`, value: Number(exact), exact }));
        const grouped = groupSmall(parts, 'Others');
        expect(grouped.length).toBeLessThanOrEqual(MOST_PARTS);
        const sum = (all: { exact: string | null }[]): string =>
          all.reduce((total, part) => total.plus(part.exact ?? 0), new Big(0)).toFixed(2);
        expect(sum(grouped)).toBe(sum(parts));
        expect(grouped.some((part) => part.id === OTHERS)).toBe(parts.length > MOST_PARTS);
      }),
    );
  });
});

describe('text that must fit', () => {
  it('is never wider than its room, however long', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.integer({ min: 20, max: 200 }), (text, width) => {
        expect(measure(fitText(text, width, measure))).toBeLessThanOrEqual(width);
        for (const line of wrapText(text, width, 2, measure)) expect(measure(line)).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('keeps a dash at the end of a line, not at the beginning of the next', () => {
    expect(wrapText('Яндекс Директ — поиск', 100, 2, measure)).toEqual(['Яндекс Директ\u00a0—', 'поиск']);
  });
});

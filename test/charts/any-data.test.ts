import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawChart } from '../../src/charts/draw.ts';
import { loadFontMetrics } from '../../src/charts/load-fonts.ts';
import type { ChartSeries, ChartSpec } from '../../src/charts/types.ts';
import { days, formats, months } from './examples.ts';
import { overlaps, textBoxes } from './text-boxes.ts';
import { themeOf } from './theme.ts';

const fonts = loadFontMetrics('inter');
const theme = themeOf(fonts);

const word = fc.stringMatching(/^[А-Яа-яA-Za-z]{1,14}$/);
const name = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
const value = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 5000 }) },
  { weight: 1, arbitrary: fc.constantFrom(null, 0, 3_400_000_000, 0.004) },
  { weight: 1, arbitrary: fc.integer({ min: -900, max: -1 }) },
);

const labelled = (kind: 'line' | 'bar' | 'stacked-bar'): fc.Arbitrary<ChartSpec> =>
  fc
    .record({
      locale: fc.constantFrom('ru' as const, 'en' as const),
      unit: fc.constantFrom('count' as const, 'money' as const, 'percent' as const),
      size: fc.constantFrom('wide' as const, 'narrow' as const),
      labelKind: fc.constantFrom('day' as const, 'month' as const, ...(kind === 'line' ? [] : (['text'] as const))),
      count: fc.integer({ min: 1, max: 26 }),
      names: fc.array(name, { minLength: 1, maxLength: kind === 'bar' ? 2 : 14 }),
      rows: fc.array(name, { minLength: 26, maxLength: 26 }),
      events: fc.array(fc.record({ date: fc.constantFrom(...days), title: name }), { maxLength: 5 }),
      target: fc.option(fc.integer({ min: 1, max: 6000 }), { nil: undefined }),
    })
    .chain(({ names, count, labelKind, locale, unit, rows, target, ...rest }) =>
      fc
        .array(fc.array(value, { minLength: count, maxLength: count }), {
          minLength: names.length,
          maxLength: names.length,
        })
        .map((values) => {
          const labels = { day: days, month: months, text: rows }[labelKind].slice(-count);
          const series = names.map((one, i): ChartSeries => ({ id: `s${i}`, name: one, values: values[i]! }));
          const format = formats(locale)[unit];
          const goal = kind === 'line' && target ? { target: { value: target } } : {};
          return {
            id: 'any',
            title: 'T',
            description: 'D',
            kind,
            labels,
            labelKind,
            series,
            format,
            ...goal,
            ...rest,
          } as ChartSpec;
        }),
    );

describe.each(['line', 'bar', 'stacked-bar'] as const)('a %s chart of any data', (kind) => {
  it('is drawn inside its frame without text over text', () => {
    fc.assert(
      fc.property(labelled(kind), (spec) => {
        const { svg } = drawChart(spec, theme);
        const width = spec.size === 'narrow' ? 358 : 680;
        const boxes = textBoxes(svg, fonts);
        expect(overlaps(boxes)).toEqual([]);
        expect(boxes.filter((box) => box.left < -0.5 || box.right > width + 0.5 || box.top < -0.5)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a doughnut of any data', () => {
  it('is drawn inside its frame without text over text', () => {
    const parts = fc.array(fc.record({ name, value: fc.integer({ min: 0, max: 100_000 }) }), {
      minLength: 1,
      maxLength: 14,
    });
    fc.assert(
      fc.property(parts, fc.constantFrom('wide' as const, 'narrow' as const), (all, size) => {
        const own = all.map((part, i) => ({ id: `p${i}`, ...part }));
        const spec: ChartSpec = {
          id: 'any',
          title: 'T',
          description: 'D',
          kind: 'doughnut',
          size,
          format: formats('ru').money,
          parts: own,
        };
        const boxes = textBoxes(drawChart(spec, theme).svg, fonts);
        expect(overlaps(boxes)).toEqual([]);
        expect(boxes.filter((box) => box.left < -0.5 || box.right > (size === 'narrow' ? 358 : 680) + 0.5)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

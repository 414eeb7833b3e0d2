import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawChart } from '../../src/charts/draw.ts';
import type { TextMark } from '../../src/charts/plot-types.ts';
import { loadFontMetrics } from '../../src/charts/load-fonts.ts';
import { doughnut, labelled } from './any-spec.ts';
import { barBoxes, overlaps, textBoxes, touch } from './text-boxes.ts';
import { themeOf } from './theme.ts';

const fonts = loadFontMetrics('inter');
const theme = themeOf(fonts);

describe.each([
  ['line', labelled('line')],
  ['bar', labelled('bar')],
  ['stacked-bar', labelled('stacked-bar')],
  ['doughnut', doughnut],
] as const)('a %s chart of any data', (_kind, specs) => {
  it('is drawn inside its frame without text over text', () => {
    fc.assert(
      fc.property(specs, (spec) => {
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

describe.each(['bar', 'stacked-bar'] as const)('a %s chart of any data over time', (kind) => {
  const overTime = labelled(kind).filter((spec) => 'labelKind' in spec && spec.labelKind !== 'text');

  it('has no text on its bars', () => {
    fc.assert(
      fc.property(overTime, (spec) => {
        const { svg } = drawChart(spec, theme);
        const bars = barBoxes(svg);
        const covered = textBoxes(svg, fonts).filter((text) => bars.some((bar) => touch(text, bar)));
        expect(covered).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('has no line of an event through its value', () => {
    fc.assert(
      fc.property(overTime, (spec) => {
        const plot = drawChart(spec, theme).browserConfig;
        fc.pre(plot !== null);
        const values = plot!.over.filter((mark) => mark.kind === 'text' && mark.bold && mark.align === 'center');
        const stems = plot!.under.flatMap((mark) => (mark.kind === 'line' ? [mark.points.at(-1)!] : []));
        for (const value of values as TextMark[]) {
          // Numbers of events stand on their lines.
          if (value.size !== plot!.fontSize) continue;
          const half = fonts.width(value.text, value.size, 600) / 2;
          // One that hangs beneath the plot is beneath the ends of all lines.
          const top = value.y - value.size / 2;
          expect(stems.filter(([x, bottom]) => Math.abs(x - value.x) < half && bottom > top)).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });
});

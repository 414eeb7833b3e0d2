import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawChart } from '../../src/charts/draw.ts';
import { loadFontMetrics } from '../../src/charts/load-fonts.ts';
import { paintPlot } from '../../src/charts/painting/paint.ts';
import { RecordingContext, type Drawn } from '../../src/charts/recording-context.ts';
import type { ChartSpec } from '../../src/charts/types.ts';
import { doughnut, labelled, planFact, sparkline, waterfall } from './any-spec.ts';
import { examples } from './examples.ts';
import { themeOf } from './theme.ts';
import { wholeChart } from './whole-chart.ts';

const fonts = loadFontMetrics('inter');

/** Drawn at build by elements of Chart.js, and by a whole chart of the configuration the browser gets. */
function bothWays(spec: ChartSpec): { build: Drawn[]; whole: Drawn[] } | null {
  const plot = drawChart(spec, themeOf(fonts)).browserConfig;
  if (!plot) return null;
  const build = new RecordingContext(plot.width, plot.height, fonts);
  paintPlot(build, plot);
  const { chart, context } = wholeChart(plot, fonts);
  const whole = context.drawn;
  chart.destroy();
  return { build: build.drawn, whole };
}

describe('the drawing at build is the one a whole Chart.js chart makes', () => {
  const specs = (['ru', 'en'] as const).flatMap((locale) =>
    examples(locale).flatMap((spec) => (['wide', 'narrow'] as const).map((size) => ({ ...spec, size }))),
  );

  it('in every example', () => {
    const drawn = specs.flatMap((spec) => bothWays(spec) ?? []);
    expect(drawn.length).toBeGreaterThan(80);
    for (const { build, whole } of drawn) expect(build).toEqual(whole);
  });

  it.each([
    ['lines', labelled('line')],
    ['bars', labelled('bar')],
    ['stacked bars', labelled('stacked-bar')],
    ['plan and fact', planFact],
    ['sparklines', sparkline],
    ['doughnuts', doughnut],
    ['waterfalls', waterfall],
  ] as const)('in %s of any data', (_kind, any) => {
    fc.assert(
      fc.property(any, (spec) => {
        const drawn = bothWays(spec);
        fc.pre(drawn !== null);
        expect(drawn!.build).toEqual(drawn!.whole);
      }),
      { numRuns: 60 },
    );
  });
});

import { sheetOf } from '../src/charts/sheet.ts';
import { tableOf } from '../src/charts/table.ts';
import type { ChartSpec, ChartTheme, DrawnChart } from '../src/charts/types.ts';

/**
 * Stands in for `src/charts/draw.ts` where the bench asks what a build costs without charts: nothing is drawn, the
 * tables beside the charts stay, made when asked for as they are there. `astro.config.mjs` puts it in place when `ACCOUNTPRESS_BENCH_DRAWING` names it.
 */
export function drawChart(spec: ChartSpec, theme: ChartTheme): DrawnChart {
  return {
    ...{ svg: '', browserConfig: null },
    get table() {
      return tableOf(spec, sheetOf(spec, theme));
    },
  };
}

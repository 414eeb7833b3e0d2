import Big from 'big.js';
import { colourOf, exactOf, shortText, type Sheet } from '../sheet.ts';
import { columnsPlot } from './columns.ts';
import type { BarSeries } from './columns-input.ts';
import { rowsPlot } from './rows.ts';
import type { AxesPlot } from '../plot-types.ts';
import type { PlanFactSpec } from '../types.ts';

/** Fact as bars, plan as a thin mark on each. */
export function planFactPlot(spec: PlanFactSpec, sheet: Sheet): AxesPlot | null {
  const { fact, plan } = spec;
  if (![...fact.values, ...plan.values].some((value) => value !== null)) return null;
  const bars: BarSeries[] = [
    { series: fact, colour: colourOf(sheet, fact.id, 0), mark: false },
    { series: plan, colour: sheet.theme.ink, mark: true },
  ];
  if (spec.labelKind === 'text') {
    const notes = spec.labels.map((_, row) => note(exactOf(fact)[row] ?? null, exactOf(plan)[row] ?? null, sheet));
    return rowsPlot({ labels: spec.labels, bars, stacked: false, notes }, sheet);
  }
  return columnsPlot(
    { labels: spec.labels, labelKind: spec.labelKind, bars, stacked: false, ends: [], events: [], lastValue: null },
    sheet,
  );
}

/** «412» over «план 400 · 103 %». */
function note(fact: string | null, plan: string | null, sheet: Sheet): { main: string; second: string } {
  const main = shortText(sheet, fact);
  if (plan === null) return { main, second: '' };
  const second = sheet.more.planIs(shortText(sheet, plan));
  if (fact === null || new Big(plan).eq(0)) return { main, second };
  return { main, second: `${second} · ${sheet.say.percent(new Big(fact).div(plan).toFixed(4), 0)}` };
}

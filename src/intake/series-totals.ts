import type { FactSeries } from '../types/intake.ts';
import { DecimalSum, decimalText, SAFE } from './decimal-sum.ts';

/** The exact sum of a metric over all days and channels; `null` when nothing has a value. */
export function totalOf(series: readonly FactSeries[], metric: string): string | null {
  const sum = new DecimalSum();
  for (const each of series) if (each.metric === metric) addSeries(sum, each);
  return sum.count === 0 ? null : sum.toString();
}

function addSeries(sum: DecimalSum, { units, scale, long }: FactSeries): void {
  let running = 0;
  for (const each of units) {
    if (Number.isNaN(each)) continue;
    if (Math.abs(running + each) >= SAFE) {
      sum.add(decimalText(running, scale));
      running = 0;
    }
    running += each;
  }
  if (units.length > 0) sum.add(decimalText(running, scale));
  for (const text of long.values()) sum.add(text);
}

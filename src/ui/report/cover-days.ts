import type { FiguresFile } from '../../types/figures.ts';

/** Most bars a cover carries; of longer periods each is the mean of some days. */
const MOST = 92;

/** Heights 0–100 of the metric's days, for the cover's skyline; empty when nothing is above zero. */
export function coverDays(days: FiguresFile['days'], metric: string): number[] {
  const values = days.map((day) => Math.max(0, Number(day[metric] ?? 0)));
  const step = Math.max(1, Math.ceil(values.length / MOST));
  const bars: number[] = [];
  for (let i = 0; i < values.length; i += step) {
    // The last one may have fewer days: their sum would pass for a fall, and sums of a ratio say nothing.
    const some = values.slice(i, i + step);
    bars.push(some.reduce((sum, value) => sum + value, 0) / some.length);
  }
  const highest = Math.max(0, ...bars);
  return highest === 0 ? [] : bars.map((bar) => Math.round((bar / highest) * 1000) / 10);
}

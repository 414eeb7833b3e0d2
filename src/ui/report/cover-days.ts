import type { FiguresFile } from '../../types/figures.ts';

/** Most bars a cover carries; longer periods are added up by week or longer. */
const MOST = 92;

/** Heights 0–100 of the metric's days, for the cover's skyline; empty when nothing is above zero. */
export function coverDays(days: FiguresFile['days'], metric: string): number[] {
  const values = days.map((day) => Math.max(0, Number(day[metric] ?? 0)));
  const step = Math.max(1, Math.ceil(values.length / MOST));
  const bars: number[] = [];
  for (let i = 0; i < values.length; i += step) {
    bars.push(values.slice(i, i + step).reduce((sum, value) => sum + value, 0));
  }
  const highest = Math.max(0, ...bars);
  return highest === 0 ? [] : bars.map((bar) => Math.round((bar / highest) * 1000) / 10);
}

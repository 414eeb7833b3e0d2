import { LineElement, PointElement, type ChartArea } from 'chart.js';
import type { PlotSeries } from '../plot-types.ts';
import type { Scales } from './scales.ts';

interface Place {
  x: number;
  y: number;
  /** Nothing is known here: the line breaks. */
  skip: boolean;
}

/** Drawn from the first of its points on; the types of Chart.js leave the last two arguments out. */
interface Line {
  points: Place[];
  draw(canvas: CanvasRenderingContext2D, area: ChartArea, start: number, count: number): void;
}

/** The line through a series' values, of straight pieces, broken where one is missing. */
export function lineOf(series: PlotSeries, scales: Scales): Line {
  const values = series.values as (number | null)[];
  const points = values.map((value, index): Place => {
    const skip = value === null;
    const [along, up] = [scales.category(index), skip ? NaN : scales.value(value)];
    return scales.rows ? { x: up, y: along, skip } : { x: along, y: up, skip };
  });
  const options = {
    ...LineElement.defaults,
    borderColor: series.colour,
    borderWidth: series.width,
    borderJoinStyle: 'round',
  };
  return new LineElement({ points, options }) as unknown as Line;
}

/** Points of a series that are to be seen; marks of a plan are short strokes across their bars. */
export function pointsOf(series: PlotSeries, places: Place[], rows: boolean): PointElement[] {
  const mark = series.type === 'mark';
  const look = {
    ...PointElement.defaults,
    backgroundColor: series.colour,
    borderColor: series.colour,
    borderWidth: mark ? 2.5 : 0,
    pointStyle: mark ? 'line' : (series.shape ?? 'circle'),
    rotation: mark && rows ? 90 : 0,
  };
  return places.flatMap(({ x, y, skip }, index) => {
    const radius = mark ? series.width / 2 : (series.radii?.[index] ?? 0);
    return skip || radius === 0 ? [] : new PointElement({ x, y, options: { ...look, radius } });
  });
}

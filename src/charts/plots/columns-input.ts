import type { EndLabel } from '../end-labels.ts';
import type { ChartEvent, ChartSeries } from '../types.ts';

/** A series of bars, or of thin marks at a plan. */
export interface BarSeries {
  series: ChartSeries;
  colour: string;
  mark: boolean;
}

export interface ColumnsInput {
  labels: string[];
  labelKind: 'day' | 'month' | 'text';
  /** Beneath the last label; see `LabelledChart`. */
  part?: string | undefined;
  bars: BarSeries[];
  stacked: boolean;
  /** Names at the end of the last column, instead of a key. */
  ends: EndLabel[];
  events: ChartEvent[];
  /** Exact value to print at the end of the last column. */
  lastValue: string | null;
}

import type { Locale } from '../types/locale.ts';
import type { MetricUnit } from '../types/workspace.ts';
import type { FontMetrics } from './font-metrics.ts';
import type { Plot } from './plot-types.ts';

/** What to draw, as plain data. One union member per kind of chart. */
export type ChartSpec =
  LineSpec | BarSpec | StackedBarSpec | DoughnutSpec | PlanFactSpec | WaterfallSpec | SparklineSpec;

export interface ChartBase {
  /** Unique on the page, `[A-Za-z][A-Za-z0-9_-]*`; together with `size` it prefixes every id inside the SVG. */
  id: string;
  /** The finding, or what is shown: the SVG's accessible name and the table's caption. */
  title: string;
  /** One or two sentences for those who do not see the picture. */
  description: string;
  /** `wide` for a text column on screen and paper (680 px), `narrow` for a phone (358 px). `wide` when absent. */
  size?: ChartSize;
  /** Nominal pixels; the size's own when absent. */
  width?: number;
  /** Nominal pixels of the whole drawing; grows with the content when absent. Charts of rows ignore it. */
  height?: number;
  format: ChartFormat;
}

export type ChartSize = 'wide' | 'narrow';

/** How values are printed: the metric's unit and decimals in the client's locale and currency. */
export interface ChartFormat {
  locale: Locale;
  currency: string;
  unit: MetricUnit;
  /** Digits after the point, `null` for the unit's own. */
  decimals: number | null;
}

/** Values of one thing along the labels. Percent values are fractions. */
export interface ChartSeries {
  id: string;
  name: string;
  /** For drawing; `null` leaves a gap. Same length as `labels`. */
  values: (number | null)[];
  /** The same values as exact decimals for the table, tooltips and sums; derived from `values` when absent. */
  exact?: (string | null)[];
}

/** Labels along one axis and the series over them. */
export interface LabelledChart extends ChartBase {
  /** `2026-10-03` with `day`, `2026-10` with `month`, any name with `text`. */
  labels: string[];
  labelKind: 'day' | 'month' | 'text';
  series: ChartSeries[];
  /** Of what part of its month the last label is, «22 дня»; it stands beneath the label. */
  part?: string | undefined;
  /** Marks at days of the labels; those outside are not drawn. Only for `day` and `month` labels. */
  events?: ChartEvent[];
}

export interface ChartEvent {
  /** Day, `2026-10-03`. */
  date: string;
  title: string;
}

export interface LineSpec extends LabelledChart {
  kind: 'line';
  /** Thin muted lines behind: last year, a plan. */
  comparison?: ChartSeries[];
  /** Dashed levels over the labels they were set for, a step where they change; the last one is named. */
  target?: Omit<ChartSeries, 'id' | 'name'> & { name?: string };
}

/** Columns over time; rows over names. */
export interface BarSpec extends LabelledChart {
  kind: 'bar';
  comparison?: ChartSeries[];
}

export interface StackedBarSpec extends LabelledChart {
  kind: 'stacked-bar';
}

/** Fact bars with a thin mark at the plan. */
export interface PlanFactSpec extends ChartBase {
  kind: 'plan-fact';
  labels: string[];
  labelKind: 'day' | 'month' | 'text';
  fact: ChartSeries;
  plan: ChartSeries;
}

export interface ChartPart {
  id: string;
  name: string;
  value: number | null;
  exact?: string | null;
}

export interface DoughnutSpec extends ChartBase {
  kind: 'doughnut';
  parts: ChartPart[];
}

/** From one value to another through contributions; `better` decides which contributions are good, `null` that none is. */
export interface WaterfallSpec extends ChartBase {
  kind: 'waterfall';
  /** What changed: the head of the table's column; «Факт» when absent. */
  measure?: string;
  better: 'higher' | 'lower' | null;
  start: ChartPart;
  contributions: ChartPart[];
  end: ChartPart;
}

/** A line without axes, about a word long. */
export interface SparklineSpec extends ChartBase {
  kind: 'sparkline';
  /** Nobody points at it: no texts for tooltips are made, `browserConfig` is `null`. */
  still?: boolean;
  labels: string[];
  labelKind: 'day' | 'month' | 'text';
  series: ChartSeries[];
}

/** Colours (`#rrggbb`) and type of one document. */
export interface ChartTheme {
  fonts: FontMetrics;
  /** CSS font-family list, as the page uses it. */
  family: string;
  ink: string;
  /** Secondary text. */
  muted: string;
  grid: string;
  paper: string;
  accent: string;
  /** Colour of the n-th series that `colourOf` does not know. */
  series: string[];
  /** The colour a metric or channel has throughout the document, by series id; `null` when it has none. */
  colourOf(id: string): string | null;
  good: string;
  bad: string;
}

export interface ChartTable {
  caption: string;
  head: string[];
  rows: string[][];
}

export interface DrawnChart {
  /** Inline SVG with `role="img"`, a title and a description. */
  svg: string;
  /** The same values in full, exactly, as formatted text; made when asked for. */
  readonly table: ChartTable;
  /** For the browser's tooltips, JSON-serialisable; `null` when there is nothing to point at. */
  browserConfig: Plot | null;
}

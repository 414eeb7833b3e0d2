/**
 * A chart laid out: every position, colour and text decided, in nominal pixels. JSON-serialisable.
 * The build draws it with elements of Chart.js, the browser makes a chart's configuration of it.
 */
export type Plot = AxesPlot | RingPlot;

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

interface PlotBase {
  width: number;
  height: number;
  /** Where Chart.js draws data. */
  area: Box;
  family: string;
  fontSize: number;
  colours: { ink: string; muted: string; grid: string; paper: string };
  /** Texts, lines and dots under and over the data. */
  under: Mark[];
  over: Mark[];
  /** Tooltip titles by index. */
  tipTitles: string[];
}

/** Lines and bars over a category axis and a linear one. */
export interface AxesPlot extends PlotBase {
  type: 'axes';
  /** `rows`: bars lie, names are marks. */
  direction: 'columns' | 'rows';
  stacked: boolean;
  /** Printed lines under each category, or `null` for none. */
  labels: (string[] | null)[];
  /** Lines lean on the edges; bars stand in bands. */
  bands: boolean;
  scale: ValueScale;
  datasets: PlotSeries[];
}

export interface ValueScale {
  min: number;
  max: number;
  /** Empty: no grid and no labels, only the zero line. */
  ticks: { value: number; label: string }[];
}

export interface PlotSeries {
  type: 'line' | 'bar' | 'mark';
  name: string;
  /** A pair floats from one value to the other. */
  values: (number | [number, number] | null)[];
  colour: string;
  /** Colour by index where it differs. */
  colours?: string[];
  /** Stroke of a line, thickness of a bar, length of a mark; pixels. */
  width: number;
  shape?: 'circle' | 'rect' | 'triangle' | 'rectRot';
  /** Point radius by index; 0 hides it. */
  radii?: number[];
  stack?: string;
  /** Tooltip texts by index. */
  tips: (string | null)[];
}

export interface RingPlot extends PlotBase {
  type: 'ring';
  radius: number;
  hole: number;
  /** Where the first part begins: degrees clockwise from the top. */
  start: number;
  parts: { name: string; value: number; colour: string; tip: string }[];
}

export interface TextMark {
  kind: 'text';
  text: string;
  x: number;
  /** Middle of the capitals. */
  y: number;
  align: 'left' | 'center' | 'right';
  size: number;
  bold: boolean;
  colour: string;
}

export type Mark =
  | TextMark
  | { kind: 'line'; points: [number, number][]; width: number; dash: number[]; colour: string }
  | { kind: 'dot'; x: number; y: number; radius: number; colour: string }
  | { kind: 'box'; x: number; y: number; width: number; height: number; colour: string };

import { lineMark, plotBase, textMark, type Sheet } from '../sheet.ts';
import { plainText, wrapText } from '../text-fit.ts';
import type { AxesPlot, Box, Mark } from '../plot-types.ts';

const LINE = 14;

/** Names wrapped to their column at the left of the rows, and its width. */
export interface NameColumn {
  lines: string[][];
  width: number;
  /** Whether a name needs two lines. */
  tall: boolean;
}

export interface RowFrameInput {
  names: NameColumn;
  /** Pixels from row to row. */
  pitch: number;
  /** Where the first row begins. */
  top: number;
  /** Room between names and bars, and at the right of the bars. */
  leftRoom: number;
  rightRoom: number;
  low: number;
  high: number;
}

/** The room of lying bars: names, rows and one scale without labels. */
export interface RowFrame {
  area: Box;
  names: Mark[];
  zero: Mark;
  x(value: number): number;
  /** Middle of a row. */
  y(row: number): number;
  plot: Omit<AxesPlot, 'under' | 'over' | 'tipTitles' | 'datasets'>;
}

export function nameColumn(sheet: Sheet, labels: string[]): NameColumn {
  const most = sheet.narrow ? 108 : 190;
  const measure = (text: string): number => sheet.measure(text, sheet.size, false);
  const lines = labels.map((label) => wrapText(plainText(label), most, 2, measure));
  const width = Math.ceil(Math.max(0, ...lines.flat().map(measure)));
  return { lines, width, tall: lines.some((name) => name.length > 1) };
}

export function rowFrame(sheet: Sheet, input: RowFrameInput): RowFrame {
  const { names, pitch, top, low } = input;
  const count = names.lines.length;
  const area: Box = {
    left: Math.ceil(names.width + input.leftRoom),
    right: Math.floor(sheet.width - input.rightRoom),
    top,
    bottom: top + count * pitch,
  };
  const span = input.high - low || 1;
  const x = (value: number): number => area.left + ((value - low) / span) * (area.right - area.left);
  const y = (row: number): number => top + (row + 0.5) * pitch;
  return {
    area,
    x,
    y,
    names: names.lines.flatMap((lines, row) => nameMarks(sheet, lines, y(row))),
    zero: lineMark(upright(x(0), area.top, area.bottom), sheet.theme.ink),
    plot: {
      type: 'axes',
      direction: 'rows',
      stacked: false,
      bands: true,
      width: sheet.width,
      height: Math.ceil(area.bottom + 2),
      area,
      ...plotBase(sheet),
      labels: names.lines.map(() => null),
      scale: { min: low, max: low + span, ticks: [] },
    },
  };
}

/** The two ends of a vertical line. */
export const upright = (x: number, top: number, bottom: number): [number, number][] => [
  [x, top],
  [x, bottom],
];

function nameMarks(sheet: Sheet, lines: string[], y: number): Mark[] {
  const style = { size: sheet.size, colour: sheet.theme.ink };
  return lines.map((line, i) => textMark(line, 0, y + (i - (lines.length - 1) / 2) * LINE, style));
}

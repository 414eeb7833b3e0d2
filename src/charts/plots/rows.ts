import type { KeyItem } from '../key.ts';
import { keyMarks } from '../key.ts';
import { exactOf, lineMark, plotBase, shortText, textMark, type Sheet } from '../sheet.ts';
import { plainText, wrapText } from '../text-fit.ts';
import { barDataset, extent, type BarSeries } from './columns.ts';
import type { AxesPlot, Box, Mark } from '../plot-types.ts';

export interface RowsInput {
  labels: string[];
  bars: BarSeries[];
  stacked: boolean;
  /** Two lines of text at the right edge of each row, or the values at the bars' own ends when absent. */
  notes?: { main: string; second: string }[];
  /** Exact sums at the ends of stacked rows. */
  totals?: (string | null)[];
}

const LINE = 14;

/** Lying bars, one row per name: names at the left, values where the bars end, no value axis. */
export function rowsPlot(input: RowsInput, sheet: Sheet): AxesPlot {
  const standing = input.bars.filter((bar) => !bar.mark).length;
  const lanes = input.stacked ? 1 : standing;
  const key: KeyItem[] =
    input.bars.length < 2
      ? []
      : input.bars.map((bar) => ({ name: bar.series.name, colour: bar.colour, line: bar.mark }));
  const head = keyMarks(sheet, key);
  const names = nameColumn(sheet, input.labels);
  const thickness = lanes > 1 ? 13 : 15;
  const tall = input.notes || names.lines.some((lines) => lines.length > 1);
  const pitch = Math.max(lanes * thickness + 12, tall ? 36 : 27);
  const top = head.height + (head.height === 0 ? 0 : 4);
  const [low, high] = extent(input.bars, input.stacked);
  const ends = input.notes ? [] : endTexts(input, sheet);
  const room = (side: 'left' | 'right'): number =>
    Math.max(0, ...ends.filter((end) => end.side === side).map((end) => end.width + 6));
  const noteRoom = input.notes ? noteWidth(sheet, input.notes) + 14 : 0;
  const area: Box = {
    left: Math.ceil(names.width + 10 + room('left')),
    right: Math.floor(sheet.width - Math.max(room('right'), noteRoom, 2)),
    top,
    bottom: top + input.labels.length * pitch,
  };
  const span = high - low || 1;
  const x = (value: number): number => area.left + ((value - low) / span) * (area.right - area.left);
  const y = (row: number): number => top + (row + 0.5) * pitch;
  const over: Mark[] = [...head.marks, ...nameMarks(sheet, names.lines, y)];
  over.push(
    lineMark(
      [
        [x(0), area.top],
        [x(0), area.bottom],
      ],
      sheet.theme.ink,
      1,
    ),
  );
  for (const end of ends) {
    const at = end.side === 'right' ? x(end.value) + 6 : x(end.value) - 6;
    const align = end.side === 'right' ? 'left' : 'right';
    const shift = (end.lane - (lanes - 1) / 2) * thickness;
    over.push(
      textMark(end.text, at, y(end.row) + shift, {
        align,
        size: sheet.size,
        bold: end.bold,
        colour: end.known ? sheet.theme.ink : sheet.theme.muted,
      }),
    );
  }
  input.notes?.forEach((note, row) => over.push(...noteMarks(sheet, note, y(row))));
  return {
    type: 'axes',
    direction: 'rows',
    stacked: input.stacked,
    bands: true,
    width: sheet.width,
    height: Math.ceil(area.bottom + 2),
    area,
    ...plotBase(sheet),
    labels: input.labels.map(() => null),
    scale: { min: low, max: low + span, ticks: [] },
    under: [],
    over,
    tipTitles: input.labels.map(plainText),
    datasets: input.bars.map((bar) => barDataset(bar, bar.mark ? thickness + 9 : thickness, input.stacked, sheet)),
  };
}

export function nameColumn(sheet: Sheet, labels: string[]): { lines: string[][]; width: number } {
  const most = sheet.narrow ? 108 : 190;
  const measure = (text: string): number => sheet.measure(text, sheet.size, false);
  const lines = labels.map((label) => wrapText(plainText(label), most, 2, measure));
  return { lines, width: Math.ceil(Math.max(0, ...lines.flat().map(measure))) };
}

export function nameMarks(sheet: Sheet, names: string[][], y: (row: number) => number): Mark[] {
  return names.flatMap((lines, row) =>
    lines.map((line, i) =>
      textMark(line, 0, y(row) + (i - (lines.length - 1) / 2) * LINE, { size: sheet.size, colour: sheet.theme.ink }),
    ),
  );
}

interface EndText {
  row: number;
  lane: number;
  value: number;
  text: string;
  width: number;
  side: 'left' | 'right';
  bold: boolean;
  known: boolean;
}

function endTexts(input: RowsInput, sheet: Sheet): EndText[] {
  const texts: EndText[] = [];
  const add = (row: number, lane: number, value: number | null, exact: string | null, bold: boolean): void => {
    const text = shortText(sheet, exact);
    const side = (value ?? 0) < 0 ? 'left' : 'right';
    const width = sheet.measure(text, sheet.size, bold);
    texts.push({ row, lane, value: value ?? 0, text, width, side, bold, known: exact !== null });
  };
  if (input.totals) {
    const [, ends] = [
      0,
      input.labels.map((_, row) => input.bars.reduce((sum, bar) => sum + Math.max(0, bar.series.values[row] ?? 0), 0)),
    ];
    input.totals.forEach((exact, row) => add(row, 0, ends[row]!, exact, true));
    return texts;
  }
  const bars = input.bars.filter((bar) => !bar.mark);
  bars.forEach((bar, lane) => {
    const exact = exactOf(bar.series);
    bar.series.values.forEach((value, row) => add(row, lane, value, exact[row]!, lane === bars.length - 1));
  });
  return texts;
}

const noteWidth = (sheet: Sheet, notes: { main: string; second: string }[]): number =>
  Math.ceil(
    Math.max(
      ...notes.map((note) =>
        Math.max(sheet.measure(note.main, sheet.size, true), sheet.measure(note.second, sheet.small, false)),
      ),
    ),
  );

function noteMarks(sheet: Sheet, note: { main: string; second: string }, y: number): Mark[] {
  const main = textMark(note.main, sheet.width, note.second === '' ? y : y - 7, {
    align: 'right',
    size: sheet.size,
    bold: true,
    colour: sheet.theme.ink,
  });
  if (note.second === '') return [main];
  return [
    main,
    textMark(note.second, sheet.width, y + 8, { align: 'right', size: sheet.small, colour: sheet.theme.muted }),
  ];
}

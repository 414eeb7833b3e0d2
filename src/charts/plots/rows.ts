import { keyMarks, type KeyItem } from '../key.ts';
import { exactOf, shortText, textMark, type Sheet } from '../sheet.ts';
import { plainText } from '../text-fit.ts';
import { barDataset, extent } from './columns.ts';
import type { BarSeries } from './columns-input.ts';
import { nameColumn, rowFrame } from './row-frame.ts';
import type { AxesPlot, Mark } from '../plot-types.ts';

export interface RowsInput {
  labels: string[];
  bars: BarSeries[];
  stacked: boolean;
  /** Two lines of text at the right edge of each row, or the values at the bars' own ends when absent. */
  notes?: { main: string; second: string }[];
  /** Exact sums at the ends of stacked rows. */
  totals?: (string | null)[];
}

/** Lying bars, one row per name: names at the left, values where the bars end, no value axis. */
export function rowsPlot(input: RowsInput, sheet: Sheet): AxesPlot {
  const lanes = input.stacked ? 1 : input.bars.filter((bar) => !bar.mark).length;
  const head = keyMarks(sheet, keyOf(input.bars));
  const names = nameColumn(sheet, input.labels);
  const thickness = lanes > 1 ? 13 : 15;
  const [low, high] = extent(input.bars, input.stacked);
  const ends = input.notes ? [] : endTexts(input, sheet);
  const room = (side: 'left' | 'right'): number =>
    Math.max(0, ...ends.filter((end) => end.side === side).map((end) => end.width + 6));
  const noteRoom = input.notes ? noteWidth(sheet, input.notes) + 14 : 0;
  const frame = rowFrame(sheet, {
    names,
    pitch: Math.max(lanes * thickness + 12, input.notes || names.tall ? 36 : 27),
    top: head.height + (head.height === 0 ? 0 : 4),
    leftRoom: 10 + room('left'),
    rightRoom: Math.max(room('right'), noteRoom, 2),
    low,
    high,
  });
  const { x, y } = frame;
  const over = [...head.marks, ...frame.names, frame.zero];
  for (const end of ends) {
    const shift = (end.lane - (lanes - 1) / 2) * thickness;
    over.push(endMark(sheet, end, x(end.value), y(end.row) + shift));
  }
  input.notes?.forEach((note, row) => over.push(...noteMarks(sheet, note, y(row))));
  return {
    ...frame.plot,
    stacked: input.stacked,
    under: [],
    over,
    tipTitles: input.labels.map(plainText),
    datasets: input.bars.map((bar) => barDataset(bar, bar.mark ? thickness + 9 : thickness, input.stacked, sheet)),
  };
}

const keyOf = (bars: BarSeries[]): KeyItem[] =>
  bars.length < 2 ? [] : bars.map((bar) => ({ name: bar.series.name, colour: bar.colour, line: bar.mark }));

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
    input.totals.forEach((exact, row) => {
      const end = input.bars.reduce((sum, bar) => sum + Math.max(0, bar.series.values[row] ?? 0), 0);
      add(row, 0, end, exact, true);
    });
    return texts;
  }
  const bars = input.bars.filter((bar) => !bar.mark);
  bars.forEach((bar, lane) => {
    const exact = exactOf(bar.series);
    bar.series.values.forEach((value, row) => add(row, lane, value, exact[row]!, lane === bars.length - 1));
  });
  return texts;
}

function endMark(sheet: Sheet, end: EndText, x: number, y: number): Mark {
  const right = end.side === 'right';
  return textMark(end.text, right ? x + 6 : x - 6, y, {
    align: right ? 'left' : 'right',
    size: sheet.size,
    bold: end.bold,
    colour: end.known ? sheet.theme.ink : sheet.theme.muted,
  });
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

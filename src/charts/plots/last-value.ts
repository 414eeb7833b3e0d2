import type { EndLabel } from '../end-labels.ts';
import { shortText, textMark, type Sheet } from '../sheet.ts';
import type { TimeFrame } from '../time-frame.ts';
import type { Box, TextMark } from '../plot-types.ts';
import { barSizes, columnExtent } from './bar-sizes.ts';
import type { ColumnsInput } from './columns-input.ts';

/** Between the end of the plot and the letters of the names beneath it. */
const NAME_GAP = 7;

/** Where the last column ends, away from zero. */
interface End {
  text: string;
  at: number;
  hangs: boolean;
}

/**
 * The frame of standing bars, and the value of the last column over it, or under it when it hangs from zero. Where
 * that would stand on bars beside it, on the line of an event or on the names beneath, the value joins the names at the
 * right and the mark is `null`.
 * @param frameOf lays the chart out with these labels at its right
 */
export function withLastValue(
  input: ColumnsInput,
  sheet: Sheet,
  frameOf: (ends: EndLabel[]) => TimeFrame,
): { frame: TimeFrame; value: TextMark | null } {
  const frame = frameOf(input.ends);
  if (input.lastValue === null) return { frame, value: null };
  const end = endOf(input, shortText(sheet, input.lastValue), frame);
  const value = valueMark(input, end, frame, sheet);
  if (!isCrossed(value, obstacles(input, frame, sheet), sheet)) return { frame, value };
  const label = { name: '', value: end.text, colour: sheet.theme.ink, at: end.at };
  return { frame: frameOf([...input.ends, label]), value: null };
}

function endOf({ bars, labels, stacked }: ColumnsInput, text: string, { scale }: TimeFrame): End {
  const [low, high] = columnExtent(stacked ? bars : bars.slice(-1), labels.length - 1, stacked);
  const hangs = low < 0 ? high === 0 : scale.max === 0;
  return { text, at: hangs ? low : high, hangs };
}

function valueMark(input: ColumnsInput, { text, at, hangs }: End, frame: TimeFrame, sheet: Sheet): TextMark {
  const { thickness, together } = barSizes(input, frame);
  const middle = frame.x(input.labels.length - 1) + (together - thickness) / 2;
  // Names may stand at the right.
  const edge = input.ends.length > 0 ? frame.area.right + 6 : sheet.width;
  const x = Math.min(middle, edge - sheet.measure(text, sheet.small, true) / 2);
  const y = hangs ? frame.y(at) + 9 : frame.y(at) - 8;
  return textMark(text, x, y, { align: 'center', size: sheet.small, bold: true, colour: sheet.theme.ink });
}

/** Bars of the other columns, lines of events, and what the columns are called. */
function obstacles(input: ColumnsInput, frame: TimeFrame, sheet: Sheet): Box[] {
  const { together } = barSizes(input, frame);
  const bars = input.labels.slice(0, -1).map((_, index): Box => {
    const [low, high] = columnExtent(input.bars, index, input.stacked);
    const middle = frame.x(index);
    return { left: middle - together / 2, right: middle + together / 2, top: frame.y(high), bottom: frame.y(low) };
  });
  const lines = frame.under.flatMap((mark): Box[] => {
    if (mark.kind !== 'line') return [];
    const [xs, ys] = [mark.points.map(([x]) => x), mark.points.map(([, y]) => y)];
    return [{ left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }];
  });
  const names = frame.labels.flatMap((name, index): Box[] => {
    if (name === null) return [];
    const half = Math.max(...name.map((line) => sheet.measure(line, sheet.small, false))) / 2;
    const [x, top] = [frame.x(index), frame.area.bottom + NAME_GAP];
    return [{ left: x - half, right: x + half, top, bottom: frame.height }];
  });
  return [...bars, ...lines, ...names];
}

function isCrossed({ text, x, y, size }: TextMark, boxes: Box[], sheet: Sheet): boolean {
  const half = sheet.measure(text, size, true) / 2;
  return boxes.some(
    ({ left, right, top, bottom }) =>
      left < x + half && right > x - half && top < y + size / 2 && bottom > y - size / 2,
  );
}

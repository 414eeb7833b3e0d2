import type { EndLabel } from '../end-labels.ts';
import { shortText, textMark, type Sheet } from '../sheet.ts';
import type { TimeFrame } from '../time-frame.ts';
import type { TextMark } from '../plot-types.ts';
import { barSizes, columnExtent } from './bar-sizes.ts';
import type { ColumnsInput } from './columns.ts';

/** Where the last column ends, away from zero. */
interface End {
  text: string;
  at: number;
  hangs: boolean;
}

/**
 * The frame of standing bars, and the value of the last column over it, or under it when it hangs from zero. Where
 * that would stand on bars beside it, the value joins the names at the right and the mark is `null`.
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
  if (!standsOnBars(value, input, frame, sheet)) return { frame, value };
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

function standsOnBars({ text, x, y }: TextMark, input: ColumnsInput, frame: TimeFrame, sheet: Sheet): boolean {
  const { together } = barSizes(input, frame);
  const left = x - sheet.measure(text, sheet.small, true) / 2;
  return input.labels.slice(0, -1).some((_, index) => {
    const [low, high] = columnExtent(input.bars, index, input.stacked);
    const beside = frame.x(index) + together / 2 > left;
    return beside && frame.y(high) < y + sheet.small / 2 && frame.y(low) > y - sheet.small / 2;
  });
}

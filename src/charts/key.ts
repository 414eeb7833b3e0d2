import { lineMark, textMark, type Sheet } from './sheet.ts';
import { fitText, plainText } from './text-fit.ts';
import type { Mark } from './plot-types.ts';

/** A swatch and its name. */
export interface KeyItem {
  name: string;
  colour: string;
  /** A line instead of a square: plans are lines. */
  line?: boolean;
}

const LINE = 18;

/** Swatches with names from the left, wrapped to the drawing's width. */
export function keyMarks(sheet: Sheet, items: KeyItem[]): { marks: Mark[]; height: number } {
  const marks: Mark[] = [];
  let x = 0;
  let y = 7;
  for (const item of items) {
    const name = fitText(plainText(item.name), sheet.width * 0.6, (text) => sheet.measure(text, sheet.small, false));
    const swatch = item.line ? 19 : 15;
    const width = swatch + sheet.measure(name, sheet.small, false);
    if (x > 0 && x + width > sheet.width) {
      x = 0;
      y += LINE;
    }
    if (item.line)
      marks.push(
        lineMark(
          [
            [x, y],
            [x + 14, y],
          ],
          item.colour,
          2,
        ),
      );
    else marks.push({ kind: 'box', x, y: y - 5, width: 10, height: 10, colour: item.colour });
    marks.push(textMark(name, x + swatch, y, { size: sheet.small, colour: sheet.theme.ink }));
    x += width + 16;
  }
  return { marks, height: items.length === 0 ? 0 : y - 7 + LINE };
}

import { lineMark, textMark, type Sheet } from './sheet.ts';
import { plainText, wrapText } from './text-fit.ts';
import { spread } from './spread.ts';
import type { Mark } from './plot-types.ts';

/** A series' name and last value, to stand at the right of its end. */
export interface EndLabel {
  name: string;
  value: string | null;
  colour: string;
  /** Where the series ends, on the value axis. */
  at: number;
}

export interface EndLabelColumn {
  /** Room from the last point to the labels' left edge, and the widest label. */
  width: number;
  labels: { lines: { text: string; bold: boolean; colour: string }[]; at: number; colour: string }[];
}

const END_GAP = 10;
const LINE = 14;

/** Labels cut to the column: names with values up to three, names alone beyond. */
export function endLabelColumn(sheet: Sheet, labels: EndLabel[]): EndLabelColumn {
  if (labels.length === 0) return { width: 0, labels: [] };
  const most = sheet.narrow ? 92 : 150;
  const bold = (text: string): number => sheet.measure(text, sheet.size, true);
  const plain = (text: string): number => sheet.measure(text, sheet.size, false);
  const named = labels.filter(({ name }) => name !== '').length;
  const withValues = named <= 3;
  const mostLines = named > 6 ? 1 : sheet.narrow && named <= 4 ? 3 : 2;
  const cut = labels.map((label) => {
    const name = plainText(label.name);
    const lines = wrapText(name, most, mostLines, bold);
    const texts = lines.filter(Boolean).map((text) => ({ text, bold: true, colour: label.colour }));
    if ((withValues || texts.length === 0) && label.value !== null) {
      texts.push({
        text: label.value,
        bold: texts.length === 0,
        colour: texts.length === 0 ? label.colour : sheet.theme.ink,
      });
    }
    return { lines: texts, at: label.at, colour: label.colour };
  });
  const widths = cut.flatMap((label) => label.lines.map((line) => (line.bold ? bold(line.text) : plain(line.text))));
  return { width: END_GAP + Math.ceil(Math.max(...widths)), labels: cut };
}

/** The column's marks: labels apart from each other, a thin leader where one had to move. */
export function endLabelMarks(
  sheet: Sheet,
  column: EndLabelColumn,
  x: number,
  range: { top: number; bottom: number },
  y: (value: number) => number,
): Mark[] {
  const wanted = column.labels.map((label) => ({ wanted: y(label.at), size: label.lines.length * LINE + 2 }));
  const centres = spread(wanted, range.top, range.bottom);
  if (!centres) throw new Error('More direct labels than the chart is high.');
  return column.labels.flatMap((label, i) => {
    const centre = centres[i]!;
    const first = centre - ((label.lines.length - 1) * LINE) / 2;
    const marks = label.lines.map((line, row) =>
      textMark(line.text, x + END_GAP, first + row * LINE, { size: sheet.size, bold: line.bold, colour: line.colour }),
    );
    if (Math.abs(centre - wanted[i]!.wanted) <= 4) return marks;
    return [
      lineMark(
        [
          [x + 3, wanted[i]!.wanted],
          [x + END_GAP - 2, centre],
        ],
        label.colour,
        0.75,
      ),
      ...marks,
    ];
  });
}

import { exactSum, groupSmall, OTHERS, type Part } from '../group-small.ts';
import {
  coloursApart,
  exactPart,
  fullText,
  lineMark,
  plotBase,
  quietColour,
  shortText,
  textMark,
  type Sheet,
} from '../sheet.ts';
import { spread } from '../spread.ts';
import { plainText, wrapText } from '../text-fit.ts';
import type { Mark, RingPlot } from '../plot-types.ts';
import type { DoughnutSpec } from '../types.ts';

/** Shares below this are grouped when there are several. */
const CRUMB = 0.02;

const LINE = 14;
const GAP = 14;

interface Label {
  lines: string[];
  side: 1 | -1;
  angle: number;
  colour: string;
}

/**
 * Shares of a whole as a ring, each named beside its piece. Clockwise from the largest, which looks to the right:
 * so the small ones stand at the left, where their names have room.
 */
export function doughnutPlot(spec: DoughnutSpec, sheet: Sheet): RingPlot | 'negative' | null {
  if (spec.parts.some((part) => (part.value ?? 0) < 0)) return 'negative';
  const all = spec.parts.map((part): Part => ({ ...part, exact: exactPart(part) }));
  const exact = exactSum(all.map((part) => part.exact));
  const total = all.reduce((sum, part) => sum + (part.value ?? 0), 0);
  if (exact === null || total <= 0) return null;
  const grouped = groupSmall(all, sheet.words.others, total * CRUMB);
  const colours = coloursApart(sheet, spec.parts, new Set(grouped.map(({ id }) => id)));
  colours.set(OTHERS, quietColour(sheet, 0.35));
  const parts = sorted(grouped).map((part) => ({
    ...{ name: plainText(part.name), value: part.value!, colour: colours.get(part.id)! },
    share: sheet.say.percent(String(part.value! / total)),
    ...{ short: shortText(sheet, part.exact), full: fullText(sheet, part.exact) },
  }));
  const radius = sheet.narrow ? 64 : 92;
  const hole = Math.round(radius * 0.62);
  const labels = labelsOf(parts, total, radius, sheet);
  const needed = Math.max(...([1, -1] as const).map((side) => sideHeight(labels, side)));
  const height = Math.ceil(Math.max(sheet.height ?? 0, radius * 2 + 12, needed));
  const area = { left: 0, top: 0, right: sheet.width, bottom: height };
  return {
    type: 'ring',
    width: sheet.width,
    height,
    area,
    ...plotBase(sheet),
    radius,
    hole,
    start: 90 - (parts[0]!.value / total) * 180,
    parts: parts.map(({ name, value, colour, full, share }) => ({ name, value, colour, tip: `${full} · ${share}` })),
    under: [],
    over: [
      ...centreMarks(sheet, height / 2, shortText(sheet, exact), hole),
      ...labelMarks(sheet, labels, radius, height),
    ],
    tipTitles: parts.map((part) => part.name),
  };
}

/** Largest first, the grouped rest last, nothing empty. */
const sorted = (parts: Part[]): Part[] =>
  parts
    .filter((part) => (part.value ?? 0) > 0)
    .map((part, i) => ({ part, i }))
    .sort(
      (a, b) =>
        Number(a.part.id === OTHERS) - Number(b.part.id === OTHERS) || b.part.value! - a.part.value! || a.i - b.i,
    )
    .map(({ part }) => part);

function labelsOf(
  parts: { name: string; value: number; colour: string; share: string; short: string }[],
  total: number,
  radius: number,
  sheet: Sheet,
): Label[] {
  const room = sheet.width / 2 - radius - GAP - 6;
  let before = -parts[0]!.value / 2;
  return parts.map((part) => {
    const angle = ((before + part.value / 2) / total) * Math.PI * 2;
    before += part.value;
    const name = wrapText(part.name, room, sheet.narrow ? 3 : 2, (text) => sheet.measure(text, sheet.size, true));
    const value = `${part.share} · ${part.short}`;
    const fits = sheet.measure(value, sheet.size, false) <= room;
    const side = Math.cos(angle) >= -1e-9 ? 1 : -1;
    return { lines: [...name, fits ? value : part.share], side, angle, colour: part.colour };
  });
}

const heightOf = (label: Label): number => label.lines.length * LINE + 6;

const sideHeight = (labels: Label[], side: 1 | -1): number =>
  labels.filter((label) => label.side === side).reduce((sum, label) => sum + heightOf(label), 0);

/** Names in the order of the pieces on both sides, a thin elbow from each piece. */
function labelMarks(sheet: Sheet, labels: Label[], radius: number, height: number): Mark[] {
  const [cx, cy] = [sheet.width / 2, height / 2];
  return ([1, -1] as const).flatMap((side) => {
    const own = labels.filter((label) => label.side === side);
    const wanted = own.map((label) => ({ wanted: cy + (radius + 6) * Math.sin(label.angle), size: heightOf(label) }));
    const centres = spread(wanted, 0, height)!;
    return own.flatMap((label, i) => {
      const y = centres[i]!;
      const x = cx + side * (radius + GAP);
      const rim: [number, number] = [
        cx + (radius + 1) * Math.cos(label.angle),
        cy + (radius + 1) * Math.sin(label.angle),
      ];
      const first = y - ((label.lines.length - 1) * LINE) / 2;
      return [
        lineMark([rim, [x - side * 2, first]], sheet.theme.muted, 0.75),
        ...label.lines.map((line, row) =>
          textMark(line, x + side * 3, first + row * LINE, {
            align: side === 1 ? 'left' : 'right',
            size: sheet.size,
            bold: row < label.lines.length - 1,
            colour: row < label.lines.length - 1 ? sheet.theme.ink : sheet.theme.muted,
          }),
        ),
      ];
    });
  });
}

/** The whole, as large as the hole allows; a long one has its unit beneath instead of the word. */
function centreMarks(sheet: Sheet, cy: number, total: string, hole: number): Mark[] {
  const sizeOf = (text: string): number | undefined =>
    [20, 18, 16, 14].find((size) => sheet.measure(text, size, true) <= hole * 1.6);
  const [number = '', ...unit] = total.split('\u00a0');
  const whole = sizeOf(total);
  const [above, beneath] = whole
    ? [total, sheet.words.total.toLowerCase()]
    : [number, unit.join('\u00a0') || sheet.words.total.toLowerCase()];
  const style = { align: 'center', size: whole ?? sizeOf(number) ?? 12, bold: true, colour: sheet.theme.ink } as const;
  const cx = sheet.width / 2;
  return [
    textMark(above, cx, cy - 5, style),
    textMark(beneath, cx, cy + 13, { align: 'center', size: sheet.small, colour: sheet.theme.muted }),
  ];
}

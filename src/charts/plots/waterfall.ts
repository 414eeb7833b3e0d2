import Big from 'big.js';
import { groupSmall } from '../group-small.ts';
import { exactPart, fullText, lineMark, shortText, textMark, type Sheet } from '../sheet.ts';
import { plainText } from '../text-fit.ts';
import { nameColumn, rowFrame, upright } from './row-frame.ts';
import type { AxesPlot, Mark } from '../plot-types.ts';
import type { WaterfallSpec } from '../types.ts';

interface Step {
  name: string;
  /** Where the bar floats. */
  from: number;
  to: number;
  text: string;
  tip: string;
  colour: string;
  total: boolean;
}

const THICKNESS = 15;

/** When contributions move less than this share of the whole, totals are marks, not bars: cut bars would lie. */
const VISIBLE_SHARE = 0.25;

/** From the start down to the end, one floating row per contribution, with its sign. */
export function waterfallPlot(spec: WaterfallSpec, sheet: Sheet): AxesPlot | null {
  const start = exactPart(spec.start);
  const end = exactPart(spec.end);
  if (start === null || end === null) return null;
  const { steps, whole, low, high } = scaled(stepsOf(spec, start, end, sheet));
  const titles = steps.map((step) => plainText(step.name));
  const names = nameColumn(sheet, titles);
  const frame = rowFrame(sheet, {
    names,
    pitch: names.tall ? 36 : 30,
    top: 0,
    leftRoom: 14,
    rightRoom: 8 + Math.max(...steps.map((step) => sheet.measure(step.text, sheet.size, true))),
    low,
    high,
  });
  const { x, y } = frame;
  return {
    ...frame.plot,
    under: [...connectors(steps, x, y, sheet), ...(whole ? [frame.zero] : [])],
    over: [...frame.names, ...stepMarks(steps, x, y, sheet)],
    tipTitles: titles,
    datasets: [
      {
        type: 'bar',
        name: plainText(spec.title),
        values: steps.map((step) => [step.from, step.to]),
        colour: sheet.theme.ink,
        colours: steps.map((step) => step.colour),
        width: THICKNESS,
        tips: steps.map((step) => step.tip),
      },
    ],
  };
}

/** The range shown: from zero with totals as bars, or the change alone with totals as marks. */
function scaled(steps: Step[]): { steps: Step[]; whole: boolean; low: number; high: number } {
  const ends = steps.flatMap((step) => (step.total ? [step.to] : [step.from, step.to]));
  const low = Math.min(...ends);
  const high = Math.max(...ends);
  const whole = high - low >= VISIBLE_SHARE * Math.max(...ends.map(Math.abs));
  if (whole) return { steps, whole, low: Math.min(0, low), high: Math.max(0, high) };
  // Totals so near to each other differ only when printed in full.
  const marked = steps.map((step) => (step.total ? { ...step, from: step.to, text: step.tip } : step));
  return { steps: marked, whole, low, high };
}

function stepsOf(spec: WaterfallSpec, start: string, end: string, sheet: Sheet): Step[] {
  const { ink, good, bad, muted } = sheet.theme;
  const total = (name: string, exact: string): Step => ({
    ...{ name, from: 0, to: Number(exact), total: true, colour: ink },
    ...{ text: shortText(sheet, exact), tip: fullText(sheet, exact) },
  });
  const parts = spec.contributions.map((part) => ({ ...part, exact: exactPart(part) }));
  let level = new Big(start);
  const moves = groupSmall(parts, sheet.words.others).flatMap((part): Step[] => {
    if (part.exact === null) return [];
    const from = Number(level.toFixed());
    level = level.plus(part.exact);
    const sign = new Big(part.exact).cmp(0);
    const judged = sign !== 0 && spec.better !== null;
    const colour = !judged ? muted : sign > 0 === (spec.better === 'higher') ? good : bad;
    const text = sheet.say.difference(
      { from: null, to: null, absolute: part.exact, relative: null, sense: 'neutral' },
      sheet.format,
    );
    return [{ name: part.name, from, to: Number(level.toFixed()), text, tip: text, colour, total: false }];
  });
  return [total(spec.start.name, start), ...moves, total(spec.end.name, end)];
}

/** Thin lines from each step's end to the next step. */
function connectors(steps: Step[], x: (value: number) => number, y: (row: number) => number, sheet: Sheet): Mark[] {
  return steps
    .slice(0, -1)
    .map((step, row) => lineMark(upright(x(step.to), y(row), y(row + 1)), sheet.theme.muted, 0.75));
}

function stepMarks(steps: Step[], x: (value: number) => number, y: (row: number) => number, sheet: Sheet): Mark[] {
  return steps.flatMap((step, row): Mark[] => {
    const at = x(Math.max(step.from, step.to));
    const text = textMark(step.text, at + 6, y(row), { size: sheet.size, bold: true, colour: sheet.theme.ink });
    if (step.from !== step.to) return [text];
    const half = THICKNESS / 2;
    return [lineMark(upright(at, y(row) - half, y(row) + half), step.colour, 2.5), text];
  });
}

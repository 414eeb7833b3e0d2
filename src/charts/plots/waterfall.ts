import Big from 'big.js';
import { groupSmall } from '../group-small.ts';
import { exactPart, fullText, lineMark, plotBase, shortText, textMark, type Sheet } from '../sheet.ts';
import { plainText } from '../text-fit.ts';
import { nameColumn, nameMarks } from './rows.ts';
import type { AxesPlot, Box, Mark } from '../plot-types.ts';
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
  const steps = stepsOf(spec, start, end, sheet);
  const ends = steps
    .filter((step) => !step.total)
    .flatMap((step) => [step.from, step.to])
    .concat(Number(start), Number(end));
  const moved = Math.max(...ends) - Math.min(...ends);
  const whole = moved >= VISIBLE_SHARE * Math.max(...ends.map(Math.abs));
  if (!whole) {
    // Totals so near to each other differ only when printed in full.
    for (const step of steps) if (step.total) Object.assign(step, { from: step.to, text: step.tip });
  }
  const low = Math.min(...(whole ? [0] : []), ...ends);
  const high = Math.max(...(whole ? [0] : []), ...ends);
  const span = high - low || 1;

  const names = nameColumn(
    sheet,
    steps.map((step) => step.name),
  );
  const pitch = names.lines.some((lines) => lines.length > 1) ? 36 : 30;
  const widest = Math.max(...steps.map((step) => sheet.measure(step.text, sheet.size, true)));
  const area: Box = {
    left: names.width + 14,
    right: Math.floor(sheet.width - widest - 8),
    top: 0,
    bottom: steps.length * pitch,
  };
  const x = (value: number): number => area.left + ((value - low) / span) * (area.right - area.left);
  const y = (row: number): number => (row + 0.5) * pitch;
  const under = connectors(steps, x, y, sheet);
  if (whole)
    under.push(
      lineMark(
        [
          [x(0), area.top],
          [x(0), area.bottom],
        ],
        sheet.theme.ink,
        1,
      ),
    );
  return {
    type: 'axes',
    direction: 'rows',
    stacked: false,
    bands: true,
    width: sheet.width,
    height: area.bottom + 2,
    area,
    ...plotBase(sheet),
    labels: steps.map(() => null),
    scale: { min: low, max: low + span, ticks: [] },
    under,
    over: [...nameMarks(sheet, names.lines, y), ...stepMarks(steps, x, y, sheet)],
    tipTitles: steps.map((step) => plainText(step.name)),
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
    const colour = sign === 0 ? muted : sign > 0 === (spec.better === 'higher') ? good : bad;
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
  return steps.slice(0, -1).map((step, row) =>
    lineMark(
      [
        [x(step.to), y(row)],
        [x(step.to), y(row + 1)],
      ],
      sheet.theme.muted,
      0.75,
    ),
  );
}

function stepMarks(steps: Step[], x: (value: number) => number, y: (row: number) => number, sheet: Sheet): Mark[] {
  return steps.flatMap((step, row): Mark[] => {
    const at = x(Math.max(step.from, step.to));
    const text = textMark(step.text, at + 6, y(row), { size: sheet.size, bold: true, colour: sheet.theme.ink });
    if (step.from !== step.to) return [text];
    const half = THICKNESS / 2;
    return [
      lineMark(
        [
          [at, y(row) - half],
          [at, y(row) + half],
        ],
        step.colour,
        2.5,
      ),
      text,
    ];
  });
}

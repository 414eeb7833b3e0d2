import { axisLabels } from './axis-labels.ts';
import { axisUnit } from './axis-unit.ts';
import { endLabelColumn, endLabelMarks, type EndLabel } from './end-labels.ts';
import { NUMBER_RADIUS, placeFlags, type Flags } from './event-flags.ts';
import { keyMarks, type KeyItem } from './key.ts';
import { lineMark, quietColour, textMark, type Sheet } from './sheet.ts';
import { roundSteps } from './value-scale.ts';
import type { Box, Mark, ValueScale } from './plot-types.ts';
import type { ChartEvent } from './types.ts';

export interface FrameInput {
  labels: string[];
  labelKind: 'day' | 'month' | 'text';
  /** Every value that must fit, zero apart. */
  low: number;
  high: number;
  /** Bars stand in bands; lines run from edge to edge. A single point stands in the middle. */
  bands: boolean;
  ends: EndLabel[];
  events: ChartEvent[];
  /** Beneath the last label; see `LabelledChart`. */
  part?: string | undefined;
  /** Swatches with names above the plot, where ends cannot be labelled. */
  key: KeyItem[];
}

/** The room of a chart over time: axes, captions, flags and labels in their places. */
export interface TimeFrame {
  height: number;
  area: Box;
  scale: ValueScale;
  labels: (string[] | null)[];
  under: Mark[];
  over: Mark[];
  x(index: number): number;
  y(value: number): number;
}

const LANE = 17;
const KEY_LINE = 16;

export function timeFrame(sheet: Sheet, input: FrameInput): TimeFrame {
  const { narrow, width, small, measure } = sheet;
  const steps = roundSteps(input.low, input.high, narrow ? 4 : 5, sheet.format.unit === 'count');
  const unit = axisUnit(sheet.format, steps);
  const gutter = Math.max(...unit.labels.map((label) => measure(label, small, false)));
  const column = endLabelColumn(sheet, input.ends);
  const left = Math.ceil(gutter) + 8;
  const right = width - (column.width === 0 ? 14 : column.width + 2);
  const count = input.labels.length;
  const pitch = input.bands ? (right - left) / count : (right - left) / Math.max(1, count - 1);
  const x = (index: number): number => (input.bands ? left + (index + 0.5) * pitch : left + index * pitch);

  const labels = axisLabels({
    labels: input.labels,
    part: input.part,
    kind: input.labelKind,
    locale: sheet.format.locale,
    pitch: count === 1 ? right - left : pitch,
    measure: (text) => measure(text, small, false),
  });
  const top = headOf(sheet, unit.caption, input.key);
  const flags = flagsOf(sheet, input, { left, right, taken: top.taken, x });
  const head = top.height + Math.max(unit.caption === '' ? 8 : 22, flagsHeight(flags));
  const foot = 10 + Math.max(...labels.map((lines) => lines?.length ?? 0)) * 14;
  const keyHeight = flags?.kind === 'numbers' ? flags.key.length * KEY_LINE + 8 : 0;
  const height = Math.max(sheet.height ?? 0, head + foot + keyHeight + (narrow ? 180 : 210));
  const area = { left, right, top: head, bottom: height - foot - keyHeight };
  const y = (value: number): number =>
    area.bottom - ((value - steps.min) / (steps.max - steps.min)) * (area.bottom - area.top);
  const ends = endLabelMarks(sheet, column, right, { top: area.top - 8, bottom: area.bottom + 12 }, y);
  const [lines, flagTexts] = flagMarks(sheet, flags, area, height);
  return {
    height,
    area,
    labels,
    scale: {
      min: steps.min,
      max: steps.max,
      ticks: steps.values.map((value, i) => ({ value, label: unit.labels[i]! })),
    },
    under: lines,
    over: [zeroLine(sheet, area, y(0)), ...top.marks, ...flagTexts, ...ends],
    x,
    y,
  };
}

function zeroLine(sheet: Sheet, { left, right }: Box, y: number): Mark {
  const ends: [number, number][] = [
    [left, y],
    [right, y],
  ];
  return lineMark(ends, sheet.theme.ink);
}

/** The key, if any, stands in lines of its own; the caption shares its line with the flags. */
function headOf(sheet: Sheet, caption: string, key: KeyItem[]): { marks: Mark[]; taken: number; height: number } {
  const { marks, height } = keyMarks(sheet, key);
  if (caption === '') return { marks, taken: 0, height };
  const unit = textMark(caption, 0, height + 7, { size: sheet.small, colour: sheet.theme.muted });
  return { marks: [...marks, unit], taken: sheet.measure(caption, sheet.small, false) + 10, height };
}

function flagsHeight(flags: Flags | null): number {
  if (!flags) return 0;
  return flags.kind === 'titles' ? flags.lanes * LANE + 6 : NUMBER_RADIUS * 2 + 8;
}

function flagsOf(
  sheet: Sheet,
  input: FrameInput,
  room: { left: number; right: number; taken: number; x: (index: number) => number },
): Flags | null {
  const events = input.events.flatMap((event) => {
    const index = input.labels.indexOf(input.labelKind === 'month' ? event.date.slice(0, 7) : event.date);
    return index < 0 ? [] : [{ x: room.x(index), title: event.title }];
  });
  if (events.length === 0) return null;
  return placeFlags(events, {
    left: room.left,
    right: room.right,
    taken: room.taken,
    width: sheet.width,
    maxLanes: sheet.narrow ? 2 : 3,
    longest: sheet.narrow ? 120 : 180,
    size: sheet.small,
    measure: sheet.measure,
    more: sheet.more.moreEvents,
  });
}

/** Thin lines under the data, and titles or numbers above it. */
function flagMarks(sheet: Sheet, flags: Flags | null, area: Box, height: number): [Mark[], Mark[]] {
  if (!flags) return [[], []];
  const { ink, paper } = sheet.theme;
  const stem = quietColour(sheet, 0.4);
  if (flags.kind === 'titles') {
    const laneY = (lane: number): number => area.top - 8 - lane * LANE - 3;
    return [
      flags.flags.map((flag) =>
        lineMark(
          [
            [flag.x, laneY(flag.lane) - 6],
            [flag.x, area.bottom],
          ],
          stem,
          0.75,
        ),
      ),
      flags.flags.map((flag) => textMark(flag.text, flag.left, laneY(flag.lane), { size: sheet.small, colour: ink })),
    ];
  }
  const y = area.top - NUMBER_RADIUS - 4;
  const low = y + NUMBER_RADIUS;
  return [
    flags.flags.map((flag) =>
      lineMark(
        [
          [flag.at, low],
          [flag.x, low + 6],
          [flag.x, area.bottom],
        ],
        stem,
        0.75,
      ),
    ),
    [
      ...flags.flags.flatMap((flag): Mark[] => [
        { kind: 'dot', x: flag.at, y, radius: NUMBER_RADIUS, colour: ink },
        textMark(String(flag.number), flag.at, y, { align: 'center', size: 9.5, bold: true, colour: paper }),
      ]),
      ...flags.key.map((line, i) =>
        textMark(line, 0, height - (flags.key.length - i) * KEY_LINE + 6, { size: sheet.small, colour: ink }),
      ),
    ],
  ];
}

import { fitText, plainText, wrapText, type Measure } from './text-fit.ts';
import { spread } from './spread.ts';

/** An event at a pixel of the axis. */
export interface FlagInput {
  x: number;
  title: string;
}

/** Where flags stand: titles in lanes above the plot, or numbers with their titles beneath the chart. */
export type Flags =
  | { kind: 'titles'; lanes: number; flags: { x: number; lane: number; text: string; left: number }[] }
  | { kind: 'numbers'; flags: { x: number; at: number; number: number }[]; key: string[] };

export interface FlagRoom {
  left: number;
  right: number;
  /** Right edge of what already stands in the upper lane, the unit's caption. */
  taken: number;
  /** Width of the whole drawing, for the key. */
  width: number;
  maxLanes: number;
  longest: number;
  size: number;
  measure: Measure;
  more(count: number): string;
}

/** Gap between a mark's line and its title. */
const INDENT = 4;
export const NUMBER_RADIUS = 7.5;

export function placeFlags(events: FlagInput[], room: FlagRoom): Flags {
  const sorted = events.map((event) => ({ ...event, title: plainText(event.title) })).sort((a, b) => a.x - b.x);
  return titlesInLanes(sorted, room) ?? numbered(sorted, room);
}

/** From right to left, each title in the lowest lane where it touches neither a title nor another mark's line. */
function titlesInLanes(events: FlagInput[], room: FlagRoom): Flags | null {
  const placed: { x: number; lane: number; text: string; left: number; right: number }[] = [];
  for (const event of [...events].reverse()) {
    if (room.measure(event.title, room.size, false) > room.longest * 1.5) return null;
    const text = fitText(event.title, room.longest, (part) => room.measure(part, room.size, false));
    const width = room.measure(text, room.size, false);
    const left = event.x + INDENT + width <= room.right ? event.x + INDENT : event.x - INDENT - width;
    const box = { x: event.x, text, left, right: left + width };
    const lane = freeLane(box, placed, room);
    if (lane === null) return null;
    placed.push({ ...box, lane });
  }
  const lanes = Math.max(0, ...placed.map((flag) => flag.lane + 1));
  return { kind: 'titles', lanes, flags: placed.map(({ x, lane, text, left }) => ({ x, lane, text, left })) };
}

function freeLane(
  box: { x: number; left: number; right: number },
  placed: { x: number; lane: number; left: number; right: number }[],
  room: FlagRoom,
): number | null {
  if (box.left < room.left) return null;
  for (let lane = 0; lane < room.maxLanes; lane++) {
    const free = placed.every((other) => {
      const apart = box.right + 6 < other.left || other.right + 6 < box.left;
      if (other.lane === lane) return apart && Math.abs(other.x - box.x) > 1;
      if (other.lane > lane) return other.x < box.left - 2 || other.x > box.right + 2;
      return box.x < other.left - 2 || box.x > other.right + 2;
    });
    if (free && box.left > room.taken) return lane;
  }
  return null;
}

/** Numbers in circles side by side, as many as there is room for, and the titles as lines of a key. */
function numbered(events: FlagInput[], room: FlagRoom): Flags {
  const size = NUMBER_RADIUS * 2 + 2;
  const low = Math.max(room.left - NUMBER_RADIUS, room.taken);
  const most = Math.max(1, Math.floor((room.right + NUMBER_RADIUS - low) / size));
  const shown = events.slice(0, most);
  const centres = spread(
    shown.map((event) => ({ wanted: event.x, size })),
    low,
    Math.max(room.right + NUMBER_RADIUS, low + size),
  )!;
  const items = shown.map((event, i) => `${i + 1}\u00a0\u2014\u00a0${joined(event.title, room)}`);
  if (events.length > most) items.push(room.more(events.length - most));
  return {
    kind: 'numbers',
    flags: shown.map((event, i) => ({ x: event.x, at: centres[i]!, number: i + 1 })),
    key: keyLines(items, room),
  };
}

const joined = (title: string, room: FlagRoom): string =>
  fitText(title, room.width * 0.8, (text) => room.measure(text, room.size, false));

/** Spaces that SVG does not collapse. */
const KEY_GAP = '\u00a0\u00a0\u00a0 ';

function keyLines(items: string[], room: FlagRoom): string[] {
  const lines: string[] = [];
  let line = '';
  for (const item of items) {
    const longer = line === '' ? item : `${line}${KEY_GAP}${item}`;
    if (line !== '' && room.measure(longer, room.size, false) > room.width) {
      lines.push(line);
      line = item;
    } else line = longer;
  }
  return line === ''
    ? lines
    : [...lines, ...wrapText(line, room.width, 1, (text) => room.measure(text, room.size, false))];
}

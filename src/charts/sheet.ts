import { formatter, type Formatter } from '../locale/format.ts';
import { remembered } from '../locale/remembered.ts';
import { words, type Words } from '../locale/words.ts';
import { chartWords, type ChartWords } from './chart-words.ts';
import { quiet, readable } from './colour.ts';
import { plainText, type Measure } from './text-fit.ts';
import type { ChartBase, ChartFormat, ChartPart, ChartSeries, ChartTheme, LabelledChart } from './types.ts';
import type { Mark, Plot, TextMark } from './plot-types.ts';

/** What every layout needs: the paper's width, its type, its words. */
export interface Sheet {
  width: number;
  height: number | undefined;
  narrow: boolean;
  /** Pixels: names and values; axis labels and captions. */
  size: number;
  small: number;
  measure: Measure;
  theme: ChartTheme;
  format: ChartFormat;
  say: Formatter;
  words: Words['chart'];
  more: ChartWords;
}

/** Nominal widths: the report's text column, and a phone of 390 px without its margins. */
const WIDTHS = { wide: 680, narrow: 358 };

export function sheetOf(spec: ChartBase, theme: ChartTheme): Sheet {
  const { locale, currency } = spec.format;
  const narrow = spec.size === 'narrow';
  return {
    width: spec.width ?? WIDTHS[narrow ? 'narrow' : 'wide'],
    height: spec.height,
    narrow,
    size: 12,
    small: 11,
    measure: (text, size, bold) => theme.fonts.width(text, size, bold ? 600 : 400),
    theme,
    format: spec.format,
    say: formatter(locale, currency),
    words: words(locale).chart,
    more: chartWords(locale),
  };
}

/** The parts of a plot that every kind has. */
export function plotBase(sheet: Sheet): Pick<Plot, 'family' | 'fontSize' | 'colours'> {
  const { ink, muted, grid, paper } = sheet.theme;
  return { family: sheet.theme.family, fontSize: sheet.small, colours: { ink, muted, grid, paper } };
}

/** The series' own colour in this document, else the palette's by its place. */
export function colourOf(sheet: Sheet, id: string, index: number): string {
  const { theme } = sheet;
  return theme.colourOf(id) ?? theme.series[index % theme.series.length] ?? theme.accent;
}

/**
 * Colours of what one chart shows, by id: each its own. With more channels than colours two have the same one, and of
 * those that meet in a chart the later takes one that nobody there has.
 * @param all everything the chart could show, in the order of the palette
 * @param shown ids of what it does show
 */
export function coloursApart(
  sheet: Sheet,
  all: readonly { id: string }[],
  shown: ReadonlySet<string>,
): Map<string, string> {
  const own = new Map(all.map(({ id }, place) => [id, colourOf(sheet, id, place)]));
  const taken = new Set([...own].flatMap(([id, colour]) => (shown.has(id) ? [colour] : [])));
  const met = new Set<string>();
  for (const [id, colour] of own) {
    if (!shown.has(id)) continue;
    const free = met.has(colour) ? sheet.theme.series.find((one) => !taken.has(one)) : undefined;
    const apart = free ?? colour;
    own.set(id, apart);
    taken.add(apart);
    met.add(apart);
  }
  return own;
}

const letters = remembered<string>(500);

/** The same colour for letters. */
export function letterColour({ theme: { paper, ink } }: Sheet, colour: string): string {
  return letters(`${colour} ${paper} ${ink}`, () => readable(colour, paper, ink));
}

/** What stands back behind the facts: others, comparisons, stems of events. */
export const quietColour = ({ theme: { muted, paper } }: Sheet, share: number): string =>
  quiets(`${muted} ${paper} ${share}`, () => quiet(muted, paper, share));

const quiets = remembered<string>(500);

/** Exact decimals of a series; derived from its values where the specification gives none. */
export function exactOf(series: Pick<ChartSeries, 'values' | 'exact'>): (string | null)[] {
  return series.exact ?? series.values.map(decimal);
}

export const exactPart = (part: ChartPart): string | null =>
  part.exact === undefined ? decimal(part.value) : part.exact;

export const decimal = (value: number | null): string | null => (value === null ? null : String(value));

/** A value as a reader reads it in a table or a tooltip. */
export const fullText = (sheet: Sheet, exact: string | null): string => sheet.say.metric(exact, sheet.format, 'full');

/** A value beside its bar or line. */
export const shortText = (sheet: Sheet, exact: string | null): string => sheet.say.metric(exact, sheet.format, 'short');

/** Days and months in words: every chart of a client has the same ones. */
const spoken = { ru: remembered<string>(5000), en: remembered<string>(5000) };

/** A label of the axis in words: a day, a month, or the name itself. */
export function labelText(sheet: Sheet, label: string, kind: 'day' | 'month' | 'text'): string {
  if (kind === 'text') return plainText(label);
  const say = kind === 'day' ? () => sheet.say.day(label, 'long') : () => monthText(sheet, label);
  return spoken[sheet.format.locale](label, say);
}

/** All labels of an axis in words, the last with the part it is of: «Ноябрь 2026 (22 дня)». */
export function labelTexts(
  sheet: Sheet,
  { labels, labelKind, part }: Pick<LabelledChart, 'labels' | 'labelKind' | 'part'>,
): string[] {
  const texts = labels.map((label) => labelText(sheet, label, labelKind));
  const last = texts.at(-1);
  return part === undefined || last === undefined ? texts : [...texts.slice(0, -1), `${last} (${part})`];
}

function monthText(sheet: Sheet, label: string): string {
  const last = new Date(`${label}-01T00:00:00Z`);
  last.setUTCMonth(last.getUTCMonth() + 1, 0);
  return sheet.say.period({ id: label, kind: 'month', from: `${label}-01`, to: last.toISOString().slice(0, 10) });
}

export function textMark(
  text: string,
  x: number,
  y: number,
  style: { align?: TextMark['align']; size: number; bold?: boolean; colour: string },
): TextMark {
  return {
    kind: 'text',
    text,
    x,
    y,
    align: style.align ?? 'left',
    size: style.size,
    bold: style.bold ?? false,
    colour: style.colour,
  };
}

export function lineMark(points: [number, number][], colour: string, width = 1, dash: number[] = []): Mark {
  return { kind: 'line', points, width, dash, colour };
}

import { dayText } from '../locale/dates.ts';
import { remembered } from '../locale/remembered.ts';
import type { Locale } from '../types/locale.ts';
import { fitText, wrapText } from './text-fit.ts';

type LabelKind = 'day' | 'month' | 'text';

export interface AxisLabelInput {
  labels: string[];
  /** A line beneath the last of the months. */
  part?: string | undefined;
  kind: LabelKind;
  locale: Locale;
  /** Pixels from one label's place to the next one's. */
  pitch: number;
  measure: (text: string) => number;
}

/** At least this much air between neighbours. */
const GAP = 8;

/** The few labels an axis has room for, each as printed lines, by index; `null` where there is none. */
export function axisLabels(input: AxisLabelInput): (string[] | null)[] {
  if (input.kind === 'text') return nameLabels(input);
  const monthly = input.kind === 'month' || input.labels.length > 70;
  return monthly ? monthLabels(input) : dayLabels(input);
}

/** Every day, every second, else the 1st, 8th, 15th, 22nd and 29th; the month beneath where it begins. */
function dayLabels({ labels, locale, pitch, measure }: AxisLabelInput): (string[] | null)[] {
  const widest = measure('30') + GAP;
  const every = widest <= pitch ? 1 : widest <= pitch * 2 ? 2 : widest <= pitch * 7 ? 7 : 14;
  let month = '';
  return labels.map((day) => {
    const number = Number(day.slice(8, 10));
    const shown = every < 7 ? (number - 1) % every === 0 : (number - 1) % every === 0 && number <= 29;
    if (!shown && labels.length > 1) return null;
    const changed = day.slice(0, 7) !== month;
    month = day.slice(0, 7);
    return changed ? [String(number), monthWord(locale, day)] : [String(number)];
  });
}

/** Every month or every second, third, sixth, twelfth, counted from the last; the year beneath where it changes. */
function monthLabels({ labels, part, locale, pitch, measure }: AxisLabelInput): (string[] | null)[] {
  const daily = labels[0]!.length > 7;
  const starts = labels.flatMap((label, i) => (!daily || label.endsWith('-01') ? [i] : []));
  const widest = Math.max(...labels.map((label) => measure(monthWord(locale, label)))) + GAP;
  const monthPitch = daily ? pitch * 30 : pitch;
  const every = [1, 2, 3, 6, 12, 24].find((step) => widest <= monthPitch * step) ?? 48;
  const result: (string[] | null)[] = labels.map(() => null);
  let year = '';
  starts.forEach((index, order) => {
    if ((starts.length - 1 - order) % every !== 0) return;
    const label = labels[index]!;
    const changed = label.slice(0, 4) !== year;
    year = label.slice(0, 4);
    result[index] = changed ? [monthWord(locale, label), year] : [monthWord(locale, label)];
  });
  if (part !== undefined) result.at(-1)?.push(part);
  return result;
}

/** All names on two lines when they fit, else as many as fit, evenly. */
function nameLabels({ labels, pitch, measure }: AxisLabelInput): (string[] | null)[] {
  const room = Math.max(pitch - GAP, 24);
  const every = pitch >= 40 ? 1 : Math.ceil(48 / pitch);
  if (every === 1) return labels.map((label) => wrapText(label, room, 2, measure));
  return labels.map((label, i) => (i % every === 0 ? [fitText(label, pitch * every - GAP, measure)] : null));
}

const words = remembered<string>(24);

/** «окт», `Oct`: the month of `2026-10` or `2026-10-03`, without a full stop. */
/** A label by itself, apart from its neighbours: `Oct`, `Oct 3`, the name. */
export function labelWord(kind: LabelKind, locale: Locale, label: string): string {
  if (kind === 'text') return label;
  return label.length > 7 ? dayText(locale, label, 'short') : monthWord(locale, label);
}

function monthWord(locale: Locale, label: string): string {
  const month = label.slice(5, 7);
  return words(`${locale} ${month}`, () => {
    const format = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
    return format.format(Date.UTC(2024, Number(month) - 1, 1)).replace('.', '');
  });
}

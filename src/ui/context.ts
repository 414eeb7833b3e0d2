import { formatter, type Formatter } from '../locale/format.ts';
import { typeset } from '../locale/typography.ts';
import { words, type Words } from '../locale/words.ts';
import type { Comparison } from '../types/figures.ts';
import type { Locale } from '../types/locale.ts';
import type { CabinetModel, MetricCard, ReportModel } from '../types/report.ts';

/** How a page speaks: its numbers, its fixed phrases, its typography. */
export interface Voice {
  f: Formatter;
  w: Words;
  /** Sets free text: quotes, dashes, spaces that must not break. */
  t(text: string): string;
}

export const voice = (model: { locale: Locale; currency: string }): Voice => ({
  f: formatter(model.locale, model.currency),
  w: words(model.locale),
  t: (text) => typeset(text, model.locale),
});

/**
 * The report a component stands in, and how it speaks.
 * @throws when the page set no report: the component was used outside a report template
 */
export function reportContext(locals: App.Locals): Voice & { report: ReportModel } {
  if (!locals.report) throw new Error('This component stands only in a report template.');
  return { report: locals.report, ...voice(locals.report) };
}

/** The same for the client's cabinet. */
export function cabinetContext(locals: App.Locals): Voice & { cabinet: CabinetModel } {
  if (!locals.cabinet) throw new Error('This component stands only in the cabinet.');
  return { cabinet: locals.cabinet, ...voice(locals.cabinet) };
}

/** A metric's card; throws by name, since a template that asks for an unknown metric is mistaken. */
export function cardOf(model: { metrics: Record<string, MetricCard> }, metric: string): MetricCard {
  const card = model.metrics[metric];
  if (!card) throw new Error(`Unknown metric "${metric}". Known: ${Object.keys(model.metrics).join(', ')}.`);
  return card;
}

export const channelName = (model: { channels: { id: string; name: string }[] }, id: string): string =>
  model.channels.find((channel) => channel.id === id)?.name ?? id;

export const findMetric = (list: Comparison[] | undefined, metric: string): Comparison | undefined =>
  list?.find((comparison) => comparison.metric === metric);

/** `"cost, leads"` or a list → ids. */
export const idList = (value: string | string[]): string[] =>
  (Array.isArray(value) ? value : value.split(',')).map((id) => id.trim()).filter((id) => id !== '');

const used = new WeakMap<object, Map<string, number>>();

/** An id no other element of this page has: `channels`, then `channels-2` … */
export function uniqueId(locals: object, wanted: string): string {
  const counts = used.get(locals) ?? new Map<string, number>();
  used.set(locals, counts);
  const count = (counts.get(wanted) ?? 0) + 1;
  counts.set(wanted, count);
  return count === 1 ? wanted : `${wanted}-${count}`;
}

const said = new WeakMap<object, Set<string>>();

/** True the first time a page says `what`; a finding that stands over one chart is not repeated over the next. */
export function firstTime(locals: object, what: string): boolean {
  const already = said.get(locals) ?? new Set<string>();
  said.set(locals, already);
  const first = !already.has(what);
  already.add(what);
  return first;
}

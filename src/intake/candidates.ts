import type { Metric, SourceRule } from '../types/workspace.ts';
import { withDeclaredDeals } from './deal-plan.ts';
import type { Format } from './format.ts';
import { knownFormats } from './formats/index.ts';

const known = new WeakMap<Record<string, Metric>, Format[]>();
/** Metrics are read anew with every batch of clients, and are the same again. */
let latest: { text: string; formats: Format[] } | null = null;

/** All formats there are with these metrics. */
export function formatsOf(metrics: Record<string, Metric>): Format[] {
  let formats = known.get(metrics);
  if (formats === undefined) {
    const text = JSON.stringify(metrics);
    if (latest?.text !== text) latest = { text, formats: knownFormats(metrics) };
    known.set(metrics, (formats = latest.formats));
  }
  return formats;
}

/** Those a file may have: any, or the one that its source declares. */
export function candidatesOf(formats: readonly Format[], rule: SourceRule | undefined): readonly Format[] {
  if (rule?.format === undefined && rule?.deals === undefined) return formats;
  const wanted = formats.filter((format) => rule?.format === undefined || format.id === rule.format);
  return wanted.map((format) => withDeclaredDeals(format, rule));
}

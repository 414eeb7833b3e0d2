import type { Metric, SourceRule } from '../types/workspace.ts';
import { withDeclaredDeals } from './deal-plan.ts';
import type { Format } from './format.ts';
import { knownFormats } from './formats/index.ts';

const known = new WeakMap<Record<string, Metric>, Format[]>();

/** All formats there are with these metrics. */
export function formatsOf(metrics: Record<string, Metric>): Format[] {
  let formats = known.get(metrics);
  if (formats === undefined) known.set(metrics, (formats = knownFormats(metrics)));
  return formats;
}

/** Those a file may have: any, or the one that its source declares. */
export function candidatesOf(formats: readonly Format[], rule: SourceRule | undefined): Format[] {
  const wanted = formats.filter((format) => rule?.format === undefined || format.id === rule.format);
  return wanted.map((format) => withDeclaredDeals(format, rule));
}

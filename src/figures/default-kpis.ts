import type { Metric } from '../types/workspace.ts';
import type { Facts } from './facts.ts';

/** What a client is shown first when its contract names no metrics. */
const USUAL = ['leads', 'cost', 'cpl'];

/**
 * KPIs of a client whose `client.json` names none: leads, cost and their ratio as far as the exports know them, and
 * when they know less than all three, other metrics with data in their place. Never a metric without data.
 */
export function defaultKpis(facts: Facts, metrics: Record<string, Metric>): string[] {
  const known = (metric: Metric): boolean =>
    metric.kind === 'additive'
      ? facts.series.has(metric.id)
      : facts.series.has(metric.numerator) && facts.series.has(metric.denominator);
  const ordered = [...new Set([...USUAL, ...Object.keys(metrics)])].flatMap((id) => metrics[id] ?? []);
  return ordered
    .filter(known)
    .slice(0, USUAL.length)
    .map(({ id }) => id);
}

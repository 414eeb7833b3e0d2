import type { Metric } from '../types/workspace.ts';
import { signOf } from './exact.ts';
import type { MetricSums } from './sums.ts';

/** What the spend behind a ratio takes from its verdict, or gives to it. */
export interface PaidFor {
  /** Nothing was spent: «0 ₽ за лид» is then no achievement. */
  nothing: boolean;
  /** Money was spent and nothing came of it: a cost per lead without a lead is above any limit. */
  inVain: boolean;
}

/** Three stretches of days that are compared. */
export type ComparedPrices = Record<'value' | 'previous' | 'yearAgo', PaidFor>;

const ORDINARY: PaidFor = { nothing: false, inVain: false };

export const ORDINARY_PRICES: ComparedPrices = { value: ORDINARY, previous: ORDINARY, yearAgo: ORDINARY };

/** How a ratio stands to its spend; what is divided is spend where no direction of it is the better one. */
export function paidFor(metric: Metric, metrics: Record<string, Metric>, sums: MetricSums): PaidFor {
  if (metric.kind !== 'ratio' || metric.better !== 'lower') return ORDINARY;
  const spent = sums.get(metric.numerator);
  const got = sums.get(metric.denominator);
  const part = metrics[metric.numerator];
  if (spent === undefined || got === undefined || part?.kind !== 'additive' || !part.neutral) return ORDINARY;
  return { nothing: signOf(spent) === 0, inVain: signOf(spent) > 0 && signOf(got) <= 0 };
}

import type { Change, Comparison, Decimal, KnownWhole } from '../types/figures.ts';
import type { Metric } from '../types/workspace.ts';
import { compare, divide, plain, plainOrNull, signOf, subtract, type Maybe } from './exact.ts';
import { ORDINARY_PRICES, type ComparedPrices, type PaidFor } from './price.ts';
import type { MetricTarget } from './targets.ts';

/** One metric's values over the three stretches of days that are compared. */
export interface ComparedValues {
  value: Maybe;
  previous: Maybe;
  yearAgo: Maybe;
}

/**
 * A metric beside the period before, the year before and the target. By how much it changed against a stretch of which
 * only some days are known is unknown: four months of a year say nothing of the year. A price at which nothing was
 * bought has no verdict, and what was paid for nothing has missed its target.
 * @param running the period has not ended: what was spent in vain so far may still bring something
 */
export function compareMetric(
  metric: Metric,
  values: ComparedValues,
  target: MetricTarget,
  whole: KnownWhole,
  prices: ComparedPrices = ORDINARY_PRICES,
  running = false,
): Comparison {
  const { value, previous, yearAgo } = values;
  const told = { value: plainOrNull(value), previous: plainOrNull(previous), yearAgo: plainOrNull(yearAgo) };
  const { better } = metric;
  const judged = (earlier: PaidFor): Direction =>
    prices.value.nothing || earlier.nothing ? null : directionOf(metric);
  const inVain = prices.value.inVain && !running && whole.current && target.full !== null;
  return {
    metric: metric.id,
    ...told,
    target: plainOrNull(target.full),
    unit: metric.unit,
    better,
    againstPrevious: whole.previous
      ? changeBetween(previous, value, judged(prices.previous), told.previous, told.value)
      : unknownChange(told.previous, told.value),
    againstYearAgo: whole.yearAgo
      ? changeBetween(yearAgo, value, judged(prices.yearAgo), told.yearAgo, told.value)
      : unknownChange(told.yearAgo, told.value),
    targetDone: prices.value.nothing ? null : plainOrNull(shareOf(value, target.full)),
    targetSense: inVain ? 'bad' : prices.value.nothing ? 'neutral' : targetSense(metric, value, target, whole.current),
    targetReached: isReached(metric, value, target.full),
  };
}

/** Which way a change of the metric is good; `null` where neither is, as of spend. */
export const directionOf = ({ better, neutral = false }: Pick<Metric, 'better' | 'neutral'>): Direction =>
  neutral ? null : better;

type Direction = Metric['better'] | null;

/**
 * The change from one value to another; unknown when either is.
 * @param fromText what `plainOrNull` says of `from`, where that is known
 */
export function changeBetween(
  from: Maybe,
  to: Maybe,
  direction: Direction,
  fromText = plainOrNull(from),
  toText = plainOrNull(to),
): Change {
  if (from === null || to === null) return unknownChange(fromText, toText);
  const change = subtract(to, from);
  const sign = direction === null ? 0 : signOf(change) * (direction === 'higher' ? 1 : -1);
  return {
    from: fromText,
    to: toText,
    absolute: plain(change),
    // Of less than nothing there is no share: from −2,340 to −375 is no rise by 84 %.
    relative: signOf(from) < 0 ? null : plainOrNull(divide(change, from)),
    sense: sign > 0 ? 'good' : sign < 0 ? 'bad' : 'neutral',
  };
}

function unknownChange(from: Decimal, to: Decimal): Change {
  return { from, to, absolute: null, relative: null, sense: 'neutral' };
}

/** `part / whole` as a fraction; `null` when either is unknown or the whole is zero. */
export function shareOf(part: Maybe, whole: Maybe): Maybe {
  return part === null || whole === null ? null : divide(part, whole);
}

function isReached(metric: Metric, value: Maybe, full: Maybe): boolean {
  if (value === null || full === null) return false;
  return metric.kind === 'additive' && metric.better === 'higher' && compare(value, full) >= 0;
}

function targetSense(
  metric: Metric,
  value: Maybe,
  { full, due }: MetricTarget,
  whole: boolean,
): Comparison['targetSense'] {
  if (value === null || due === null || full === null) return 'neutral';
  // Days that are missing can only add to a sum: what has passed the whole target stays there.
  const passed = compare(value, full);
  const certain = passed > 0 || (passed === 0 && metric.better === 'higher');
  if (!whole && (metric.kind === 'ratio' || !certain)) return 'neutral';
  const ahead = compare(value, due) * (metric.better === 'higher' ? 1 : -1);
  return ahead >= 0 ? 'good' : 'bad';
}

import type { Decimal } from '../types/figures.ts';
import type { Day, Period } from '../types/period.ts';
import type { MonthlyHistory } from '../types/report.ts';
import type { Client, Metric, Target } from '../types/workspace.ts';
import { compare, divide, exact, multiply, plainOrNull, signOf, type Maybe } from './exact.ts';
import { monthsOf, periodOf } from './period.ts';
import { dueBy, plannedSum, type PlannedPart } from './planned.ts';
import { factorOf } from './sums.ts';

/** A metric's target for a whole period, and what of it should be reached by its last counted day. */
export interface MetricTarget {
  full: Maybe;
  due: Maybe;
}

const NO_TARGET: MetricTarget = { full: null, due: null };

/**
 * The target of a metric for a channel, or for the whole client (`channel` null).
 * A quarter or a year without a row of its own takes the sum of its months, when every month has one.
 * A ratio without a row takes what all its months say alike; where they say nothing, the quotient of its parts' targets;
 * where they differ it has none, for nobody agreed on one. Blank and zero mean "no target".
 * @param lastDay last counted day of a running period; an additive target is due in proportion to its days
 */
export function targetOf(
  client: Client,
  metrics: Record<string, Metric>,
  metric: Metric,
  channel: string | null,
  period: Period,
  lastDay: Day,
): MetricTarget {
  if (metric.kind === 'additive') {
    const parts = targetParts(client, metric.id, channel, period);
    return parts === null ? NO_TARGET : { full: plannedSum(parts), due: dueBy(parts, lastDay) };
  }
  const own = targetRow(client, metric.id, channel, period.id);
  if (own !== undefined) return { full: own, due: own };
  const ofMonths = sharedByMonths(client, metric.id, channel, period);
  if (ofMonths !== undefined) return { full: ofMonths, due: ofMonths };
  const partTarget = (id: string) => {
    const part = metrics[id];
    return part?.kind === 'additive' ? targetOf(client, metrics, part, channel, period, lastDay).full : null;
  };
  const [numerator, denominator] = [partTarget(metric.numerator), partTarget(metric.denominator)];
  if (numerator === null || denominator === null) return NO_TARGET;
  const ratio = divide(multiply(numerator, factorOf(metric)), denominator);
  return { full: ratio, due: ratio };
}

/** The whole client's targets of each month of a history, by metric; without those that have none. */
export function targetsByMonth(
  client: Client,
  metrics: Record<string, Metric>,
  known: readonly Metric[],
  { months }: MonthlyHistory,
): Record<string, Decimal[]> {
  if (client.targets.length === 0) return {};
  const whole = months.map(({ from }) => periodOf(from, 'month'));
  const all = known.map((metric): [string, Decimal[]] => [
    metric.id,
    whole.map((month) => plainOrNull(targetOf(client, metrics, metric, null, month, month.to).full)),
  ]);
  return Object.fromEntries(all.filter(([, targets]) => targets.some((target) => target !== null)));
}

/**
 * The rows of `targets.csv` behind a target, the whole client's (`channel` null) or a channel's: the period's own, or
 * those of its months.
 */
export function targetRows(client: Client, metric: string, channel: string | null, period: Period): Target[] {
  const rowOf = ({ id }: Period) =>
    client.targets.find((row) => row.metric === metric && row.channel === channel && row.period === id);
  const own = rowOf(period);
  const rows = own ? [own] : period.kind === 'quarter' || period.kind === 'year' ? monthsOf(period).map(rowOf) : [];
  const stated = rows.flatMap((row) => (row && row.target !== null && signOf(exact(row.target)) !== 0 ? [row] : []));
  return stated.length === rows.length ? stated : [];
}

/** The target that all months of a quarter or a year state alike; `null` when only some do or they differ, `undefined` when none does. */
function sharedByMonths(client: Client, metric: string, channel: string | null, period: Period): Maybe | undefined {
  if (period.kind !== 'quarter' && period.kind !== 'year') return undefined;
  const months = monthsOf(period).map(({ id }) => targetRow(client, metric, channel, id) ?? null);
  const [first = null] = months;
  if (months.every((one) => one === null)) return undefined;
  return first !== null && months.every((one) => one !== null && compare(one, first) === 0) ? first : null;
}

function targetParts(client: Client, metric: string, channel: string | null, period: Period): PlannedPart[] | null {
  const own = targetRow(client, metric, channel, period.id);
  if (own !== undefined) return own === null ? null : [{ period, amount: own }];
  if (period.kind !== 'quarter' && period.kind !== 'year') return null;
  const parts: PlannedPart[] = [];
  for (const month of monthsOf(period)) {
    const amount = targetRow(client, metric, channel, month.id);
    if (amount === undefined || amount === null) return null;
    parts.push({ period: month, amount });
  }
  return parts;
}

/** The row's target; `null` when it says "no target", `undefined` when there is no row. */
function targetRow(client: Client, metric: string, channel: string | null, period: string): Maybe | undefined {
  const row = client.targets.find(
    (target) => target.metric === metric && target.channel === channel && target.period === period,
  );
  if (row === undefined) return undefined;
  const amount = row.target === null ? null : exact(row.target);
  return amount === null || signOf(amount) === 0 ? null : amount;
}

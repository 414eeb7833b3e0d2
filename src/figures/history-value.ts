import { decimalText } from '../decimals/units.ts';
import type { Decimal } from '../types/figures.ts';
import type { MonthlyHistory, MonthSums } from '../types/report.ts';
import type { Metric } from '../types/workspace.ts';
import { divide, multiply, plainOrNull, shortRatio, signOf, type Exact } from './exact.ts';
import { factorOf } from './sums.ts';

/** A sum in units of `10^-scale`, as text where a double does not hold it. */
interface MonthSum {
  units: number | string;
  scale: number;
}

/**
 * A metric's value in one month of a history, `null` when unknown.
 * @param month its place among the months
 * @param channel the whole client when absent
 */
export function historyValue(history: MonthlyHistory, metric: Metric, month: number, channel?: string): Decimal {
  const sums = channel === undefined ? history.total : own(history.channels, channel);
  const sumOf = (id: string): MonthSum | null => sumIn(sums && own(sums, id), month);
  if (metric.kind === 'ratio') {
    const [numerator, denominator] = [sumOf(metric.numerator), sumOf(metric.denominator)];
    return numerator && denominator && quotient(metric, numerator, denominator);
  }
  const sum = sumOf(metric.id);
  return sum && decimalText(typeof sum.units === 'number' ? sum.units : BigInt(sum.units), sum.scale);
}

/** Own keys only: a channel or a metric may be called `constructor`. */
function own<T>(record: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function sumIn(sums: MonthSums | undefined, month: number): MonthSum | null {
  const units = sums?.units[month] ?? null;
  return units === null ? null : { units, scale: sums!.scale };
}

/** `numerator × factor / denominator`, unknown when the denominator is not above zero. */
export function quotient(metric: Metric & { kind: 'ratio' }, numerator: MonthSum, denominator: MonthSum): Decimal {
  const [top, bottom] = [numerator.units, denominator.units];
  if (typeof top === 'number' && typeof bottom === 'number') {
    if (bottom <= 0) return null;
    const factor = metric.factor ?? 1;
    // A product that is not whole without loss is beyond what the short way takes.
    const short = Number.isInteger(factor)
      ? shortRatio(top * factor, numerator.scale, bottom, denominator.scale)
      : null;
    if (short !== null) return short;
  }
  const divisor = exactOf(denominator);
  if (signOf(divisor) < 0) return null;
  return plainOrNull(divide(multiply(exactOf(numerator), factorOf(metric)), divisor));
}

const exactOf = ({ units, scale }: MonthSum): Exact => ({ units: BigInt(units), scale });

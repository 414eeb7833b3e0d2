import type { Compared } from '../types/figures.ts';
import type { Day, Period } from '../types/period.ts';
import { cutDays, daysBetween, daysIn, endedBy, previousPeriod, yearAgo as yearBefore } from './period.ts';

/**
 * The stretches a period is compared over. A period that has not ended by the as-of day is cut to its complete days,
 * and so are the two earlier ones; an earlier month that is shorter is taken whole.
 */
export function comparedPeriods(period: Period, asOf: Day): Compared {
  const days = daysIn(period);
  const partial = !endedBy(period, asOf);
  const elapsed = partial ? Math.max(0, daysBetween(period.from, asOf)) : days;
  return {
    current: cutDays(period, elapsed),
    previous: cutDays(previousPeriod(period), partial ? elapsed : Infinity),
    yearAgo: cutDays(yearBefore(period), partial ? elapsed : Infinity),
    partial,
    elapsed,
    days,
  };
}

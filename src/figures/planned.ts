import type { Day, Period } from '../types/period.ts';
import { divide, exact, multiply, sum, type Exact } from './exact.ts';
import { daysBetween, daysIn } from './period.ts';

/** An amount planned for a period: a target or a budget. Quarters may be planned month by month. */
export interface PlannedPart {
  period: Period;
  amount: Exact;
}

export function plannedSum(parts: PlannedPart[]): Exact {
  return sum(parts.map(({ amount }) => amount));
}

/** How much of the planned amount falls on the days up to `lastDay`, each part spread evenly over its days. */
export function dueBy(parts: PlannedPart[], lastDay: Day): Exact {
  return sum(
    parts.map(({ period, amount }) => {
      const days = daysIn(period);
      const elapsed = Math.min(days, Math.max(0, daysBetween(period.from, lastDay) + 1));
      return elapsed === days ? amount : divide(multiply(amount, exact(String(elapsed))), exact(String(days)))!;
    }),
  );
}

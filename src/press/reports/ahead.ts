import { addDays, endedBy, parsePeriod, periodOf } from '../../figures/period.ts';
import type { Day, Period } from '../../types/period.ts';
import type { PlanItem } from '../../types/workspace.ts';

/**
 * Whether a task lies ahead of a report: November's stand in October's report. While a period runs, and after a stretch
 * that ends within a month, so do those of its own that are not due before: on the 10th of November the client asks for
 * the rest of November first.
 */
export function isAhead(item: PlanItem, period: Period, asOf: Day): boolean {
  if (nextPeriodIds(period).includes(item.period)) return true;
  const own = parsePeriod(item.period);
  const from = endedBy(period, asOf) ? addDays(period.to, 1) : asOf;
  if (own === null || own.to < from || (item.due !== null && item.due < from)) return false;
  const month = periodOf(period.to, 'month');
  const whole = period.kind === 'range' ? { from: period.from, to: month.to } : period;
  return (own.from >= whole.from && own.to <= whole.to) || own.id === month.id;
}

function nextPeriodIds(period: Period): string[] {
  const year = Number(period.to.slice(0, 4));
  const month = Number(period.to.slice(5, 7));
  const next = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
  const monthId = `${next.year}-${String(next.month).padStart(2, '0')}`;
  if (period.kind === 'month' || period.kind === 'range') return [monthId];
  const quarterId = `${next.year}-Q${Math.ceil(next.month / 3)}`;
  if (period.kind === 'quarter') return [quarterId, ...monthsFrom(next.year, next.month, 3)];
  return [String(next.year), quarterId, ...monthsFrom(next.year, next.month, 12)];
}

function monthsFrom(year: number, month: number, count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const index = year * 12 + (month - 1) + i;
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
  });
}

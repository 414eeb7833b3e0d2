import { comparePeriods, endedBy, periodOf } from '../../figures/period.ts';
import type { Day, Period, ReportKind } from '../../types/period.ts';

/** One report to make. */
export interface ReportPlan {
  period: Period;
  kind: ReportKind | 'range';
}

const KIND_OF: Record<Period['kind'], ReportPlan['kind']> = {
  month: 'monthly',
  quarter: 'quarterly',
  year: 'yearly',
  range: 'range',
};

const PERIOD_OF: Record<ReportKind, 'month' | 'quarter' | 'year'> = {
  monthly: 'month',
  quarterly: 'quarter',
  yearly: 'year',
};

export function kindOf(period: Period): ReportPlan['kind'] {
  return KIND_OF[period.kind];
}

/** A range has no template of its own; it is told in the monthly one. */
export function templateOf(kind: ReportPlan['kind']): ReportKind {
  return kind === 'range' ? 'monthly' : kind;
}

/**
 * The reports a client receives: of its report kinds every period that has data and has ended by the as-of date,
 * or, when periods are asked for, those of them that have any data. Oldest first.
 * @param days days with data, in any order
 */
export function planReports(kinds: ReportKind[], days: Day[], asOf: Day, asked: Period[] | null): ReportPlan[] {
  const counted = days.filter((day) => day < asOf);
  const periods = asked
    ? asked.filter((period) => counted.some((day) => day >= period.from && day <= period.to))
    : endedPeriods(kinds, counted, asOf);
  return periods.sort(comparePeriods).map((period) => ({ period, kind: kindOf(period) }));
}

function endedPeriods(kinds: ReportKind[], days: Day[], asOf: Day): Period[] {
  const found = new Map<string, Period>();
  for (const kind of kinds) {
    for (const day of days) {
      const period = periodOf(day, PERIOD_OF[kind]);
      if (endedBy(period, asOf)) found.set(period.id, period);
    }
  }
  return [...found.values()];
}

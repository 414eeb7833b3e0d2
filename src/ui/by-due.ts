import type { PlanLine } from '../types/report.ts';

/** Lines of a plan by due date; those without one come last, otherwise in the order they were written. */
export const byDue = (plan: PlanLine[]): PlanLine[] =>
  [...plan].sort((a, b) => {
    if (a.due === b.due) return 0;
    if (a.due === null || b.due === null) return a.due === null ? 1 : -1;
    return a.due < b.due ? -1 : 1;
  });

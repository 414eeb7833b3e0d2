import type { PlanFact } from '../../types/figures.ts';

export type PlanColumn = keyof PlanFact['columns'];

/** The metric whose fact stands beside a plan column. */
export const PLAN_METRIC: Record<PlanColumn, string> = {
  budget: 'cost',
  impressions: 'impressions',
  clicks: 'clicks',
  leads: 'leads',
};

/** Columns the plan fills, in the plan's order; at most three, so that the table fits a sheet: impressions give way. */
export function planColumns(rows: PlanFact[]): PlanColumn[] {
  const filled = (['budget', 'impressions', 'clicks', 'leads'] as const).filter((column) =>
    rows.some((row) => row.columns[column].plan !== null),
  );
  return filled.length > 3 ? filled.filter((column) => column !== 'impressions') : filled;
}

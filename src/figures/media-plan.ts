import type { Decimal, PlanFact } from '../types/figures.ts';
import type { Period } from '../types/period.ts';
import type { Client, MediaPlanRow } from '../types/workspace.ts';
import { shareOf } from './comparison.ts';
import { maybe, plainOrNull, signOf, sumKnown, ZERO, type Maybe } from './exact.ts';
import { byText } from './order.ts';
import { monthsOf } from './period.ts';
import { plannedSum, type PlannedPart } from './planned.ts';
import { channelSums, type Sums } from './sums.ts';

export type PlanColumn = keyof PlanFact['columns'];

export const PLAN_COLUMNS: readonly PlanColumn[] = ['budget', 'impressions', 'clicks', 'leads'];

/** The metric that is the fact of a plan's column. */
export const FACT_OF: Record<PlanColumn, string> = {
  budget: 'cost',
  impressions: 'impressions',
  clicks: 'clicks',
  leads: 'leads',
};

/** The media plan of one period: its own rows, or those of its months. */
export interface PeriodPlan {
  period: Period;
  rows: { period: Period; row: MediaPlanRow }[];
}

/**
 * The plan's rows for a period; `null` when there is no plan. A quarter or a year without rows of its own
 * takes those of its months, when every month has some.
 */
export function planFor(client: Client, period: Period): PeriodPlan | null {
  const rowsOf = (one: Period) =>
    client.mediaPlan.filter((row) => row.period === one.id).map((row) => ({ period: one, row }));
  const own = rowsOf(period);
  if (own.length > 0) return { period, rows: own };
  if (period.kind !== 'quarter' && period.kind !== 'year') return null;
  const months = monthsOf(period).map(rowsOf);
  return months.every((rows) => rows.length > 0) ? { period, rows: months.flat() } : null;
}

/** What the plan gives a channel in a column, part by part; empty when it says nothing. */
export function plannedParts(plan: PeriodPlan, channel: string, column: PlanColumn): PlannedPart[] {
  return plan.rows.flatMap(({ period, row }) => {
    const amount = row.channel === channel ? maybe(row[column]) : null;
    return amount === null ? [] : [{ period, amount }];
  });
}

/** Channels of the plan and channels that spent without being planned, sorted. */
export function planChannels(plan: PeriodPlan, sums: Sums): string[] {
  const spent = [...sums.channels].filter(([, metrics]) => signOf(metrics.get('cost') ?? ZERO) !== 0);
  return [...new Set([...plan.rows.map(({ row }) => row.channel), ...spent.map(([id]) => id)])].sort(byText);
}

/**
 * Plan against fact of each channel, and of all of them together. The whole has no share done in a column that the
 * plan leaves blank for some of its channels: their fact stands in the sum and their plan does not.
 */
export function planAgainstFact(plan: PeriodPlan, sums: Sums): { rows: PlanFact[]; total: PlanFact } {
  const channels = planChannels(plan, sums);
  const values = new Map(channels.map((channel) => [channel, channelValues(plan, sums, channel)]));
  const total = columnsOf((column) => {
    const all = [...values.values()].map((columns) => columns[column]);
    return { plan: sumKnown(all.map((one) => one.plan)), fact: sumKnown(all.map((one) => one.fact)) };
  });
  const columns = printed(total);
  for (const column of PLAN_COLUMNS) {
    if (isPartial(plan, sums, column)) columns[column].done = null;
  }
  return {
    rows: channels.map((channel) => ({ channel, columns: printed(values.get(channel)!) })),
    total: { channel: '', columns },
  };
}

/** True when the plan leaves a column blank for a channel that has its fact: plan and fact are then of different channels. */
export const isPartial = (plan: PeriodPlan, sums: Sums, column: PlanColumn): boolean =>
  plan.rows.some(({ row }) => row[column] === null && channelSums(sums, row.channel).has(FACT_OF[column]));

type Columns = Record<PlanColumn, { plan: Maybe; fact: Maybe }>;

function channelValues(plan: PeriodPlan, sums: Sums, channel: string): Columns {
  return columnsOf((column) => {
    const parts = plannedParts(plan, channel, column);
    const fact = channelSums(sums, channel).get(FACT_OF[column]) ?? null;
    return { plan: parts.length === 0 ? null : plannedSum(parts), fact };
  });
}

function columnsOf(read: (column: PlanColumn) => { plan: Maybe; fact: Maybe }): Columns {
  return Object.fromEntries(PLAN_COLUMNS.map((column) => [column, read(column)])) as Columns;
}

function printed(columns: Columns): PlanFact['columns'] {
  const line = ({ plan, fact }: { plan: Maybe; fact: Maybe }): { plan: Decimal; fact: Decimal; done: Decimal } => ({
    plan: plainOrNull(plan),
    fact: plainOrNull(fact),
    done: plainOrNull(shareOf(fact, plan)),
  });
  return Object.fromEntries(PLAN_COLUMNS.map((column) => [column, line(columns[column])])) as PlanFact['columns'];
}

import { expected, type Market, type Measure } from './market.ts';

/** Months of the year that media plans and targets are written for. */
export const PLANNED_MONTHS = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`);

const lastDay = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10);

const expectedIn = (market: Market, channel: string, month: string): Record<Measure, number> =>
  expected(market, channel, `${month}-01`, lastDay(month));

const rounded = (value: number, step: number): number => Math.round(value / step) * step;

/** How one client's planner rounds: smallest steps of each column, money in whole units. */
export interface Steps {
  budget: number;
  impressions: number;
  clicks: number;
  leads: number;
}

/** `media-plan.csv`: what the planner expects of every paid channel, in round numbers. */
export function mediaPlan(market: Market, channels: string[], steps: Steps): string[][] {
  const rows = [['period', 'channel', 'budget', 'impressions', 'clicks', 'leads']];
  for (const month of PLANNED_MONTHS) {
    for (const channel of channels) {
      const plan = expectedIn(market, channel, month);
      if (plan.cost === 0) continue;
      rows.push([
        month,
        channel,
        String(rounded(plan.cost / 100, steps.budget)),
        String(rounded(plan.impressions, steps.impressions)),
        String(rounded(plan.clicks, steps.clicks)),
        String(rounded(plan.leads, steps.leads)),
      ]);
    }
  }
  return rows;
}

/** A monthly target of an additive metric: the planner's expectation, `lift` per mille of it, in round numbers. */
export interface Goal {
  metric: Measure;
  lift: number;
  step: number;
}

/** Rows of `targets.csv` for the whole client, month by month: goals first, then targets that never change. */
export function monthlyTargets(market: Market, goals: Goal[], fixed: [metric: string, target: string][]): string[][] {
  const channels = [...new Set(market.campaigns.map(({ channel }) => channel))];
  return PLANNED_MONTHS.flatMap((month) => {
    const goal = ({ metric, lift, step }: Goal) => {
      const minor = metric === 'cost' || metric === 'revenue' ? 100 : 1;
      const sum = channels.reduce((all, channel) => all + expectedIn(market, channel, month)[metric], 0);
      return [month, metric, '', String(rounded((sum / minor / 1000) * lift, step))];
    };
    return [...goals.map(goal), ...fixed.map(([metric, target]) => [month, metric, '', target])];
  });
}

/** Sums of monthly targets for a quarter or the year. */
export function summedTargets(monthly: string[][], period: string, months: string[], metrics: string[]): string[][] {
  return metrics.map((metric) => {
    const values = monthly.filter(([month, name]) => months.includes(month!) && name === metric);
    return [period, metric, '', String(values.reduce((sum, row) => sum + Number(row[3]), 0))];
  });
}

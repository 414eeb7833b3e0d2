import type { Compared, Pacing } from '../types/figures.ts';
import type { Day } from '../types/period.ts';
import { shareOf } from './comparison.ts';
import { divide, exact, multiply, plainOrNull, sumKnown, type Maybe } from './exact.ts';
import type { Facts } from './facts.ts';
import { byText } from './order.ts';
import { isPartial, planChannels, plannedParts, type PeriodPlan } from './media-plan.ts';
import { addDays } from './period.ts';
import { dueBy, plannedSum, type PlannedPart } from './planned.ts';
import { daysOf } from './series.ts';
import { channelSums, type Sums } from './sums.ts';

/** Spend data older than this many days makes pacing untrustworthy. */
const FRESH_DAYS = 2;

/**
 * Spend against the budget that is due by the last complete day, and its projection to the period's end, of all
 * channels together (first) and of each planned or spending channel. The whole has no pace where the plan names a
 * spending channel without a budget. Empty for a period that has ended.
 */
export function pacingOf(facts: Facts, plan: PeriodPlan, sums: Sums, compared: Compared, asOf: Day): Pacing[] {
  if (!compared.partial || compared.elapsed === 0) return [];
  const channels = planChannels(plan, sums);
  const line = (channel: string | null, parts: PlannedPart[], spent: Maybe, lastDay: Day | null): Pacing => {
    const budget = parts.length === 0 ? null : plannedSum(parts);
    const due = parts.length === 0 ? null : dueBy(parts, compared.current.to);
    return {
      channel,
      budget: plainOrNull(budget),
      spent: plainOrNull(spent),
      due: plainOrNull(due),
      pace: plainOrNull(shareOf(spent, due)),
      projection: plainOrNull(projected(spent, compared)),
      lastDay,
      stale: lastDay === null || lastDay < addDays(asOf, -FRESH_DAYS),
    };
  };
  const lines = channels.map((channel) => ({
    channel,
    parts: plannedParts(plan, channel, 'budget'),
    spent: channelSums(sums, channel).get('cost') ?? null,
    lastDay: lastSpendDay(facts, channel, asOf),
  }));
  const lastDays = lines.flatMap(({ lastDay }) => lastDay ?? []).sort(byText);
  const all = line(
    null,
    lines.flatMap(({ parts }) => parts),
    sumKnown(lines.map(({ spent }) => spent)),
    lastDays.at(-1) ?? null,
  );
  const each = lines.map(({ channel, parts, spent, lastDay }) => line(channel, parts, spent, lastDay));
  const pace = isPartial(plan, sums, 'budget') ? null : all.pace;
  // The whole is no fresher than its oldest planned part.
  return [{ ...all, pace, stale: each.some((one) => one.budget !== null && one.stale) }, ...each];
}

function projected(spent: Maybe, { elapsed, days }: Compared): Maybe {
  return spent === null ? null : divide(multiply(spent, exact(String(days))), exact(String(elapsed)));
}

function lastSpendDay(facts: Facts, channel: string, asOf: Day): Day | null {
  const last = (facts.series.get('cost')?.get(channel) ?? []).flatMap(
    (part) => daysOf(part).findLast((day) => day < asOf) ?? [],
  );
  return last.sort(byText).at(-1) ?? null;
}

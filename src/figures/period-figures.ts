import type {
  Comparison,
  Compared,
  Coverage,
  FiguresFile,
  Lineage,
  Pacing,
  PlanFact,
  SourceLine,
  SourceList,
  Story,
} from '../types/figures.ts';
import type { Day, Period } from '../types/period.ts';
import type { Problem } from '../types/problem.ts';
import type { MonthlyHistory, ReportModel } from '../types/report.ts';
import type { Client, Metric } from '../types/workspace.ts';
import { besideOf, comparedSources } from './beside.ts';
import { comparedPeriods } from './compared.ts';
import { compareMetric } from './comparison.ts';
import { coverageOf, coverageProblems } from './coverage.ts';
import type { Facts } from './facts.ts';
import { figuresFile } from './figures-file.ts';
import { monthlyHistory } from './history.ts';
import { lineageOf } from './lineage.ts';
import { partLists } from './part-lists.ts';
import type { ChannelNames } from './period-problems.ts';
import { planAgainstFact, planFor } from './media-plan.ts';
import { byText } from './order.ts';
import { pacingOf } from './pacing.ts';
import { paidFor } from './price.ts';
import { gapsIn, knownWhole, silenceProblems } from './silence.ts';
import { storyOf } from './stories.ts';
import { channelSums, sumPeriod, valueOf, type MetricSums, type Sums } from './sums.ts';
import { targetOf, targetsByMonth } from './targets.ts';

/** Everything that is computed for one client and one period. Metrics stand KPIs first, then as they are defined. */
export interface PeriodFigures {
  compared: Compared;
  figures: FiguresFile;
  /** In the contract's order, also without any value. */
  kpis: Comparison[];
  /** Metrics with a value, a value to compare with, or a target. */
  totals: Comparison[];
  /** The KPIs and the metrics of `totals` for each channel that has any of them, channels in code-unit order. */
  byChannel: Record<string, Comparison[]>;
  history: MonthlyHistory;
  monthlyTargets: ReportModel['monthlyTargets'];
  stories: Story[];
  /** `null` without a media plan for the period; the total's `channel` is empty, pacing only while it runs. */
  mediaPlan: { rows: PlanFact[]; total: PlanFact; pacing: Pacing[] } | null;
  lineage: Lineage[];
  /** Files behind the compared stretches alone. */
  comparedSources: SourceLine[];
  /** Queries, search terms, placements and pages of the period. */
  lists: SourceList[];
  /** Of the coverage, what readers are told. */
  gaps: Coverage[];
  /** What is wrong in this period: gaps, stale sources, figures that may change. Not the problems of `gatherFacts`. */
  problems: Problem[];
}

interface ComparedSums {
  value: Sums;
  previous: Sums;
  yearAgo: Sums;
}

/**
 * Sums, ratios, comparisons, stories, pacing and lineage of one period. Only days before `asOf` count:
 * its own day is not complete. KPIs that are not among `metrics` are left out (the workspace reports them).
 * @param channelNames how warnings call channels, the agency's names among them
 */
export function periodFigures(
  facts: Facts,
  client: Client,
  metrics: Record<string, Metric>,
  period: Period,
  asOf: Day,
  channelNames: ChannelNames = client.channels,
): PeriodFigures {
  const compared = comparedPeriods(period, asOf);
  const { current } = compared;
  const sums: ComparedSums = {
    value: sumPeriod(facts, current),
    previous: sumPeriod(facts, compared.previous),
    yearAgo: sumPeriod(facts, compared.yearAgo),
  };
  const wholeness = knownWhole(facts, compared);
  const compareIn = (channel: string | null) => (metric: Metric) => {
    const each = <T>(read: (one: MetricSums) => T) => {
      const of = (one: Sums) => read(channel === null ? one.total : channelSums(one, channel));
      return { value: of(sums.value), previous: of(sums.previous), yearAgo: of(sums.yearAgo) };
    };
    const values = each((one) => valueOf(metric, one));
    const prices = each((one) => paidFor(metric, metrics, one));
    const target = targetOf(client, metrics, metric, channel, period, current.to);
    return compareMetric(metric, values, target, wholeness(metric, channel), prices, compared.partial);
  };

  const ordered = kpisFirst(client, metrics);
  const all = ordered.map(compareIn(null));
  const kpis = all.slice(0, kpisOf(client, metrics).length);
  const totals = all.filter(hasValue);
  const shown = all.filter((one) => kpis.includes(one) || totals.includes(one));
  const known = ordered.filter((metric) => shown.some((one) => one.metric === metric.id));
  const byChannel = Object.fromEntries(
    channelsOf(client, sums)
      .map((channel): [string, Comparison[]] => [channel, known.map(compareIn(channel))])
      .filter(([, lines]) => lines.some(hasValue)),
  );

  const coverage = coverageOf(facts, compared, asOf);
  const problems = [
    ...coverageProblems(facts, client, compared, coverage, asOf, channelNames),
    ...silenceProblems(facts, client, compared),
  ];
  const lists = partLists(facts, period);
  const plan = planFor(client, period);
  const history = monthlyHistory(facts, known, current.to);
  const file = figuresFile({
    facts,
    client,
    period,
    current,
    asOf,
    shown,
    byChannel,
    metrics: ordered,
    coverage,
    lists,
    problems,
  });
  return {
    compared,
    figures: file,
    kpis,
    totals,
    byChannel,
    history,
    monthlyTargets: targetsByMonth(client, metrics, known, history),
    stories: kpisOf(client, metrics).flatMap((metric) => storyOf(metric, sums.previous, sums.value) ?? []),
    mediaPlan: plan && {
      ...planAgainstFact(plan, sums.value),
      pacing: pacingOf(facts, plan, sums.value, compared, asOf),
    },
    lineage: lineageOf(facts, known, current, (metric) => besideOf({ facts, client, metric, period, compared, plan })),
    comparedSources: comparedSources(facts, compared, file.sources),
    lists,
    gaps: gapsIn(facts, coverage, compared),
    problems,
  };
}

function kpisOf(client: Client, metrics: Record<string, Metric>): Metric[] {
  return [...new Set(client.kpis)].flatMap((id) => metrics[id] ?? []);
}

function kpisFirst(client: Client, metrics: Record<string, Metric>): Metric[] {
  return [...new Set([...kpisOf(client, metrics), ...Object.values(metrics)])];
}

function hasValue({ value, previous, yearAgo, target }: Comparison): boolean {
  return [value, previous, yearAgo, target].some((one) => one !== null);
}

/** Channels with data in any compared stretch or with a target, in code-unit order. */
function channelsOf(client: Client, sums: ComparedSums): string[] {
  const withData = [sums.value, sums.previous, sums.yearAgo].flatMap((one) => [...one.channels.keys()]);
  return [...new Set([...withData, ...client.targets.flatMap(({ channel }) => channel ?? [])])].sort(byText);
}

import { directionOf } from '../../figures/comparison.ts';
import { daysIn, periodOf } from '../../figures/period.ts';
import type { ChartBase, ChartFormat, ChartSeries, ChartSpec } from '../../charts/types.ts';
import { cardOf, channelName, findMetric, type Voice } from '../context.ts';
import type { MonthlyHistory, ReportModel } from '../../types/report.ts';
import { channelSeries, latestMonths, monthLabels, seriesOf, totalSeries, yearEarlier } from './chart-data.ts';

/** A year and the month it is compared with: a longer line needs no second one behind, it shows its own past. */
const YEAR = 13;

export type ChartType = ChartSpec['kind'];

/** What a template asks of a chart; see docs/templates.md. */
export interface ChartWish {
  type: ChartType;
  metric: string;
  by?: 'channels';
  /** `days` of the period, or `months` up to it (the default). */
  over?: 'months' | 'days';
  /** How many months, 13 when absent. */
  last?: number;
}

/** The model's part a chart needs: a report's, or a cabinet's without the period's own figures. */
export type ChartModel = Pick<ReportModel, 'locale' | 'currency' | 'metrics' | 'channels' | 'history'> &
  Partial<
    Pick<
      ReportModel,
      | 'kind'
      | 'period'
      | 'figures'
      | 'monthlyTargets'
      | 'byChannel'
      | 'stories'
      | 'events'
      | 'mediaPlan'
      | 'compared'
      | 'totals'
    >
  >;

type Parts = ChartBase & { metric: string };

export function chartFormat(model: ChartModel, metric: string): ChartFormat {
  const { unit, decimals } = cardOf(model, metric);
  return { locale: model.locale, currency: model.currency, unit, decimals };
}

/**
 * The chart a template asked for, or `null` when there is nothing to draw: too few points, no parts, no plan.
 * @throws on an unknown metric, or on days by channel, which no report carries
 */
export function chartSpec(
  model: ChartModel,
  wish: ChartWish,
  base: Omit<ChartBase, 'format'>,
  voice: Voice,
): ChartSpec | null {
  const parts = { ...base, format: chartFormat(model, wish.metric), metric: wish.metric };
  switch (wish.type) {
    case 'doughnut':
      return doughnut(model, parts);
    case 'waterfall':
      return waterfall(model, parts, voice);
    case 'plan-fact':
      return planFact(model, parts, voice);
    default:
      return wish.over === 'days' ? overDays(model, parts, wish) : overMonths(model, parts, wish, voice);
  }
}

function overDays(model: ChartModel, { metric, ...base }: Parts, wish: ChartWish): ChartSpec | null {
  if (wish.by) throw new Error('A chart over days shows the total only: leave out by="channels" or over="days".');
  const days = model.figures?.days ?? [];
  const series = seriesOf(
    metric,
    cardOf(model, metric).name,
    days.map((day) => day[metric]),
  );
  if (series.values.filter((value) => value !== null).length < 2) return null;
  const labelled = {
    ...base,
    labels: days.map(({ date }) => date),
    labelKind: 'day' as const,
    events: model.events ?? [],
  };
  if (wish.type === 'sparkline') return { ...labelled, kind: 'sparkline', series: [series] };
  return { ...labelled, kind: wish.type === 'line' ? 'line' : 'bar', series: [series] };
}

function overMonths(model: ChartModel, { metric, ...base }: Parts, wish: ChartWish, { f, w }: Voice): ChartSpec | null {
  const { history } = model;
  const card = cardOf(model, metric);
  const shown = latestMonths(history, wish.last ?? YEAR);
  const total = totalSeries(history, shown, card);
  if (total.values.filter((value) => value !== null).length < 2) return null;
  const labelled = {
    ...base,
    labels: monthLabels(history, shown),
    labelKind: 'month' as const,
    part: partOfMonth(history, { f, w }),
    events: model.events ?? [],
  };
  if (wish.type === 'sparkline') return { ...labelled, kind: 'sparkline', series: [total] };
  const series = wish.by ? channelSeries(history, shown, card, model.channels) : [total];
  if (wish.type === 'stacked-bar') return { ...labelled, kind: 'stacked-bar', series };
  const comparison = wish.by || shown.length > YEAR ? [] : yearEarlier(history, shown, card, w.compare.yearBefore);
  if (wish.type === 'bar') return { ...labelled, kind: 'bar', series, comparison };
  const target = wish.by ? undefined : targetLevels(model, metric, shown);
  if (!target) return { ...labelled, kind: 'line', series, comparison };
  return { ...labelled, kind: 'line', series, comparison, target: { ...target, name: w.chart.target } };
}

/** «22 дня» where the last month is still running: beside whole months its point would pass for a fall. */
function partOfMonth({ months }: MonthlyHistory, { f, w }: Pick<Voice, 'f' | 'w'>): string | undefined {
  const last = months.at(-1);
  if (last === undefined || daysIn(last) === daysIn(periodOf(last.from, 'month'))) return undefined;
  return f.plural(daysIn(last), w.forms.days);
}

/**
 * What was agreed for each of the months. A ratio that was agreed for the period alone is the level of its months; a sum
 * agreed for a quarter is no level of a month.
 */
function targetLevels(
  model: ChartModel,
  metric: string,
  shown: readonly number[],
): Pick<ChartSeries, 'values' | 'exact'> | undefined {
  const own = model.figures?.metrics[metric]?.target ?? null;
  const ofPeriod = cardOf(model, metric).definition.kind === 'ratio' ? own : null;
  const { period, history } = model;
  const exact = shown.map((month) => {
    const ofMonth = model.monthlyTargets?.[metric]?.[month] ?? null;
    const { from, to } = history.months[month]!;
    const within = period !== undefined && from <= period.to && to >= period.from;
    return ofMonth ?? (within ? ofPeriod : null);
  });
  if (exact.every((target) => target === null)) return undefined;
  return { values: exact.map((target) => (target === null ? null : Number(target))), exact };
}

function doughnut(model: ChartModel, { metric, ...base }: Parts): ChartSpec | null {
  const parts = model.channels.flatMap(({ id, name }) => {
    const exact = findMetric(model.byChannel?.[id], metric)?.value ?? null;
    return exact === null || Number(exact) <= 0 ? [] : [{ id, name, value: Number(exact), exact }];
  });
  return parts.length < 2 ? null : { ...base, kind: 'doughnut', parts };
}

function waterfall(model: ChartModel, { metric, ...base }: Parts, { f }: Voice): ChartSpec | null {
  const story = model.stories?.find((one) => one.kind === 'total' && one.metric === metric);
  if (story?.kind !== 'total' || !model.compared || story.change.from === null || story.change.to === null) return null;
  const { from, to } = story.change;
  const contributions = story.parts
    .filter(({ contribution }) => Number(contribution) !== 0)
    .map(({ channel, contribution }) => ({
      id: channel,
      name: channelName(model, channel),
      value: Number(contribution),
      exact: contribution,
    }));
  return contributions.length < 2
    ? null
    : {
        ...base,
        kind: 'waterfall',
        measure: cardOf(model, metric).name,
        better: directionOf(cardOf(model, metric).definition),
        start: { id: 'start', name: f.period(model.compared.previous, 'short'), value: Number(from), exact: from },
        contributions,
        end: { id: 'end', name: f.period(model.compared.current, 'short'), value: Number(to), exact: to },
      };
}

/** Columns of the media plan by the metric of their fact. */
const PLAN_COLUMN = { cost: 'budget', impressions: 'impressions', clicks: 'clicks', leads: 'leads' } as const;

function planFact(model: ChartModel, { metric, ...base }: Parts, { w }: Voice): ChartSpec | null {
  const column = PLAN_COLUMN[metric as keyof typeof PLAN_COLUMN];
  if (!column) throw new Error(`The media plan has no "${metric}"; it has ${Object.keys(PLAN_COLUMN).join(', ')}.`);
  const rows = (model.mediaPlan?.rows ?? []).filter(({ columns }) => columns[column].plan !== null);
  if (rows.length === 0) return null;
  return {
    ...base,
    kind: 'plan-fact',
    labels: rows.map(({ channel }) => channelName(model, channel)),
    labelKind: 'text',
    fact: seriesOf(
      metric,
      w.chart.fact,
      rows.map(({ columns }) => columns[column].fact),
    ),
    plan: seriesOf(
      'plan',
      w.chart.plan,
      rows.map(({ columns }) => columns[column].plan),
    ),
  };
}

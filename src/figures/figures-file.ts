import { localText } from '../locale/text.ts';
import type { Comparison, Coverage, Decimal, Figure, FiguresFile, SourceList } from '../types/figures.ts';
import type { Locale } from '../types/locale.ts';
import type { Day, Period } from '../types/period.ts';
import type { Problem } from '../types/problem.ts';
import type { Client, Metric } from '../types/workspace.ts';
import { plainOrNull } from './exact.ts';
import type { Facts } from './facts.ts';
import { MonthTable } from './month-table.ts';
import { sourceLines } from './lineage.ts';
import { eachDay } from './period.ts';
import { sumsByDay, valueOf, type MetricSums } from './sums.ts';

type DayLine = FiguresFile['days'][number];

/** The content of `figures.json`, keys in the promised order. */
export function figuresFile(input: {
  facts: Facts;
  client: Client;
  period: Period;
  /** The period's complete days. */
  current: Period;
  asOf: Day;
  shown: Comparison[];
  byChannel: Record<string, Comparison[]>;
  /** Definitions of the shown metrics, in the same order. */
  metrics: Metric[];
  coverage: Coverage[];
  /** Lists of the period: their files are sources too. */
  lists: SourceList[];
  /** Warnings of the period itself. */
  problems: Problem[];
}): FiguresFile {
  const { facts, client, period, current, shown, metrics } = input;
  const dates = eachDay(current);
  return {
    client: client.id,
    period: period.id,
    currency: client.currency,
    locale: client.locale,
    asOf: input.asOf,
    metrics: figuresOf(shown),
    channels: Object.fromEntries(
      Object.entries(input.byChannel).map(([channel, lines]) => [channel, { metrics: figuresOf(lines) }]),
    ),
    days: dailyValues(facts, metrics, current).map((values, index) => ({ date: dates[index]!, ...values }) as DayLine),
    coverage: input.coverage,
    sources: sourceLines(facts, current, input.lists),
    warnings: [...noticesFor(facts, current), ...input.problems].map((problem) => warningLine(problem, client.locale)),
  };
}

/** Every metric's value of the whole client on each day. */
function dailyValues(facts: Facts, metrics: Metric[], current: Period): Record<string, Decimal>[] {
  const days = eachDay(current).map((day) => ({ from: day, to: day }));
  const table = MonthTable.of(facts, days);
  return table?.values(metrics) ?? sumsByDay(facts, current).map((sums) => valuesOf(metrics, sums));
}

/** Every metric's value in the metrics' order, `null` when unknown. */
function valuesOf(metrics: Metric[], sums: MetricSums): Record<string, Decimal> {
  return Object.fromEntries(metrics.map((metric) => [metric.id, plainOrNull(valueOf(metric, sums))]));
}

/**
 * A problem as the client's own page and `figures.json` tell it: what there is. What the agency expected of its exports,
 * and how to mend them, it tells its manager.
 */
function warningLine(problem: Problem, locale: Locale): FiguresFile['warnings'][number] {
  return {
    code: problem.code,
    message: localText(problem.found, locale),
    file: problem.file,
    row: problem.row ?? null,
  };
}

function figuresOf(lines: Comparison[]): Record<string, Figure> {
  return Object.fromEntries(
    lines.map(({ metric, value, previous, yearAgo, target, unit, better }) => [
      metric,
      { value, previous, yearAgo, target, unit, better },
    ]),
  );
}

/** Warnings of files that have rows on the period's days, or that nobody knows the days of. */
function noticesFor(facts: Facts, current: Period): Problem[] {
  return facts.notices
    .filter(({ days }) => days === null || (days.from <= current.to && days.to >= current.from))
    .map(({ problem }) => problem);
}

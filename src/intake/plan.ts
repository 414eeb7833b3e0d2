import type { SourceRule } from '../types/workspace.ts';
import { dealPlan, type DealPlan } from './deal-plan.ts';
import { meanings, type Declared, type Format, type Match, type Meaning, type PartRule } from './format.ts';
import { headerBase, headerKey, type Column } from './headers.ts';
import { goalColumns, goalMetrics, type Goals } from './goal-columns.ts';
import { metricColumns, type MetricColumn, type PlanContext } from './metric-columns.ts';
import { quoted, type ProblemList } from './problems.ts';
import { resultColumns, resultMeanings, type ResultMeanings } from './result-columns.ts';

/** Which column of a table is what. Indexes are 0-based. */
export interface Plan {
  format: Format;
  headerRow: number;
  columns: Column[];
  day: DayColumns | null;
  /** Column with the row's channel; `null` when the whole file feeds one channel. */
  channel: number | null;
  /** Column with the row's currency code. */
  currency: number | null;
  /** Columns that tell one row from another. */
  dimensions: { id: string; index: number }[];
  /** Columns a format knows nothing about; text among them tells rows apart too. */
  unknown: Column[];
  metrics: MetricColumn[];
  /** What the results of each row count as; `null` when the table has no such column. */
  results: ResultMeanings | null;
  /** Columns of single goals in place of one for all; `null` when there are none. */
  goals: Goals | null;
  /** Every column of figures, those that are never added up too. */
  figures: number[];
  /** The header's words are unknown: the columns were told by the arithmetic between them. */
  byFigures: boolean;
  /** How deals are counted; `null` when rows are not deals. */
  deals: DealPlan | null;
  /** Why the table must not be totalled; `null` when it may be. */
  part: { ru: string; en: string } | null;
  /** Rows are statements about the export: those that leave it whole; `null` for any other table. */
  wholeWith: readonly string[] | null;
  /** What the rows are about, and the column that names it; `null` when that makes no list to show. */
  subject: Subject | null;
}

/** What the rows of a list are about. Indexes are 0-based. */
export interface Subject {
  kind: string;
  index: number;
  /** Columns shown beside the metrics, which never add up. */
  also: number[];
}

export type DayColumns =
  { kind: 'day'; index: number } | { kind: 'number'; index: number } | { kind: 'span'; first: number; last: number };

/** The rule's columns by header key. */
export function declaredColumns(rule: SourceRule | undefined): Declared {
  return new Map(Object.entries(rule?.columns ?? {}).map(([header, metric]) => [headerKey(header), metric]));
}

/** Decides what every column is; problems of the columns themselves are reported at the header's row. */
export function planTable(found: Match, headerRow: number, context: PlanContext, problems: ProblemList): Plan {
  const { format, columns } = found;
  const declared = declaredColumns(context.rule);
  const known = meanings(format);
  const free = columns.filter((column) => column.base !== '' && !declared.has(column.key));
  const role = (wanted: Meaning['role']): Column[] =>
    free
      .filter((column) => known.get(column.base)?.role === wanted)
      .sort((a, b) => known.get(a.base)!.choice - known.get(b.base)!.choice || a.index - b.index);
  const part = partOf(format, role('part'));
  const deals = dealPlan(format, role('deal'), known, context.rule);
  const results = resultMeanings(format.results, columns, declared, context.rule?.results);
  const channelKey = context.rule?.channelColumn && headerKey(context.rule.channelColumn);
  const channel = channelKey ? columns.find((column) => column.key === channelKey) : role('channel')[0];
  const plan: Plan = {
    format,
    headerRow,
    columns,
    day: deals ? { kind: 'day', index: deals.created } : dayColumns(columns, declared, role),
    channel: context.rule?.channel === undefined ? (channel?.index ?? null) : null,
    currency: role('currency')[0]?.index ?? null,
    dimensions: [...role('dimension'), ...role('channel')].map(({ base, index }) => ({
      id: known.get(base)!.id,
      index,
    })),
    unknown: columns.filter((column) => !known.has(column.base) && !(declared.get(column.key) ?? false)),
    metrics: deals?.amount ? [deals.amount] : metricColumns(columns, declared, known, context, headerRow, problems),
    goals: null,
    ...{ results, deals, byFigures: found.byFigures === true },
    figures: [...role('metric'), ...role('never')].map(({ index }) => index),
    part: part?.rule.why ?? null,
    wholeWith: part?.rule.wholeWith ?? null,
    subject: null,
  };
  if (results)
    plan.metrics = [...plan.metrics.filter((each) => each.column !== results.value), ...resultColumns(results)];
  plan.goals = goalColumns(format.goals, columns, plan.metrics, declared, context);
  plan.metrics.push(...goalMetrics(plan.goals));
  if (channelKey && !channel && plan.channel === null && !context.rule?.channel) {
    problems.error('no-channel-column', { row: headerRow }, missingChannelColumn(context));
  }
  plan.subject = part ? partSubject(part, plan) : firstDimension(plan);
  return plan;
}

function partSubject({ rule, column }: { rule: PartRule; column: Column }, plan: Plan): Subject | null {
  const { columns, dimensions } = plan;
  const index = rule.about ? dimensions.find(({ id }) => id === rule.about)?.index : column.index;
  if (rule.unlisted || index === undefined) return null;
  const also = columns.filter((each) => isNamed(each, rule.also ?? [])).map((each) => each.index);
  return { kind: rule.kind, index, also };
}

/** What a table without days is about: its first dimension in the format's order, settings and accounts apart. */
function firstDimension({ format, dimensions, deals }: Plan): Subject | null {
  if (deals) return null;
  const ids = Object.keys(format.dimensions).filter((id) => !['status', 'account', 'objective', 'client'].includes(id));
  for (const id of ids) {
    const dimension = dimensions.find((each) => each.id === id);
    if (dimension) return { kind: id, index: dimension.index, also: [] };
  }
  return null;
}

function partOf(format: Format, columns: Column[]): { rule: PartRule; column: Column } | null {
  for (const rule of format.parts) {
    const column = columns.find((each) => isNamed(each, rule.headers));
    if (column) return { rule, column };
  }
  return null;
}

export function isNamed(column: Column, headers: readonly string[]): boolean {
  return headers.some((header) => headerBase(header) === column.base);
}

function dayColumns(
  columns: Column[],
  declared: Declared,
  role: (wanted: Meaning['role']) => Column[],
): DayColumns | null {
  const day = columns.find((column) => declared.get(column.key) === 'date') ?? role('day')[0];
  if (day) return { kind: 'day', index: day.index };
  const number = role('dayNumber')[0];
  if (number) return { kind: 'number', index: number.index };
  const first = role('firstDay')[0];
  const last = role('lastDay')[0];
  return first && last ? { kind: 'span', first: first.index, last: last.index } : null;
}

function missingChannelColumn(context: PlanContext) {
  const header = quoted(context.rule?.channelColumn ?? '');
  return {
    found: { ru: `нет столбца ${header.ru}`, en: `there is no column ${header.en}` },
    expected: {
      ru: 'столбец с каналом, объявленный в sources.json (channelColumn)',
      en: 'the channel column declared in sources.json (channelColumn)',
    },
    mend: {
      ru: 'исправьте channelColumn или задайте один канал на весь источник (channel)',
      en: 'correct channelColumn, or give the whole source one channel (channel)',
    },
  };
}

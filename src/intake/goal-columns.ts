import type { Declared, GoalsRule } from './format.ts';
import { headerBase, type Column } from './headers.ts';
import type { MetricColumn, PlanContext } from './metric-columns.ts';
import { quoted, type ProblemList } from './problems.ts';

/** Columns of single goals: `Конверсии (цель 123)`. */
export interface Goals {
  metric: string;
  columns: readonly Column[];
}

/** The columns of goals that a table has in place of one for them all; `null` with that one, or without goals. */
export function goalColumns(
  rule: GoalsRule | undefined,
  columns: readonly Column[],
  metrics: readonly MetricColumn[],
  declared: Declared,
  context: PlanContext,
): Goals | null {
  if (!rule || metrics.some(({ metric }) => metric === rule.metric)) return null;
  const defined = Object.hasOwn(context.metrics, rule.metric) ? context.metrics[rule.metric] : undefined;
  if (defined?.kind === 'ratio') return null;
  const names = new Set<string>(rule.headers.map(headerBase));
  const goals = columns.filter(({ header, key }) => {
    const bracket = header.indexOf('(');
    return bracket > 0 && !declared.has(key) && names.has(headerBase(header.slice(0, bracket)));
  });
  return goals.length > 0 ? { metric: rule.metric, columns: goals } : null;
}

/** One goal is the report's conversions; several may count one visit twice, so that somebody has to choose. */
export function goalMetrics(goals: Goals | null): MetricColumn[] {
  const [column, ...more] = goals?.columns ?? [];
  return goals && column && more.length === 0 ? [{ metric: goals.metric, column, money: false }] : [];
}

export function warnOfGoals({ metric, columns }: Goals, headerRow: number, problems: ProblemList): void {
  const only = columns.length === 1;
  const list = (locale: 'ru' | 'en'): string => columns.map(({ header }) => quoted(header)[locale]).join(', ');
  const snippet = JSON.stringify(Object.fromEntries(columns.map(({ header }) => [header, metric])));
  problems.warning(
    only ? 'column-with-care' : 'goal-columns-unread',
    { row: headerRow, column: columns[0]!.index + 1 },
    {
      found: only
        ? {
            ru: `столбец ${list('ru')} прочитан как «${metric}»: в нём достижения одной цели`,
            en: `the column ${list('en')} is read as “${metric}”: it counts one goal`,
          }
        : {
            ru: `столбцы отдельных целей, которые не прочитаны: ${list('ru')}`,
            en: `columns of single goals, which are not read: ${list('en')}`,
          },
      expected: {
        ru: 'решение в sources.json, какие цели считать конверсиями',
        en: 'a decision in sources.json on which goals are conversions',
      },
      mend: {
        ru: `назовите нужные цели в sources.json (columns), ненужным поставьте null; названные складываются: ${snippet}`,
        en: `name the goals that count in sources.json (columns), null for others; those named add up: ${snippet}`,
      },
    },
  );
}

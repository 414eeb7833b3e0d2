import type { SourceRule } from '../types/workspace.ts';
import { declaredColumns, isNamed, type Plan } from './plan.ts';
import type { PlanContext } from './metric-columns.ts';
import { warnOfGoals } from './goal-columns.ts';
import { warnOfNameless } from './header-rows.ts';
import { quoted, type ProblemList } from './problems.ts';
import { holdsWords } from './row-identity.ts';
import type { TableRecord } from './table-record.ts';
import type { TableSurvey } from './table-survey.ts';

/** Columns that count something else than their metric's name says, unless the source declares them. */
export function warnOfCare(plan: Plan, rule: SourceRule | undefined, problems: ProblemList): void {
  const declared = declaredColumns(rule);
  if (plan.byFigures) toldByFigures(plan, problems);
  if (plan.goals) warnOfGoals(plan.goals, plan.headerRow, problems);
  for (const { metric, column, when } of plan.metrics) {
    if (when || declared.has(column.key)) continue;
    const caution = plan.format.cautions?.find((each) => isNamed(column, each.headers));
    if (!caution) continue;
    const header = quoted(column.header);
    const snippet = JSON.stringify({ [column.header]: metric });
    problems.warning(
      'column-with-care',
      { row: plan.headerRow, column: column.index + 1 },
      {
        found: {
          ru: `столбец ${header.ru} прочитан как «${metric}»: ${caution.why.ru}`,
          en: `the column ${header.en} is read as “${metric}”: ${caution.why.en}`,
        },
        expected: { ru: 'столбец, смысл которого известен', en: 'a column whose meaning is known' },
        mend: {
          ru: `если всё верно, закрепите это в sources.json (columns): ${snippet}`,
          en: `if this is right, declare it in sources.json (columns): ${snippet}`,
        },
      },
    );
  }
}

/** Every advertising report counts these; one that seems not to may have them under a name nobody knows. */
const CORE = ['impressions', 'clicks', 'cost'];

function lacksCore({ format, metrics, day }: Plan): boolean {
  const found = CORE.filter((id) => metrics.some(({ metric }) => metric === id));
  return day !== null && CORE.every((id) => id in format.metrics) && found.length === CORE.length - 1;
}

/**
 * Columns of figures that feed nothing, in a table kept by hand or in a report that lacks an expected metric: a header with a slip of the pen would silently take
 * its money out of the report. Systems write many columns nobody needs, so theirs are not told of.
 */
export function warnOfUnread(
  plan: Plan,
  survey: Pick<TableSurvey, 'sample'>,
  context: PlanContext,
  problems: ProblemList,
): void {
  if (plan.format.id !== 'tidy' && !lacksCore(plan)) return;
  const declared = declaredColumns(context.rule);
  for (const { header, key, index } of plan.unknown) {
    const isFigure = ({ cells }: TableRecord): boolean => /^[-−(]?\d/.test((cells[index] ?? '').trim());
    if (header === '') {
      if (survey.sample.some(isFigure)) warnOfNameless({ row: plan.headerRow, column: index + 1 }, problems);
      continue;
    }
    if (declared.has(key) || index === plan.channel || holdsWords(index, survey.sample)) continue;
    const metrics = Object.values(context.metrics)
      .filter(({ kind }) => kind === 'additive')
      .map(({ id }) => id)
      .join(', ');
    const shown = quoted(header);
    problems.warning(
      'column-unread',
      { row: plan.headerRow, column: index + 1 },
      {
        found: { ru: `столбец ${shown.ru}, который никто не читает`, en: `the column ${shown.en}, which nobody reads` },
        expected: { ru: `один из показателей: ${metrics}`, en: `one of the metrics: ${metrics}` },
        mend: {
          ru: 'исправьте заголовок или назовите показатель столбца в sources.json (columns); null — столбец не нужен',
          en: 'correct the header, or name the column’s metric in sources.json (columns); null leaves it out',
        },
      },
    );
  }
}

function toldByFigures(plan: Plan, problems: ProblemList): void {
  const told = plan.metrics.map(({ metric, column }) => [column.header, metric] as const);
  const day = plan.day?.kind === 'day' ? [[plan.columns[plan.day.index]!.header, 'date'] as const] : [];
  const snippet = JSON.stringify(Object.fromEntries([...day, ...told]));
  const list = (quote: 'ru' | 'en'): string =>
    told.map(([header, metric]) => `${quoted(header)[quote]} → ${metric}`).join(', ');
  problems.warning(
    'columns-told-by-figures',
    { row: plan.headerRow },
    {
      found: {
        ru: `язык отчёта незнаком; столбцы определены по арифметике между ними: ${list('ru')}`,
        en: `the report’s language is unknown; its columns were told by the arithmetic between them: ${list('en')}`,
      },
      expected: { ru: 'столбцы, объявленные в sources.json', en: 'columns declared in sources.json' },
      mend: {
        ru: `проверьте и закрепите это в sources.json (columns): ${snippet}`,
        en: `check this and declare it in sources.json (columns): ${snippet}`,
      },
    },
  );
}

import type { SourceRule } from '../types/workspace.ts';
import { declaredColumns, isNamed, type Plan } from './plan.ts';
import { quoted, type ProblemList } from './problems.ts';

/** Columns that count something else than their metric's name says, unless the source declares them. */
export function warnOfCare(plan: Plan, rule: SourceRule | undefined, problems: ProblemList): void {
  const declared = declaredColumns(rule);
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

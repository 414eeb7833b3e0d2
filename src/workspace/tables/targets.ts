import type { Locale } from '../../types/locale.ts';
import type { Metric, Target } from '../../types/workspace.ts';
import { didYouMean, quoted, oneOf, type Finding, type Read } from '../findings.ts';
import { normalised, numberColumn, periodColumn, textColumn, type Column, type RowOf } from './columns.ts';
import { repeats } from './repeats.ts';
import { readTable, type Table } from './table.ts';

export const targetColumns = {
  period: periodColumn({ headers: ['период', 'месяц', 'month'], about: 'Month, quarter, year or range.' }),
  metric: textColumn(
    { headers: ['показатель', 'метрика', 'kpi'], about: 'Metric id, or its name in either language.' },
    true,
  ),
  channel: textColumn({ headers: ['канал'], about: 'Channel; blank for the whole client.' }, false),
  target: targetColumn(),
};

type Row = RowOf<typeof targetColumns>;

/** `targets.csv`. A target of zero or blank is "no target". */
export function readTargets(text: string, metrics: Record<string, Metric>): Read<Target[]> {
  const table = readTable(text, targetColumns);
  const findings = [...table.findings];
  const targets: Target[] = [];
  for (const row of table.rows) {
    const id = metricId(row.metric, metrics);
    if (id === null) {
      findings.push(unknownMetric(row, table, metrics));
      continue;
    }
    const { value, percent } = row.target;
    if (metrics[id]?.unit === 'percent' && Number(value) > 1 && !percent) findings.push(unclearPercent(row, table));
    targets.push({
      period: row.period,
      metric: id,
      channel: row.channel === '' ? null : row.channel,
      target: value === '0' ? null : value,
      row: row.row,
    });
  }
  findings.push(
    ...repeats(targets, table.headers['metric'], ({ period, metric, channel }) => [period, metric, channel ?? '']),
  );
  return { value: targets, findings };
}

/** The number, and whether it was written with a percent sign (it is a fraction then). */
function targetColumn(): Column<{ value: string | null; percent: boolean }> {
  const number = numberColumn({
    headers: ['цель', 'план', 'plan', 'goal'],
    about: 'Target; blank or zero means no target. Percent metrics: 15% or the fraction 0.15.',
  });
  return {
    ...number,
    read: (cell, forms) => {
      const read = number.read(cell, forms);
      return 'code' in read ? read : { value: { value: read.value, percent: cell.includes('%') } };
    },
  };
}

function metricId(written: string, metrics: Record<string, Metric>): string | null {
  const wanted = normalised(written);
  const found = Object.values(metrics).find(({ id, names }) =>
    [id, names.ru, names.en].some((name) => normalised(name) === wanted),
  );
  return found?.id ?? null;
}

function unknownMetric(row: Row, table: Table<Row>, metrics: Record<string, Metric>): Finding {
  const all = Object.values(metrics);
  // Whoever writes names in place of ids sees how they are called here.
  const named = (locale: Locale): string[] => all.map(({ id, names }) => `${id} (${names[locale]})`);
  return {
    code: 'unknown-metric',
    severity: 'error',
    row: row.row,
    column: table.headers['metric'],
    found: quoted(row.metric),
    expected: { ru: oneOf(named('ru')).ru, en: oneOf(named('en')).en },
    mend: didYouMean(row.metric, [...new Set(all.flatMap(({ id, names }) => [id, names.ru, names.en]))], {
      ru: 'исправьте название или опишите показатель в data/metrics.json',
      en: 'correct the name or describe the metric in data/metrics.json',
    }),
  };
}

function unclearPercent(row: Row, table: Table<Row>): Finding {
  return {
    code: 'percent-without-sign',
    severity: 'error',
    row: row.row,
    column: table.headers['target'],
    found: quoted(row.target.value),
    expected: {
      ru: 'процент со знаком (15%) или доля (0.15)',
      en: 'a percentage with its sign (15%) or a fraction (0.15)',
    },
    mend: { ru: `допишите знак: ${row.target.value}%`, en: `add the sign: ${row.target.value}%` },
  };
}

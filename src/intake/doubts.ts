import type { FactSeries } from '../types/intake.ts';
import type { Day } from '../types/period.ts';
import { RunningSum } from '../decimals/running-sum.ts';
import { decimalUnits } from '../decimals/units.ts';
import type { Stretch } from './dates.ts';
import type { Plan } from './plan.ts';
import type { StoredFacts } from './fact-store.ts';
import { outsidePeriod } from './file-problems.ts';
import { quoted, type ProblemList } from './problems.ts';
import type { ReadColumn } from './read-columns.ts';
import type { TableSurvey } from './table-survey.ts';

/** Metrics that come one by one: no system counts half a click. */
const WHOLE = ['impressions', 'clicks', 'sessions', 'pageviews'];

/**
 * Figures that read well and cannot be: a column of clicks with fractions. Headers over other columns than their own,
 * or a number form misread, show in this way.
 */
export function doubtFractions(columns: readonly ReadColumn[], headerRow: number, problems: ProblemList): void {
  for (const { metric, column, sum } of columns) {
    if (!WHOLE.includes(metric) || sum.scale === 0) continue;
    const header = quoted(column.header);
    problems.warning(
      'fraction-of-a-count',
      { row: headerRow, column: column.index + 1 },
      {
        found: { ru: `дробные числа в столбце ${header.ru}`, en: `fractions in the column ${header.en}` },
        expected: { ru: 'целые числа', en: 'whole numbers' },
        mend: checkHeaders,
      },
    );
  }
}

/** Several months, each on its first day alone: a report by month whose months are written as days. */
export function doubtMonths(days: readonly Day[], problems: ProblemList): void {
  if (days.length < 2 || !days.every((day) => day.endsWith('-01'))) return;
  problems.warning(
    'days-look-monthly',
    {},
    {
      found: {
        ru: `все строки стоят на первых числах месяцев (${days.length}): похоже на отчёт по месяцам`,
        en: `all rows are of the first days of months (${days.length}): this looks like a report by month`,
      },
      expected: { ru: 'строка на каждый день', en: 'a row for every day' },
      mend: {
        ru: 'суммы целых месяцев верны, дни и неполный месяц — нет; выгрузите отчёт с разбивкой по дням',
        en: 'sums of whole months are right, days and a running month are not; export the report broken down by day',
      },
    },
  );
}

/** Rows outside the stated period. */
export function doubtDays({ days, rowsOnDay, series }: StoredFacts, stated: Stretch, problems: ProblemList): void {
  const isOutside = days.map((day) => day < stated.from || day > stated.to);
  const count = rowsOnDay.reduce((sum, rows, place) => (isOutside[place] ? sum + rows : sum), 0);
  let first = Infinity;
  for (const { rows } of series) {
    rows.at.forEach((place, entry) => {
      if (isOutside[place]) first = Math.min(first, rows.first[entry]!);
    });
  }
  if (count > 0 && Number.isFinite(first)) outsidePeriod(stated, count, first, problems);
}

/** Sums that cannot be: far more clicks than impressions. */
export function doubtSums(series: readonly FactSeries[], problems: ProblemList): void {
  const [clicks, impressions] = ['clicks', 'impressions'].map((metric) => totalOf(series, metric));
  if (clicks === null || impressions === null || !exceeds(clicks!, impressions!)) return;
  problems.warning(
    'more-clicks-than-impressions',
    {},
    {
      found: {
        ru: `кликов в файле намного больше, чем показов: ${clicks} и ${impressions}`,
        en: `far more clicks than impressions in the file: ${clicks} and ${impressions}`,
      },
      expected: { ru: 'кликов не больше, чем показов', en: 'no more clicks than impressions' },
      mend: checkHeaders,
    },
  );
}

/** The exact sum of a metric over all days and channels; `null` when nothing has a value. */
function totalOf(series: readonly FactSeries[], metric: string): string | null {
  const sum = new RunningSum();
  for (const each of series) if (each.metric === metric) sum.addSeries(each);
  return sum.count === 0 ? null : sum.toString();
}

const checkHeaders = {
  ru: 'проверьте, не перепутаны ли заголовки столбцов; как прочитан файл, покажет npm run inspect',
  en: 'make sure that headers stand over their own columns; npm run inspect shows how the file was read',
};

/** Late clicks on yesterday's impressions, and systems that write zero for what they do not measure, are no contradiction. */
function exceeds(clicks: string, impressions: string): boolean {
  const scale = 20;
  const [many, shown] = [decimalUnits(clicks, scale), decimalUnits(impressions, scale)];
  return shown > 0n && many > 2n * shown && many > decimalUnits('100', scale);
}

/**
 * A file that ends in the middle of a number looks whole. It is doubted when its last line has no end, its last cell
 * counts, and the file has no habit of ending so: a system wrote it, or its other rows show more digits.
 */
export function doubtEnd(survey: TableSurvey, problems: ProblemList): void {
  const { last, sample, plan } = survey;
  const index = (last?.cells.length ?? 0) - 1;
  if (!last || plan.part !== null || !decides(plan, index)) return;
  const digits = (text = ''): number => /[.,](\d+)$/.exec(text.trim())?.[1]?.length ?? 0;
  const usual = new Set(sample.filter(({ row }) => row !== last.row).map(({ cells }) => digits(cells[index])));
  const shorter = usual.size === 1 && [...usual][0]! > digits(last.cells[index]);
  if (plan.format.id === 'tidy' && !shorter) return;
  problems.warning(
    'file-may-be-cut',
    { row: last.row, column: index + 1 },
    {
      found: {
        ru: 'файл обрывается без конца строки: последнее число может быть неполным',
        en: 'the file ends without a line end: its last number may be incomplete',
      },
      expected: { ru: 'файл, выгруженный до конца', en: 'a file exported to its end' },
      mend: {
        ru: 'сравните последнюю строку с отчётом в системе или выгрузите файл заново',
        en: 'compare the last row with the report in the system, or export the file again',
      },
    },
  );
}

/** Whether a column's cells decide what is counted, on which day and for whom. */
function decides({ metrics, channel, day, deals }: Plan, index: number): boolean {
  const days = day === null ? [] : day.kind === 'span' ? [day.first, day.last] : [day.index];
  const counted = [...metrics.map(({ column }) => column.index), channel, ...days];
  return counted.includes(index) || deals !== null;
}

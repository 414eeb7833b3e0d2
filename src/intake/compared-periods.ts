import { meanings, type Format } from './format.ts';
import type { Column } from './headers.ts';
import { quoted, type Told } from './problems.ts';

/** Words of a stretch of time: `Last 3 months`, `10/1/25 - 12/31/25`, `Same period last year`. */
const PERIOD = /\d|\b(last|previous|prior)\b|последн|предыдущ|прошл|аналогичн/u;
/** Columns that must stand for both periods. */
const SHARED = 2;

/**
 * Two periods that a table holds side by side, by headers such as `Last 3 months Clicks` and `Previous 3 months
 * Clicks`; `null` for any other table. No column of such a table is the figures of one period.
 */
export function comparedPeriods(columns: readonly Column[], formats: readonly Format[]): [string, string] | null {
  const known = new Set<string>(
    formats.flatMap((format) =>
      [...meanings(format)].flatMap(([base, { role }]) => (role === 'metric' || role === 'never' ? base : [])),
    ),
  );
  const said = new Map<string, { written: string; about: Set<string> }>();
  for (const { header, base } of columns) {
    const words = base.split(' ');
    const at = words.findIndex((_, index) => index > 0 && known.has(words.slice(index).join(' ')));
    const period = words.slice(0, at).join(' ');
    if (at < 0 || !PERIOD.test(header.toLowerCase().split(' ').slice(0, at).join(' '))) continue;
    const written = header.split(' ').slice(0, at).join(' ');
    const entry = said.get(period) ?? { written, about: new Set<string>() };
    entry.about.add(words.slice(at).join(' '));
    said.set(period, entry);
  }
  const periods = [...said.values()];
  for (const [place, one] of periods.entries()) {
    const other = periods
      .slice(place + 1)
      .find(({ about }) => [...about].filter((each) => one.about.has(each)).length >= SHARED);
    if (other) return [one.written, other.written];
  }
  return null;
}

export function comparesPeriods([one, other]: [string, string]): Told {
  const list = (locale: 'ru' | 'en'): string => [one, other].map((period) => quoted(period)[locale]).join(', ');
  return {
    found: {
      ru: `два периода рядом: ${list('ru')}`,
      en: `two periods side by side: ${list('en')}`,
    },
    expected: { ru: 'данные одного периода, по дням', en: 'the figures of one period, by day' },
    mend: {
      ru: 'файл в суммы не входит; отключите сравнение периодов и выгрузите отчёт заново',
      en: 'the file counts towards no sum; turn the comparison of periods off and export the report again',
    },
  };
}

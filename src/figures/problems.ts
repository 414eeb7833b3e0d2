import { daysText, dayText } from '../locale/dates.ts';
import type { IntakeFile } from '../types/intake.ts';
import { numberText } from '../locale/numbers.ts';
import type { LocalText, Locale } from '../types/locale.ts';
import type { Day } from '../types/period.ts';
import type { Problem } from '../types/problem.ts';
import type { Client, CurrencyRate, Metric } from '../types/workspace.ts';
import { plain, type Exact } from './exact.ts';
import { daysBetween } from './period.ts';
import { byText } from './order.ts';
import type { DoubleCount } from './whole-business.ts';

/** Sums of the sources that claim one channel's metric on common days. */
export interface Dispute {
  channel: string;
  sums: { source: string; sum: Exact }[];
}

/** What can be wrong between the files of one client, told in both languages. */

export function sameFileTwice(client: Client, file: IntakeFile, original: IntakeFile): Problem {
  return {
    ...about(client, 'same-file-twice', 'warning', file.file),
    found: {
      ru: `тот же файл, что и ${original.file}, байт в байт; посчитан один раз`,
      en: `the same file as ${original.file}, byte for byte; counted once`,
    },
    expected: { ru: 'каждая выгрузка лежит один раз', en: 'each export stands once' },
    mend: { ru: 'удалите один из двух файлов', en: 'remove one of the two files' },
  };
}

/** @param later the last day with data, after the one that is declared */
export function dataAfterUntil(client: Client, source: string, until: Day, later: Day): Problem {
  return {
    ...about(client, 'data-after-until', 'warning', `data/clients/${client.id}/sources.json`),
    column: `sources.${source}.until`,
    found: both(
      (locale) =>
        ({
          ru: `последний день источника — ${dayText(locale, until, 'long')}, а данные есть и за ${dayText(locale, later, 'long')}`,
          en: `the source’s last day is ${dayText(locale, until, 'long')}, and there are data of ${dayText(locale, later, 'long')}`,
        })[locale],
    ),
    expected: { ru: 'день, после которого данных нет', en: 'a day after which there are no data' },
    mend: { ru: 'исправьте день или уберите until', en: 'correct the day, or remove until' },
  };
}

/** Some days of `file` stand whole in `by`. */
export function overlappingFiles(client: Client, file: IntakeFile, by: IntakeFile, days: Day[]): Problem {
  return {
    ...about(client, 'overlapping-files', 'warning', file.file),
    found: both(
      (locale) =>
        ({
          ru: `все строки за ${daysOf(locale, days)} есть и в файле ${by.file}; посчитаны один раз`,
          en: `all rows of ${daysOf(locale, days)} stand in ${by.file} too; counted once`,
        })[locale],
    ),
    expected: { ru: 'каждая строка только в одном файле источника', en: 'each row in one file of the source only' },
    mend: {
      ru: 'удалите файл, который повторяет другой, или выгрузите периоды без пересечений',
      en: 'remove the file that repeats the other, or export periods that do not overlap',
    },
  };
}

/** The same rows with different figures: an older and a newer export of the same days. */
export function conflictingRows(client: Client, one: IntakeFile, other: IntakeFile, days: Day[]): Problem {
  return {
    ...about(client, 'conflicting-rows', 'error', one.file),
    found: both(
      (locale) =>
        ({
          ru: `за ${daysOf(locale, days)} в файлах ${one.file} и ${other.file} одни и те же строки с разными цифрами`,
          en: `for ${daysOf(locale, days)} the files ${one.file} and ${other.file} have the same rows with different figures`,
        })[locale],
    ),
    expected: { ru: 'одна выгрузка на каждый день', en: 'one export for each day' },
    mend: {
      ru: 'удалите более старую из двух выгрузок; если это разные кампании, выгрузите их со столбцом кампании',
      en: 'remove the older of the two exports; if they are different campaigns, export them with the campaign column',
    },
  };
}

/** Some rows of a day stand in both files, others in one only. */
export function partlySharedRows(client: Client, one: IntakeFile, other: IntakeFile, days: Day[]): Problem {
  return {
    ...about(client, 'partly-shared-rows', 'error', one.file),
    found: both(
      (locale) =>
        ({
          ru: `за ${daysOf(locale, days)} часть строк есть в обоих файлах, ${one.file} и ${other.file}, а часть только в одном`,
          en: `for ${daysOf(locale, days)} some rows stand in both ${one.file} and ${other.file}, others in one only`,
        })[locale],
    ),
    expected: { ru: 'каждая строка только в одном файле источника', en: 'each row in one file of the source only' },
    mend: {
      ru: 'замените оба файла одной полной выгрузкой за эти дни',
      en: 'replace both files by one full export of these days',
    },
  };
}

/** @param day first day of the file for which no rate is declared */
export function foreignCurrency(client: Client, file: IntakeFile, day: Day): Problem {
  const row = `${day},${file.currency},${client.currency}`;
  return {
    ...about(client, 'foreign-currency', 'error', file.file),
    found: { ru: `валюта файла ${file.currency}`, en: `the file's currency is ${file.currency}` },
    expected: { ru: `валюта клиента ${client.currency}`, en: `the client's currency, ${client.currency}` },
    mend: {
      ru: `выгрузите отчёт в ${client.currency}, объявите курс строкой «${row},…» в data/currency-rates.csv или не берите денежный столбец: "columns": {"<заголовок столбца>": null} в sources.json`,
      en: `export the report in ${client.currency}, declare a rate as the line “${row},…” of data/currency-rates.csv, or leave the money column out: "columns": {"<the column’s header>": null} in sources.json`,
    },
  };
}

/** Money of the file was converted, at the rates that held on its days. */
export function convertedCurrency(client: Client, file: IntakeFile, rates: readonly CurrencyRate[]): Problem {
  const told = (locale: Locale): string =>
    rates
      .map(
        ({ rate, from }) =>
          `${digits(locale, rate)} ${{ ru: 'с', en: 'from' }[locale]} ${dayText(locale, from, 'numeric')}`,
      )
      .join(', ');
  const pair = `${file.currency} → ${client.currency}`;
  return {
    ...about(client, 'converted-currency', 'warning', file.file),
    found: both(
      (locale) =>
        ({
          ru: `деньги пересчитаны, ${pair}, по курсу: ${told('ru')}`,
          en: `money converted, ${pair}, at the rate of ${told('en')}`,
        })[locale],
    ),
    expected: { ru: 'курс, о котором договорились с клиентом', en: 'the rate that was agreed with the client' },
    mend: { ru: 'курсы лежат в data/currency-rates.csv', en: 'the rates stand in data/currency-rates.csv' },
  };
}

/** `file` has its cost in another variant than an earlier file of the same source. */
export function mixedCostVariants(client: Client, earlier: IntakeFile, file: IntakeFile): Problem {
  const ru = { excluded: 'без НДС', included: 'с НДС', 'included-with-commission': 'с НДС и комиссией' };
  const en = { excluded: 'without VAT', included: 'with VAT', 'included-with-commission': 'with VAT and commission' };
  const [own, expected] = [file.costVariant!, earlier.costVariant!];
  return {
    ...about(client, 'mixed-cost-variants', 'error', file.file),
    found: { ru: `расход ${ru[own]}`, en: `cost ${en[own]}` },
    expected: {
      ru: `расход ${ru[expected]}, как в файле ${earlier.file} того же источника`,
      en: `cost ${en[expected]}, as in ${earlier.file} of the same source`,
    },
    mend: {
      ru: 'выгрузите все файлы источника с одним вариантом расхода и объявите его в sources.json (vat)',
      en: 'export all files of the source with one variant of cost and declare it in sources.json (vat)',
    },
  };
}

/** Several sources feed one metric in one channel on the same days, and nobody said which is right. */
export function twoSources(client: Client, metric: Metric, declared: string[], disputes: Dispute[]): Problem {
  const sources = [...new Set(disputes.flatMap(({ sums }) => sums.map(({ source }) => source)))].sort(byText);
  const order = [...declared, ...sources.filter((source) => !declared.includes(source))];
  const figures = (locale: Locale): string =>
    disputes.map(({ channel, sums }) => `${channel}: ${sumsText(locale, sums).join(', ')}`).join('; ');
  const snippet = `"precedence": ${JSON.stringify({ [metric.id]: order })}`;
  return {
    ...about(client, 'two-sources', 'error', `data/clients/${client.id}/sources.json`),
    column: 'precedence',
    found: {
      ru: `показатель «${metric.names.ru}» за одни и те же дни дают несколько источников (канал: суммы за общие дни) — ${figures('ru')}`,
      en: `several sources feed “${metric.names.en}” on the same days (channel: sums of the common days) — ${figures('en')}`,
    },
    expected: {
      ru: 'порядок источников: первый считается, остальные показаны в приложении',
      en: 'the order of sources: the first counts, the others are shown in the appendix',
    },
    mend: {
      ru: `добавьте в sources.json нужный порядок, например ${snippet}`,
      en: `add the right order to sources.json, for example ${snippet}`,
    },
  };
}

/** A CRM, a shop or site analytics counts for the whole business what another source counts for its channel. */
export function countedTwice(client: Client, metric: Metric, { sums, wholes }: DoubleCount): Problem {
  const figures = (locale: Locale): string => sumsText(locale, sums).join(' + ');
  const order = JSON.stringify({ [metric.id]: sums.map(({ source }) => source) });
  const names = wholes.join(', ');
  return {
    ...about(client, 'counted-twice', 'warning', `data/clients/${client.id}/sources.json`),
    column: 'precedence',
    found: {
      ru: `показатель «${metric.names.ru}» сложен из источников, которые могут считать одно и то же (${names} — без каналов, по всему бизнесу): ${figures('ru')}`,
      en: `“${metric.names.en}” is added up from sources that may count the same thing (${names}: without channels, of the whole business): ${figures('en')}`,
    },
    expected: {
      ru: 'порядок источников или канал каждой строки',
      en: 'the order of sources, or the channel of every row',
    },
    mend: {
      ru: `задайте в sources.json порядок: "precedence": ${order} — или столбец с каналом (channelColumn); если складывать верно, дайте источнику канал (channel)`,
      en: `declare the order in sources.json: "precedence": ${order}, or the column with the channel (channelColumn); if adding up is right, give the source a channel (channel)`,
    },
  };
}

/** «crm 1 204,5», `crm 1,204.5`. */
function sumsText(locale: Locale, sums: { source: string; sum: Exact }[]): string[] {
  return sums.map(({ source, sum }) => `${source} ${digits(locale, plain(sum))}`);
}

/** Every digit, as the language writes numbers. */
function digits(locale: Locale, value: string): string {
  return numberText(locale, value, { maximumFractionDigits: 20 });
}

export function about(client: Client, code: string, severity: Problem['severity'], file: string) {
  return { code, severity, client: client.id, file };
}

export function both(text: (locale: Locale) => string): LocalText {
  return { ru: text('ru'), en: text('en') };
}

/** Sorted days, shortly: all of them when they follow each other, else how many and their ends. */
function daysOf(locale: Locale, days: Day[]): string {
  const [first, last] = [days[0]!, days.at(-1)!];
  if (days.length === 1) return dayText(locale, first, 'long');
  const span = daysText(locale, first, last);
  const isWhole = daysBetween(first, last) === days.length - 1;
  if (isWhole) return span;
  return locale === 'ru' ? `${span} (дней: ${days.length})` : `${span} (${days.length} days)`;
}

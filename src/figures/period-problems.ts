import { dayText, daysText, sinceDayRu } from '../locale/dates.ts';
import { localText } from '../locale/text.ts';
import type { Coverage } from '../types/figures.ts';
import type { Locale, LocalText } from '../types/locale.ts';
import type { Day, Period } from '../types/period.ts';
import type { Problem } from '../types/problem.ts';
import type { Client } from '../types/workspace.ts';
import { addDays, daysBetween } from './period.ts';
import { about, both } from './problems.ts';

/** What can be wrong with the data of one period, told in both languages. */

/** Display names of channels, by id. */
export type ChannelNames = Record<string, LocalText>;

/**
 * The source has no value of these channels on the given days.
 * @param lines one source's, each of another channel, with the same days missing
 * @param names of channels, as readers know them
 */
export function missingDays(
  client: Client,
  file: string,
  lines: readonly Coverage[],
  days: Day[],
  names: ChannelNames,
): Problem {
  const { source, of, days: counted } = lines[0]!;
  const also = channelsOf(lines, names);
  return {
    ...about(client, 'coverage', 'warning', file),
    found: {
      ru: `источник «${source}»${also.ru}: данные за ${counted} из ${of} ${daysRu(of)}`,
      en: `source “${source}”${also.en}: data for ${counted} of ${of} days`,
    },
    expected: { ru: 'данные за каждый день', en: 'data for every day' },
    mend: both(
      (locale) =>
        ({
          ru: `если в эти дни что-то было, выгрузите их: ${stretches(locale, days)}`,
          en: `if anything happened on these days, export them: ${stretches(locale, days)}`,
        })[locale],
    ),
  };
}

/** «, каналы «Карты», «Поиск»»; nothing of rows that name no channel, which bear the name of their source. */
function channelsOf(lines: readonly Coverage[], names: ChannelNames): { ru: string; en: string } {
  const named = lines
    .map(({ source, channel }) => ({ source, name: Object.hasOwn(names, channel) ? names[channel]! : channel }))
    .filter(({ source, name }) => name !== source || lines.length > 1)
    .map(({ name }) => name);
  if (named.length === 0) return { ru: '', en: '' };
  const several = named.length > 1;
  const list = (locale: Locale, open: string, close: string) =>
    named.map((name) => `${open}${localText(name, locale)}${close}`).join(', ');
  return {
    ru: `, ${several ? 'каналы' : 'канал'} ${list('ru', '«', '»')}`,
    en: `, ${several ? 'channels' : 'channel'} ${list('en', '“', '”')}`,
  };
}

/** The client's data begin inside the period: comparisons and sums speak of fewer days than its name says. */
export function lateBeginning(client: Client, file: string, current: Period, began: Day): Problem {
  const of = daysBetween(current.from, current.to) + 1;
  const days = daysBetween(began, current.to) + 1;
  return {
    ...about(client, 'coverage', 'warning', file),
    found: both(
      (locale) =>
        ({
          ru: `данные начинаются ${sinceDayRu(began)}: ${days} из ${of} ${daysRu(of)} периода`,
          en: `the data begin on ${dayText(locale, began, 'long')}: ${days} of the period’s ${of} days`,
        })[locale],
    ),
    expected: { ru: 'данные с первого дня периода', en: 'data from the first day of the period' },
    mend: {
      ru: 'если работа началась раньше, добавьте выгрузки за эти дни',
      en: 'if the work began earlier, add exports of those days',
    },
  };
}

/** An earlier stretch that the period is compared with is older than the data: what it lacks is no change. */
export function incompleteComparison(client: Client, file: string, stretch: Period, began: Day): Problem {
  return {
    ...about(client, 'incomplete-comparison', 'warning', file),
    found: both(
      (locale) =>
        ({
          ru: `период сравнения ${daysText(locale, stretch.from, stretch.to)}: данные есть только ${sinceDayRu(began)}`,
          en: `the period compared with, ${daysText(locale, stretch.from, stretch.to)}, has data only since ${dayText(locale, began, 'long')}`,
        })[locale],
    ),
    expected: { ru: 'данные за весь период сравнения', en: 'data for the whole period compared with' },
    mend: {
      ru: 'если работа началась раньше, добавьте выгрузки за эти дни; иначе ничего не нужно: с неполным периодом отчёт не сравнивает',
      en: 'if the work began earlier, add exports of those days; otherwise nothing is to be done: the report does not compare with a part',
    },
  };
}

/** In the middle of an earlier stretch that the period is compared with a source says nothing. */
export function silentInComparison(
  client: Client,
  file: string,
  source: string,
  stretch: Period,
  days: Day[],
): Problem {
  const of = daysBetween(stretch.from, stretch.to) + 1;
  return {
    ...about(client, 'incomplete-comparison', 'warning', file),
    found: both(
      (locale) =>
        ({
          ru: `период сравнения ${daysText(locale, stretch.from, stretch.to)}: у источника «${source}» нет данных за ${days.length} из ${of} ${daysRu(of)}: ${stretches(locale, days)}`,
          en: `the period compared with, ${daysText(locale, stretch.from, stretch.to)}: source “${source}” has no data for ${days.length} of ${of} days: ${stretches(locale, days)}`,
        })[locale],
    ),
    expected: { ru: 'данные за весь период сравнения', en: 'data for the whole period compared with' },
    mend: {
      ru: 'если в эти дни что-то было, добавьте выгрузку; иначе ничего не нужно: с неполным периодом отчёт не сравнивает',
      en: 'if anything happened on these days, add an export; otherwise nothing is to be done: the report does not compare with a part',
    },
  };
}

/**
 * The source's last day is earlier than the last day that counts.
 * @param running whether the period still runs: then it can be told by the data there are
 * @param deals whether it is a list of deals: its last days may have had none
 */
export function staleSource(
  client: Client,
  file: string,
  source: string,
  { lastDay, needed, running, deals }: { lastDay: Day; needed: Day; running: boolean; deals: boolean },
): Problem {
  const until = JSON.stringify({ [source]: { until: lastDay } });
  const named = `deals_${needed.slice(0, 8)}01_${needed}`;
  const asOf = addDays(lastDay, 1);
  return {
    ...about(client, 'stale', 'warning', file),
    found: both(
      (locale) =>
        ({
          ru: `источник «${source}»: последние данные за ${dayText(locale, lastDay, 'long')}`,
          en: `source “${source}”: the latest data are of ${dayText(locale, lastDay, 'long')}`,
        })[locale],
    ),
    expected: both(
      (locale) =>
        ({
          ru: `данные по ${dayText(locale, needed, 'long')} включительно`,
          en: `data up to and including ${dayText(locale, needed, 'long')}`,
        })[locale],
    ),
    mend: {
      ru:
        'добавьте свежую выгрузку; ' +
        (running ? `без неё соберите отчёт на день данных: --as-of ${asOf}; ` : '') +
        (deals ? `если сделок с тех пор не было, назовите файл его днями: ${named}; ` : '') +
        `если источник выключили, впишите в sources.json его последний день: "sources": ${until}`,
      en:
        'add a fresh export; ' +
        (running ? `without it, build the report as of the data: --as-of ${asOf}; ` : '') +
        (deals ? `if there was no deal since, name the file with its days: ${named}; ` : '') +
        `if the source was switched off, write its last day into sources.json: "sources": ${until}`,
    },
  };
}

/** The file itself says that it was exported before the figures of its last days had settled. */
export function takenEarly(client: Client, file: string, takenOn: Day, lastDay: Day): Problem {
  return {
    ...about(client, 'taken-early', 'warning', file),
    found: both(
      (locale) =>
        ({
          ru: `данные по ${dayText(locale, lastDay, 'long')} сняты уже ${dayText(locale, takenOn, 'long')}: последние два дня могут быть неполными`,
          en: `data up to ${dayText(locale, lastDay, 'long')} were taken as early as ${dayText(locale, takenOn, 'long')}: the last two days may be incomplete`,
        })[locale],
    ),
    expected: both(
      (locale) =>
        ({
          ru: `выгрузка не раньше ${dayText(locale, addDays(lastDay, 3), 'long')}`,
          en: `an export no earlier than ${dayText(locale, addDays(lastDay, 3), 'long')}`,
        })[locale],
    ),
    mend: { ru: 'выгрузите эти дни ещё раз', en: 'export these days again' },
  };
}

/** The period ended less than 48 hours before the as-of day. */
export function stillChanging(client: Client, current: Period, asOf: Day): Problem {
  return {
    ...about(client, 'fresh-48h', 'warning', `data/clients/${client.id}/exports`),
    found: both(
      (locale) =>
        ({
          ru: `цифры на ${dayText(locale, asOf, 'long')}: рекламные системы уточняют последние два дня, итоги могут немного измениться`,
          en: `figures as of ${dayText(locale, asOf, 'long')}: ad systems still settle the last two days, totals may change a little`,
        })[locale],
    ),
    expected: both((locale) => {
      const day = dayText(locale, addDays(current.to, 3), 'long');
      return { ru: `отчёт не раньше ${day} года`, en: `a report no earlier than ${day}` }[locale];
    }),
    mend: { ru: 'выгрузите данные ещё раз через день-два', en: 'export the data again in a day or two' },
  };
}

/** «из 31 дня», «из 30 дней». */
function daysRu(count: number): string {
  return count % 10 === 1 && count % 100 !== 11 ? 'дня' : 'дней';
}

/** Days that follow each other as one stretch; at most five stretches are named. */
function stretches(locale: Locale, days: Day[]): string {
  const found: { from: Day; to: Day }[] = [];
  for (const day of days) {
    const last = found.at(-1);
    if (last && addDays(last.to, 1) === day) last.to = day;
    else found.push({ from: day, to: day });
  }
  const named = found.slice(0, 5).map(({ from, to }) => daysText(locale, from, to));
  const more = found.length > named.length ? (locale === 'ru' ? ' и другие' : ' and others') : '';
  return named.join('; ') + more;
}

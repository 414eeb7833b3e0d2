/** Grammar of the names that reports use most. A name that is not here is quoted after a noun that is. */

export type Gender = 'm' | 'f' | 'n' | 'pl';

interface Named {
  gender: Gender;
  /** Genitive plural of what can be counted: «лидов стало больше». */
  many?: string;
}

const counted = (many: string): Named => ({ gender: 'pl', many });

/** By the name in lower case, for it is the name that has a gender, not the metric behind it. */
const METRICS: Record<string, Named> = {
  показы: counted('показов'),
  клики: counted('кликов'),
  лиды: counted('лидов'),
  'целевые лиды': counted('целевых лидов'),
  'квалифицированные лиды': counted('квалифицированных лидов'),
  заявки: counted('заявок'),
  обращения: counted('обращений'),
  звонки: counted('звонков'),
  заказы: counted('заказов'),
  записи: counted('записей'),
  брони: counted('броней'),
  бронирования: counted('бронирований'),
  продажи: counted('продаж'),
  сделки: counted('сделок'),
  регистрации: counted('регистраций'),
  конверсии: counted('конверсий'),
  визиты: counted('визитов'),
  сеансы: counted('сеансов'),
  посетители: counted('посетителей'),
  пользователи: counted('пользователей'),
  подписчики: counted('подписчиков'),
  'просмотры страниц': counted('просмотров страниц'),
  расход: { gender: 'm' },
  расходы: { gender: 'pl' },
  бюджет: { gender: 'm' },
  выручка: { gender: 'f' },
  доход: { gender: 'm' },
  прибыль: { gender: 'f' },
  ctr: { gender: 'm' },
  cpc: { gender: 'm' },
  cpm: { gender: 'm' },
  cpl: { gender: 'm' },
  cpa: { gender: 'm' },
  cr: { gender: 'm' },
  roas: { gender: 'm' },
  romi: { gender: 'm' },
  'цена клика': { gender: 'f' },
  'цена тысячи показов': { gender: 'f' },
  'стоимость клика': { gender: 'f' },
  'стоимость лида': { gender: 'f' },
  'стоимость заявки': { gender: 'f' },
  'стоимость обращения': { gender: 'f' },
  'стоимость заказа': { gender: 'f' },
  'стоимость бронирования': { gender: 'f' },
  'стоимость продажи': { gender: 'f' },
  'конверсия в лид': { gender: 'f' },
  'конверсия в заявку': { gender: 'f' },
  'конверсия в заказ': { gender: 'f' },
  'конверсия в продажу': { gender: 'f' },
  'доля рекламных расходов': { gender: 'f' },
  дрр: { gender: 'f' },
  'средний чек': { gender: 'm' },
};

/** Channels called by a common noun: it stands inside a sentence in lower case and without quotes. */
const CHANNELS: Record<string, { name: string; gender: Gender }> = Object.fromEntries(
  (
    [
      ['m', ['поиск', 'органический поиск', 'поисковый трафик', 'ретаргетинг', 'прямой трафик', 'контекст', 'таргет']],
      ['f', ['реклама', 'контекстная реклама', 'поисковая реклама', 'медийная реклама', 'таргетированная реклама']],
      ['f', ['реклама в соцсетях', 'реклама на картах', 'почта', 'рассылка', 'почтовая рассылка', 'органика']],
      ['n', ['продвижение', 'поисковое продвижение']],
      ['pl', ['соцсети', 'социальные сети', 'карты', 'рассылки', 'прямые заходы', 'партнёры', 'агрегаторы', 'блогеры']],
      ['pl', ['звонки', 'рекомендации', 'маркетплейсы', 'справочники', 'мессенджеры', 'рекламные сети']],
    ] as [Gender, string[]][]
  ).flatMap(([gender, names]) => names.map((name) => [name, { name, gender }])),
);

const own = <T>(table: Record<string, T>, name: string): T | undefined => {
  const key = name.trim().toLowerCase();
  return Object.hasOwn(table, key) ? table[key] : undefined;
};

export const metricGrammar = (name: string): Named | undefined => own(METRICS, name);

export const channelGrammar = (name: string): { name: string; gender: Gender } | undefined => own(CHANNELS, name);

/** The form that agrees with the gender. */
export function agree(gender: Gender, forms: Record<Gender, string>): string {
  return forms[gender];
}

/** A name in quotes; quotes of its own become the inner pair. */
export function quoted(name: string): string {
  return `«${name.replaceAll('«', '„').replaceAll('»', '“')}»`;
}

import type { Locale } from '../../types/locale.ts';

/** Towns of zones that Russian readers meet often; others are called by their zone. */
const RUSSIAN: Record<string, string> = {
  'Europe/Kaliningrad': 'Калининград',
  'Europe/Moscow': 'Москва',
  'Europe/Samara': 'Самара',
  'Asia/Yekaterinburg': 'Екатеринбург',
  'Asia/Omsk': 'Омск',
  'Asia/Novosibirsk': 'Новосибирск',
  'Asia/Krasnoyarsk': 'Красноярск',
  'Asia/Irkutsk': 'Иркутск',
  'Asia/Yakutsk': 'Якутск',
  'Asia/Vladivostok': 'Владивосток',
  'Asia/Kamchatka': 'Камчатка',
  'Asia/Almaty': 'Алматы',
  'Asia/Tashkent': 'Ташкент',
  'Asia/Tbilisi': 'Тбилиси',
  'Asia/Yerevan': 'Ереван',
  'Asia/Dubai': 'Дубай',
  'Europe/Minsk': 'Минск',
  'Europe/Istanbul': 'Стамбул',
  'Europe/Lisbon': 'Лиссабон',
  'Europe/London': 'Лондон',
  'Europe/Berlin': 'Берлин',
  'Europe/Dublin': 'Дублин',
  'America/New_York': 'Нью-Йорк',
  'America/Los_Angeles': 'Лос-Анджелес',
};

/** The town a zone is named after: `Europe/Moscow` is «Москва», `America/New_York` is `New York`. */
export function placeOf(zone: string, locale: Locale): string {
  const town = (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
  return locale === 'ru' ? (RUSSIAN[zone] ?? town) : town;
}

/** `+03:00` is «UTC+3», `+05:30` is «UTC+5:30». */
export const utcText = (offset: string): string =>
  `UTC${offset
    .replace(/^([+-])0/, '$1')
    .replace(':00', '')
    .replace('-', '−')}`;

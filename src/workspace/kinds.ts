import { z } from 'zod';
import { isKnownCountry } from '../calendar/country-calendar.ts';
import { isDay } from '../figures/period.ts';
import { isLocalPart } from '../locale/mail-address.ts';
import { isPhone, PHONE_PATTERN } from '../locale/phone.ts';
import { ID_EXPECTED, isId } from './ids.ts';

/**
 * The kinds of text the workspace's JSON files are made of. Each says in both languages what it expects
 * (`params.expected`, read by `json-file.ts`) and carries its pattern into the JSON Schema.
 */
/** A text that passes the test; the schema's own pattern is for editors. */
export function matching(
  test: (text: string) => boolean,
  expected: { ru: string; en: string },
  schema: Record<string, unknown> = {},
) {
  return z.string().refine(test, { params: { expected } }).meta(schema);
}

/** What no page shows and no PDF may have in its title. */
const CONTROL = /[^\P{Cc}\t\n\r]/u;

export const text = matching(
  (value) => value.trim() !== '' && !CONTROL.test(value),
  { ru: 'непустой текст без управляющих знаков', en: 'some text without control characters' },
  { minLength: 1 },
);

export const localText = z
  .union([text, z.strictObject({ ru: text, en: text })])
  .meta({ description: 'One text for everybody, or one per language.' });

export const id = matching(isId, ID_EXPECTED, { pattern: '^[a-z0-9-]{1,60}$' });

/** It stands in names of files and in subjects of letters. */
export const documentNumber = matching(
  (value) => /^[\p{L}\d][\p{L}\d._-]{0,39}$/u.test(value),
  {
    ru: 'номер из букв, цифр, точек и дефисов, не больше 40 знаков, например КП-2026-014',
    en: 'a number of letters, digits, dots and hyphens, 40 characters at most, such as P-2026-014',
  },
  { type: ['string', 'number'], examples: ['P-2026-014'] },
);

export const linkKey = matching(
  (value) => /^[A-Za-z0-9_-]{16,64}$/.test(value),
  { ru: 'от 16 до 64 латинских букв, цифр, дефисов', en: '16 to 64 Latin letters, digits, hyphens' },
  { pattern: '^[A-Za-z0-9_-]{16,64}$' },
);

export const colour = matching(
  (value) => /^#[0-9a-f]{6}$/i.test(value),
  { ru: 'цвет вида #1a2b3c', en: 'a colour such as #1a2b3c' },
  { pattern: '^#[0-9a-fA-F]{6}$' },
);

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

export const currency = matching(
  (value) => CURRENCIES.has(value),
  { ru: 'код валюты по ISO 4217: RUB, USD, EUR, …', en: 'an ISO 4217 currency code: RUB, USD, EUR, …' },
  { pattern: '^[A-Z]{3}$' },
);

export const timeZone = matching(
  isTimeZone,
  {
    ru: 'часовой пояс IANA: Europe/Moscow, Asia/Yekaterinburg, …',
    en: 'an IANA time zone: Europe/London, America/New_York, …',
  },
  { examples: ['Europe/Moscow', 'America/New_York'] },
);

export const COUNTRY_EXPECTED = {
  ru: 'код страны по ISO 3166: RU, KZ, US-CA, DE-BY, …',
  en: 'an ISO 3166 country code: GB, US-CA, DE-BY, …',
};

export const country = matching(isKnownCountry, COUNTRY_EXPECTED, { pattern: '^[A-Z]{2}(-[A-Z0-9]{1,3})?$' });

export const day = matching(
  isDay,
  { ru: 'день вида 2026-10-31', en: 'a day such as 2026-10-31' },
  { format: 'date', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' },
);

export const fraction = matching(
  (value) => /^(0(\.\d{1,6})?|1)$/.test(value),
  {
    ru: 'доля от 0 до 1 в кавычках, например "0.22" для 22 %',
    en: 'a fraction from 0 to 1 in quotes, such as "0.22" for 22 %',
  },
  { pattern: '^(0(\\.[0-9]{1,6})?|1)$' },
);

export const webAddress = matching(
  isWebAddress,
  { ru: 'адрес, начинающийся с https:// или http://', en: 'an address that begins with https:// or http://' },
  { format: 'uri' },
);

export const email = matching(
  (value) => /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(value) && isLocalPart(value.slice(0, value.indexOf('@'))),
  {
    ru: 'адрес почты вида name@example.com, до @ латинскими буквами',
    en: 'an e-mail address such as name@example.com, Latin letters before the @',
  },
  { format: 'email' },
);

export const phone = matching(
  isPhone,
  {
    ru: 'телефон цифрами, например +7 495 000-00-00 или +7 495 000-00-00 (доб. 123)',
    en: 'a phone number in digits, such as +1 212 555 0100 or +1 212 555 0100 ext. 123',
  },
  { pattern: PHONE_PATTERN },
);

export const picturePath = matching(
  (value) => isInnerPath(value) && /\.(svg|png|jpe?g|webp)$/i.test(value),
  {
    ru: 'путь к картинке от папки data, например brand/logo.svg, без «..»',
    en: 'a path of a picture from the folder data, such as brand/logo.svg, without “..”',
  },
  { examples: ['brand/logo.svg'] },
);

/** True for addresses a reader may safely be sent to. */
export function isWebAddress(value: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(value) && URL.canParse(value);
}

/** True for relative paths with `/` that stay inside their folder by their letters alone. */
export function isInnerPath(value: string): boolean {
  if (/[\\\p{Cc}]/u.test(value) || /^[a-z]:/i.test(value)) return false;
  return value.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

function isTimeZone(value: string): boolean {
  // Offsets such as "+03:00" are accepted by Intl, but they know nothing of daylight saving.
  if (!/^[A-Za-z]/.test(value)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

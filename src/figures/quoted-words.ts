import type { Locale } from '../types/locale.ts';

/** The words around a number that tell what it is, in both languages. Word ends are Unicode-aware: `\b` is not. */
const END = '(?![\\p{L}\\p{N}])';
const START = '(?<![\\p{L}\\p{N}])';

/** Things that look like numbers but are no figures: dates, times, phones, ordinals, list and page numbers. */
export const NO_FIGURES: readonly RegExp[] = [
  /https?:\/\/\S+|\S+@\S+\.\S+/gu,
  /\d{4}-(?:\d{2}-\d{2}|\d{2}(?!\d)|Q[1-4])/gu,
  /(?<!\d)\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})(?!\d)/gu,
  /(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d)/gu,
  // Phones: a plus or brackets, ten digits and more.
  /\+\d{1,3}[\s-]?\(?\d{3}\)?[\s-]?\d{3}[\s-]?\d{2}[\s-]?\d{2}(?!\d)/gu,
  /(?<!\d)8?\s?\(\d{3,5}\)\s?\d{1,3}[\d\s-]{4,8}\d/gu,
  /(?<!\d)(?:\d-)?\d{3}-\d{3}-\d{2}-?\d{2}(?!\d)/gu,
  /^[ \t]*\d{1,2}[.)](?=\s)/gmu,
  new RegExp(`(?:№|#|${START}(?:п|стр|рис|табл|пункт\\p{L}*|page|step|no)\\.?)\\s*\\d+(?:\\.\\d+)*`, 'giu'),
  new RegExp(`(?<!\\d)\\d+-?(?:ы?й|[оы]?го|[оы]?му|[ое]?м|[ыи]?х|[ое]?е|а?я|у?ю|ми|th|st|nd|rd)${END}`, 'giu'),
  /\d+\s?[/×]\s?\d+|\d+[xх]\d+/giu,
  // A day with its month, or several: «1–15 октября 2026», `October 1–15, 2026`.
  new RegExp(
    `(?<!\\d)\\d{1,2}(?:\\s?[–-]\\s?\\d{1,2})?\\s+(?:янв|фев|мар[^к]|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)\\p{L}*\\.?(?:\\s+\\d{4})?`,
    'giu',
  ),
  new RegExp(
    `${START}(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}*\\.?\\s+\\d{1,2}(?:\\s?[–-]\\s?\\d{1,2})?(?:st|nd|rd|th)?${END}(?:,?\\s+\\d{4}${END})?`,
    'giu',
  ),
  new RegExp(
    `(?<!\\d)\\d{1,2}(?:\\s?[–-]\\s?\\d{1,2})?\\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}*(?:,?\\s+\\d{4}${END})?`,
    'giu',
  ),
  new RegExp(`(?<!\\d)[1-4]\\s*(?:кв\\.|квартал)`, 'giu'),
];

/** A year standing alone: it only counts as a figure when a unit or a metric's word follows. */
export const YEAR = /^(?:19|20)\d{2}$/;

export const MULTIPLIERS: readonly { words: RegExp; power: number }[] = [
  { words: new RegExp(`^\\s?(?:тыс(?:яч\\p{L}*)?\\.?|thousand)${END}|^[kк]${END}`, 'iu'), power: 3 },
  { words: new RegExp(`^\\s?(?:млн\\.?|миллион\\p{L}*|million)${END}|^mn?${END}`, 'iu'), power: 6 },
  { words: new RegExp(`^\\s?(?:млрд\\.?|миллиард\\p{L}*|billion)${END}|^bn?${END}`, 'iu'), power: 9 },
];

export type UnitWord = 'points' | 'percent' | 'money' | 'times';

/** Units after the number, tried in this order. */
export const UNITS: readonly { words: RegExp; unit: UnitWord }[] = [
  {
    words: new RegExp(
      `^\\s*(?:%\\s?)?(?:п\\.?\\s?п\\.?|процентн\\p{L}+\\sпункт\\p{L}*|p\\.p\\.|pps?|percentage points?)${END}`,
      'iu',
    ),
    unit: 'points',
  },
  { words: new RegExp(`^\\s*(?:%|(?:процент\\p{L}*|per ?cent)${END})`, 'iu'), unit: 'percent' },
  {
    words: new RegExp(
      `^\\s*(?:[A-Z]{0,2}\\$|[₽€£₸]|(?:руб(?:л\\p{L}+|\\.)?|р\\.|RUB|USD|EUR|GBP|KZT|долл\\p{L}*\\.?|евро|тенге|roubles?|rubles?|dollars?|euros?)${END})`,
      'iu',
    ),
    unit: 'money',
  },
  { words: new RegExp(`^(?:x|х|×)${END}|^\\stimes${END}(?!\\s(?:a|per|every|each))`, 'iu'), unit: 'times' },
];

/** «В 1,5 раза»: only after «в», else it is how often something happens. */
export const TIMES_RU = { before: /(?:^|[^\p{L}])в\s$/iu, after: new RegExp(`^\\sраза?${END}`, 'iu') };

/** Words of figures: a bare number beside one of them is checked. */
export const METRIC_WORD = new RegExp(
  `^(?:лид(?:а|у|ы|ов|ам|ами|ах|ом)?|заявк\\p{L}+|заявок|обращени\\p{L}+|клик(?:а|у|и|ов|ам|ами|ах|ом)?|показ(?:а|у|ы|ов|ам|ами|ах)?|` +
    'продаж[аиуе]?|продаж(?:ей|ам|ами|ах)|заказ(?:а|у|ы|ов|ам|ами|ах|ом)?|визит(?:а|у|ы|ов|ам|ами|ах)?|сесси\\p{L}+|' +
    'звон(?:ок|к\\p{L}+)|конверси\\p{L}+|переход(?:а|у|ы|ов|ам|ами|ах)?|посетител\\p{L}+|пользовател\\p{L}+|сдел(?:ок|к\\p{L}+)|' +
    'брон(?:ь|и|ей|ям)|бронировани\\p{L}+|расход(?:а|у|ы|ов|ом)?|затрат\\p{L}*|выручк\\p{L}+|доход(?:а|у|ы|ов|ом)?|cp[lcamo]|ctr|cr|roas|roi|дрр|' +
    'leads?|clicks?|impressions?|sales?|orders?|visits?|sessions?|calls?|conversions?|visitors?|users?|deals?|bookings?|' +
    'purchases?|sign-?ups?|spend|cost|revenue)$',
  'iu',
);

/** «На 60 больше»: what changed was named before. */
export const COMPARATIVE = /^(?:больше|меньше|выше|ниже|дороже|дешевле|more|less|fewer|higher|lower|cheaper)$/iu;

/** «Целевых лидов», `qualified leads`: a word that may stand between a number and what it counts. */
export const ADJECTIVE = /(?:[ыи]х|[ыи]е|[ыи]й|ая|ое|ую)$|^[a-z-]*[a-rt-z]$/iu;

/** Words that may follow a figure without being what it counts. */
export const LINKING_WORD =
  /^(?:и|а|но|или|против|вместо|при|за|в|во|на|от|до|из|с|со|к|ко|по|это|что|чем|уже|был\p{L}*|стал\p{L}*|and|or|but|vs|versus|against|instead|in|on|at|from|to|than|with|for|of|by|per|compared|while|was|were|is|are)$/iu;

/** Words before a number that make it approximate; after `loose` ones the truth may lie a whole step away. */
export const HEDGES: Record<Locale, { around: RegExp; loose: RegExp }> = {
  ru: {
    around: /(?:около|примерно|порядка|приблизительно|[~≈])\s*$/iu,
    loose: /(?:почти|более|больше|менее|меньше|свыше|не\sменее)\s*$/iu,
  },
  en: {
    around: /(?:about|around|roughly|approximately|some|[~≈])\s*$/iu,
    loose: /(?:nearly|almost|over|above|under|more than|less than|at least)\s*$/iu,
  },
};

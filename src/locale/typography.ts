import type { Locale } from '../types/locale.ts';
import { curlyQuotes } from './quotes.ts';
import { remembered } from './remembered.ts';
import { ELLIPSIS, EM_DASH, EN_DASH, MINUS, NBSP } from './signs.ts';

/** Stand-ins while the rules run: for a token left alone, and for a tag, which the rules see through. */
const TOKEN = '\ue000';
const TAG = '\ue001';

const PHONE = String.raw`\+\d[\d\s()-]{6,20}\d|(?<!\d)8[\s-]\(?\d{3}\)?[\s-][\d\s-]{5,12}\d`;
const CODE = '`[^`\\n]*`';
const WORD = String.raw`[^\s"'«»„“”‘’<>()]+`;
const PIECES = new RegExp(`(?<alone>${CODE}|${PHONE})|${WORD}`, 'gu');
/** Somewhere in every token left alone; most texts have none and need no search for tokens. */
const OF_TOKEN = /[_=\\{}|#/@`\ue000]|\.[\w-]|\+\d|8[\s-]/;

/** Addresses and code hold a sign that prose has no use for; file and domain names have a dot inside. */
function isCodeLike(word: string): boolean {
  return /[_=\\{}|#/@]/u.test(word) || (/^[\w-]+(?:\.[\w-]+)+$/u.test(word) && /[a-z]/iu.test(word));
}

/** Texts already set: names of areas and works recur on every page. */
const known = { ru: remembered<string>(2000), en: remembered<string>(2000) };

/**
 * Text as a careful compositor would set it: «ёлочки» or curly quotes, dashes, ellipsis, a true minus, and
 * spaces that must not break. Addresses, e-mails, telephone numbers and code-like tokens stay as they are.
 * Setting a text twice changes nothing.
 */
export function typeset(text: string, locale: Locale): string {
  return known[locale](text, () => setText(text, locale));
}

function setText(text: string, locale: Locale): string {
  if (!OF_TOKEN.test(text)) return compose(text, locale);
  const kept: string[] = [];
  const keep = (token: string): string => {
    kept.push(token);
    return TOKEN;
  };
  const bare = text.replace(PIECES, (piece: string, alone: string | undefined) => {
    if (alone !== undefined || piece.includes(TOKEN)) return keep(piece);
    const word = piece.replace(/[.,;:!?…]+$/u, '');
    return isCodeLike(word) ? keep(word) + piece.slice(word.length) : piece;
  });
  const set = compose(bare, locale);
  let next = 0;
  return set.replaceAll(TOKEN, () => kept[next++]!);
}

const BLOCK =
  /(<\/?(?:address|article|aside|blockquote|br|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|nav|ol|p|section|table|tbody|td|tfoot|th|thead|tr|ul)\b[^>]*>)/i;
const INLINE = /<(code|pre|kbd|samp|script|style|svg)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<[^>]*>/gi;

/** The same for a piece of HTML: only its text changes, never a tag, nor what stands in `code`, `pre` and the like. */
export function typesetHtml(html: string, locale: Locale): string {
  return html
    .split(BLOCK)
    .map((piece, index) => (index % 2 === 1 ? piece : typesetInline(piece, locale)))
    .join('');
}

function typesetInline(html: string, locale: Locale): string {
  const tags: string[] = [];
  const text = html.replaceAll(TAG, '').replace(INLINE, (tag) => {
    tags.push(tag);
    return TAG;
  });
  let next = 0;
  return typeset(text.replace(/&quot;|&#34;/g, '"').replace(/&#39;|&apos;/g, "'"), locale).replaceAll(
    TAG,
    () => tags[next++]!,
  );
}

function compose(text: string, locale: Locale): string {
  const dashed = dashes(text.replace(/(?<!\.)\.{3}(?!\.)/g, ELLIPSIS));
  return spaces(curlyQuotes(dashed, locale, TAG), locale);
}

const RANGE = /(?<![\p{L}\d.,:/−–-])(\d{1,4}(?:[.,]\d+)?)-(\d{1,4}(?:[.,]\d+)?)(?![\p{L}\d:/−–-]|[.,]\d)/gu;
const HOURS = /(?<![\p{L}\d.,:/−–-])(\d{1,2}:\d{2})-(\d{1,2}:\d{2})(?![\p{L}\d:/−–-])/gu;

const HYPHEN = /(?<=\S)[^\S\n]-{1,2}(?=\s)(?!\s\d)/gu;
/** A dash, or a dot between facts, ends a line and does not begin one. */
const BEFORE_SIGN = new RegExp(`(?<=\\S) (?=[${EM_DASH}${EN_DASH}·]\\s)`, 'gu');
const SIGN = new RegExp(`[-${EM_DASH}${EN_DASH}·]`);

function dashes(text: string): string {
  if (!SIGN.test(text)) return text;
  const number = (digits: string): number => Number(digits.replace(',', '.'));
  return (
    text
      .replace(HYPHEN, `${NBSP}${EM_DASH}`)
      .replace(BEFORE_SIGN, NBSP)
      // Only what ascends is a range: 24-7, 2026-10 and part numbers are not.
      .replace(RANGE, (whole, from: string, to: string) =>
        number(from) < number(to) ? `${from}${EN_DASH}${to}` : whole,
      )
      .replace(HOURS, `$1${EN_DASH}$2`)
      .replace(/(?<=^|[(]|[^\d\s]\s)-(?=\d)/gu, MINUS)
  );
}

const BEFORE = `(?<=^|[\\s(«„“"${EM_DASH}${TAG}])`;
const SHORT_WORDS = new RegExp(
  `${BEFORE}(в|во|к|ко|с|со|и|а|у|о|об|обо|от|до|за|на|по|из|не|ни|но|да|для|при|без|под|над|про|или) `,
  'giu',
);
const PARTICLES = / (?=(?:ж|же|ли|б|бы)(?![\p{L}\d-]))/giu;
/** A number holds on to what it counts, but not to a word that only leads on. */
const RU_UNITS =
  /(?<=\d) (?=[\p{Script=Cyrillic}₽$€%‰])(?!(?:против|или|для|при|до|из|на|по|за|от|и|в|к|с|а|у|о)(?!\p{L}))/gu;
const RU_GROUPS = /(?<=(?<![\d.,])\d{1,3}(?:\s\d{3})*) (?=\d{3}(?!\d))/gu;
const EN_UNITS =
  /(?<=\d) (?=(?:pp|px|hours?|h|minutes?|min|seconds?|s|days?|weeks?|months?|years?|points?|million|billion|thousand|USD|EUR|GBP|RUB)(?![\p{L}\d]))/gu;

function spaces(text: string, locale: Locale): string {
  const counted = /\d/.test(text) ? spacesOfNumbers(text, locale) : text;
  if (locale === 'en') return counted;
  return counted
    .replace(/(?<!\p{L})([тп])\.\s?([декнпч])\.(?!\p{L})/gu, `$1.${NBSP}$2.`)
    .replace(SHORT_WORDS, `$1${NBSP}`)
    .replace(PARTICLES, NBSP);
}

function spacesOfNumbers(text: string, locale: Locale): string {
  const signs = text.replace(/(?<=[№§]) (?=\d)/gu, NBSP);
  if (locale === 'en') return signs.replace(EN_UNITS, NBSP).replace(/(?<=\d)\s%/gu, '%');
  return signs
    .replace(/(?<=\d)%(?![\p{L}\d])/gu, `${NBSP}%`)
    .replace(RU_GROUPS, NBSP)
    .replace(RU_UNITS, NBSP);
}

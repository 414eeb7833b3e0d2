import type { SourceRule } from '../types/workspace.ts';
import { currencyOfWord } from './currency-words.ts';

export type CostVariant = NonNullable<SourceRule['vat']>;

/** One column of a table: its header as written and the facts the header states. */
export interface Column {
  /** 0-based place in the record. */
  index: number;
  /** As written, trimmed; the second of two equal headers gets ` (2)`. */
  header: string;
  /** The whole header, normalised for comparison. */
  key: string;
  /** The header without currency, VAT and percent marks, normalised: what formats are matched by. */
  base: string;
  currency: string | null;
  vat: CostVariant | null;
}

/** Cyrillic letters (lower case) that look like Latin ones: `Kлики` may begin with either K. */
const LOOK_ALIKES: Record<string, string> = {
  а: 'a',
  в: 'b',
  е: 'e',
  ё: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  і: 'i',
};

const WITH_COMMISSION =
  /(с учетом|с|включая|вкл\.?) ндс и комисси\p{L}*|(incl\.?|including|with) vat (and|&) commission/u;
const WITHOUT_VAT = /без( учета)? ндс|(excl\.?|excluding|ex\.?|without|net of) vat/u;
const WITH_VAT = /(с учетом|с|включая|вкл\.?) ндс|(incl\.?|inc\.?|including|with) vat/u;

/** The columns of a header record, duplicates numbered. */
export function readColumns(cells: readonly string[]): Column[] {
  const seen = new Map<string, number>();
  return cells.map((cell, index) => {
    const plain = normalise(cell);
    const times = (seen.get(plain) ?? 0) + 1;
    seen.set(plain, times);
    const header = times > 1 && plain !== '' ? `${cell.trim()} (${times})` : cell.trim();
    return { index, header, key: headerKey(header), ...headerFacts(cell) };
  });
}

/** A header or a header's name in a form that compares: see rule of look-alikes, spaces and case. */
export function headerKey(header: string): string {
  return [...normalise(header)].map((letter) => LOOK_ALIKES[letter] ?? letter).join('');
}

/** The name by which formats know a header: currency, VAT and percent marks set aside. */
export function headerBase(header: string): string {
  return headerFacts(header).base;
}

/** The time zone of a column says nothing of what it holds: `Time (UTC+01:00)`. */
const ZONE = /^(utc|gmt)([-+−]\d{1,2}(:?\d{2})?)?$/iu;

/** Quotation marks in a header, stray or not, do not make it another one. */
const unquoted = (text: string): string => text.replace(/["«»“”]/g, '').trim();

function normalise(text: string): string {
  return unquoted(text.slice(0, 400).normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim());
}

function headerFacts(header: string): Pick<Column, 'base' | 'currency' | 'vat'> {
  const cased = unquoted(header.slice(0, 400).normalize('NFKC').replace(/\s+/g, ' ').trim());
  const { text, vat } = takeVat(cased);
  const [name = '', ...qualifiers] = text.split(/[(),]/).map((part) => part.trim());
  let currency: string | null = null;
  const kept = qualifiers.filter((qualifier) => {
    const money = qualifier === '$' ? null : currencyOfQualifier(qualifier);
    currency ??= money;
    if (ZONE.test(qualifier)) return false;
    return qualifier !== '' && qualifier !== '%' && qualifier !== '$' && money === null;
  });
  const words = name.split(' ');
  const tail = words.length > 1 ? words.at(-1)! : '';
  const last = currencyOfQualifier(tail);
  const shortName = last === null && tail !== '$' ? name : words.slice(0, -1).join(' ');
  return {
    base: headerKey([shortName, ...kept.map((part) => `(${part})`)].join(' ')),
    currency: currency ?? last,
    vat,
  };
}

/** Codes count only in capitals, as systems write them: `(all)` and `All` are words. */
function currencyOfQualifier(word: string): string | null {
  if (/^[a-z]{3}$/i.test(word) && word !== word.toUpperCase() && word.toLowerCase() !== 'rub') return null;
  return currencyOfWord(word);
}

function takeVat(header: string): { text: string; vat: CostVariant | null } {
  const folded = header.toLowerCase().replaceAll('ё', 'е');
  const variants = [
    ['included-with-commission', WITH_COMMISSION],
    ['excluded', WITHOUT_VAT],
    ['included', WITH_VAT],
  ] as const;
  for (const [vat, pattern] of variants) {
    const found = pattern.exec(folded);
    if (!found) continue;
    const text = `${header.slice(0, found.index)}${header.slice(found.index + found[0].length)}`;
    return { text: text.replace(/\s+/g, ' ').trim(), vat };
  }
  return { text: header, vat: null };
}

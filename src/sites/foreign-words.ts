import type { Locale } from '../types/locale.ts';

/** What cannot hold an element, is no prose or has its own words: left as it is. */
const APART = /<(script|style|svg|title|option|textarea|template|code|pre)\b[\s\S]*?<\/\1>|<[^>]*>/g;
const TAG = /^<[^>]*>/;

const FOREIGN: Record<Locale, { language: Locale; words: RegExp }> = {
  /** Russian words with whatever stands between them. */
  en: { language: 'ru', words: /[Ѐ-ӿ][Ѐ-ӿ\u0301]*(?:[\s\u00a0,\-\u2011]+[Ѐ-ӿ][Ѐ-ӿ\u0301]*)*/g },
  /** Single Latin words are names and abbreviations that every Russian voice can say; three in a row are a phrase. */
  ru: { language: 'en', words: /(?<![\p{L}\d./@-])[a-z][a-z’'-]*(?:[\s\u00a0]+[a-z][a-z’'-]*){2,}(?![\p{L}\d/@-])/giu },
};

/**
 * Words of a page's other language are told to be of it: «ДРР» in an English glossary, what a mentor wrote in Russian,
 * “cost per lead” in a Russian lesson. A screen reader spells them letter by letter otherwise, or leaves them out.
 * @param html of a page's body
 */
export function foreignWords(html: string, locale: Locale): string {
  const { language, words } = FOREIGN[locale];
  if (html.search(words) < 0) return html;
  const tell = (text: string): string => text.replace(words, `<span lang="${language}">$&</span>`);
  let told = '';
  let end = 0;
  // An element that has said its language says it of all its words.
  let said = false;
  for (const found of html.matchAll(APART)) {
    const text = html.slice(end, found.index);
    told += (said ? text : tell(text)) + found[0];
    end = found.index + found[0].length;
    said = SAYS[language].test(TAG.exec(found[0])![0]);
  }
  return told + tell(html.slice(end));
}

const SAYS: Record<Locale, RegExp> = { ru: /\slang=["']?ru/, en: /\slang=["']?en/ };

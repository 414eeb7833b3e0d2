/** What cannot hold an element, or has its own words: left as it is. */
const APART = /<(script|style|svg|title|option|textarea|template)\b[\s\S]*?<\/\1>|<[^>]*>/g;
const TAG = /^<[^>]*>/;
/** Russian words with whatever stands between them. */
const RUSSIAN = /[Ѐ-ӿ][Ѐ-ӿ\u0301]*(?:[\s\u00a0,\-\u2011]+[Ѐ-ӿ][Ѐ-ӿ\u0301]*)*/g;

/**
 * Russian words of an English page are told to be Russian: «ДРР» in a glossary, the name of a document. A screen reader
 * spells them letter by letter otherwise, or leaves them out. @param html of a page's body
 */
export function russianWords(html: string): string {
  const tell = (text: string): string => text.replace(RUSSIAN, '<span lang="ru">$&</span>');
  let told = '';
  let end = 0;
  // An element that has said its language says it of all its words.
  let said = false;
  for (const found of html.matchAll(APART)) {
    const text = html.slice(end, found.index);
    told += (said ? text : tell(text)) + found[0];
    end = found.index + found[0].length;
    said = /\slang=["']?ru/.test(TAG.exec(found[0])![0]);
  }
  return told + tell(html.slice(end));
}

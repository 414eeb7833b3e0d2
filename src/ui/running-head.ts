/** Longest text of a running head; more would meet the other side. */
const LONGEST = 64;

const clip = (text: string): string => {
  const letters = [...text.replace(/\s+/gu, ' ').trim()];
  return letters.length > LONGEST
    ? `${letters
        .slice(0, LONGEST - 1)
        .join('')
        .trimEnd()}…`
    : letters.join('');
};

/** A CSS string: whatever is not a letter, a digit or a space is escaped, so no text can leave it. */
const cssString = (text: string): string =>
  `"${clip(text).replace(/[^\p{L}\p{N} ]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)}"`;

/** The page-margin rules that differ from page to page: who and what, at the top of every sheet but the cover. */
export const runningHead = (left: string, right: string): string =>
  `@page{@top-left{content:${cssString(left)}}@top-right{content:${cssString(right)}}}`;

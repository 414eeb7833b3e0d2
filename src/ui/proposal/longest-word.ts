/** Words this long stay whole at the usual size of every title. */
const USUAL = 12;

/**
 * How many letters the longest word of a title has, for the style sheet: a title is set smaller rather than a word
 * broken in two. Nothing for the usual ones.
 * @param title as it is set: words that must not be parted, «о предпринимательстве», are one
 * @param usual letters that fit wherever the title stands; fewer in a narrow column
 */
export function longestWord(title: string, usual = USUAL): string | undefined {
  const longest = Math.max(0, ...title.split(/[^\S\u00a0\u202f]+|[\u2010-\u2015-]+/u).map((word) => [...word].length));
  return longest > usual ? `--word: ${longest}` : undefined;
}

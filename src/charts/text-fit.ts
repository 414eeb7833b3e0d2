/** Width of a text in pixels. */
export type Measure = (text: string, size: number, bold: boolean) => number;

const ELLIPSIS = '\u2026';

/** Longer names are cut before they are measured: nothing on a chart has room for more. */
const LONGEST = 200;

/** One line of printable text: control characters and line breaks become spaces, direction overrides go. */
export function plainText(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
}

/** The text, or as much of its beginning as fits, with an ellipsis. */
export function fitText(text: string, width: number, measure: (text: string) => number): string {
  const characters = [...text.slice(0, LONGEST)];
  if (text.length <= LONGEST && measure(text) <= width) return text;
  let fits = 0;
  let tooMany = characters.length + 1;
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    if (measure(shortened(characters, middle)) <= width) fits = middle;
    else tooMany = middle;
  }
  return shortened(characters, fits);
}

const shortened = (characters: string[], count: number): string =>
  characters
    .slice(0, count)
    .join('')
    .replace(/[\s,.;:(–—-]+$/u, '') + ELLIPSIS;

/** The text on at most `maxLines` lines, none beginning with a dash; the last one is cut when the rest does not fit. */
export function wrapText(text: string, width: number, maxLines: number, measure: (text: string) => number): string[] {
  // A dash stays with the word before it.
  const words = text
    .slice(0, LONGEST)
    .replace(/ ([–—-]) /gu, '\u00a0$1 ')
    .split(' ')
    .filter(Boolean);
  const lines: string[] = [];
  let rest = words;
  while (rest.length > 0) {
    if (lines.length === maxLines - 1) {
      const tail = rest.join(' ') + (text.length > LONGEST ? ELLIPSIS : '');
      return [...lines, fitText(tail, width, measure)];
    }
    let count = 1;
    while (count < rest.length && measure(rest.slice(0, count + 1).join(' ')) <= width) count++;
    lines.push(fitText(rest.slice(0, count).join(' '), width, measure));
    rest = rest.slice(count);
  }
  return lines;
}

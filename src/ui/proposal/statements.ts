/** What is bold at the head of an item: `<li><strong>`, or with a paragraph between where items stand apart. */
const LEADING = /(<li>\s*(?:<p>\s*)?)<strong>([\s\S]*?)<\/strong>/g;

/** Longer ones are set as a sentence, not as a figure. */
const LONGEST_FIGURE = 16;

/** The goals with what is bold at the head of each marked as its statement; what is bold further on stays bold. */
export function statements(html: string): string {
  return html.replace(LEADING, (_, head: string, words: string) => {
    const { length } = words.replace(/<[^>]*>/g, '').trim();
    return `${head}<strong class="statement${length > LONGEST_FIGURE ? ' sentence' : ''}">${words}</strong>`;
  });
}

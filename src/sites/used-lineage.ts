/** One metric's entry in the data appendix, as `LineageTable.astro` writes it. */
const ENTRY = /<tbody id="(src-[^"]*)" class="source"[\s\S]*?<\/tbody>/g;

/**
 * The page without entries of the data appendix that nothing on it leads to: neither a figure or a chart nor the formula
 * of an entry that stays. A page whose figures lead nowhere keeps them all.
 */
export function withUsedLineage(html: string): string {
  const entries = new Map([...html.matchAll(ENTRY)].map(([text, id = '']) => [id, text]));
  const used = new Set<string>();
  const follow = (text: string): void => {
    for (const [, id = ''] of text.matchAll(/\shref="#(src-[^"]*)"/g)) {
      if (used.has(id)) continue;
      used.add(id);
      follow(entries.get(id) ?? '');
    }
  };
  follow(html.replace(ENTRY, ''));
  return used.size === 0 ? html : html.replace(ENTRY, (text, id: string) => (used.has(id) ? text : ''));
}

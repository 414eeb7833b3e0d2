/** One metric's entry in the data appendix, as `LineageTable.astro` writes it. */
const ENTRY = /(<tbody id="src-[^"]*" class="source"[\s\S]*?<\/tbody>)/;
const ID = /^<tbody id="([^"]*)"/;

/**
 * The page without entries of the data appendix that nothing on it leads to: neither a figure or a chart nor the formula
 * of an entry that stays. A page whose figures lead nowhere keeps them all.
 */
export function withUsedLineage(html: string): string {
  // Entries stand at the odd places, what is between them at the even ones.
  const pieces = html.split(ENTRY);
  if (pieces.length === 1) return html;
  const isEntry = (_: string, place: number): boolean => place % 2 === 1;
  const idOf = (entry: string): string => ID.exec(entry)![1]!;
  const entries = new Map(pieces.filter(isEntry).map((entry) => [idOf(entry), entry]));
  const used = new Set<string>();
  const follow = (text: string): void => {
    for (const [, id = ''] of text.matchAll(/\shref="#(src-[^"]*)"/g)) {
      if (used.has(id)) continue;
      used.add(id);
      follow(entries.get(id) ?? '');
    }
  };
  for (const [place, piece] of pieces.entries()) if (!isEntry(piece, place)) follow(piece);
  if (used.size === 0) return html;
  return pieces.filter((piece, place) => !isEntry(piece, place) || used.has(idOf(piece))).join('');
}

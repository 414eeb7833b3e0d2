/** What a manager's note may hold. Everything else is refused by name. */

const INLINE = ['a', 'abbr', 'b', 'br', 'code', 'del', 'em', 'i', 'ins', 'mark', 's', 'small', 'strong', 'sub', 'sup', 'u'];
const TABLE = ['table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td'];

/** Elements that may be written as tags. Paragraphs, headings and code blocks come from Markdown only. */
export const TAGS = new Set([...INLINE, ...TABLE, 'ul', 'ol', 'li', 'blockquote', 'hr']);

/** Elements that Markdown itself makes. */
export const MARKDOWN = new Set([...TAGS, 'p', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

export const isInline = (tag: string): boolean => INLINE.includes(tag);

/** Attributes of each tag, beside `lang`, `dir` and `title`, which all may have. */
const ATTRIBUTES: Record<string, readonly string[]> = {
  a: ['href'],
  ol: ['start'],
  th: ['colspan', 'rowspan', 'scope'],
  td: ['colspan', 'rowspan'],
};

export function isAttributeAllowed(tag: string, name: string): boolean {
  return ['lang', 'dir', 'title', ...(ATTRIBUTES[tag] ?? [])].includes(name);
}

/** Addresses that lead out of the page to a place a reader can be sent to; relative ones would be dead in a moved folder. */
export function isLinkAllowed(href: string): boolean {
  return /^(https?:\/\/[^\s/]|mailto:[^\s]|tel:\+?\d)/i.test(href);
}

/** Parents whose children must be of certain kinds, or a browser would move them about. */
const CHILDREN: Record<string, readonly string[]> = {
  table: ['caption', 'thead', 'tbody', 'tr'],
  thead: ['tr'],
  tbody: ['tr'],
  tr: ['th', 'td'],
  ul: ['li'],
  ol: ['li'],
};

/** Whether `tag` (null for words) may stand directly inside `parent` (null for the note itself). */
export function mayStandIn(tag: string | null, parent: string | null): boolean {
  const wanted = parent === null ? undefined : CHILDREN[parent];
  if (wanted !== undefined) return tag !== null && wanted.includes(tag);
  if (tag === null) return true;
  if (Object.values(CHILDREN).some((children) => children.includes(tag))) return false;
  const inlineOnly = parent !== null && (isInline(parent) || /^(p|h\d|caption)$/.test(parent));
  return !inlineOnly || isInline(tag);
}

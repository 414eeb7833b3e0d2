/**
 * HTML written as text, for rows that stand in a page by the hundred: as components, each costs Astro ten times what its
 * text does. What is written here is what Astro would write.
 */
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', "'": '&#39;', '"': '&quot;' };
const ESCAPED = /[&<>'"]/;
const ALL_ESCAPED = new RegExp(ESCAPED, 'g');

/** Text between tags. Most has nothing to escape, and is then given back as it is. */
export const escaped = (text: string): string =>
  ESCAPED.test(text) ? text.replace(ALL_ESCAPED, (sign) => ESCAPES[sign]!) : text;

/** ` name="value"`, to stand in a tag; an empty value is not written out. */
export function attribute(name: string, value: string): string {
  return value === '' ? ` ${name}` : ` ${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
}

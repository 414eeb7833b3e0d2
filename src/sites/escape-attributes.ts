/** Most pages have no such value, and looking for one costs an eighth of looking at every tag. */
const BARE = /=\s*"[^"<]*</;

/**
 * Astro leaves `<` bare inside quoted attributes, which HTML allows. Escaped, nothing in a client's name looks like a
 * tag to any reader of the page, simple ones included.
 */
export function escapeAttributes(html: string): string {
  if (!BARE.test(html)) return html;
  return html.replace(/<[a-z](?:[^>"']|"[^"]*"|'[^']*')*>/gi, (tag) =>
    tag.replace(/"[^"]*"/g, (value) => value.replaceAll('<', '&lt;')),
  );
}

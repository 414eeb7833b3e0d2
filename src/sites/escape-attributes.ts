/**
 * Astro leaves `<` bare inside quoted attributes, which HTML allows. Escaped, nothing in a client's name looks like a
 * tag to any reader of the page, simple ones included.
 */
export const escapeAttributes = (html: string): string =>
  html.replace(/<[a-z](?:[^>"']|"[^"]*"|'[^']*')*>/gi, (tag) =>
    tag.replace(/"[^"]*"/g, (value) => value.replaceAll('<', '&lt;')),
  );

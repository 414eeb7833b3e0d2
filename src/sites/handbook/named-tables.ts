/** A heading that can be linked to, or a table without a caption of its own. */
const HEADING_OR_TABLE = /<h[2-4]\b[^>]*\bid="([^"]+)"[^>]*>|<table>(?!\s*<caption)/g;

/**
 * Tables of a text have no caption: each is named by the heading it stands under. A wide one is a stop of the keyboard
 * on a phone, and a stop without a name tells nobody what is scrolled.
 * @param html of a page's body
 */
export function namedTables(html: string): string {
  let heading: string | undefined;
  return html.replace(HEADING_OR_TABLE, (found: string, id: string | undefined) => {
    if (id !== undefined) heading = id;
    else if (heading !== undefined) return `<table aria-labelledby="${heading}">`;
    return found;
  });
}

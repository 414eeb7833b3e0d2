/** In-page links (`#src-leads`) for which the page has no element, each once, in order. */
export function deadAnchors(html: string): string[] {
  const ids = new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id));
  const links = [...html.matchAll(/\shref="#([^"]+)"/g)].map(([, id]) => id);
  return [...new Set(links.filter((id) => !ids.has(id)))].map((id) => `#${id}`);
}

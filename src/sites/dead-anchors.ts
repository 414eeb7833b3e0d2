/** In-page links (`#src-leads`) for which the page has no element, each once, in order. */
export function deadAnchors(html: string): string[] {
  const ids = new Set<string>();
  const links = new Set<string>();
  for (const [, id, link] of html.matchAll(/\s(?:id="([^"]*)"|href="#([^"]+)")/g)) {
    if (link !== undefined) links.add(link);
    else ids.add(id!);
  }
  return [...links].filter((id) => !ids.has(id)).map((id) => `#${id}`);
}

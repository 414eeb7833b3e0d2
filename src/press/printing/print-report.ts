/** Tables and phone's widths of charts: a sixth of the elements, none of which paper shows. Neither holds its like. */
const HIDDEN = [
  /<details class="chart-data">(?:[^<]|<(?!\/?details))*<\/details>/g,
  /<div class="chart-picture chart-narrow">(?:[^<]|<(?!\/?div))*<\/div>/g,
];

/**
 * Chrome learns the names of pages by laying them out; when the first one's margins turn out to be others than those
 * of pages without a name, it lays all of them out once more. What the cover's own name says still comes first.
 */
const COVER = '<style>@page :first { margin: 0 }</style>';

/** A report's page with all that its PDF needs and little else; it is printed to the same bytes in less time. */
export function reportForPaper(html: string): string {
  const shown = HIDDEN.reduce((page, hidden) => page.replace(hidden, ''), html);
  return shown.replace('</head>', `${COVER}</head>`);
}

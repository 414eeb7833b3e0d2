import { deadLinks } from '../locale/drawing-fault.ts';
import { drawnSigns } from '../ui/signs.ts';
import { deadAnchors } from './dead-anchors.ts';
import { escapeAttributes } from './escape-attributes.ts';

/**
 * A drawn page as it may be published.
 * @throws when a link of it leads nowhere inside it
 */
export function finishPage(html: string): string {
  const finished = drawnSigns(escapeAttributes(html));
  const dead = deadAnchors(finished);
  if (dead.length > 0) throw deadLinks(dead.map(withMaker));
  return finished;
}

/** A link with the component of a report that would make the place it leads to, where one does. */
function withMaker(link: string): string {
  if (link === '#asks') return `${link} (<Asks />)`;
  return link.startsWith('#src-') ? `${link} (<DataAppendix />)` : link;
}

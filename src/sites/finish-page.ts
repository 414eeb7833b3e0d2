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
  if (dead.length > 0) {
    throw new Error(
      `Links lead to ${dead.join(', ')}, which no component of the template makes (see docs/templates.md).`,
    );
  }
  return finished;
}

import { deadLinks } from '../locale/drawing-fault.ts';
import { drawnSigns } from '../ui/signs.ts';
import { deadAnchors } from './dead-anchors.ts';
import { escapeAttributes } from './escape-attributes.ts';
import { foreignWords } from './foreign-words.ts';

/**
 * A drawn page as it may be published.
 * @throws when a link of it leads nowhere inside it
 */
export function finishPage(html: string): string {
  const finished = toldLanguages(drawnSigns(escapeAttributes(html)));
  const dead = deadAnchors(finished);
  if (dead.length > 0) throw deadLinks(dead.map(withMaker));
  return finished;
}

/** What is written in Russian on an English page, as a mentor's remarks on the desk, is told to be. */
function toldLanguages(html: string): string {
  const body = html.indexOf('</head>');
  if (!/^[^<]*(?:<!DOCTYPE[^>]*>)?\s*<html[^>]* lang="en"/i.test(html) || body < 0) return html;
  return html.slice(0, body) + foreignWords(html.slice(body), 'en');
}

/** A link with the component of a report that would make the place it leads to, where one does. */
function withMaker(link: string): string {
  if (link === '#asks') return `${link} (<Asks />)`;
  return link.startsWith('#src-') ? `${link} (<DataAppendix />)` : link;
}

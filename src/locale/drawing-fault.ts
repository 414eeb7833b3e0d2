import type { Locale } from '../types/locale.ts';

/** Begins the message of a page whose links lead nowhere, so that whoever tells of it can say so in any language. */
const DEAD_LINKS = 'Dead links: ';

/** @param links as a reader would find them: `#asks (<Asks />)` */
export function deadLinks(links: string[]): Error {
  return new Error(DEAD_LINKS + links.join(', '));
}

/** The message of what a page or a template threw, as it is told; only its own words are translated. */
export function drawingFault(message: string): Record<Locale, string> {
  if (!message.startsWith(DEAD_LINKS)) return { ru: message, en: message };
  const links = message.slice(DEAD_LINKS.length);
  return {
    ru: `ссылки ведут к ${links}, а ни один компонент шаблона таких мест не создаёт (см. docs/templates.md)`,
    en: `links lead to ${links}, which no component of the template makes (see docs/templates.md)`,
  };
}

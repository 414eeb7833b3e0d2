import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** An address a page names. `fetched` ones are loaded by the browser itself, the others wait for a click. */
export interface Reference {
  address: string;
  fetched: boolean;
}

/** All addresses in a page, in order: links, scripts, style sheets, pictures, addresses in styles. */
export function referencesOf(html: string): Reference[] {
  const markup = html.replace(/(<script\b[^>]*>)[\s\S]*?<\/script>/g, '$1').replace(/<!--[\s\S]*?-->/g, '');
  const references: Reference[] = [];
  for (const [, tag = '', attributes = ''] of markup.matchAll(
    /<([a-z][a-z0-9-]*)((?:\s+[^\s=>]+(?:=(?:"[^"]*"|[^\s"'>]+))?)*)\s*\/?>/gi,
  )) {
    for (const [, name = '', value = ''] of attributes.matchAll(/([^\s=]+)="([^"]*)"/g)) {
      if (!['href', 'src', 'srcset', 'xlink:href', 'poster', 'data', 'action'].includes(name)) continue;
      references.push({ address: unescapeHtml(value), fetched: tag !== 'a' && !unescapeHtml(value).startsWith('#') });
    }
  }
  return [...references, ...cssReferences(markup)];
}

/** Addresses in `url()` and `@import`. */
export function cssReferences(css: string): Reference[] {
  const found = css.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]*))\s*\)|@import\s+["']([^"']+)/g);
  return [...found].map(([, double, single, bare, imported]) => ({
    address: double ?? single ?? bare ?? imported ?? '',
    fetched: true,
  }));
}

/**
 * What is wrong with a page's addresses: something fetched from outside its folder, a file that is not there,
 * an anchor nobody has. Links for the reader to follow may lead to the web, to mail and to the phone.
 * @param folder the client's folder, outside which nothing may lead
 */
export function deadReferences(file: string, folder: string): string[] {
  const text = readFileSync(file, 'utf8');
  const references = file.endsWith('.css') ? cssReferences(text) : referencesOf(text);
  return references.flatMap(({ address, fetched }) => {
    if (!fetched && /^(https?:\/\/|mailto:|tel:)/.test(address)) return [];
    if (address.startsWith('data:')) return [];
    if (/^([a-z][a-z0-9+.-]*:|\/)/i.test(address)) return [`${address} is not relative`];
    const [path = '', anchor] = address.split('#');
    const target = path === '' ? file : join(dirname(file), decodeURIComponent(path));
    if (relative(folder, target).startsWith('..')) return [`${address} leads out of the folder`];
    if (!existsSync(target)) return [`${address} does not exist`];
    if (anchor !== undefined && !idsOf(target).has(decodeURIComponent(anchor)))
      return [`${address} has no such anchor`];
    return [];
  });
}

function idsOf(file: string): Set<string> {
  return new Set([...readFileSync(file, 'utf8').matchAll(/\sid="([^"]*)"/g)].map(([, id]) => unescapeHtml(id!)));
}

/** The words of a page, without its scripts and styles. */
export function textOf(html: string): string {
  return unescapeHtml(html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' '));
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function unescapeHtml(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name as string] ?? whole;
    return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal));
  });
}

/** An address a file names. */
export interface Address {
  /** Entities undone. */
  address: string;
  /** Loaded by the browser itself; others wait for the reader's click. */
  fetched: boolean;
  /** Index in the text. */
  at: number;
}

const TAG = /<([a-z][a-z0-9:-]*)((?:\s+[^\s=>/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*\/?>/gi;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;
const NAMES = new Set(['href', 'src', 'srcset', 'xlink:href', 'poster', 'data', 'action', 'formaction', 'background', 'ping', 'cite', 'manifest', 'imagesrcset', 'archive', 'codebase']); // prettier-ignore

/** Addresses of a page or an SVG: of its tags, its style sheets and its scripts. */
export function markupAddresses(text: string): Address[] {
  const found: Address[] = [];
  for (const tag of text.matchAll(TAG)) {
    const [whole, name = '', attributes = ''] = tag;
    const from = tag.index + whole.indexOf(attributes);
    for (const attribute of attributes.matchAll(ATTRIBUTE)) {
      const key = attribute[1]!.toLowerCase();
      const value = unescaped(attribute[2] ?? attribute[3] ?? attribute[4] ?? '');
      const at = from + attribute.index;
      if (NAMES.has(key)) {
        const clicked = key === 'cite' || (key.endsWith('href') && /^(?:a|area)$/i.test(name));
        for (const address of key.includes('srcset')
          ? value.split(',').map((one) => one.trim().split(/\s/)[0]!)
          : [value]) {
          found.push({ address, fetched: !clicked, at });
        }
      }
      if (key === 'style') found.push(...styleAddresses(value).map((one) => ({ ...one, at })));
      const refresh = key === 'content' ? /^\s*\d+\s*;\s*url=(.*)$/i.exec(value) : null;
      if (refresh) found.push({ address: refresh[1]!, fetched: true, at });
    }
  }
  for (const block of text.matchAll(/<(style|script)\b([^>]*)>([\s\S]*?)<\/\1>/gi)) {
    const [whole, kind = '', attributes = '', body = ''] = block;
    const from = block.index + whole.length - body.length - kind.length - 3;
    const inner =
      kind.toLowerCase() === 'style' ? styleAddresses(body) : /json/i.test(attributes) ? [] : scriptAddresses(body);
    found.push(...inner.map((one) => ({ ...one, at: one.at + from })));
  }
  return found;
}

/** Addresses in `url()` and `@import`. */
export function styleAddresses(css: string): Address[] {
  return [...css.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]*))\s*\)|@import\s+["']([^"']+)/gi)].map(
    (match) => ({
      address: match[1] ?? match[2] ?? match[3] ?? match[4] ?? '',
      fetched: true,
      at: match.index,
    }),
  );
}

/** Names of the languages a script builds elements in; nothing is loaded from them. */
const NAMESPACE =
  /^https?:\/\/www\.w3\.org\/(?:2000\/svg|1999\/xhtml|1999\/xlink|1998\/Math\/MathML|XML\/1998\/namespace|2000\/xmlns\/?)$/;

/** Strings of a script that begin as an address of the web does. */
export function scriptAddresses(script: string): Address[] {
  const found = script.matchAll(/(["'`])\s*((?:(?:https?|wss?|ftp):)?(?:\/\/|\\\/\\\/)[\w[][^"'`\s]*)/gi);
  return [...found]
    .map((match) => ({ address: match[2]!.replaceAll('\\/', '/'), fetched: true, at: match.index }))
    .filter(
      ({ address }) => !NAMESPACE.test(address) && (/^[a-z]+:/i.test(address) || /^\/\/[\w-]+\.\w/.test(address)),
    );
}

function unescaped(value: string): string {
  return value
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim();
}

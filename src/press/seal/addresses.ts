import { TagReader } from './tags.ts';
import { wellFormed } from './units.ts';

/** An address a file names. */
export interface Address {
  /** Entities undone. */
  address: string;
  /** Loaded by the browser itself; others wait for the reader's click. */
  fetched: boolean;
  /** Byte of the file. */
  at: number;
}

const NAMES = new Set(['href', 'src', 'srcset', 'xlink:href', 'poster', 'data', 'action', 'formaction', 'background', 'ping', 'cite', 'manifest', 'imagesrcset', 'archive', 'codebase']); // prettier-ignore
const READ = new Set([...NAMES, 'style', 'content']);

/** Addresses of a page or an SVG: of its tags, its style sheets and its scripts. @param bytes UTF-8 */
function markupAddresses(bytes: Buffer): Address[] {
  const found: Address[] = [];
  for (const { name, attributes } of new TagReader(bytes, READ).tags()) {
    for (const { name: key, value: written, at } of attributes) {
      const value = unescaped(written);
      if (NAMES.has(key)) {
        const clicked = key === 'cite' || (key.endsWith('href') && /^(?:a|area)$/.test(name));
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
  return [...found, ...blockAddresses(bytes)];
}

/** Addresses in style sheets and scripts that stand in a page. */
function blockAddresses(bytes: Buffer): Address[] {
  // A letter a byte: places are bytes at once.
  const blocks = bytes.toString('latin1').matchAll(/<(style|script)\b([^>]*)>([\s\S]*?)<\/\1>/gi);
  return [...blocks].flatMap(({ 0: whole, 1: kind = '', 2: attributes = '', 3: inside = '', index }) => {
    const from = index + whole.length - inside.length - kind.length - '</>'.length;
    const body = bytes.toString('utf8', from, from + inside.length);
    const addresses =
      kind.toLowerCase() === 'style' ? styleAddresses(body) : /json/i.test(attributes) ? [] : scriptAddresses(body);
    return addresses.map((one) => ({ ...one, at: from + one.at }));
  });
}

/** Addresses of a file by the end of its name; none of other kinds. */
export function addressesOf(file: string, bytes: Buffer): Address[] {
  if (/\.(?:html|svg)$/.test(file)) return markupAddresses(wellFormed(bytes));
  if (file.endsWith('.css')) return styleAddresses(bytes.toString());
  return file.endsWith('.js') ? scriptAddresses(bytes.toString()) : [];
}

/** Addresses in `url()` and `@import`. */
function styleAddresses(css: string): Address[] {
  return [...css.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]*))\s*\)|@import\s+["']([^"']+)/gi)].map(
    (match) => ({
      address: match[1] ?? match[2] ?? match[3] ?? match[4] ?? '',
      fetched: true,
      at: byteAt(css, match.index),
    }),
  );
}

/** Names of the languages a script builds elements in; nothing is loaded from them. */
const NAMESPACE =
  /^https?:\/\/www\.w3\.org\/(?:2000\/svg|1999\/xhtml|1999\/xlink|1998\/Math\/MathML|XML\/1998\/namespace|2000\/xmlns\/?)$/;

/** Strings of a script that begin as an address of the web does. */
function scriptAddresses(script: string): Address[] {
  const found = script.matchAll(/(["'`])\s*((?:(?:https?|wss?|ftp):)?(?:\/\/|\\\/\\\/)[\w[][^"'`\s]*)/gi);
  return [...found]
    .map((match) => ({ address: match[2]!.replaceAll('\\/', '/'), fetched: true, at: byteAt(script, match.index) }))
    .filter(
      ({ address }) => !NAMESPACE.test(address) && (/^[a-z]+:/i.test(address) || /^\/\/[\w-]+\.\w/.test(address)),
    );
}

const byteAt = (text: string, index: number): number => Buffer.byteLength(text.slice(0, index));

function unescaped(value: string): string {
  if (!value.includes('&')) return value.trim();
  return value
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim();
}

import { undone } from './canonical.ts';
import { kindOf, MARKUP, SCRIPT } from './parts.ts';
import { TagReader, type Tag } from './tags.ts';
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

const NAMES = new Set([
  'href',
  'src',
  'srcset',
  'xlink:href',
  'poster',
  'data',
  'action',
  'formaction',
  'background',
  'ping',
  'cite',
  'manifest',
  'imagesrcset',
  'archive',
  'codebase',
]);
const READ = new Set([...NAMES, 'style', 'content', 'http-equiv', 'srcdoc']);

/** Addresses of a page or an SVG: of its tags, its style sheets and its scripts. @param bytes UTF-8 */
function markupAddresses(bytes: Buffer): Address[] {
  const tags = new TagReader(bytes, READ).tags();
  return [...tags.flatMap(tagAddresses), ...drawnAddresses(bytes), ...blockAddresses(bytes)];
}

function tagAddresses({ name, attributes }: Tag): Address[] {
  const refreshes = attributes.some(({ name: key }) => key === 'http-equiv');
  return attributes.flatMap(({ name: key, value: written, at }) => {
    const value = unescaped(written);
    const here = (found: Omit<Address, 'at'>[]) => found.map(({ address, fetched }) => ({ address, fetched, at }));
    if (key === 'style') return here(styleAddresses(value));
    if (key === 'srcdoc') return here(markupAddresses(Buffer.from(value)));
    const refresh = key === 'content' && refreshes ? REFRESH.exec(value) : null;
    if (refresh) return here([{ address: refresh[1]!, fetched: true }]);
    if (!NAMES.has(key)) return [];
    const clicked = key === 'cite' || (key.endsWith('href') && /^(?:a|area)$/.test(name));
    const each = key.includes('srcset') ? value.split(',').map((one) => one.trim().split(/\s/)[0]!) : [value];
    return here(each.map((address) => ({ address, fetched: !clicked })));
  });
}

/** `0; url=x`, `0;'x'`, `0 x`: browsers take all of them. */
const REFRESH = /^[\s\d.]*[;,\s]\s*(?:url\s*=\s*)?["']?([^"'\s]+)/i;

const DRAWN = ['url(', 'URL('];
const [LESS, MORE, HASH] = [0x3c, 0x3e, 0x23];
/** As much of an attribute as its address may be long. */
const LONGEST = 500;

/** Addresses in attributes that paint a picture: `fill="url(…)"`, masks, markers. Hardly any page has one that leads out. */
function drawnAddresses(bytes: Buffer): Address[] {
  const found: Address[] = [];
  for (const sign of DRAWN) {
    for (let at = bytes.indexOf(sign); at >= 0; at = bytes.indexOf(sign, at + sign.length)) {
      if (bytes[at + sign.length] === HASH) continue;
      const from = bytes.lastIndexOf(LESS, at);
      if (from < 0 || bytes.lastIndexOf(MORE, at) > from) continue;
      const before = bytes.toString('latin1', from, at);
      // Styles are read with their tags.
      if (/\sstyle\s*=\s*(?:"[^"]*|'[^']*|\S*)$/i.test(before) || !/^<[a-z][^>]*=\s*["']?[^"']*$/i.test(before))
        continue;
      const [first] = styleAddresses(unescaped(bytes.toString('utf8', at, at + LONGEST)));
      if (first) found.push({ ...first, at });
    }
  }
  return found;
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
  const kind = kindOf(file);
  if (MARKUP.test(kind)) return markupAddresses(wellFormed(bytes));
  if (kind === 'css') return styleAddresses(bytes.toString());
  return SCRIPT.test(kind) ? scriptAddresses(bytes.toString()) : [];
}

/** Addresses in `url()` and `@import`, and every other string that is one of the web, as in `image-set()`. */
function styleAddresses(css: string): Address[] {
  return [...css.matchAll(STYLE_ADDRESS)]
    .map((match) => ({
      address: match[1] ?? match[2] ?? match[3] ?? match[4] ?? match[5] ?? '',
      fetched: true,
      at: byteAt(css, match.index),
    }))
    .filter(({ address }) => !NAMESPACE.test(address));
}

const STYLE_ADDRESS =
  /url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]*))\s*\)|@import\s+["']([^"']+)|["']((?:https?:)?\/\/[\w-]+\.\w[^"'\s]*)["']/gi;

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

const ENTITY = /&(?:#\d{1,7};?|#x[0-9a-f]{1,6};?|[a-z]{2,6};)/gi;

function unescaped(value: string): string {
  return (value.includes('&') ? value.replace(ENTITY, undone) : value).trim();
}

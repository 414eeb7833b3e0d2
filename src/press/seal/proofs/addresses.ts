import { ENTITY, undone } from '../reading/escapes.ts';
import { lessSigns } from '../reading/less-signs.ts';
import { kindOf, MARKUP, SCRIPT } from '../reading/parts.ts';
import { TagReader, type Tag } from '../reading/tags.ts';
import { wellFormed } from '../reading/units.ts';

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
const [LESS, MORE, SLASH, HASH] = [0x3c, 0x3e, 0x2f, 0x23];
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
  const found: Address[] = [];
  const signs = lessSigns(bytes);
  for (let sign = 0, behind = 0; sign < signs.length; sign++) {
    const at = signs[sign]!;
    const block = at >= behind && mayBeginBlock(bytes, at) ? blockAt(bytes, signs, at) : null;
    if (block === null) continue;
    found.push(...block.addresses);
    behind = block.end;
  }
  return found;
}

function blockAt(bytes: Buffer, signs: Int32Array, at: number): { addresses: Address[]; end: number } | null {
  const mark = BLOCK.exec(bytes.toString('latin1', at, endOfMark(bytes, at)));
  if (mark === null) return null;
  const from = at + mark[0].length;
  const kind = mark[1]!.toLowerCase();
  const end = endOfBlock(bytes, signs, from, kind);
  if (end < 0) return null;
  const isData = kind === 'script' && /json/i.test(mark[2]!);
  const body = isData ? '' : bytes.toString('utf8', from, end);
  const addresses = kind === 'style' ? styleAddresses(body) : scriptAddresses(body);
  return { addresses: addresses.map((one) => ({ ...one, at: from + one.at })), end };
}

const BLOCK = /^<(style|script)\b([^>]*)>/i;
const [LETTER_S, LETTER_T, LETTER_C] = [0x73, 0x74, 0x63];

function mayBeginBlock(bytes: Buffer, at: number): boolean {
  const second = bytes[at + 2]! | 0x20;
  return (bytes[at + 1]! | 0x20) === LETTER_S && (second === LETTER_T || second === LETTER_C);
}

const endOfMark = (bytes: Buffer, at: number): number => bytes.indexOf(MORE, at) + 1;

/** Where a block ends whose inside begins at `from`; -1 when it does not. */
function endOfBlock(bytes: Buffer, signs: Int32Array, from: number, kind: string): number {
  const mark = `</${kind}>`;
  for (let sign = 0; sign < signs.length; sign++) {
    const at = signs[sign]!;
    if (at < from || bytes[at + 1] !== SLASH) continue;
    if (bytes.toString('latin1', at, at + mark.length).toLowerCase() === mark) return at;
  }
  return -1;
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
  /url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]*))\s*\)|@import\s*["']([^"']+)|["']((?:https?:)?\/\/[\w-]+\.\w[^"'\s]*)["']/gi;

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

const ENTITIES = new RegExp(ENTITY, 'gi');

function unescaped(value: string): string {
  return (value.includes('&') ? value.replace(ENTITIES, undone) : value).trim();
}

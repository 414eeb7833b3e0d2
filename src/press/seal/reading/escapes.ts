import { isUtf8 } from 'node:buffer';

/** Letters as pages write them, with a name or a number; as JSON and scripts do; bytes of them, as addresses do. */
export const ENTITY = /&(?:#\d{1,7};?|#x[0-9a-f]{1,6};?|[a-z]{2,6};)/i;
export const ESCAPE = /\\(?:u[0-9a-f]{4}|u\{[0-9a-f]{1,6}\}|x[0-9a-f]{2}|[nrtfb"'/\\])/i;
export const ESCAPED_BYTES = /(?:%[0-9a-f]{2})+/i;

const WINDOWS = new TextDecoder('windows-1251');

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  commat: '@',
  period: '.',
  lowbar: '_',
  hyphen: '-',
  dash: '-',
  ndash: '-',
  mdash: '-',
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  shy: '\u00ad',
  zwj: '\u200d',
  zwnj: '\u200c',
  laquo: '«',
  raquo: '»',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  lsquo: '‘',
  rsquo: '’',
  thinsp: ' ',
};

/** What an entity or an escape means; itself when it means nothing. */
export function undone(found: string): string {
  if (found.startsWith('%')) return percentDecoded(found);
  if (found.startsWith('\\')) return unescaped(found);
  const name = found.slice(1).replace(/;$/, '');
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? found;
  return letter(/^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))) ?? found;
}

function unescaped(found: string): string {
  const sign = found[1]!;
  if (/[ux]/i.test(sign)) return letter(Number.parseInt(found.replace(/^..\{?/, ''), 16)) ?? found;
  return /[nrtfb]/i.test(sign) ? ' ' : sign;
}

function letter(code: number): string | null {
  return code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

/** Bytes of UTF-8, else several of Windows-1251: there is no other in which Russian addresses are written. */
function percentDecoded(found: string): string {
  const bytes = Buffer.from(found.replaceAll('%', ''), 'hex');
  if (isUtf8(bytes)) return bytes.toString();
  // A per cent sign by itself escapes nothing.
  return bytes.length > 1 ? WINDOWS.decode(bytes) : found;
}

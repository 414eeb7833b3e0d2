import { isUtf8 } from 'node:buffer';
import { characterEntities } from 'character-entities';

/**
 * Letters as pages write them, with a number or a name, of which browsers read the commonest without its end too; as
 * JSON and scripts do; bytes of them, as addresses do.
 */
export const ENTITY = /&(?:#0{0,20}\d{1,7};?|#x0{0,20}[0-9a-f]{1,6};?|(?:nbsp|shy);?|[a-z][a-z0-9]{1,30};)/i;
export const ESCAPE =
  /\\(?:u(?:d[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}|[0-9a-f]{4})|u\{[0-9a-f]{1,6}\}|x[0-9a-f]{2}|[nrtfb"'/\\])/i;
export const ESCAPED_BYTES = /(?:%[0-9a-f]{2})+/i;

const WINDOWS = new TextDecoder('windows-1251');

/** What an entity or an escape means; itself when it means nothing. */
export function undone(found: string): string {
  if (found.startsWith('%')) return percentDecoded(found);
  if (found.startsWith('\\')) return unescaped(found);
  const name = found.slice(1).replace(/;$/, '');
  if (!name.startsWith('#')) return meantBy(name) ?? meantBy(name.toLowerCase()) ?? found;
  return letter(/^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))) ?? found;
}

/** Every name HTML knows is one of itself: `&Ocy;` is О, `&ocy;` is о. */
function meantBy(name: string): string | undefined {
  return Object.hasOwn(characterEntities, name) ? characterEntities[name] : undefined;
}

function unescaped(found: string): string {
  const sign = found[1]!;
  if (found.length === TWO_HALVES) {
    return String.fromCharCode(...[2, 8].map((at) => Number.parseInt(found.slice(at, at + 4), 16)));
  }
  if (/[ux]/i.test(sign)) return letter(Number.parseInt(found.replace(/^..\{?/, ''), 16)) ?? found;
  return /[nrtfb]/i.test(sign) ? ' ' : sign;
}

/** Of a letter beyond the first 65,536 in an escape each, as JSON writes it. */
const TWO_HALVES = '\\ud83d\\ude00'.length;

/** One half of a letter is none. */
function letter(code: number): string | null {
  if (code >= 0xd800 && code < 0xe000) return '\ufffd';
  return code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

/** Bytes of UTF-8, else several of Windows-1251: there is no other in which Russian addresses are written. */
function percentDecoded(found: string): string {
  const bytes = Buffer.from(found.replaceAll('%', ''), 'hex');
  if (isUtf8(bytes)) return bytes.toString();
  // A per cent sign by itself escapes nothing.
  return bytes.length > 1 ? WINDOWS.decode(bytes) : found;
}

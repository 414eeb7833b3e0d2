import { isUtf8 } from 'node:buffer';
import { ALIKE, INVISIBLE } from './letters.ts';

/**
 * One spelling for what a reader would call the same text: lower case, entities and escapes undone, all spaces alike,
 * soft hyphens and other invisible signs gone, every quotation mark and every hyphen the same, ё as е.
 */
export function canonical(text: string): string {
  // Most names, ids, domains and paths have nothing that would be undone.
  if (PLAIN.test(text) && !text.includes('  ')) return text.toLowerCase();
  return lowered(PASSES.reduce((current, pass) => current.replace(pass.pattern, pass.plain), text));
}

const PLAIN = /^[A-Za-z0-9А-Яа-я ._/@:-]*$/;

/** Where in `text` the sign stands that became the one at `index` of `canonical(text)`. */
export function originOf(text: string, index: number): number {
  const stages = [text];
  for (const { pattern, plain } of PASSES) stages.push(stages.at(-1)!.replace(pattern, plain));
  return PASSES.reduceRight((at, pass, stage) => before(stages[stage]!, pass, at), index);
}

interface Pass {
  pattern: RegExp;
  plain: (found: string) => string;
}

const PASSES: Pass[] = [
  {
    pattern:
      /&(?:#\d{1,7};?|#x[0-9a-f]{1,6};?|[a-z]{2,6};)|\\(?:u[0-9a-f]{4}|u\{[0-9a-f]{1,6}\}|x[0-9a-f]{2}|[nrtfb"'/\\])|(?:%[0-9a-f]{2})+/gi,
    plain: undone,
  },
  { pattern: INVISIBLE, plain: () => '' },
  { pattern: /[^\S ]\s*|\s{2,}/g, plain: () => ' ' },
  ...ALIKE.map(([pattern, plain]) => ({ pattern, plain: () => plain })),
];

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

/** No letter may change its length here, for places are counted: only İ would. */
export function lowered(text: string): string {
  return text.replaceAll('\u0130', 'I').toLowerCase().replaceAll('ё', 'е');
}

/** Place in the input of one pass, for a place in its output. */
function before(input: string, { pattern, plain }: Pass, index: number): number {
  let grown = 0;
  for (const match of input.matchAll(pattern)) {
    const made = plain(match[0]).length;
    if (match.index + grown + made > index) return Math.min(index - grown, match.index + match[0].length - 1);
    grown += made - match[0].length;
  }
  return index - grown;
}

import { ENTITY, ESCAPE, ESCAPED_BYTES, undone } from './escapes.ts';
import { ALIKE, BEYOND, INVISIBLE, plainBeyond } from './letters.ts';

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
  { pattern: new RegExp([ENTITY, ESCAPE, ESCAPED_BYTES].map(({ source }) => source).join('|'), 'gi'), plain: undone },
  { pattern: BEYOND, plain: plainBeyond },
  { pattern: INVISIBLE, plain: () => '' },
  { pattern: /[^\S ]\s*|\s{2,}/g, plain: () => ' ' },
  ...ALIKE.map(([pattern, plain]) => ({ pattern, plain })),
];

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

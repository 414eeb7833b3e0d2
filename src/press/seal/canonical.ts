/**
 * One spelling for what a reader would call the same text: lower case, entities and escapes undone, all spaces alike,
 * soft hyphens and other invisible signs gone, every quotation mark the same, ё as е.
 */
export function canonical(text: string): string {
  return lowered(PASSES.reduce((current, pass) => current.replace(pass.pattern, pass.plain), text));
}

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
  { pattern: /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,6});|\\u[0-9a-f]{4}|\\[nrtfb"'/\\]|(?:%[0-9a-f]{2})+/gi, plain: undone },
  { pattern: /[\u00ad\u200b-\u200d\u2060\ufeff]+/g, plain: () => '' },
  { pattern: /[^\S ]\s*|\s{2,}|[«»“”„‟]|[’‘]/g, plain: (found) => (/\s/.test(found) ? ' ' : /[’‘]/.test(found) ? "'" : '"') },
]; // prettier-ignore

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '\u00ad',
  laquo: '«',
  raquo: '»',
  thinsp: ' ',
};

/** What an entity or an escape means; itself when it means nothing. */
export function undone(found: string): string {
  if (found.startsWith('%')) return percentDecoded(found);
  if (found.startsWith('\\')) {
    return found[1] === 'u' || found[1] === 'U'
      ? String.fromCharCode(Number.parseInt(found.slice(2), 16))
      : /[nrtfb]/i.test(found[1]!)
        ? ' '
        : found[1]!;
  }
  const name = found.slice(1, -1);
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? found;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code <= 0x10ffff ? String.fromCodePoint(code) : found;
}

function percentDecoded(found: string): string {
  try {
    return decodeURIComponent(found);
  } catch {
    // A per cent sign that escapes nothing.
    return found;
  }
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

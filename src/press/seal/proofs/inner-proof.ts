import { posix } from 'node:path';
import type { SealBreak } from '../breaks.ts';
import type { View } from '../reading/views.ts';
import type { Owner } from '../words/terms.ts';

/** Names of files that are the agency's alone. */
const INNER_NAMES =
  /^(?:(?:manifest|seal|shard)\.json|answer[-_]?keys?\..*|.*\.(?:mdx?|ya?ml|jsonl|ts|astro|map|eml|log|bak|orig|tmp)|\..*)$/i;

/** What is never said, whatever the file is called. */
interface InnerText {
  pattern: RegExp;
  /** One of them stands, as `canonical` spells it, wherever the pattern is found: it is looked for nowhere else. */
  signs: string[];
}

const MANIFEST_SIGN = '"documents":';
const INNER_TEXTS: (InnerText & { found: { ru: string; en: string } })[] = [
  {
    pattern: /"documents":\s*\[\s*\{\s*"site"/,
    signs: [MANIFEST_SIGN],
    found: { ru: 'содержимое манифеста', en: 'contents of the manifest' },
  },
  {
    // In data between quotation marks; in scripts and attributes before its value.
    pattern: /"(?:answer[-_]?keys?|correct[-_]?answers?)"|\b(?:answer[-_]?keys?|correct[-_]?answers?)'?[:=]/i,
    signs: ['answerkey', 'answer_key', 'answer-key', 'correctanswer', 'correct_answer', 'correct-answer'],
    found: { ru: 'ключ ответов', en: 'an answer key' },
  },
  {
    pattern: /\bdata\/outbox\b|\bledger\.jsonl\b/,
    signs: ['data/outbox', 'ledger.jsonl'],
    found: { ru: 'журнал отправки', en: 'the ledger of letters' },
  },
];

/** Paths of the workspace; beside the client's own exports none of them is for a reader. */
const SOURCE: InnerText = {
  pattern:
    /(?<![\w.-])(?:data\/(?:clients|proposals|brand|people|outbox|exams|trainees|onboarding)\/[\w.-]+|content\/(?:reports|proposals|handbook|exams)\/[\w./-]+)/g,
  signs: [
    ...['data/clients/', 'data/proposals/', 'data/brand/', 'data/people/', 'data/outbox/', 'data/exams/'],
    ...['data/trainees/', 'data/onboarding/'],
    ...['content/reports/', 'content/proposals/', 'content/handbook/', 'content/exams/'],
  ],
};

/** Looked for together with everything else. */
export const INNER_SIGNS = [...INNER_TEXTS, SOURCE].flatMap(({ signs }) => signs);

/** Which of `INNER_SIGNS` each view of a file has. */
export type SignsFound = ReadonlyMap<View, ReadonlySet<string>>;

/** No file that is the agency's alone by its name. */
export function proveName(file: string): SealBreak[] {
  if (!INNER_NAMES.test(posix.basename(file))) return [];
  const found = { ru: 'файл, который не публикуют', en: 'a file that is never published' };
  return [{ code: 'seal-inner-file', file, offset: null, found }];
}

/** No ledger, manifest, answer key, nor source path but the owner's own. */
export function proveInner(file: string, found: SignsFound, owner: Owner): SealBreak[] {
  const breaks: SealBreak[] = [];
  for (const [view, signs] of found) {
    // Where letters only stand further apart than in the view before, nothing but a manifest comes together.
    if (view.bytes === null && breaks.length === 0 && !signs.has(MANIFEST_SIGN)) continue;
    for (const text of INNER_TEXTS) {
      const at = hasSign(text, signs) ? view.text.search(text.pattern) : -1;
      if (at >= 0) breaks.push({ code: 'seal-inner-text', file, offset: view.offset(at), found: text.found });
    }
    const strange = hasSign(SOURCE, signs) ? strangePath(view, signs, owner) : null;
    if (strange === null) continue;
    const { path, offset } = strange;
    const told = { ru: `чужой исходный путь: ${path}`, en: `a source path of others: ${path}` };
    breaks.push({ code: 'seal-inner-path', file, offset, found: told });
  }
  return firstOfEach(breaks);
}

function hasSign(text: InnerText, found: ReadonlySet<string>): boolean {
  return text.signs.some((sign) => found.has(sign));
}

function strangePath(view: View, signs: ReadonlySet<string>, owner: Owner): { path: string; offset: number } | null {
  const id = owner.slice(owner.indexOf('/') + 1);
  const isStrange = (path: string): boolean => {
    const parts = path.split('/').slice(1);
    return !parts.some((part) => part === id || part === `${id}.mdx`);
  };
  // Most pages name their own sources: of those no text is made.
  if (view.bytes !== null && !pathsIn(view.bytes, signs).some(isStrange)) return null;
  const found = [...view.text.matchAll(SOURCE.pattern)].find(
    ({ 0: path, index }) => isStrange(path) && !goesOn(path, view.text.slice(index + path.length), id),
  );
  return found ? { path: found[0], offset: view.offset(found.index) } : null;
}

/** A line of paper may end behind a hyphen of the owner's own id, and the next one goes on with it. */
function goesOn(path: string, rest: string, id: string): boolean {
  const last = path.slice(path.lastIndexOf('/') + 1);
  return last.endsWith('-') && id.startsWith(last) && rest.trimStart().startsWith(`${id.slice(last.length)}/`);
}

/** As much as may stand before a path and still be a part of it. */
const BEFORE = 1;
/** No path is longer. */
const LONGEST = 1000;

/** At least every path that `SOURCE` finds. */
function pathsIn(bytes: Buffer, signs: ReadonlySet<string>): string[] {
  return SOURCE.signs.flatMap((sign) => {
    const paths: string[] = [];
    if (!signs.has(sign)) return paths;
    for (let at = bytes.indexOf(sign); at >= 0; at = bytes.indexOf(sign, at + 1)) {
      const text = bytes.toString('latin1', Math.max(0, at - BEFORE), at + LONGEST);
      paths.push(...(text.match(SOURCE.pattern)?.slice(0, 1) ?? []));
    }
    return paths;
  });
}

/** A file is read in several ways; what all of them show is told once. */
function firstOfEach(breaks: SealBreak[]): SealBreak[] {
  const known = new Map<string, SealBreak>();
  for (const one of breaks) {
    const key = `${one.code} ${one.found.en}`;
    if (!known.has(key)) known.set(key, one);
  }
  return [...known.values()];
}

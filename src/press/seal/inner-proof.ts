import { posix } from 'node:path';
import type { SealBreak } from './breaks.ts';
import type { View } from './views.ts';
import type { Owner } from './vocabulary.ts';

/** Names of files that are the agency's alone. */
const INNER_NAMES =
  /^(?:manifest\.json|seal\.json|ledger\.jsonl|\.link-secret|answer[-_]?keys?\..*|.*\.(?:mdx?|ts|astro|map|eml|log)|\..*)$/i;

/** Signs of their contents, whatever the file is called. */
const INNER_TEXTS: [RegExp, { ru: string; en: string }][] = [
  [/"documents":\s*\[\s*\{\s*"site"/, { ru: 'содержимое манифеста', en: 'contents of the manifest' }],
  [/"(?:answerKey|answer_key|answer-key|correctAnswers?)"/i, { ru: 'ключ ответов', en: 'an answer key' }],
  [/\bdata\/outbox\b|\bledger\.jsonl\b/, { ru: 'журнал отправки', en: 'the ledger of letters' }],
];

/** Paths of the workspace; beside the client's own exports none of them is for a reader. */
const SOURCE =
  /(?<![\w.-])(?:data\/(?:clients|proposals|brand|people|outbox|exams|trainees|onboarding)\/[\w.-]+|content\/(?:reports|proposals|handbook|exams)\/[\w./-]+)/g;

/** No file that is the agency's alone by its name. */
export function proveName(file: string): SealBreak[] {
  if (!INNER_NAMES.test(posix.basename(file))) return [];
  const found = { ru: 'файл, который не публикуют', en: 'a file that is never published' };
  return [{ code: 'seal-inner-file', file, offset: null, found }];
}

/** No ledger, manifest, answer key, nor source path but the owner's own. */
export function proveInner(file: string, views: readonly View[], owner: Owner): SealBreak[] {
  const breaks: SealBreak[] = [];
  const id = owner.slice(owner.indexOf('/') + 1);
  for (const { text, offset } of views) {
    for (const [sign, found] of INNER_TEXTS) {
      const at = text.search(sign);
      if (at >= 0) breaks.push({ code: 'seal-inner-text', file, offset: offset(at), found });
    }
    for (const match of text.matchAll(SOURCE)) {
      if (
        match[0]
          .split('/')
          .slice(1)
          .some((part) => part === id || part === `${id}.mdx`)
      )
        continue;
      const found = { ru: `чужой исходный путь: ${match[0]}`, en: `a source path of others: ${match[0]}` };
      breaks.push({ code: 'seal-inner-path', file, offset: offset(match.index), found });
      break;
    }
  }
  return firstOfEach(breaks);
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

import { join } from 'node:path';
import type { Effects } from '../../../types/effects.ts';
import type { Workspace } from '../../../types/workspace.ts';
import { examsLedger, openExamsFolder, type ExamsFolder } from '../../../workspace/exams/folder.ts';
import { HANDBOOK_FOLDER } from '../../../workspace/handbook/places.ts';
import { TRAINEES_FOLDER } from '../../../workspace/trainees/ledger.ts';
import { filesUnder, sha256 } from '../../inputs.ts';
import { readText } from '../../read-text.ts';
import { canonical } from '../reading/canonical.ts';
import { indexTerms } from './term-index.ts';

/** A text only mentors read, and the file it stands in as people name it. */
export interface MentorsWord {
  text: string;
  file: string;
}

/** Fields of a bank that tell or explain a key; question and options are on the form itself. */
const KEYS = ['explanation', 'why', 'model', 'rubric', 'accept'];
/** What the mentor listens for in the oral part. */
const NOTES = ['listen', 'worry'];
/** What people wrote into a record. */
const RECORDED = ['reason', 'note', 'evidence', 'answers', 'accepted', 'overrides'];

/** A shorter text may be said by anybody. */
const SHORTEST = 40;
const FEWEST_WORDS = 4;
/** Marks and line ends of a text, which a page has as something else or not at all. */
const MARKUP = /\*\*|`|\n(?:\s*-\s)?/;
/** The beginning of a line of a record names its moment and its author: nobody else writes the same. */
const LINE_BEGINNING = 96;

/**
 * Explanations, model answers and rubrics of exams, what to listen for in the oral part, and the words of trainees'
 * records: phrases so long that they stand in a published folder only by a leak. What a lesson says too is left out; a
 * bank that is no YAML tells nothing.
 */
export async function mentorsWords(workspace: Workspace, effects: Effects): Promise<MentorsWord[]> {
  const { root, agency } = workspace;
  const folder = openExamsFolder(root, agency, effects);
  const words = await bankWords(folder, effects);
  for (const file of await filesUnder(root, 'data/onboarding', effects)) {
    if (file.endsWith('.yaml'))
      add(words, file, phrasesUnder(await parsed(await readText(join(root, file), effects)), NOTES));
  }
  const records = (await filesUnder(root, TRAINEES_FOLDER, effects)).filter((file) => file.endsWith('/ledger.jsonl'));
  for (const file of records) await addRecord(words, file, await readText(join(root, file), effects));
  const exams = examsLedger(folder);
  if (await effects.fs.exists(exams))
    await addRecord(words, folder.told('ledger.jsonl'), await readText(exams, effects));
  const taught = await taughtAnyway([...words.keys()], root, effects);
  return [...words].filter(([text]) => !taught.has(text)).map(([text, file]) => ({ text, file }));
}

/** Those that a lesson says too: an explanation may quote what everybody is taught. Practice has no such excuse. */
async function taughtAnyway(phrases: readonly string[], root: string, effects: Effects): Promise<Set<string>> {
  const taught = new Set<string>();
  const index = indexTerms(phrases.map(canonical));
  for (const file of phrases.length > 0 ? await filesUnder(root, HANDBOOK_FOLDER, effects) : []) {
    if (!file.endsWith('.mdx')) continue;
    const lesson = canonical(await readText(join(root, file), effects));
    index.search(lesson, (number) => taught.add(phrases[number]!));
  }
  return taught;
}

type Words = Map<string, string>;

/** Banks as they are, and every version a form was issued from. */
async function bankWords(folder: ExamsFolder, effects: Effects): Promise<Words> {
  const words: Words = new Map();
  const known = new Set<string>();
  for (const file of await filesUnder(folder.path, '', effects)) {
    if (!file.endsWith('.yaml')) continue;
    const text = await readText(join(folder.path, file), effects);
    const hash = sha256(text);
    if (!known.has(hash)) add(words, folder.told(file), phrasesUnder(await parsed(text), KEYS));
    known.add(hash);
  }
  return words;
}

async function addRecord(words: Words, file: string, text: string): Promise<void> {
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const beginning = line.slice(0, LINE_BEGINNING);
    if (beginning.length >= SHORTEST && !words.has(beginning)) words.set(beginning, file);
    add(words, file, phrasesUnder(await parsed(line), RECORDED));
  }
}

function add(words: Words, file: string, phrases: Iterable<string>): void {
  for (const phrase of phrases) {
    for (const part of phrase.split(MARKUP)) {
      const text = part.trim();
      if (text.length >= SHORTEST && text.split(/\s+/).length >= FEWEST_WORDS && !words.has(text))
        words.set(text, file);
    }
  }
}

/** Every text that stands, however deep, in a field of these names. */
function phrasesUnder(value: unknown, fields: readonly string[], within = false): string[] {
  if (typeof value === 'string') return within ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one) => phrasesUnder(one, fields, within));
  return Object.entries(value).flatMap(([name, one]) => phrasesUnder(one, fields, within || fields.includes(name)));
}

/** JSON is YAML too; of a text that is neither nothing is known. */
async function parsed(text: string): Promise<unknown> {
  try {
    if (text.startsWith('{')) return JSON.parse(text);
    const { parse } = await import('yaml');
    return parse(text, { logLevel: 'silent' });
  } catch {
    return null;
  }
}

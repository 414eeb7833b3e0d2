import { beforeEach, expect, it } from 'vitest';
import { NO_CACHE, type Cache } from '../../src/press/cache.ts';
import type { Workspace } from '../../src/types/workspace.ts';
import { keptWords } from '../../src/press/seal/words/kept-words.ts';
import { readersWords, vocabularyOf } from '../../src/press/seal/words/vocabulary.ts';
import { load } from '../workspace/memory.ts';

const ENGINE = 'hash of the engine';
const TEXTS = ['отчет за месяц', 'a report of the month'];

let kept: Map<string, Uint8Array>;
let asked: number;
const memory: Cache = {
  get: async (key) => kept.get(key) ?? null,
  put: async (key, content) => void kept.set(key, content),
  empty: async () => kept.size === 0,
  sweep: async () => undefined,
};

beforeEach(() => {
  kept = new Map();
  asked = 0;
});

const clients = (hotel: string) => ({
  'data/clients/hotel/client.json': `{"name": "${hotel}", "site": "https://berth.example"}`,
  'data/clients/month/client.json': '{"name": "Месяц", "mentions": ["Высокий берег", "кто-то ещё"]}',
});

async function subjectsOf(hotel = 'ООО «Высокий берег»', files: Record<string, string> = {}) {
  const { value } = await load({ ...clients(hotel), ...files });
  const workspace: Workspace = { ...value, templates: {} };
  return {
    workspace,
    proposals: [],
    addresses: { templates: [], lessons: [] },
    priced: [],
    secrets: ['/home/agency'],
    mentors: [],
  };
}

const words = (subjects: Awaited<ReturnType<typeof subjectsOf>>, engine = ENGINE, cache = memory) =>
  keptWords(subjects, { memory: cache, engine }, async () => (asked++, TEXTS));

it('words of clients are recalled as they were made, and nothing is asked for that they are made of', async () => {
  const subjects = await subjectsOf();
  const made = readersWords(subjects, TEXTS);
  expect(made.terms.filter(({ slug }) => slug !== undefined)).not.toEqual([]);
  expect(made.terms.filter(({ allowed }) => allowed !== undefined)).toHaveLength(2);
  expect(made.unsearched).toEqual(['month', 'месяц']);
  for (let time = 0; time < 2; time++) {
    const recalled = await words(subjects);
    expect(recalled).toEqual(made);
    expect(vocabularyOf(recalled, subjects)).toEqual(vocabularyOf(made, subjects));
  }
  expect(asked).toBe(1);
});

it('words are the same ones where a client has other figures, and others where it has another name', async () => {
  await words(await subjectsOf());
  const task = 'date,area,title,person,hours,status,link,effect\n2026-10-05,Сайт,Форма,Анна,2,done,,\n';
  await words(await subjectsOf(undefined, { 'data/clients/hotel/work.csv': task }));
  expect(asked).toBe(1);
  const { terms } = await words(await subjectsOf('Низкий берег'));
  expect(asked).toBe(2);
  expect(terms.map(({ text }) => text)).toContain('низкий берег');
});

it('words are made anew for another engine, and always where nothing is kept', async () => {
  const subjects = await subjectsOf();
  await words(subjects);
  await words(subjects, 'another engine');
  expect(asked).toBe(2);
  await words(subjects, ENGINE, NO_CACHE);
  expect(asked).toBe(3);
});

it('nothing that is secret is kept', async () => {
  const subjects = await subjectsOf();
  const { terms } = vocabularyOf(await words(subjects), subjects);
  expect(terms.find(({ kind }) => kind === 'secret')?.text).toBe('/home/agency');
  expect([...kept.values()].map((content) => new TextDecoder().decode(content)).join('')).not.toContain('/home/agency');
});

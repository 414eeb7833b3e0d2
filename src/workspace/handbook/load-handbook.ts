import type { Quiz } from '../../types/exam.ts';
import type { Assessment, HandbookPart, Lesson } from '../../types/handbook.ts';
import { LOCALES, type Locale } from '../../types/locale.ts';
import type { Effects } from '../../types/effects.ts';
import type { Checked } from '../../types/problem.ts';
import { openDesk, type Desk } from '../desk.ts';
import { loadQuiz } from '../exams/load-quiz.ts';
import { duplicateId, isId } from '../ids.ts';
import { placeOf, readJsonFile } from '../json-file.ts';
import { readAssessments } from './assessments.ts';
import { readLesson, type ReadLesson } from './lesson.ts';
import * as mistake from './mistakes.ts';
import { HANDBOOK_FOLDER, lessonFile, PARTS_FILE, QUIZZES_FOLDER, quizFile } from './places.ts';
import { partsSchema } from './schemas.ts';

/** Everything of the handbook but its programme and checklists. */
export interface HandbookContent {
  parts: HandbookPart[];
  /** In reading order, the same in both languages. */
  lessons: Record<Locale, Lesson[]>;
  /** By lesson id. */
  quizzes: Record<string, Quiz>;
  assessments: Assessment[];
}

/** Pages of the handbook that no lesson makes. */
export interface OtherPages {
  checklists: readonly string[];
  /** Addresses inside one language, with a slash at the end: `programme/`, `programme/week-1/`. */
  addresses: readonly string[];
}

/** True when the agency's folder has a handbook. */
export async function hasHandbook(root: string, effects: Effects): Promise<boolean> {
  return (await effects.fs.list(openDesk(root, effects).absolute(HANDBOOK_FOLDER))).length > 0;
}

/** Reads lessons, quizzes and self-assessments and tells everything wrong with them in one run. */
export async function loadHandbook(
  root: string,
  other: OtherPages,
  effects: Effects,
): Promise<Checked<HandbookContent>> {
  const desk = openDesk(root, effects);
  const parts = await readParts(desk);
  const assessments = await readAssessments(desk);
  const ids = { ru: await lessonIds('ru', parts, desk), en: await lessonIds('en', parts, desk) };
  const embedded = { Checklist: other.checklists, Assessment: assessments.map(({ id }) => id) };
  const pages = [...other.addresses, ...assessments.map(({ id }) => `assessments/${id}/`)];
  const read: Record<Locale, ReadLesson[]> = { ru: [], en: [] };
  for (const locale of LOCALES) {
    const known = new Set([...pages, ...ids[locale].map((id) => `${id}/`), ''].map((page) => `/${locale}/${page}`));
    for (const id of ids[locale]) {
      const rules = { addresses: { own: `/${locale}/${id}/`, known }, embedded };
      const lesson = await readLesson({ id, locale, rules }, desk);
      if (lesson !== null) read[locale].push(lesson);
    }
  }
  reportTranslations(ids, desk);
  reportOrders(read, desk);
  reportEmptyParts(parts, ids, desk);
  const all = [...new Set([...ids.ru, ...ids.en])].sort();
  const quizzes = await readQuizzes(all, parts.length > 0, desk);
  const place = new Map(parts.map(({ id }, index) => [id, index]));
  const sorted = (lessons: ReadLesson[]) =>
    lessons
      .map(({ lesson }) => lesson)
      .sort((a, b) => place.get(a.part)! - place.get(b.part)! || a.order - b.order || (a.id < b.id ? -1 : 1));
  return {
    value: { parts, lessons: { ru: sorted(read.ru), en: sorted(read.en) }, quizzes, assessments },
    problems: desk.problems,
  };
}

async function readParts(desk: Desk): Promise<HandbookPart[]> {
  const text = await desk.text(PARTS_FILE);
  if (text === null) {
    if ((await desk.reach(PARTS_FILE)) === 'absent') desk.report(PARTS_FILE, mistake.noParts());
    return [];
  }
  const { value, document, findings } = readJsonFile(text, partsSchema);
  desk.report(PARTS_FILE, ...findings);
  const parts = value ?? [];
  parts.forEach(({ id }, index) => {
    const repeated = parts.findIndex((one) => one.id === id) < index;
    if (repeated) desk.report(PARTS_FILE, duplicateId(id, placeOf(document!, [index, 'id'])));
    if (RESERVED.includes(id)) desk.report(PARTS_FILE, mistake.reservedPart(id, placeOf(document!, [index, 'id'])));
  });
  return parts.filter(({ id }, index) => parts.findIndex((one) => one.id === id) === index);
}

/** Addresses of pages that are not lessons. */
const RESERVED = ['programme', 'checklists', 'assessments', 'my-day', 'test-assignment', 'defence', 'print'];

/** `<part>/<slug>` of every lesson in one language, in code-unit order. */
async function lessonIds(locale: Locale, parts: readonly HandbookPart[], desk: Desk): Promise<string[]> {
  const ids: string[] = [];
  const home = `${HANDBOOK_FOLDER}/${locale}`;
  for (const part of await desk.entries(home)) {
    if (part.kind !== 'folder') {
      desk.report(`${home}/${part.name}`, mistake.badName(part.name));
      continue;
    }
    if (!parts.some(({ id }) => id === part.name)) {
      const known = parts.map(({ id }) => id);
      // With no readable list of parts there is nothing to compare with, and its own mistake is told.
      if (known.length > 0) desk.report(`${home}/${part.name}`, mistake.unknownPart(part.name, known));
      continue;
    }
    for (const { name, kind } of await desk.entries(`${home}/${part.name}`)) {
      if (kind === 'folder' || PICTURE.test(name)) continue;
      const slug = name.replace(/\.mdx$/, '');
      if (slug !== name && isId(slug)) ids.push(`${part.name}/${slug}`);
      else desk.report(`${home}/${part.name}/${name}`, mistake.badName(name));
    }
  }
  return ids;
}

const PICTURE = /\.(png|jpe?g|webp|svg)$/i;

function reportTranslations(ids: Record<Locale, string[]>, desk: Desk): void {
  for (const locale of LOCALES) {
    const other = locale === 'ru' ? 'en' : 'ru';
    for (const id of ids[other]) {
      if (!ids[locale].includes(id)) desk.report(lessonFile(locale, id), mistake.noTranslation(lessonFile(other, id)));
    }
  }
}

function reportOrders(read: Record<Locale, ReadLesson[]>, desk: Desk): void {
  for (const locale of LOCALES) {
    const places = new Map<string, string>();
    for (const { lesson, orderAt } of read[locale]) {
      const key = `${lesson.part} ${lesson.order}`;
      const first = places.get(key);
      if (first === undefined) places.set(key, lesson.file);
      else desk.report(lesson.file, mistake.sameOrder(lesson.order, first, orderAt));
      if (locale === 'ru') continue;
      const twin = read.ru.find((one) => one.lesson.id === lesson.id);
      if (twin !== undefined && twin.lesson.order !== lesson.order) {
        desk.report(lesson.file, mistake.otherOrder(lesson.order, twin.lesson.file, orderAt));
      }
    }
  }
}

function reportEmptyParts(parts: readonly HandbookPart[], ids: Record<Locale, string[]>, desk: Desk): void {
  for (const { id } of parts) {
    const filled = LOCALES.some((locale) => ids[locale].some((lesson) => lesson.startsWith(`${id}/`)));
    if (!filled) desk.report(PARTS_FILE, mistake.emptyPart(id));
  }
}

/** @param judged false where no list of parts could be read: which lessons there are is not known then */
async function readQuizzes(lessons: readonly string[], judged: boolean, desk: Desk): Promise<Record<string, Quiz>> {
  const quizzes: Record<string, Quiz> = {};
  for (const id of lessons) {
    if ((await desk.reach(quizFile(id))) === 'absent') desk.report(quizFile(id), mistake.noPracticeQuiz(id));
    const quiz = await loadQuiz(desk, quizFile(id));
    if (quiz !== null) quizzes[id] = quiz;
  }
  for (const { name, kind } of judged ? await desk.entries(QUIZZES_FOLDER) : []) {
    const inside = kind === 'folder' ? await desk.entries(`${QUIZZES_FOLDER}/${name}`) : [];
    const files = kind === 'folder' ? inside.map((one) => `${name}/${one.name}`) : [name];
    for (const file of files) {
      const id = file.replace(/\.yaml$/, '');
      if (!lessons.includes(id)) desk.report(`${QUIZZES_FOLDER}/${file}`, mistake.strayQuiz(id));
    }
  }
  return quizzes;
}

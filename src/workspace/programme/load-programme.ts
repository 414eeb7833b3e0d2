import type { z } from 'zod';
import type { Effects } from '../../types/effects.ts';
import type { Checked } from '../../types/problem.ts';
import type { Checklist, Defence, Programme, TestAssignment } from '../../types/programme.ts';
import { openDesk, type Desk } from '../desk.ts';
import { readJsonFile, withoutSchema, type JsonFile } from '../json-file.ts';
import type { JsonDocument } from '../json-reader.ts';
import { readYamlFile } from '../yaml-file.ts';
import {
  assignmentFindings,
  checklistFindings,
  conditionsRenamed,
  defenceMissing,
  listsNotBegun,
  programmeFindings,
  repeatedItems,
  rubricFindings,
  type PlacedFile,
} from './checks.ts';
import { assignmentSchema, checklistSchema, defenceSchema } from './content-schemas.ts';
import { HANDBOOK_FOLDER, PARTS_FILE } from '../handbook/places.ts';
import { badYamlName } from '../handbook/mistakes.ts';
import { warnOfStrangers } from '../strangers.ts';
import { programmeSchema } from './schema.ts';
import { trackFindings } from './track-checks.ts';

export const PROGRAMME_FILE = `${HANDBOOK_FOLDER}/programme.json`;
const CHECKLISTS_FOLDER = `${HANDBOOK_FOLDER}/checklists`;
const DEFENCE_FILE = `${HANDBOOK_FOLDER}/defence.yaml`;
const ASSIGNMENT_FILE = `${HANDBOOK_FOLDER}/test-assignment.yaml`;

/** Of the handbook's own folder; its lessons, questions, lists and self-assessments have folders of theirs. */
const FILES = [PARTS_FILE, PROGRAMME_FILE, DEFENCE_FILE, ASSIGNMENT_FILE].map((one) =>
  one.slice(HANDBOOK_FOLDER.length + 1),
);

/** What trainees may see of their training; parts whose file is absent or broken are `null`. */
export interface Training {
  programme: Programme | null;
  /** Sorted by id. */
  checklists: Checklist[];
  defence: Defence | null;
  assignment: TestAssignment | null;
}

/**
 * Reads the programme, its checklists and its rubrics and tells everything wrong with them. Nothing of the folder
 * `data` is read: what comes from here may be published to trainees.
 * @param root absolute path of the workspace
 */
export async function loadTraining(root: string, effects: Effects): Promise<Checked<Training>> {
  const desk = openDesk(root, effects);
  await warnOfStrangers(desk, HANDBOOK_FOLDER, FILES);
  const lists = await checklists(desk);
  const programme = await file(desk, PROGRAMME_FILE, readJson(programmeSchema));
  const defence = await file(desk, DEFENCE_FILE, readYaml(defenceSchema));
  const assignment = await file(desk, ASSIGNMENT_FILE, readYaml(assignmentSchema));
  const all = lists.map(({ list }) => list).filter((list) => list !== null);
  if (programme?.document) {
    const lessons = await lessonIds(desk);
    const findings = programmeFindings(programme.document, programme.value, all, lessons);
    // A list that cannot be read is told by itself; whoever names it or its items is not wrong.
    const unread = all.length < lists.length;
    desk.report(PROGRAMME_FILE, ...findings.filter(({ code }) => !unread || !ABOUT_LISTS.includes(code)));
    if (programme.value && !unread) reportTracks(programme.document, programme.value, lists, desk);
  }
  for (const [name, read] of Object.entries({ [DEFENCE_FILE]: defence, [ASSIGNMENT_FILE]: assignment })) {
    if (read?.document && read.value) desk.report(name, ...rubricFindings(read.document, read.value));
  }
  if (assignment?.document && assignment.value)
    desk.report(ASSIGNMENT_FILE, ...assignmentFindings(assignment.document, assignment.value));
  if (programme?.value && defence === null) desk.report(DEFENCE_FILE, ...defenceMissing(programme.value));
  const placed = [...lists, { file: PROGRAMME_FILE, document: programme?.document ?? null }];
  const items = placed.filter(isPlaced);
  for (const { file: name, finding } of [...repeatedItems(items), ...conditionsRenamed(items)])
    desk.report(name, finding);
  return {
    value: {
      programme: programme?.value ? withoutSchema(programme.value) : null,
      checklists: all,
      defence: defence?.value ?? null,
      assignment: assignment?.value ?? null,
    },
    problems: desk.problems,
  };
}

function reportTracks(document: JsonDocument, programme: Programme, lists: readonly ListFile[], desk: Desk): void {
  const read = lists.flatMap(({ file: name, document: own, list }) =>
    own === null || list === null ? [] : [{ file: name, document: own, list }],
  );
  desk.report(
    PROGRAMME_FILE,
    ...trackFindings(
      document,
      programme,
      read.map(({ list }) => list),
    ),
  );
  for (const { file: name, finding } of listsNotBegun(programme, read)) desk.report(name, finding);
}

const ABOUT_LISTS = ['unknown-checklist', 'unknown-item'];

const readJson =
  <S extends z.ZodType>(schema: S) =>
  (text: string) =>
    readJsonFile(text, schema);

const readYaml =
  <S extends z.ZodType>(schema: S) =>
  (text: string) =>
    readYamlFile(text, schema);

/** A file read against its schema, its findings reported; `null` when there is none. */
export async function file<T>(
  desk: Desk,
  name: string,
  read: (text: string) => JsonFile<T>,
): Promise<JsonFile<T> | null> {
  const text = await desk.text(name);
  if (text === null) return null;
  const result = read(text);
  desk.report(name, ...result.findings);
  return result;
}

interface ListFile {
  file: string;
  document: JsonDocument | null;
  list: Checklist | null;
}

async function checklists(desk: Desk): Promise<ListFile[]> {
  const found: ListFile[] = [];
  for (const { name, kind } of await desk.entries(CHECKLISTS_FOLDER)) {
    if (kind === 'file' && /\.ya?ml$/i.test(name) && !name.endsWith('.yaml')) {
      desk.report(`${CHECKLISTS_FOLDER}/${name}`, badYamlName(name));
    }
    if (kind === 'folder' || !name.endsWith('.yaml')) continue;
    const path = `${CHECKLISTS_FOLDER}/${name}`;
    const read = await file(desk, path, readYaml(checklistSchema));
    if (read?.document && read.value)
      desk.report(path, ...checklistFindings(read.document, read.value, name.slice(0, -'.yaml'.length)));
    found.push({ file: path, document: read?.document ?? null, list: read?.value ?? null });
  }
  return found;
}

const isPlaced = (one: { file: string; document: JsonDocument | null }): one is PlacedFile => one.document !== null;

/** Lessons that exist in both languages. */
async function lessonIds(desk: Desk): Promise<Set<string>> {
  const of = async (locale: string): Promise<string[]> => {
    const ids: string[] = [];
    for (const part of await desk.entries(`${HANDBOOK_FOLDER}/${locale}`)) {
      if (part.kind !== 'folder') continue;
      for (const { name } of await desk.entries(`${HANDBOOK_FOLDER}/${locale}/${part.name}`)) {
        if (name.endsWith('.mdx')) ids.push(`${part.name}/${name.slice(0, -'.mdx'.length)}`);
      }
    }
    return ids;
  };
  const english = new Set(await of('en'));
  return new Set((await of('ru')).filter((id) => english.has(id)));
}

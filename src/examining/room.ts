import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { whileHolding } from '../effects/lock.ts';
import type { Effects } from '../types/effects.ts';
import type { ExamLedgerLine } from '../types/exam.ts';
import type { Problem } from '../types/problem.ts';
import type { Trainee, TraineeEvent } from '../types/trainee.ts';
import type { Agency, Person } from '../types/workspace.ts';
import { openDesk } from '../workspace/desk.ts';
import { readExamLine } from '../workspace/exams/exam-line.ts';
import { examsLedger, openExamsFolder, type ExamsFolder } from '../workspace/exams/folder.ts';
import { journalRows, journalText, openRows } from '../workspace/journal.ts';
import { readJsonFile } from '../workspace/json-file.ts';
import { loadAgency, loadPeople } from '../workspace/load-agency.ts';
import { readLedger, TRAINEES_FOLDER } from '../workspace/trainees/ledger.ts';
import { traineeSchema } from '../workspace/trainees/schema.ts';
import { ExamRefused, refuseBroken } from './refused.ts';

/** Everything a step of an exam works with. */
export interface ExamRoom {
  /** Absolute path of the workspace. */
  root: string;
  agency: Agency;
  people: Person[];
  folder: ExamsFolder;
  effects: Effects;
}

export type TraineeCard = Pick<Trainee, 'id' | 'name' | 'locale' | 'mentor' | 'timeZone'>;

/** Throws `ExamRefused` when the agency's own files have errors. */
export async function openRoom(root: string, effects: Effects): Promise<ExamRoom> {
  const desk = openDesk(root, effects);
  const [agency, people] = [await loadAgency(desk), await loadPeople(desk)];
  refuseBroken(desk.problems);
  return { root, agency, people, folder: openExamsFolder(root, agency, effects), effects };
}

/** Ids of all trainees, sorted. */
export async function traineeFolders({ root, effects }: ExamRoom): Promise<string[]> {
  const entries = await effects.fs.list(join(root, ...TRAINEES_FOLDER.split('/')));
  return entries.filter(({ kind, name }) => kind === 'folder' && !name.startsWith('.')).map(({ name }) => name);
}

/**
 * What all trainees' ledgers tell, by trainee, sorted. Throws `ExamRefused` with the problems of all of them: what is
 * counted or marked over everybody is not right without one.
 */
export async function allRecords(room: ExamRoom): Promise<Map<string, readonly TraineeEvent[]>> {
  const records = new Map<string, readonly TraineeEvent[]>();
  const broken: Problem[] = [];
  for (const id of await traineeFolders(room)) {
    const { value, problems } = await readLedger(room.root, id, room.effects);
    records.set(id, value);
    broken.push(...problems);
  }
  refuseBroken(broken);
  return records;
}

/** Who sits the exam; throws `ExamRefused` when there is nobody of this id, or the card has errors. */
export async function traineeCard(room: ExamRoom, id: string): Promise<TraineeCard> {
  const known = await traineeFolders(room);
  if (!known.includes(id)) {
    const all = known.join(', ') || '—';
    throw new ExamRefused('unknown-trainee', {
      ru: `Стажёра «${id}» нет в data/trainees. Есть: ${all}`,
      en: `There is no trainee “${id}” in data/trainees. Known: ${all}`,
    });
  }
  const desk = openDesk(room.root, room.effects);
  const file = `${TRAINEES_FOLDER}/${id}/trainee.json`;
  const text = await desk.text(file);
  const { value, findings } = readJsonFile(text ?? 'null', traineeSchema);
  desk.report(file, ...findings);
  refuseBroken(desk.problems);
  return {
    id,
    name: value!.name,
    locale: value!.locale,
    mentor: value!.mentor,
    timeZone: value!.timeZone ?? room.agency.timeZone,
  };
}

/** The environment's name for the secret forms are drawn by; it wins over the stored one. */
export const SECRET_VARIABLE = 'EXAM_SECRET';
const SECRET_FILE = '.secret';

/**
 * The secret forms are drawn by. Whoever has it can work out which option is which, so it never leaves the exams'
 * folder; without it issued forms can no longer be marked.
 * @param make makes and stores one when there is none; else its absence is refused
 */
export async function examSecret({ root, folder, effects }: ExamRoom, make: boolean): Promise<string> {
  const known = await storedSecret(folder, effects);
  if (known !== null) return known;
  if (!make) {
    throw new ExamRefused('no-secret', {
      ru: `Нет секрета, по которому собраны бланки: верните файл ${folder.told(SECRET_FILE)} или задайте ${SECRET_VARIABLE}`,
      en: `The secret the forms were drawn by is missing: restore ${folder.told(SECRET_FILE)} or set ${SECRET_VARIABLE}`,
    });
  }
  // Of two forms issued at once the first would never be marked, had the second made another secret.
  return whileHolding(join(root, '.accountpress', 'exams-secret.lock'), effects, async () => {
    const theirs = await storedSecret(folder, effects);
    if (theirs !== null) return theirs;
    const made = randomBytes(32).toString('hex');
    await ignoreInGit(folder, effects);
    await effects.fs.write(join(folder.path, SECRET_FILE), `${made}\n`);
    return made;
  });
}

/** Where the secret is kept, for a person who has to bring the right one. */
export const secretPlace = ({ folder }: Pick<ExamRoom, 'folder'>): string =>
  `${folder.told(SECRET_FILE)}, ${SECRET_VARIABLE}`;

async function storedSecret({ path }: ExamsFolder, { fs, env }: Effects): Promise<string | null> {
  const given = env[SECRET_VARIABLE]?.trim();
  if (given) return given;
  const file = join(path, SECRET_FILE);
  const stored = (await fs.exists(file)) ? new TextDecoder().decode(await fs.read(file)).trim() : '';
  return stored === '' ? null : stored;
}

async function ignoreInGit({ path }: ExamsFolder, { fs }: Effects): Promise<void> {
  const file = join(path, '.gitignore');
  const before = (await fs.exists(file)) ? new TextDecoder().decode(await fs.read(file)) : '';
  if (before.split(/\r?\n/).includes(SECRET_FILE)) return;
  await fs.write(file, `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${SECRET_FILE}\n`);
}

/** What happened to the exams themselves, in order of writing. */
export async function examLines(room: ExamRoom): Promise<ExamLedgerLine[]> {
  const { rows } = journalRows(await journalText(examsLedger(room.folder), room.effects));
  const problems: Problem[] = [];
  const lines = rows.flatMap((row, index) => {
    const read = readExamLine(row);
    if ('line' in read) return [read.line];
    const place = { file: room.folder.told('ledger.jsonl'), row: index + 1 };
    problems.push({ code: 'ledger-line-broken', severity: 'error', ...place, ...read.damage });
    return [];
  });
  refuseBroken(problems);
  return lines;
}

/** Runs `work`, which records what happened to an exam unless it is recorded, while no other command does so. */
export function whileChangingExams<T>({ root, effects }: ExamRoom, work: () => Promise<T>): Promise<T> {
  return whileHolding(join(root, '.accountpress', 'exams.lock'), effects, work);
}

/** Adds a line; returns when the disk has it. */
export async function addExamLine(room: ExamRoom, line: ExamLedgerLine): Promise<void> {
  await whileHolding(join(room.root, '.accountpress', 'exams-ledger.lock'), room.effects, async () => {
    const journal = await openRows(examsLedger(room.folder), room.effects, () => undefined);
    await journal.add(JSON.stringify(line));
  });
}

/** Ids of the questions of an exam that count no more. */
export async function voidedOf(room: ExamRoom, exam: string): Promise<Set<string>> {
  const lines = await examLines(room);
  return new Set(
    lines.flatMap((line) => (line.type === 'question-voided' && line.exam === exam ? [line.question] : [])),
  );
}

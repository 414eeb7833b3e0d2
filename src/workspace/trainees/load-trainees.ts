import type { Effects } from '../../types/effects.ts';
import type { Checked } from '../../types/problem.ts';
import type { Checklist, Programme } from '../../types/programme.ts';
import type { Trainee, TraineeEvent } from '../../types/trainee.ts';
import { danglingNames, personReference, type Reference } from '../cross-checks.ts';
import { openDesk, type Desk } from '../desk.ts';
import { quoted } from '../findings.ts';
import { ID_EXPECTED, isId } from '../ids.ts';
import { placeOf, readJsonFile, withoutSchema } from '../json-file.ts';
import type { JsonDocument } from '../json-reader.ts';
import { conditionsOf } from '../programme/conditions.ts';
import { file } from '../programme/load-programme.ts';
import { readLedger, TRAINEES_FOLDER } from './ledger.ts';
import { traineeSchema } from './schema.ts';

/** A trainee with everything on record, in order of writing. */
export interface TraineeRecord {
  trainee: Trainee;
  events: TraineeEvent[];
}

export interface TraineesContext {
  /** Ids of `data/people.json`. */
  people: readonly string[];
  programme: Programme | null;
  checklists: readonly Checklist[];
}

export const traineeFile = (id: string): string => `${TRAINEES_FOLDER}/${id}/trainee.json`;

/** Ids of the folders in `data/trainees`, sorted; a folder with any other name is reported. */
async function traineeIds(desk: Desk): Promise<string[]> {
  const ids: string[] = [];
  for (const { name, kind } of await desk.entries(TRAINEES_FOLDER)) {
    if (kind === 'folder' && isId(name)) ids.push(name);
    else if (kind === 'folder') desk.report(`${TRAINEES_FOLDER}/${name}`, badFolder(name));
  }
  return ids;
}

/**
 * Every trainee who can be read, sorted by id. A trainee whose files have errors is left out, which the problems say.
 * @param root absolute path of the workspace
 */
export async function loadTrainees(
  root: string,
  context: TraineesContext,
  effects: Effects,
): Promise<Checked<TraineeRecord[]>> {
  const desk = openDesk(root, effects);
  const records: TraineeRecord[] = [];
  const problems = desk.problems;
  for (const id of await traineeIds(desk)) {
    const { value, problems: own } = await loadTrainee(root, id, context, effects);
    problems.push(...own);
    if (value !== null) records.push(value);
  }
  return { value: records, problems };
}

/** One trainee; `null` when there is none of this id, or one with errors. */
export async function loadTrainee(
  root: string,
  id: string,
  context: TraineesContext,
  effects: Effects,
): Promise<Checked<TraineeRecord | null>> {
  const desk = openDesk(root, effects);
  const name = traineeFile(id);
  const read = await file(desk, name, (text) => readJsonFile(text, traineeSchema));
  if (read === null) {
    if (desk.problems.length === 0) desk.report(name, NO_FILE);
    return { value: null, problems: desk.problems };
  }
  if (read.document) desk.report(name, ...crossFindings(read.document, context));
  const ledger = await readLedger(root, id, effects);
  const problems = [...desk.problems, ...ledger.problems];
  const broken = problems.some(({ severity }) => severity === 'error');
  if (read.value === null || broken) return { value: null, problems };
  return { value: { trainee: { id, ...withoutSchema(read.value) }, events: ledger.value }, problems };
}

function crossFindings(document: JsonDocument, { people, programme, checklists }: TraineesContext) {
  const tracks = programme?.tracks.map(({ id }) => id) ?? [];
  const conditions = conditionsOf(programme, checklists);
  const { mentor, manager, start, closes } = document.value as Record<string, unknown>;
  const same =
    typeof mentor === 'string' && mentor === manager
      ? [{ ...SAME_PERSON, ...placeOf(document, ['manager']), found: quoted(manager) }]
      : [];
  const early = typeof start === 'string' && typeof closes === 'string' && closes <= start;
  return [
    ...danglingNames(document, ['mentor'], personReference(people)),
    ...danglingNames(document, ['manager'], personReference(people)),
    ...danglingNames(document, ['track'], reference('unknown-track', tracks)),
    ...danglingNames(document, ['conditions', '*'], reference('unknown-condition', conditions)),
    ...same,
    ...(early ? [{ ...CLOSES_EARLY, ...placeOf(document, ['closes']), found: quoted(closes) }] : []),
  ];
}

const reference = (code: string, known: readonly string[]): Reference => ({
  code,
  severity: 'error',
  known,
  mend: { ru: 'возьмите имя из programme.json и чек-листов', en: 'take a name of programme.json and the checklists' },
});

const SAME_PERSON = {
  code: 'mentor-is-manager',
  severity: 'error' as const,
  expected: { ru: 'руководитель — не сам наставник', en: 'a manager who is not the mentor' },
  mend: {
    ru: 'решение подписывают двое: назовите двух разных людей',
    en: 'two people sign the decision: name two different ones',
  },
};

const CLOSES_EARLY = {
  code: 'closes-before-start',
  severity: 'error' as const,
  expected: { ru: 'день после start', en: 'a day after start' },
  mend: { ru: 'исправьте дату или удалите поле', en: 'correct the day or remove the field' },
};

const NO_FILE = {
  code: 'file-missing',
  severity: 'error' as const,
  found: { ru: 'файла нет', en: 'no such file' },
  expected: { ru: 'trainee.json в папке стажёра', en: 'trainee.json in the trainee’s folder' },
  mend: {
    ru: 'заведите стажёра: npm run trainee -- new <id> …',
    en: 'begin the record: npm run trainee -- new <id> …',
  },
};

const badFolder = (name: string) => ({
  code: 'bad-id',
  severity: 'error' as const,
  found: quoted(name),
  expected: ID_EXPECTED,
  mend: { ru: 'переименуйте папку стажёра', en: 'rename the trainee’s folder' },
});

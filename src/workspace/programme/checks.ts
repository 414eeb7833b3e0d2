import type { Checklist, Programme, Requirement, Rubric, TestAssignment, Track } from '../../types/programme.ts';
import { danglingNames, repeatedNames, type Reference } from '../cross-checks.ts';
import { quoted, type Finding } from '../findings.ts';
import { duplicateId } from '../ids.ts';
import { placeOf, textsAt } from '../json-file.ts';
import type { JsonDocument, JsonPath } from '../json-reader.ts';

/** A file of the training as read, with where its values stand. */
export interface PlacedFile {
  file: string;
  document: JsonDocument;
}

const DAYS: JsonPath = ['tracks', '*', 'stages', '*', 'days', '*'];
const GATES: JsonPath = ['tracks', '*', 'stages', '*', 'gate'];
const DECISIONS: JsonPath = ['tracks', '*', 'decisions', '*'];
const ITEM_LISTS = ['meetings', 'practice', 'tasks'];

/** Paths of every item's id, in a checklist or in the programme. */
const ITEM_IDS: JsonPath[] = [['items', '*', 'id'], ...ITEM_LISTS.map((list): JsonPath => [...DAYS, list, '*', 'id'])];

/** Ids of items that stand twice, whichever files they stand in: a ledger names an item by its id alone. */
export function repeatedItems(files: readonly PlacedFile[]): { file: string; finding: Finding }[] {
  const seen = new Set<string>();
  return files.flatMap(({ file, document }) =>
    ITEM_IDS.flatMap((path) => textsAt(document, path)).flatMap(({ text, path }) => {
      if (!seen.has(text)) return (seen.add(text), []);
      return [{ file, finding: duplicateId(text, placeOf(document, path)) }];
    }),
  );
}

/**
 * Conditions that bear another title than where they are named first: readers are asked about each of them once, by
 * one title.
 */
export function conditionsRenamed(files: readonly PlacedFile[]): { file: string; finding: Finding }[] {
  const titles = new Map<string, string>();
  return files.flatMap(({ file, document }) =>
    ITEM_IDS.flatMap((path) => textsAt(document, [...path.slice(0, -1), 'condition', 'id'])).flatMap(
      ({ text, path }) => {
        const at = [...path.slice(0, -1), 'title'];
        const title = ['ru', 'en'].flatMap((locale) => textsAt(document, [...at, locale]).map((one) => one.text));
        const shown = `${title.join(' | ')}`;
        const first = titles.get(text) ?? shown;
        titles.set(text, first);
        return first === shown ? [] : [{ file, finding: conditionRenamed(text, shown, first, placeOf(document, at)) }];
      },
    ),
  );
}

const conditionRenamed = (id: string, found: string, first: string, at: Pick<Finding, 'row' | 'column'>): Finding => ({
  ...{ code: 'condition-renamed', severity: 'warning', ...at },
  found: quoted(found),
  expected: {
    ru: `«${first}», как условие ${id} названо выше: спрашивают о нём один раз`,
    en: `“${first}”, as the condition ${id} is named above: readers are asked about it once`,
  },
  mend: {
    ru: 'назовите условие одинаково или дайте другому условию другой id',
    en: 'give the condition one title, or another condition another id',
  },
});

export function checklistFindings(document: JsonDocument, list: Checklist, name: string): Finding[] {
  const due = list.kind === 'daily' ? list.items.flatMap((item, i) => (item.due === undefined ? [] : [i])) : [];
  const findings = due.map((index): Finding => ({
    code: 'daily-due',
    severity: 'warning',
    ...placeOf(document, ['items', index, 'due']),
    found: { ru: `due: ${list.items[index]!.due}`, en: `due: ${list.items[index]!.due}` },
    expected: {
      ru: 'срока нет: список на каждый день не считают от первого дня стажировки',
      en: 'no due: a daily list is not counted from the first day of training',
    },
    mend: { ru: 'удалите due или напишите kind: onboarding', en: 'remove due, or write kind: onboarding' },
  }));
  for (const twice of repeatedNames(document, ['signatures', '*'])) findings.push({ ...twice, severity: 'warning' });
  if (list.id === name) return findings;
  return [
    ...findings,
    {
      code: 'wrong-name',
      severity: 'error',
      ...placeOf(document, ['id']),
      found: quoted(list.id),
      expected: { ru: `«${name}», как назван файл`, en: `“${name}”, as the file is named` },
      mend: { ru: 'переименуйте файл или исправьте id', en: 'rename the file or correct the id' },
    },
  ];
}

/** A list of the time of training that no day begins: it is shown, yet nobody is ever asked for it. */
export function listsNotBegun(
  { tracks }: Programme,
  lists: readonly { list: Checklist; document: JsonDocument; file: string }[],
): { file: string; finding: Finding }[] {
  const begun = tracks.flatMap(({ stages }) => stages.flatMap(({ days }) => days.flatMap((day) => day.checklists)));
  return lists
    .filter(({ list }) => list.kind === 'onboarding' && !begun.includes(list.id))
    .map(({ list, document, file }) => ({
      file,
      finding: {
        code: 'list-not-begun',
        severity: 'warning',
        ...placeOf(document, ['kind']),
        found: { ru: 'kind: onboarding', en: 'kind: onboarding' },
        expected: {
          ru: 'день программы, который начинает этот список',
          en: 'a day of the programme that begins this list',
        },
        mend: {
          ru: `назовите его в programme.json: "checklists": ["${list.id}"], или напишите kind: daily`,
          en: `name it in programme.json: "checklists": ["${list.id}"], or write kind: daily`,
        },
      },
    }));
}

/** A defence that is asked for and has no rubric cannot be scored: what waits for it never opens. */
export function defenceMissing({ tracks }: Programme): Finding[] {
  const asked = tracks.some(({ stages, decisions }) =>
    [...stages.map(({ gate }) => gate), ...decisions].some(({ requires }) =>
      requires.some(({ kind }) => kind === 'defence'),
    ),
  );
  if (!asked) return [];
  return [
    {
      code: 'no-defence',
      severity: 'warning',
      found: { ru: 'файла нет', en: 'there is no such file' },
      expected: {
        ru: 'рубрика защиты, которой ждёт программа',
        en: 'the rubric of the defence the programme asks for',
      },
      mend: {
        ru: 'опишите защиту или уберите из programme.json требования вида defence',
        en: 'describe the defence, or remove requirements of the kind defence from programme.json',
      },
    },
  ];
}

/** The parts of an assignment fit into its own time. */
export function assignmentFindings(document: JsonDocument, { minutes, parts }: TestAssignment): Finding[] {
  const sum = parts.reduce((all, part) => all + part.minutes, 0);
  if (sum <= minutes) return [];
  return [
    {
      code: 'parts-too-long',
      severity: 'warning',
      ...placeOf(document, ['minutes']),
      found: { ru: `${minutes}, а части вместе ${sum}`, en: `${minutes}, and the parts together ${sum}` },
      expected: { ru: 'части вместе не дольше всего задания', en: 'parts no longer together than the whole' },
      mend: { ru: 'исправьте минуты', en: 'correct the minutes' },
    },
  ];
}

/** Weights make 100; levels rise from 0; a floor is one of the levels. */
export function rubricFindings(document: JsonDocument, rubric: Rubric): Finding[] {
  const findings: Finding[] = repeated(document, ['criteria', '*', 'id']);
  const wrong = (path: JsonPath, found: unknown, expected: Finding['expected'], mend: Finding['mend']): void =>
    void findings.push({
      code: 'bad-rubric',
      severity: 'error',
      ...placeOf(document, path),
      found: quoted(found),
      expected,
      mend,
    });
  const sum = rubric.criteria.reduce((total, { weight }) => total + weight, 0);
  if (sum !== 100)
    wrong(
      ['criteria'],
      sum,
      { ru: 'веса в сумме 100', en: 'weights that make 100' },
      { ru: 'исправьте веса критериев', en: 'correct the weights of the criteria' },
    );
  rubric.criteria.forEach(({ levels, floor }, index) => {
    const points = levels.map((level) => level.points);
    if (points[0] !== 0 || points.some((value, i) => i > 0 && value <= points[i - 1]!))
      wrong(
        ['criteria', index, 'levels'],
        points,
        { ru: 'баллы уровней по возрастанию от 0', en: 'points that rise from 0' },
        { ru: 'расставьте уровни от худшего к лучшему', en: 'order the levels from the worst to the best' },
      );
    if (floor !== undefined && !points.includes(floor))
      wrong(
        ['criteria', index, 'floor'],
        floor,
        { ru: `баллы одного из уровней: ${points.join(', ')}`, en: `points of a level: ${points.join(', ')}` },
        { ru: 'исправьте порог', en: 'correct the floor' },
      );
  });
  return findings;
}

/** Names in the programme that refer to nothing, days out of order, repeated ids. */
export function programmeFindings(
  document: JsonDocument,
  programme: Programme | null,
  checklists: readonly Checklist[],
  lessons: ReadonlySet<string>,
): Finding[] {
  const texts = (path: JsonPath): string[] => textsAt(document, path).map(({ text }) => text);
  const own = (kind: Checklist['kind']) => checklists.filter((list) => list.kind === kind);
  const onboarding = own('onboarding').map(({ id }) => id);
  // A gate may only wait for what a day of the programme begins: the rest would never be asked of anybody.
  const begun = onboarding.filter((id) => texts([...DAYS, 'checklists', '*']).includes(id));
  const items = [
    ...ITEM_LISTS.flatMap((list) => texts([...DAYS, list, '*', 'id'])),
    ...checklists.filter(({ id }) => begun.includes(id)).flatMap((list) => list.items.map(({ id }) => id)),
  ];
  const gates = texts([...GATES, 'id']);
  const departments = texts(['departments', '*', 'id']);
  const checks: [JsonPath, Reference][] = [
    [[...DAYS, 'lessons', '*'], { ...reference('unknown-lesson', [...lessons]), severity: 'warning' }],
    [[...DAYS, 'checklists', '*'], reference('unknown-checklist', onboarding)],
    [[...DAYS, 'exams', '*'], examReference(texts(['exams', '*', 'id']))],
    ...[GATES, DECISIONS].map((place): [JsonPath, Reference] => [
      [...place, 'requires', '*', 'anyOf', '*'],
      examReference(texts(['exams', '*', 'id'])),
    ]),
    [['tracks', '*', 'defence', 'after'], reference('unknown-gate', gates)],
    ...ITEM_LISTS.map((list): [JsonPath, Reference] => [
      [...DAYS, list, '*', 'department'],
      reference('unknown-department', departments),
    ]),
    ...[GATES, DECISIONS].flatMap((place): [JsonPath, Reference][] => [
      [[...place, 'requires', '*', 'item'], reference('unknown-item', items)],
      [[...place, 'requires', '*', 'checklist'], reference('unknown-checklist', begun)],
      [[...place, 'requires', '*', 'gate'], reference('unknown-gate', gates)],
    ]),
  ];
  return [
    ...checks.flatMap(([path, one]) => danglingNames(document, path, one)),
    ...[
      ['departments', '*', 'id'],
      ['exams', '*', 'id'],
      ['tracks', '*', 'id'],
      ['tracks', '*', 'stages', '*', 'id'],
      [...GATES, 'id'],
    ].flatMap((path) => repeated(document, path)),
    ...(programme?.tracks ?? []).flatMap((track, index) => [
      ...daysInOrder(document, track, index),
      ...gatesInOrder(document, track, index, gates),
    ]),
  ];
}

const reference = (code: string, known: readonly string[]): Reference => ({
  code,
  severity: 'error',
  known,
  mend: { ru: 'исправьте имя или добавьте недостающее', en: 'correct the name or add what is missing' },
});

/** Readers are told a bare id, and a gate may wait for an exam there is not. */
const examReference = (known: readonly string[]): Reference => ({
  code: 'unnamed-exam',
  severity: 'warning',
  known,
  // A programme of an earlier release has no such list: its exams are right, only their names are missing.
  whileNoneKnown: {
    ru: 'экзамен, название которого есть в списке exams этого файла',
    en: 'an exam that the list “exams” of this file names for its readers',
  },
  mend: {
    ru: 'исправьте имя или назовите экзамен для читателей в начале файла: "exams": [{ "id": …, "title": { "ru": …, "en": … } }]',
    en: 'correct the name, or tell readers at the top of the file what the exam is called: "exams": [{ "id": …, "title": { "ru": …, "en": … } }]',
  },
});

function repeated(document: JsonDocument, path: JsonPath): Finding[] {
  const seen = new Set<string>();
  return textsAt(document, path).flatMap(({ text, path: at }) => {
    if (!seen.has(text)) return (seen.add(text), []);
    return [duplicateId(text, placeOf(document, at))];
  });
}

function daysInOrder(document: JsonDocument, track: Track, index: number): Finding[] {
  let before = 0;
  return track.stages.flatMap((stage, s) =>
    stage.days.flatMap(({ day }, d) => {
      if (day > before) return ((before = day), []);
      const path = ['tracks', index, 'stages', s, 'days', d, 'day'];
      return [
        {
          code: 'days-out-of-order',
          severity: 'error' as const,
          ...placeOf(document, path),
          found: quoted(day),
          expected: { ru: `рабочий день после ${before}`, en: `a working day after ${before}` },
          mend: { ru: 'расставьте дни по порядку', en: 'put the days in order' },
        },
      ];
    }),
  );
}

/** A gate that waits for itself or for a later one would never open. */
function gatesInOrder(document: JsonDocument, track: Track, index: number, known: readonly string[]): Finding[] {
  const earlier: string[] = [];
  return track.stages.flatMap(({ gate }, s) => {
    const findings = gate.requires.flatMap((one: Requirement, r) => {
      // A gate that is nowhere is told as such.
      if (one.kind !== 'gate' || earlier.includes(one.gate) || !known.includes(one.gate)) return [];
      return [
        {
          code: 'gate-waits-for-later',
          severity: 'error' as const,
          ...placeOf(document, ['tracks', index, 'stages', s, 'gate', 'requires', r, 'gate']),
          found: quoted(one.gate),
          expected: { ru: 'допуск одного из этапов раньше', en: 'the gate of an earlier stage' },
          mend: { ru: 'уберите требование', en: 'remove the requirement' },
        },
      ];
    });
    earlier.push(gate.id);
    return findings;
  });
}

import { describe, expect, it } from 'vitest';
import { loadMentoring } from '../../src/workspace/programme/load-mentoring.ts';
import { loadTraining } from '../../src/workspace/programme/load-programme.ts';
import { loadTrainees } from '../../src/workspace/trainees/load-trainees.ts';
import { lines, memory, ROOT } from '../workspace/memory.ts';

const both = '{"ru": "а", "en": "a"}';
const item = (id: string, more = ''): string => `{"id": "${id}", "title": ${both}, "owner": "trainee"${more}}`;
const feedback = `{"day": 25, "title": ${both}, "questions": {"mentor": [{"id": "m", "text": ${both}}], "trainee": [{"id": "t", "text": ${both}}]}}`;
const programme = (days: string, requires = '[{"kind": "item", "item": "read"}]', departments = '[]'): string =>
  [
    `{"departments": ${departments}, "tracks": [{"id": "am", "title": ${both}, "about": ${both},`,
    `"stages": [{"id": "one", "title": ${both}, "about": ${both}, "goals": [${both}],`,
    `"days": [${days}],`,
    `"gate": {"id": "gate-1", "title": ${both}, "requires": ${requires}}}],`,
    `"review": {"day": 15, "title": ${both}, "about": ${both}},`,
    `"feedback": [${feedback}], "defence": {"day": 1, "after": "gate-1"},`,
    `"decisions": [{"id": "stay", "title": ${both}, "about": ${both}, "requires": [{"kind": "gate", "gate": "gate-1"}]}],`,
    '"closesAfter": 90}]}',
  ].join('\n');
const DAY = `{"day": 1, "title": ${both}, "tasks": [${item('read')}]}`;
const PROGRAMME = 'content/handbook/programme.json';
const LIST = 'content/handbook/checklists/first.yaml';

const training = async (files: Record<string, string>) => loadTraining(ROOT, memory(files).effects);

describe('the programme', () => {
  it('is read whole, with what need not be written filled in', async () => {
    const { value, problems } = await training({ [PROGRAMME]: programme(DAY) });
    expect(problems).toEqual([]);
    const [first] = value.programme!.tracks[0]!.stages[0]!.days;
    expect(first).toMatchObject({ lessons: [], meetings: [], exams: [] });
    expect(first!.tasks[0]).toMatchObject({ id: 'read', required: true, evidence: 'none' });
  });

  it('an exam without a name for its readers is told, whether a day or a gate names it', async () => {
    const day = DAY.replace('"tasks"', '"exams": ["seo"], "tasks"');
    const requires = '[{"kind": "item", "item": "read"}, {"kind": "exam", "anyOf": ["seo", "sea"]}]';
    const named = (text: string) => text.replace('"tracks"', `"exams": [{"id": "seo", "title": ${both}}], "tracks"`);
    const told = async (text: string) => lines((await training({ [PROGRAMME]: text })).problems);
    const file = `warning - ${PROGRAMME}`;
    const sea = `${file}:4:tracks.0.stages.0.gate.requires.1.anyOf.1 unnamed-exam`;
    expect(await told(programme(day, requires))).toEqual([
      `${file}:3:tracks.0.stages.0.days.0.exams.0 unnamed-exam`,
      `${file}:4:tracks.0.stages.0.gate.requires.1.anyOf.0 unnamed-exam`,
      sea,
    ]);
    expect(await told(named(programme(day, requires)))).toEqual([sea]);
  });

  it('exams of a programme that names none are told where names are looked for, not to have “a known name”', async () => {
    const { problems } = await training({
      [PROGRAMME]: programme(DAY.replace('"tasks"', '"exams": ["seo"], "tasks"')),
    });
    expect(problems.map(({ expected }) => expected)).toEqual([
      {
        ru: 'экзамен, название которого есть в списке exams этого файла',
        en: 'an exam that the list “exams” of this file names for its readers',
      },
    ]);
  });

  it('absent is no problem: an agency may have none', async () => {
    expect(await training({})).toEqual({
      value: { programme: null, checklists: [], defence: null, assignment: null },
      problems: [],
    });
  });

  it('tells every mistake of one run by line and field', async () => {
    const days = `{"day": 2, "title": ${both}, "tasks": [${item('read', ', "department": "ppx"')}], "checklists": ["nowhere"]}, {"day": 2, "title": ${both}, "lessons": ["role/lost"], "tasks": [${item('read')}]}`;
    const departments = `[{"id": "ppc", "title": ${both}}]`;
    const { problems } = await training({
      [PROGRAMME]: programme(
        days,
        '[{"kind": "item", "item": "rea"}, {"kind": "gate", "gate": "gate-1"}]',
        departments,
      ),
    });
    expect(lines(problems)).toEqual([
      `warning - ${PROGRAMME}:3:tracks.0.stages.0.days.1.lessons.0 unknown-lesson`,
      `error - ${PROGRAMME}:3:tracks.0.stages.0.days.0.checklists.0 unknown-checklist`,
      `error - ${PROGRAMME}:3:tracks.0.stages.0.days.0.tasks.0.department unknown-department`,
      `error - ${PROGRAMME}:4:tracks.0.stages.0.gate.requires.0.item unknown-item`,
      `error - ${PROGRAMME}:3:tracks.0.stages.0.days.1.day days-out-of-order`,
      `error - ${PROGRAMME}:4:tracks.0.stages.0.gate.requires.1.gate gate-waits-for-later`,
      `error - ${PROGRAMME}:3:tracks.0.stages.0.days.1.tasks.0.id duplicate-id`,
    ]);
    const wrong = problems.find(({ code }) => code === 'unknown-item')!;
    expect(wrong.mend).toEqual({ ru: 'возможно, имелось в виду «read»', en: 'perhaps “read” was meant' });
  });

  it('tells gates and lists that nothing brings, in gates and in decisions, and names that are there twice', async () => {
    const asked = '[{"kind": "gate", "gate": "gate-9"}, {"kind": "checklist", "checklist": "daily"}]';
    const text = programme(DAY, asked, `[{"id": "ppc", "title": ${both}}, {"id": "ppc", "title": ${both}}]`);
    const decided = text.replace('"requires": [{"kind": "gate", "gate": "gate-1"}]', `"requires": ${asked}`);
    const { problems } = await training({ [PROGRAMME]: decided });
    expect(lines(problems)).toEqual([
      `error - ${PROGRAMME}:4:tracks.0.stages.0.gate.requires.1.checklist unknown-checklist`,
      `error - ${PROGRAMME}:4:tracks.0.stages.0.gate.requires.0.gate unknown-gate`,
      `error - ${PROGRAMME}:7:tracks.0.decisions.0.requires.1.checklist unknown-checklist`,
      `error - ${PROGRAMME}:7:tracks.0.decisions.0.requires.0.gate unknown-gate`,
      `error - ${PROGRAMME}:1:departments.1.id duplicate-id`,
    ]);
    const stage = text.split('\n')[1]!.slice('"stages": ['.length);
    const week = `${stage}\n"days": [{"day": 2, "title": ${both}}],\n"gate": {"id": "gate-1", "title": ${both}, "requires": [{"kind": "item", "item": "read"}]}}`;
    const twice = programme(DAY).replace(
      '"requires": [{"kind": "item", "item": "read"}]}}]',
      `"requires": [{"kind": "item", "item": "read"}]}}, ${week}]`,
    );
    expect(lines((await training({ [PROGRAMME]: twice })).problems)).toEqual([
      `error - ${PROGRAMME}:4:tracks.0.stages.1.id duplicate-id`,
      `error - ${PROGRAMME}:6:tracks.0.stages.1.gate.id duplicate-id`,
    ]);
  });

  it('says which field a requirement of its kind has', async () => {
    const { problems } = await training({ [PROGRAMME]: programme(DAY, '[{"kind": "exam", "item": "read"}]') });
    expect(lines(problems)).toEqual([
      `error - ${PROGRAMME}:4:tracks.0.stages.0.gate.requires.0.item bad-value`,
      `error - ${PROGRAMME}:4:tracks.0.stages.0.gate.requires.0 bad-value`,
    ]);
    expect(problems[1]!.expected).toEqual({
      ru: 'поле «anyOf» для вида «exam»',
      en: 'the field “anyOf” for the kind “exam”',
    });
  });
});

describe('checklists and rubrics', () => {
  const list = (body: string): string =>
    `id: first\ntitle: {ru: а, en: a}\nabout: {ru: а, en: a}\nkind: onboarding\nitems:\n${body}`;

  it('a condition with two titles and a signature line drawn twice are told where they stand', async () => {
    const remote = (id: string, title: string) =>
      `  - {id: ${id}, title: ${both}, owner: trainee, condition: {id: remote, title: {ru: "${title}", en: "${title}"}}}`;
    const list = [
      ...[
        'id: first',
        `title: ${both}`,
        `about: ${both}`,
        'kind: onboarding',
        'signatures: [trainee, mentor, trainee]',
      ],
      ...['items:', remote('vpn', 'at home'), remote('laptop', 'at home'), remote('chair', 'far away')],
    ].join('\n');
    const day = DAY.replace('"tasks"', '"checklists": ["first"], "tasks"');
    const { problems } = await training({ [PROGRAMME]: programme(day), [LIST]: list });
    expect(lines(problems)).toEqual([
      `warning - ${LIST}:5:signatures.2 duplicate-value`,
      `warning - ${LIST}:9:items.2.condition.title condition-renamed`,
    ]);
  });

  it('an item of a list and one of the programme may not share an id', async () => {
    const files = {
      [PROGRAMME]: programme(DAY),
      [LIST]: list('  - {id: read, title: {ru: а, en: a}, owner: it}\n').replace('onboarding', 'daily'),
    };
    expect(lines((await training(files)).problems)).toEqual([
      `error - ${PROGRAMME}:3:tracks.0.stages.0.days.0.tasks.0.id duplicate-id`,
    ]);
  });

  it('a list tells a missing translation, an unknown owner and a wrong name at their places', async () => {
    const files = { [LIST]: list('  - {id: x, title: {ru: а}, owner: boss}\n').replace('id: first', 'id: second') };
    expect(lines((await training(files)).problems)).toEqual([
      `error - ${LIST}:6:items.0.title.en missing-field`,
      `error - ${LIST}:6:items.0.owner unknown-value`,
    ]);
    const renamed = {
      [LIST]: list('  - {id: x, title: {ru: а, en: a}, owner: it}\n').replace('id: first', 'id: second'),
    };
    expect(lines((await training(renamed)).problems)).toEqual([`error - ${LIST}:1:id wrong-name`]);
  });

  it('a rubric’s weights make 100, its levels rise, its floor is a level', async () => {
    const text = { ru: 'а', en: 'a' };
    const level = (points: number) => ({ points, title: text, text });
    const rubric = {
      ...{ id: 'defence', title: text, about: text, plan: [text], passMark: 70, passMarkReason: text },
      criteria: [
        { id: 'goal', title: text, about: text, weight: 90, floor: 3, levels: [level(0), level(2), level(1)] },
      ],
    };
    const { problems } = await training({ 'content/handbook/defence.yaml': JSON.stringify(rubric) });
    expect(problems.map(({ column, found }) => [column, found])).toEqual([
      ['criteria', { ru: '90', en: '90' }],
      ['criteria.0.levels', { ru: '[0,2,1]', en: '[0,2,1]' }],
      ['criteria.0.floor', { ru: '3', en: '3' }],
    ]);
  });
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- programmes are bent here in ways no type allows
type Loose = Record<string, any>;

describe('what would be accepted and never work', () => {
  const two = (change: (second: Loose, first: Loose) => void): string => {
    const text = programme(DAY);
    const one = JSON.parse(text) as { tracks: Loose[] };
    const other = JSON.parse(text) as { tracks: Loose[] };
    const second = other.tracks[0]!;
    second['id'] = 'pr';
    second['stages'][0].id = 'pr-one';
    second['stages'][0].gate = { ...second['stages'][0].gate, id: 'pr-gate' };
    second['stages'][0].gate.requires = [{ kind: 'item', item: 'pr-read' }];
    second['stages'][0].days[0].tasks[0].id = 'pr-read';
    second['defence'].after = 'pr-gate';
    second['decisions'][0].requires = [{ kind: 'gate', gate: 'pr-gate' }];
    change(second, one.tracks[0]!);
    return JSON.stringify({ ...one, tracks: [...one.tracks, second] });
  };
  const list = (more = '', kind = 'onboarding'): string =>
    `id: first\ntitle: {ru: а, en: a}\nabout: {ru: а, en: a}\nkind: ${kind}\nitems:\n  - {id: x, title: {ru: а, en: a}, owner: trainee${more}}\n`;
  const told = async (text: string, files: Record<string, string> = {}) =>
    lines((await training({ [PROGRAMME]: text, ...files })).problems).map((line) =>
      line.replace(`${PROGRAMME}:1:`, ''),
    );

  it('a track that asks for the records of another: its gate would open of itself', async () => {
    expect(await told(two(() => {}))).toEqual([]);
    const foreign = two((second, first) => {
      first['stages'][0].days[0].checklists = ['first'];
      second['stages'][0].gate.requires.push({ kind: 'item', item: 'read' }, { kind: 'checklist', checklist: 'first' });
      second['decisions'][0].requires[0].gate = 'gate-1';
      second['defence'].after = 'gate-1';
    });
    expect(await told(foreign, { [LIST]: list() })).toEqual([
      'error - tracks.1.stages.0.gate.requires.1.item unknown-item',
      'error - tracks.1.stages.0.gate.requires.2.checklist unknown-checklist',
      'error - tracks.1.decisions.0.requires.0.gate unknown-gate',
      'error - tracks.1.defence.after unknown-gate',
    ]);
  });

  it('a gate that waits for what the trainee may only do behind it', async () => {
    const later = (owner: string) =>
      two((second) => {
        const task = { id: 'later', title: { ru: 'а', en: 'a' }, owner };
        const [stage] = second['stages'];
        second['stages'].push({
          ...structuredClone(stage),
          id: 'pr-two',
          days: [{ day: 2, title: { ru: 'а', en: 'a' }, tasks: [task] }],
          gate: { ...stage.gate, id: 'pr-gate-2', requires: [{ kind: 'item', item: 'later' }] },
        });
        stage.gate.requires.push({ kind: 'item', item: 'later' });
      });
    expect(await told(later('trainee'))).toEqual([
      'error - tracks.1.stages.0.gate.requires.1.item gate-waits-for-later',
    ]);
    expect(await told(later('mentor'))).toEqual([]);
  });

  it('an answer, a decision or a criterion that stands twice, since records name it', async () => {
    const twice = two((second) => {
      second['decisions'].push(second['decisions'][0]);
      second['feedback'].push(second['feedback'][0]);
      second['feedback'][0].questions.mentor.push(second['feedback'][0].questions.mentor[0]);
    });
    expect(await told(twice)).toEqual(
      ['decisions.1.id', 'feedback.1.day', 'feedback.0.questions.mentor.1.id', 'feedback.1.questions.mentor.1.id'].map(
        (field) => `error - tracks.1.${field} duplicate-id`,
      ),
    );
  });

  it('a day to be done by that is over before the item begins', async () => {
    const due = (day: number) =>
      two((second) => {
        second['stages'][0].days[0].day = 3;
        second['stages'][0].days[0].tasks[0].due = day;
      });
    const file = 'tracks.1.stages.0.days.0.tasks.0.due due-too-early';
    expect(await told(due(2))).toEqual([`warning - ${file}`]);
    expect(await told(due(3))).toEqual([]);
  });

  it('a list no day begins, one begun twice, and a day in a list of daily work', async () => {
    const begun = (lists: string[][]) =>
      two((second) => {
        second['stages'][0].days = lists.map((checklists, index) => ({
          ...second['stages'][0].days[0],
          ...{ day: index + 1, tasks: index === 0 ? second['stages'][0].days[0].tasks : [], checklists },
        }));
      });
    expect(await told(begun([[]]), { [LIST]: list() })).toEqual([`warning - ${LIST}:4:kind list-not-begun`]);
    expect(await told(begun([['first'], ['first']]), { [LIST]: list() })).toEqual([
      'warning - tracks.1.stages.0.days.1.checklists.0 list-begun-again',
    ]);
    expect(await told(begun([[]]), { [LIST]: list(', due: 3', 'daily') })).toEqual([
      `warning - ${LIST}:6:items.0.due daily-due`,
    ]);
  });

  it('a defence without a rubric, and an assignment whose parts are longer than it is', async () => {
    const asks = two((second) => second['stages'][0].gate.requires.push({ kind: 'defence', standing: 'agreed' }));
    expect(await told(asks)).toEqual(['warning - content/handbook/defence.yaml no-defence']);
    const text = { ru: 'а', en: 'a' };
    const level = (points: number) => ({ points, title: text, text });
    const assignment = (minutes: number) =>
      JSON.stringify({
        ...{ id: 'test', title: text, about: text, minutes: 60, brief: text, rules: [text] },
        parts: [{ id: 'one', title: text, text, minutes }],
        ...{ passMark: 60, passMarkReason: text },
        criteria: [{ id: 'goal', title: text, about: text, weight: 100, levels: [level(0), level(1)] }],
      });
    const file = 'content/handbook/test-assignment.yaml';
    expect(await told(programme(DAY), { [file]: assignment(61) })).toEqual([
      `warning - ${file}:1:minutes parts-too-long`,
    ]);
    expect(await told(programme(DAY), { [file]: assignment(60) })).toEqual([]);
  });

  it('files nobody reads: another ending of a list, another name in the handbook’s folder', async () => {
    const files = { 'content/handbook/checklists/site.yml': list(), 'content/handbook/defense.yaml': 'id: x' };
    expect(await told(programme(DAY), files)).toEqual([
      'warning - content/handbook/defense.yaml unknown-file',
      'error - content/handbook/checklists/site.yml bad-name',
    ]);
  });
});

describe('the mentors’ files and trainees', () => {
  it('duties name people and departments that exist', async () => {
    const { effects } = memory({ 'data/onboarding/duties.json': '{"it": ["denis"],\n "heads": {"ppx": "ilya"}}' });
    const { problems } = await loadMentoring(ROOT, { people: ['ilya'], departments: ['ppc'] }, effects);
    expect(lines(problems)).toEqual([
      'error - data/onboarding/duties.json:1:it.0 unknown-person',
      'error - data/onboarding/duties.json:2:heads.ppx unknown-department',
    ]);
    // Nobody knows the departments of a programme that cannot be read.
    const blind = await loadMentoring(ROOT, { people: ['ilya', 'denis'], departments: null }, effects);
    expect(blind.problems).toEqual([]);
  });

  const context = async () => ({
    people: ['anna', 'maksim'],
    programme: (await training({ [PROGRAMME]: programme(DAY) })).value.programme,
    checklists: [],
  });
  const person = {
    name: { ru: 'О', en: 'O' },
    locale: 'ru',
    track: 'am',
    start: '2026-10-05',
    mentor: 'anna',
    manager: 'maksim',
  };

  it('a trainee is who the file says; the day of closing may be written or left to the track', async () => {
    const { effects } = memory({
      'data/trainees/oleg/trainee.json': JSON.stringify(person),
      'data/trainees/vera/trainee.json': JSON.stringify({ ...person, closes: '2026-12-31' }),
    });
    const { value, problems } = await loadTrainees(ROOT, await context(), effects);
    expect(problems).toEqual([]);
    expect(value.map(({ trainee }) => [trainee.id, trainee.closes])).toEqual([
      ['oleg', undefined],
      ['vera', '2026-12-31'],
    ]);
  });

  it('a trainee with wrong names, or with a broken ledger, is left out and named', async () => {
    const wrong = { ...person, mentor: 'ana', manager: 'ana', track: 'pm', conditions: ['moon'], closes: '2026-10-01' };
    const { effects } = memory({
      'data/trainees/oleg/trainee.json': JSON.stringify(wrong),
      'data/trainees/vera/trainee.json': JSON.stringify(person),
      'data/trainees/vera/ledger.jsonl': '{"type": "signoff"}\n',
      'data/trainees/Bad Name/trainee.json': '{}',
      'data/trainees/empty/notes.txt': 'x',
    });
    const { value, problems } = await loadTrainees(ROOT, await context(), effects);
    expect(value).toEqual([]);
    expect(lines(problems)).toEqual([
      'error - data/trainees/Bad Name bad-id',
      'error - data/trainees/empty/trainee.json file-missing',
      'error - data/trainees/oleg/trainee.json:1:mentor unknown-person',
      'error - data/trainees/oleg/trainee.json:1:manager unknown-person',
      'error - data/trainees/oleg/trainee.json:1:track unknown-track',
      'error - data/trainees/oleg/trainee.json:1:conditions.0 unknown-condition',
      'error - data/trainees/oleg/trainee.json:1:manager mentor-is-manager',
      'error - data/trainees/oleg/trainee.json:1:closes closes-before-start',
      'error - data/trainees/vera/ledger.jsonl:1:at, by, item ledger-line-broken',
    ]);
  });
});

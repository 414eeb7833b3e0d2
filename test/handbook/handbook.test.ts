import { describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { printProblem } from '../../src/locale/problem.ts';
import type { Problem } from '../../src/types/problem.ts';
import { loadHandbook } from '../../src/workspace/handbook/load-handbook.ts';
import { scratchFolder, writeFiles } from '../support/folders.ts';
import { sampleHandbook } from './sample.ts';

const OTHER = { checklists: ['check-report', 'first-day'], addresses: ['programme/', 'my-day/', 'checklists/'] };

async function load(changes: Record<string, string | null> = {}) {
  const root = await scratchFolder('handbook');
  const files = sampleHandbook();
  for (const [file, text] of Object.entries(changes)) {
    if (text === null) files.delete(`content/handbook/${file}`);
    else files.set(`content/handbook/${file}`, text);
  }
  await writeFiles(root, files);
  return loadHandbook(root, OTHER, nodeEffects());
}

const text = (file: string): string => sampleHandbook().get(`content/handbook/${file}`)!;
const told = (problems: Problem[]) =>
  problems.map(({ code, file, row, column }) => [code, file.replace('content/handbook/', ''), row, column].join(' '));

/** One change in the English code lesson, and what is said of it. */
async function changed(from: string, to: string): Promise<string[]> {
  const file = 'en/role/code.mdx';
  expect(text(file)).toContain(from);
  return told((await load({ [file]: text(file).replace(from, to) })).problems);
}

describe('a handbook without mistakes', () => {
  it('is read in the order of its parts and lessons, alike in both languages', async () => {
    const { value, problems } = await load();
    expect(told(problems)).toEqual([]);
    expect(value.lessons.en.map(({ id }) => id)).toEqual(['role/code', 'orders/briefs']);
    expect(value.lessons.ru.map(({ id }) => id)).toEqual(['role/code', 'orders/briefs']);
    expect(value.lessons.en[0]).toMatchObject({ title: 'The code', part: 'role', order: 1, minutes: 5, locale: 'en' });
    expect(value.quizzes['role/code']?.questions).toHaveLength(7);
    expect(value.assessments[0]?.statements[0]?.weight).toBe(1);
  });
});

describe('mistakes are named with file, row and column', () => {
  it.each([
    [
      'a link to a lesson there is not',
      '../../orders/briefs/',
      '../../orders/brief/',
      'broken-link en/role/code.mdx 37 6',
    ],
    ['a link without its slash', '../../orders/briefs/', '../../orders/briefs', 'broken-link en/role/code.mdx 37 6'],
    ['a link from the root', '../../orders/briefs/', '/en/orders/briefs/', 'broken-link en/role/code.mdx 37 6'],
    ['a component nobody made', '<Note>', '<Remark>', 'mdx-syntax en/role/code.mdx 39 1'],
    ['a checklist nobody wrote', 'id="check-report"', 'id="check-reprot"', 'unknown-checklist en/role/code.mdx 43 1'],
    ['a self-assessment nobody wrote', 'id="types"', 'id="kinds"', 'unknown-assessment en/role/code.mdx 45 1'],
    ['an example without a title', ' title="A letter on Friday"', '', 'missing-property en/role/code.mdx 23 1'],
    ['a property nobody reads', '<Mistakes>', '<Mistakes title="x">', 'unknown-property en/role/code.mdx 29 1'],
    ['a heading of the first level', '## Promises', '# Promises', 'lesson-heading en/role/code.mdx 17 1'],
    ['a line of code', 'A rare word', 'A {1 + 1} rare word', 'lesson-code en/role/code.mdx 15 43'],
    ['a script', 'A rare word', '<script>alert(1)</script> A rare word', 'lesson-code en/role/code.mdx 15 41'],
    ['a handler', 'A rare word', '<b onclick="alert(1)">A</b> rare word', 'lesson-code en/role/code.mdx 15 41'],
    [
      'a link that runs',
      'A rare word',
      '<a href="javascript:a()">A</a> rare word',
      'lesson-code en/role/code.mdx 15 41',
    ],
    ['code in a tag', 'A rare word', '<b title={process.title}>A</b> rare word', 'lesson-code en/role/code.mdx 15 41'],
    ['code spread over an insert', '<Mistakes>', '<Mistakes {...process.env}>', 'lesson-code en/role/code.mdx 29 1'],
    ['a picture there is not', 'A rare word', '![x](x.png) A rare word', 'missing-picture en/role/code.mdx 15 41'],
    ['a number that is none', 'minutes: "5"', 'minutes: "five"', 'bad-value en/role/code.mdx 5 minutes'],
    ['one goal', '  - "Do it yourself"\n', '', 'bad-value en/role/code.mdx 7 goals'],
    ['a field nobody knows', 'minutes: "5"', 'minutes: "5"\nauthor: "x"', 'unknown-field en/role/code.mdx 6 author'],
  ])('%s', async (_, from, to, expected) => {
    expect(await changed(from, to)).toContain(expected);
  });

  it('a component nobody made, by its name and the nearest one', async () => {
    const file = 'en/role/code.mdx';
    const { problems } = await load({ [file]: text(file).replaceAll('Note>', 'Noted>') });
    expect(problems.map((one) => printProblem(one, 'en')).join()).toMatch(/Noted.*“Note” was meant/);
    expect(problems.map((one) => printProblem(one, 'ru')).join()).toMatch(/«Noted».*«Note»/);
  });

  it('a lesson in one language, a quiz without a lesson, a lesson without a quiz, a file with a wrong name', async () => {
    const { problems } = await load({
      'ru/orders/briefs.mdx': null,
      'quizzes/role/morals.yaml': text('quizzes/orders/briefs.yaml'),
      'quizzes/role/code.yaml': null,
      'en/role/Мораль.mdx': 'x',
      'en/money/pay.mdx': 'x',
    });
    expect(told(problems).sort()).toEqual(
      [
        'bad-name en/role/Мораль.mdx  ',
        'missing-translation ru/orders/briefs.mdx  ',
        'broken-link ru/role/code.mdx 39 13',
        'no-quiz quizzes/role/code.yaml  ',
        'stray-quiz quizzes/role/morals.yaml  ',
        'unknown-part en/money  ',
      ].sort(),
    );
  });

  it('one place for two lessons, and another place in the other language', async () => {
    const second = text('en/role/code.mdx').replace('The code', 'The rules');
    const { problems } = await load({
      'en/role/rules.mdx': second,
      'ru/role/rules.mdx': text('ru/role/code.mdx').replace('order: "1"', 'order: "2"'),
      'quizzes/role/rules.yaml': text('quizzes/orders/briefs.yaml'),
    });
    expect(told(problems)).toEqual([
      'duplicate-order en/role/rules.mdx 3 order',
      'order-differs en/role/rules.mdx 3 order',
    ]);
  });

  it('a statement of a profile nobody described, an assessment under another name', async () => {
    const { problems } = await load({
      'assessments/types.yaml': text('assessments/types.yaml')
        .replace('profile: clerk', 'profile: clark')
        .replace('id: types', 'id: kinds'),
    });
    expect(told(problems)).toEqual([
      'unknown-profile assessments/types.yaml 9 statements.1.profile',
      'id-differs assessments/types.yaml 1 id',
    ]);
  });

  it('two answers of a self-assessment that are worth the same', async () => {
    const { problems } = await load({
      'assessments/types.yaml': text('assessments/types.yaml').replace('value: 3', 'value: 2'),
    });
    expect(told(problems)).toEqual(['duplicate-value assessments/types.yaml 13 scale.2.value']);
  });

  it('a list of parts that cannot be read, and nothing of lessons and quizzes that hang on it', async () => {
    const { problems } = await load({ 'parts.json': text('parts.json').slice(0, -5) });
    expect(problems.map(({ code, file }) => [code, file])).toEqual([['json-syntax', 'content/handbook/parts.json']]);
  });

  it('a part nobody wrote, twice, under a name of another page', async () => {
    const parts = JSON.parse(text('parts.json')) as { id: string }[];
    const { problems } = await load({
      'parts.json': JSON.stringify([...parts, parts[0], { ...parts[0], id: 'checklists' }]),
    });
    expect(problems.map(({ code }) => code).sort()).toEqual(['duplicate-id', 'empty-part', 'reserved-part']);
  });
});

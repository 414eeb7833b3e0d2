import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seedOf } from '../../src/exams/random.ts';
import type { ExamForm } from '../../src/types/exam.ts';
import { runCommand } from '../support/command.ts';
import { readJson } from '../support/folders.ts';
import { answersFor, demoBank, examWorkspace, RIGHT, SECRET } from './workspace.ts';

const exam = (root: string, ...args: string[]) =>
  runCommand('exam', [...args, '--workspace', root, '--lang', 'en'], { EXAM_SECRET: SECRET });

describe('npm run exam', () => {
  it('issues, grades, tells statistics and releases, for programs as well', async () => {
    const root = await examWorkspace({
      'data/exams/demo.yaml': demoBank.replace('    - { topic: practice, difficulty: 3, count: 1 }\n', ''),
    });
    const issued = await exam(
      root,
      'issue',
      'demo',
      '--trainee',
      'anna',
      '--minutes',
      '+20',
      '--reason',
      'x',
      '--now',
      '2026-11-23 10:00',
      '--json',
    );
    expect(issued).toMatchObject({ code: 0, stderr: '' });
    const told = JSON.parse(issued.stdout) as { token: string; file: string };
    expect(told).toMatchObject({ attempt: 1, minutes: 65, opens: '2026-11-23T07:00:00.000Z' });
    const form = await readJson<ExamForm>(join(root, told.file));
    const answers = answersFor(form, seedOf(SECRET, form), RIGHT, '2026-11-23T07:40:00.000Z');
    await writeFile(join(root, 'good.json'), answers);
    await writeFile(join(root, 'bad.json'), answers.replace('"attempt": 1', '"attempt": 2'));

    const graded = await exam(
      root,
      'grade',
      join(root, 'data'),
      join(root, 'bad.json'),
      join(root, 'good.json'),
      '--received',
      '2026-11-23T10:45+03:00',
      '--now',
      '2026-11-25 09:00',
      '--json',
    );
    expect(graded.code).toBe(1);
    expect(JSON.parse(graded.stdout)).toMatchObject({
      files: [
        {
          status: 'refused',
          code: 'folder-not-file',
          error: `${join(root, 'data')}: a folder; name a file that can be read`,
        },
        { status: 'refused', code: 'edited' },
        {
          status: 'graded',
          submitted: { late: null, received: '2026-11-23T07:45:00.000Z' },
          graded: { result: { score: '1.0000' } },
        },
      ],
    });
    const stats = await exam(root, 'stats', 'demo', '--json');
    expect(JSON.parse(stats.stdout)).toMatchObject({ n: 1, greyed: true, mean: 1 });
    const early = await exam(root, 'release', 'demo', '--now', '2026-11-24');
    expect(early.stdout).toContain('the window is still open');
    expect((await exam(root, 'release', 'demo', '--as-of', '2026-11-26')).stdout).toContain('feedback/demo-1.html');
    expect(await readdir(join(root, 'data/trainees/anna/feedback'))).toEqual(['demo-1.html']);
  });

  it('tells the mentor until when the file is in time, where the page will be, and the result in words', async () => {
    const root = await examWorkspace({
      'data/exams/demo.yaml': demoBank.replace('    - { topic: practice, difficulty: 3, count: 1 }\n', ''),
    });
    const issued = await exam(root, 'issue', 'demo', '--trainee', 'anna', '--now', '2026-11-23 10:00');
    const token = /dist\/handbook\/exams\/([0-9a-f]{32})\//.exec(issued.stdout)![1]!;
    expect(issued.stdout).toContain('The answers file is in time until 2026-11-23 10:55');
    // Anna's language is Russian; Boris's is English.
    const note = 'Note: the form is in English, as --lang says; the trainee’s own language is another';
    expect(issued.stdout).toContain(note);
    const other = await exam(root, 'issue', 'demo', '--trainee', 'boris', '--now', '2026-11-23 10:00');
    expect(other.stdout).not.toContain('own language');
    const form = await readJson<ExamForm>(join(root, 'data/trainees/anna/forms', `${token}.json`));
    const nothing = answersFor(form, seedOf(SECRET, form), {}, '2026-11-23T07:40:00.000Z');
    await writeFile(join(root, 'none.json'), nothing);
    const graded = await exam(root, 'grade', join(root, 'none.json'), '--now', '2026-11-23 10:45');
    expect(graded.stdout).toContain('not passed (below the pass mark');
    expect(graded.stdout).toContain('By topic: Basics 0% (needs 50%)');
    expect(graded.stdout).toContain('Counting (the best score, attempts 1)');
  });

  it('tells that the moment it was told is still to come, and of no moment that has come', async () => {
    const root = await examWorkspace();
    const note = async (...when: string[]) => (await exam(root, 'stats', 'demo', ...when)).stderr;
    expect(await note('--now', '2026-01-05 10:00')).toBe('');
    expect(await note('--now', '2999-01-05 10:00')).toBe('Note: that moment is still to come; check --now\n');
    expect(await note('--as-of', '2999-01-05')).toBe('Note: that moment is still to come; check --as-of\n');
    expect(await note('--as-of', '2999-01-05', '--json')).toBe('');
  });

  it('checks banks, and tells mistakes with file, line and field', async () => {
    const root = await examWorkspace({
      'data/exams/demo.yaml': demoBank.replace('answer: false', 'answer: no').replace('count: 5', 'count: 50'),
    });
    const found = await exam(root, 'check');
    expect(found.code).toBe(1);
    expect(found.stderr).toMatch(/data\/exams\/demo\.yaml:\d+:questions\.3\.answer {2}“no” → true or false → /);
    await writeFile(join(root, 'data/exams/demo.yaml'), demoBank.replace('count: 5', 'count: 50'));
    expect((await exam(root, 'check')).stderr).toMatch(
      /demo\.yaml:\d+:policy\.blueprint\.1\.count {2}questions for this row: 5 → 50: practice, difficulty 2/,
    );
  });

  it('voids a question, marks anew, and hands questions over to Moodle and back beside the bank', async () => {
    const root = await examWorkspace();
    const voided = await exam(root, 'void', 'demo', 'single-1', '--reason', 'two right answers');
    expect(voided).toMatchObject({ code: 0 });
    expect(await readFile(join(root, 'data/exams/ledger.jsonl'), 'utf8')).toContain('two right answers');
    expect(await exam(root, 'regrade', 'demo')).toMatchObject({ code: 0 });
    const file = join(root, 'demo.gift');
    expect(await exam(root, 'export', 'demo', file)).toMatchObject({ code: 0 });
    expect(await readFile(file, 'utf8')).toContain('single-1');
    const bank = await readFile(join(root, 'data/exams/demo.yaml'), 'utf8');
    const imported = await exam(root, 'import', 'demo', file);
    expect(imported).toMatchObject({ code: 0 });
    expect(imported.stderr + imported.stdout).toContain('data/exams/demo.imported.yaml');
    expect(await readFile(join(root, 'data/exams/demo.yaml'), 'utf8')).toBe(bank);
  });

  it('makes no bank of a GIFT file in another encoding: its letters would be lost in every question', async () => {
    const root = await examWorkspace();
    const file = join(root, 'ansi.gift');
    // “Да?” of Windows-1251.
    await writeFile(file, Buffer.concat([Buffer.from([0xc4, 0xe0]), Buffer.from('?{T}')]));
    const refused = await exam(root, 'import', 'ansi', file);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('ansi.gift: the text is not in UTF-8 → a GIFT file in UTF-8 → ');
    await expect(readFile(join(root, 'data/exams/ansi.yaml'))).rejects.toThrow('ENOENT');
  });

  it('imports Russian categories under their own names, also beside a bank there is', async () => {
    const root = await examWorkspace();
    const file = join(root, 'ru.gift');
    await writeFile(file, '$CATEGORY: SEO/Индексация\n\n::a::Да?{T}\n');
    for (const [bank, written] of [
      ['fresh', 'fresh.yaml'],
      ['demo', 'demo.imported.yaml'],
    ] as const) {
      expect(await exam(root, 'import', bank, file)).toMatchObject({ code: 0 });
      expect(await readFile(join(root, 'data/exams', written), 'utf8')).toMatch(
        /topics:\n {2}- id: topic-1\n {4}title:\n {6}ru: Индексация/,
      );
    }
  });

  it.each([
    [['issue', 'demo'], 2, 'Name the person the form is for: --trainee ID'],
    [['issue'], 2, 'Words are missing'],
    [['issue', 'demo', '--trainee', 'nobody'], 1, 'There is no trainee “nobody”'],
    [['issue', 'other', '--trainee', 'anna'], 1, 'There is no exam “other”'],
    [['issue', 'demo', '--trainee', 'anna', '--minutes', 'many'], 2, '--minutes'],
    [['issue', 'demo', '--trainee', 'anna', '--now', 'tomorrow'], 2, 'is no moment'],
    [['issue', '../demo', '--trainee', 'anna'], 2, 'lower-case Latin letters'],
    [['issue', 'demo', '--trainee', 'anna', '--by', 'stranger'], 1, 'not in data/people.json'],
    [['dance', 'demo'], 2, 'There is no command “dance”. Known: issue, grade, void, '],
    [['nosuch'], 2, 'There is no command “nosuch”. Known: issue'],
    [['isue', 'demo'], 2, 'There is no command “isue”. Did you mean issue? Known: issue'],
    [['regrade', 'demo', '--corrected', 'single-1'], 2, '--reason'],
    [['void', 'demo'], 2, 'Words are missing'],
    [['void', 'demo', 'single-1', 'single-2', '--reason', 'x'], 2, 'Words are missing'],
    [['stats', 'demo', 'seo'], 2, 'Words are missing'],
  ])('%j ends with %i', async (args, code, said) => {
    const outcome = await exam(await examWorkspace(), ...args);
    expect(outcome.code).toBe(code);
    expect(outcome.stderr).toContain(said);
  });
});

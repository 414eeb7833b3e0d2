import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashOf } from '../../src/exams/canonical.ts';
import { gradeFile, type GradeOutcome } from '../../src/examining/grade.ts';
import { issueExam, type Issued } from '../../src/examining/issue.ts';
import type { ExamRefused } from '../../src/examining/refused.ts';
import { regradeExam, voidQuestion } from '../../src/examining/regrade.ts';
import { examLines, examSecret } from '../../src/examining/room.ts';
import type { AnswersFile } from '../../src/types/exam.ts';
import { filesOf, hashesOf } from '../support/folders.ts';
import { CLOSED, codeOf, grade, issue, LATE, ledger, OPENS, REQUEST, seedFor, SENT, submit } from './steps.ts';
import { answersFor, demoBank, examWorkspace, RIGHT, roomAt } from './workspace.ts';

describe('an exam from issue to certificate', () => {
  it('goes through a rubric sheet when there are open answers', async () => {
    const root = await examWorkspace();
    const issued = await issue(root, OPENS);
    const file = await submit(root, issued, RIGHT);
    const first = await grade(root, file);
    expect(first).toMatchObject({ status: 'pending', questions: ['open-1'] });
    const sheet = join(root, 'answers.rubric.yaml');
    const text = await readFile(sheet, 'utf8');
    expect(text).toContain('Здравствуйте!');
    expect(await grade(root, file)).toMatchObject({ status: 'pending' });

    await writeFile(sheet, text.replace('points: null', 'points: 4').replace('points: null', 'points: 1'));
    expect(await codeOf(grade(root, file))).toBe('files-broken');
    await writeFile(sheet, text.replace('points: null', 'points: 1,5').replace('points: null', 'points: 1'));
    const graded = await grade(root, file, '2026-11-25T09:00:00.000Z');
    // 2.5 of 4 points for the letter; everything else is right: received long before it was marked.
    expect(graded).toMatchObject({
      status: 'graded',
      submitted: { received: SENT, late: null },
      graded: { result: { passed: true }, standing: { passed: true, attempts: 1 } },
    });
    const { graded: event } = graded as Extract<GradeOutcome, { graded: unknown }>;
    expect(event.result.items.find(({ question }) => question === 'open-1')?.share).toBe('5/8');
    expect(event.certificate).toMatchObject({ from: '2026-11-23', until: '2027-11-23' });
  });

  it('is issued to nobody who has left, unless somebody says why', async () => {
    const root = await examWorkspace({ 'data/exams/demo.yaml': CLOSED });
    const left = { at: OPENS, by: 'boris', type: 'departure', last: '2026-11-23', reason: 'another city' };
    await appendFile(join(root, 'data/trainees/anna/ledger.jsonl'), `${JSON.stringify(left)}\n`);
    const after = '2026-11-24T07:00:00.000Z';
    expect(await codeOf(issue(root, after))).toBe('trainee-left');
    expect(await codeOf(issue(root, OPENS, { opens: new Date(after) }))).toBe('trainee-left');
    expect(await codeOf(issue(root, OPENS))).toBe('done');
    const root2 = await examWorkspace({ 'data/exams/demo.yaml': CLOSED });
    await appendFile(join(root2, 'data/trainees/anna/ledger.jsonl'), `${JSON.stringify(left)}\n`);
    expect(await codeOf(issue(root2, after, { override: 'comes back in spring' }))).toBe('done');
  });

  it('marks the same file once: another run changes not a byte', async () => {
    const root = await examWorkspace({ 'data/exams/demo.yaml': CLOSED });
    const file = await submit(root, await issue(root, OPENS), RIGHT);
    await grade(root, file);
    const before = await hashesOf(join(root, 'data'));
    expect(await grade(root, file, LATE)).toMatchObject({ status: 'repeated', submitted: { late: null } });
    expect(await hashesOf(join(root, 'data'))).toEqual(before);
  });

  it('draws the same form for the same secret, and unseen questions on the next attempt', async () => {
    const roots = [
      await examWorkspace({ 'data/exams/demo.yaml': CLOSED }),
      await examWorkspace({ 'data/exams/demo.yaml': CLOSED }),
    ];
    const [one, two] = [await issue(roots[0]!, OPENS), await issue(roots[1]!, OPENS)];
    expect(one).toEqual(two);
    await grade(roots[0]!, await submit(roots[0]!, one, {}));
    const next = await issue(roots[0]!, '2026-11-24T08:00:00.000Z');
    const basics = (issued: Issued) =>
      issued.event.questions.filter((id) => !/number|matching|ordering|cloze/.test(id));
    // Six there are, four were seen: both others come now.
    const unseen = ['single-1', 'single-2', 'single-3', 'multiple-1', 'truefalse-1', 'text-1'].filter(
      (id) => !basics(one).includes(id),
    );
    expect(basics(next)).toEqual(expect.arrayContaining(unseen));
    expect(next.form.token).not.toBe(one.form.token);
  });

  it('refuses by the rules, and lets the mentor overrule with a reason on record', async () => {
    const root = await examWorkspace({ 'data/exams/demo.yaml': CLOSED });
    const issued = await issue(root, OPENS);
    expect(await codeOf(issue(root, SENT))).toBe('form-open');
    await grade(root, await submit(root, issued, {}));
    expect(await codeOf(issue(root, '2026-11-24T07:39:59.000Z'))).toBe('waiting-period');
    const override = 'the power failed';
    const second = await issue(root, '2026-11-23T09:00:00.000Z', {
      override,
      extension: 20,
      extensionReason: 'dyslexia',
    });
    expect(second.event).toMatchObject({
      attempt: 2,
      minutes: 65,
      overrides: [
        { kind: 'minutes', value: '+20', reason: 'dyslexia' },
        { kind: 'attempt', value: 'waiting-period', reason: override },
      ],
    });
    const file = await submit(root, second, RIGHT, 'second.json');
    // 65 minutes and ten of grace.
    expect(await grade(root, file, '2026-11-23T10:15:00.000Z')).toMatchObject({ submitted: { late: null } });
    expect(await codeOf(issue(root, '2026-12-30T09:00:00.000Z'))).toBe('already-passed');
  });

  it('begins anew when the certificate has run out: who fails then has not passed, and keeps what was earned', async () => {
    const root = await examWorkspace({ 'data/exams/demo.yaml': CLOSED });
    const first = await submit(root, await issue(root, OPENS), { ...RIGHT, 'matching-1': {} });
    expect(await grade(root, first)).toMatchObject({ graded: { certificate: { until: '2027-11-23' } } });
    const opens = new Date('2027-11-24T07:00:00Z');
    expect(await codeOf(issue(root, '2027-11-01T07:00:00.000Z'))).toBe('already-passed');
    const again = await issue(root, '2027-11-01T07:00:00.000Z', { opens });
    const failed = await grade(root, await submit(root, again, {}, 'again.json'), '2027-11-24T07:30:00.000Z');
    expect(failed).toMatchObject({
      graded: { standing: { score: '0.0000', passed: false, attempts: 1 }, certificate: null },
    });
    const room = await roomAt(root, '2027-11-30T09:00:00Z');
    await voidQuestion(room, { exam: 'demo', question: 'matching-1', reason: 'two right answers', by: 'olga' });
    const [one] = await regradeExam(room, { exam: 'demo', corrected: [], reason: 'void', by: null });
    expect(one!.after).toMatchObject({
      result: { score: '1.0000' },
      standing: { passed: false },
      certificate: { until: '2027-11-23' },
    });
  });

  it('may open later, and a file from before is refused', async () => {
    const root = await examWorkspace({ 'data/exams/demo.yaml': CLOSED });
    const issued = await issue(root, OPENS, { opens: new Date('2026-11-26T07:00:00Z') });
    expect(issued.form).toMatchObject({ opens: '2026-11-26T07:00:00.000Z', closes: '2026-11-28T07:00:00.000Z' });
    expect(await codeOf(grade(root, await submit(root, issued, RIGHT)))).toBe('early');
  });

  it('takes the language asked for, else the trainee’s', async () => {
    const root = await examWorkspace();
    expect((await issue(root, OPENS)).form).toMatchObject({ locale: 'ru', traineeName: 'Анна Котова' });
    expect((await issue(root, OPENS, { trainee: 'boris' })).form.title).toBe('Sample exam');
    const override = 'in the other language';
    expect((await issue(root, OPENS, { locale: 'en', override })).form.title).toBe('Sample exam');
  });
});

describe('a file that is not as it should be', () => {
  const setUp = async () => {
    const root = await examWorkspace({ 'data/exams/demo.yaml': CLOSED });
    const issued = await issue(root, OPENS);
    const text = answersFor(issued.form, seedFor(issued), RIGHT, SENT);
    const put = async (content: string): Promise<string> => {
      const file = join(root, 'handed-in.json');
      await writeFile(file, content);
      return file;
    };
    const resealed = (change: Partial<AnswersFile>): string => {
      const file = { ...(JSON.parse(text) as AnswersFile), ...change };
      return JSON.stringify({ ...file, hash: hashOf(file) });
    };
    return { root, issued, text, put, resealed };
  };

  it('is refused by name and leaves no trace in the ledger', async () => {
    const { root, text, put, resealed } = await setUp();
    const before = await ledger(root);
    const refused = async (content: string): Promise<string> => codeOf(grade(root, await put(content)));
    expect(await refused('no json')).toBe('not-answers');
    expect(await refused('{"kind":"accountpress-answers"}')).toBe('not-answers');
    expect(await refused(text.replace(/"ctr"/, '"cpc"').replace('"1875"', '"1876"'))).toBe('edited');
    expect(await refused(resealed({ formHash: 'f'.repeat(64) }))).toBe('edited');
    expect(await refused(resealed({ trainee: 'boris' }))).toBe('foreign');
    expect(await refused(resealed({ trainee: 'nobody' }))).toBe('foreign');
    expect(await refused(resealed({ form: '0'.repeat(32) }))).toBe('foreign');
    expect(await refused(resealed({ attempt: 2 }))).toBe('foreign');
    expect(await refused(resealed({ version: '2' }))).toBe('foreign');
    expect(await codeOf(grade(root, join(root, 'absent.json')))).toBe('no-file');
    expect(await ledger(root)).toBe(before);
  });

  it('says whose the form is', async () => {
    const { root, put, resealed } = await setUp();
    const file = await put(resealed({ trainee: 'boris' }));
    await expect(grade(root, file)).rejects.toThrow(/issued to the trainee “anna”.*signed “boris”/);
  });

  it('a second, different file for one form is refused', async () => {
    const { root, issued, put, text } = await setUp();
    await grade(root, await put(text));
    const other = await submit(root, issued, {}, 'other.json');
    expect(await codeOf(grade(root, other))).toBe('second-file');
  });

  it('is marked late after the minutes and the grace, does not count, and may be accepted with a reason', async () => {
    const { root, put, text } = await setUp();
    const file = await put(text);
    const late = await grade(root, file, LATE);
    expect(late).toMatchObject({
      submitted: { late: 1, accepted: null },
      graded: {
        result: { score: '1.0000', passed: false, against: ['late'] },
        standing: { score: null },
        certificate: null,
      },
    });
    const accepted = await grade(root, file, '2026-11-24T08:00:00.000Z', 'the mail server was down');
    expect(accepted).toMatchObject({
      submitted: { late: 1, received: LATE, accepted: 'the mail server was down' },
      graded: { cause: 'regrade', reason: 'the mail server was down', result: { passed: true } },
    });
    expect(await grade(root, file, '2026-11-24T08:00:00.000Z', 'again')).toMatchObject({ status: 'repeated' });
  });

  it('cannot be read with another secret or without the frozen version', async () => {
    const { root, put, text } = await setUp();
    const file = await put(text);
    const stranger = await roomAt(root, SENT, { EXAM_SECRET: 'another' });
    expect(await codeOf(gradeFile(stranger, { file, received: null, acceptLate: null, by: null }))).toBe(
      'other-secret',
    );
    await writeFile(join(root, 'data/exams/issued/demo@1.yaml'), CLOSED.replace('passMark: 0.7', 'passMark: 0.1'));
    expect(await codeOf(grade(root, file))).toBe('frozen-changed');
  });
});

describe('versions', () => {
  it('are frozen by the first form: a changed file needs a new version, old forms are marked by the old one', async () => {
    const root = await examWorkspace({ 'data/exams/demo.yaml': CLOSED });
    const issued = await issue(root, OPENS);
    const bank = join(root, 'data/exams/demo.yaml');
    await writeFile(bank, CLOSED.replace('passMark: 0.7', 'passMark: 1'));
    expect(await codeOf(issue(root, OPENS, { trainee: 'boris' }))).toBe('version-changed');
    await writeFile(bank, CLOSED.replace('passMark: 0.7', 'passMark: 1').replace('version: "1"', 'version: "2"'));
    expect((await issue(root, OPENS, { trainee: 'boris' })).form).toMatchObject({ version: '2', passMark: '1' });
    const outcome = await grade(root, await submit(root, issued, RIGHT));
    expect(outcome).toMatchObject({ graded: { result: { version: '1', passMark: '0.7', passed: true } } });
  });

  it('a comment or another order of fields is no change', async () => {
    const root = await examWorkspace({ 'data/exams/demo.yaml': CLOSED });
    await issue(root, OPENS);
    await writeFile(join(root, 'data/exams/demo.yaml'), `# reviewed\n${CLOSED}`);
    expect(await codeOf(issue(root, OPENS, { trainee: 'boris' }))).toBe('done');
  });
});

describe('the exams’ own ledger', () => {
  it('names every row that is no record, and what is to be done with it', async () => {
    const line = { at: OPENS, by: 'olga', type: 'question-voided', exam: 'demo', question: 'text-1', reason: 'x' };
    const rows = ['<<<<<<< HEAD', JSON.stringify(line), '=======', 'null', JSON.stringify({ ...line, exam: 7 }), ''];
    const root = await examWorkspace({ 'data/exams/ledger.jsonl': `${rows.join('\n')}\n` });
    const told = await examLines(await roomAt(root, OPENS)).then(
      () => '',
      (error: unknown) => (error as ExamRefused).text.en,
    );
    const keep = /^data\/exams\/ledger\.jsonl:[13] .* remove the marks alone and keep the records of both sides/;
    expect(told.split('\n')).toEqual([
      expect.stringMatching(keep),
      expect.stringMatching(keep),
      expect.stringMatching(/:4 .* wrong fields: type → restore the line from git/),
      expect.stringMatching(/:5 .* wrong fields: exam → restore the line from git/),
      expect.stringMatching(/:6 .*an empty line.* remove it$/),
    ]);
  });
});

describe('what stands outside the folder of the exams', () => {
  /** Outside the workspace, and nobody else's. */
  const KEYS = `../keys-${process.pid}`;

  it('holds no key, weight, explanation or model answer', async () => {
    const root = await examWorkspace({
      'data/agency.json': JSON.stringify({
        name: 'Маяк',
        locale: 'ru',
        currency: 'RUB',
        timeZone: 'Europe/Moscow',
        exams: { folder: KEYS },
      }),
      [`${KEYS}/demo.yaml`]: demoBank,
      'data/exams/demo.yaml': 'not: a bank',
    });
    try {
      const issued = await issue(root, OPENS);
      await grade(root, await submit(root, issued, { ...RIGHT, 'open-1': '' }));
      await voidQuestion(await roomAt(root, SENT), { exam: 'demo', question: 'text-1', reason: 'x', by: 'olga' });
      const files = await filesOf(join(root, 'data', 'trainees'));
      expect(files).toEqual(expect.arrayContaining([`anna/forms/${issued.form.token}.json`, 'anna/ledger.jsonl']));
      for (const file of files) {
        const text = await readFile(join(root, 'data', 'trainees', file), 'utf8');
        expect(text, file).not.toMatch(/CANARY|7\.654321|0\.0625/);
      }
      expect((await readdir(join(root, KEYS))).sort()).toEqual(['demo.yaml', 'issued', 'ledger.jsonl']);
    } finally {
      await rm(join(root, KEYS), { recursive: true });
    }
  });

  it('the secret is made once, with a line for git to leave it alone', async () => {
    const root = await examWorkspace();
    const without = await roomAt(root, OPENS, { EXAM_SECRET: '' });
    await issueExam(without, REQUEST);
    const secret = await readFile(join(root, 'data/exams/.secret'), 'utf8');
    expect(secret).toMatch(/^[0-9a-f]{64}\n$/);
    expect(await readFile(join(root, 'data/exams/.gitignore'), 'utf8')).toBe('.secret\n');
    await issueExam(without, { ...REQUEST, trainee: 'boris' });
    expect(await readFile(join(root, 'data/exams/.secret'), 'utf8')).toBe(secret);
  });

  it('a version that is kept, and a question that is void, is one line of the ledger, whoever of several was first', async () => {
    const root = await examWorkspace();
    await Promise.all(['anna', 'boris'].map((trainee) => issue(root, OPENS, { trainee })));
    const room = await roomAt(root, SENT);
    const order = { exam: 'demo', question: 'matching-1', reason: 'x', by: 'olga' };
    const told = await Promise.all([voidQuestion(room, order), voidQuestion(room, order)]);
    expect(told.sort()).toEqual(['voided', 'was-void']);
    const types = (await examLines(room)).map(({ type }) => type);
    expect(types).toEqual(['version-frozen', 'question-voided']);
  });

  it('the secret is one, whoever of several commands needs it first', async () => {
    const root = await examWorkspace();
    const without = await roomAt(root, OPENS, { EXAM_SECRET: '' });
    const told = await Promise.all(Array.from({ length: 5 }, () => examSecret(without, true)));
    expect(told).toEqual(Array(5).fill(await examSecret(without, false)));
  });
});

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashOf } from '../../src/exams/canonical.ts';
import { seedOf } from '../../src/exams/random.ts';
import { gradeFile } from '../../src/examining/grade.ts';
import { issueExam, type Issued } from '../../src/examining/issue.ts';
import { ExamRefused } from '../../src/examining/refused.ts';
import { regradeExam } from '../../src/examining/regrade.ts';
import { toldIssued } from '../../src/examining/tell.ts';
import { toldGrade } from '../../src/examining/tell-grade.ts';
import type { AnswersFile } from '../../src/types/exam.ts';
import { hashesOf } from '../support/folders.ts';
import { answersFor, demoBank, examWorkspace, RIGHT, roomAt, SECRET } from './workspace.ts';

/** Ten in Moscow, the zone of the tests' agency. */
const OPENS = '2026-11-23T07:00:00.000Z';
const SENT = '2026-11-23T07:40:30.000Z';

/** Without open questions, so that no sheet is needed. */
const CLOSED = demoBank.replace('    - { topic: practice, difficulty: 3, count: 1 }\n', '');

const NEXT = {
  exam: 'demo',
  trainee: 'anna',
  locale: null,
  extension: 0,
  extensionReason: '',
  override: null,
  by: null,
};

const issue = async (root: string, now: string, opens: string | null = null): Promise<Issued> =>
  issueExam(await roomAt(root, now), { ...NEXT, opens: opens === null ? null : new Date(opens) });

/** A workspace with one form out, and the file its page saved. */
async function sat(answers = RIGHT): Promise<{ root: string; file: string; saved: string }> {
  const root = await examWorkspace({ 'data/exams/demo.yaml': CLOSED });
  const { form } = await issue(root, OPENS);
  const saved = answersFor(form, seedOf(SECRET, form), answers, SENT);
  const file = join(root, 'answers.json');
  await writeFile(file, saved);
  return { root, file, saved };
}

const grade = async (root: string, file: string, now: string, received: string | null = null) =>
  gradeFile(await roomAt(root, now), {
    file,
    received: received === null ? null : new Date(received),
    acceptLate: null,
    by: null,
  });

/** What the mentor is told; throws when nothing was refused. */
async function refusal(work: Promise<unknown>): Promise<ExamRefused> {
  const error: unknown = await work.then(
    () => new Error('nothing was refused'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof ExamRefused) return error;
  throw error;
}

describe('a moment that is probably mistyped', () => {
  const telling = { locale: 'en' as const, zone: 'Europe/Moscow' };

  it('is told where a file was received in the time to come', async () => {
    const { root, file } = await sat();
    const titles = (topic: string): string => topic;
    const later = await grade(root, file, SENT, '2027-11-23T07:40:00.000Z');
    expect(toldGrade('answers.json', later, titles, telling).slice(0, 2)).toEqual([
      'answers.json: demo, attempt 1, received 2027-11-23 10:40',
      'Note: that moment is still to come; check --received',
    ]);
    const other = await sat();
    const now = await grade(other.root, other.file, SENT, SENT);
    expect(toldGrade('answers.json', now, titles, telling).join()).not.toContain('Note');
  });

  it('is told where the deadline of a form is over before it is issued', async () => {
    const root = await examWorkspace({ 'data/exams/demo.yaml': CLOSED });
    const over = await issue(root, OPENS, '2026-11-20T07:00:00.000Z');
    expect(toldIssued(over, telling).join()).toContain('the deadline of this form has passed already');
    const another = await examWorkspace({ 'data/exams/demo.yaml': CLOSED });
    // A form that opened a moment ago can still be sat.
    const open = await issue(another, OPENS, '2026-11-23T06:30:00.000Z');
    expect(toldIssued(open, telling).join()).not.toContain('Note');
  });
});

describe('the waiting before the next attempt', () => {
  it('is told by the agency’s clocks, as a moment that may be typed after --at', async () => {
    const { root, file } = await sat({});
    await grade(root, file, SENT);
    const refused = await refusal(issue(root, '2026-11-23T12:00:00.000Z'));
    expect(refused.code).toBe('waiting-period');
    // Handed in at 10:40:30: the minute after is the first that is not too early.
    expect(refused.text.en).toContain('may open from 2026-11-24 10:41, Europe/Moscow');
    const early = await refusal(issue(root, '2026-11-23T12:00:00.000Z', '2026-11-24T07:40:00.000Z'));
    expect(early.code).toBe('waiting-period');
    const next = await issue(root, '2026-11-23T12:00:00.000Z', '2026-11-24T07:41:00.000Z');
    expect(next.event).toMatchObject({ attempt: 2, opens: '2026-11-24T07:41:00.000Z', overrides: [] });
  });
});

describe('a file for another exam', () => {
  it('is told by what it names, not as somebody else’s', async () => {
    const { root, file, saved } = await sat();
    const other = { ...(JSON.parse(saved) as AnswersFile), exam: 'seo' };
    await writeFile(file, JSON.stringify({ ...other, hash: hashOf(other) }));
    const refused = await refusal(grade(root, file, SENT));
    expect(refused.code).toBe('foreign');
    expect(refused.text.en).toContain('the file names seo, version 1, attempt 1; the form was issued for demo');
  });
});

describe('a file made by a program', () => {
  it.each(['trainee', 'form', 'exam', 'version'])('writes nothing into the terminal by its field %s', async (field) => {
    const { root, file, saved } = await sat();
    const forged = { ...(JSON.parse(saved) as AnswersFile), [field]: 'anna\u001b[2J\u202e' };
    await writeFile(file, JSON.stringify({ ...forged, hash: hashOf(forged) }));
    const refused = await refusal(grade(root, file, SENT));
    expect(refused.code).toBe('not-answers');
    expect(refused.text.en).toBe(`answers.json: this is no answers file (${field})`);
  });
});

describe('a corrected key', () => {
  const regrade = async (root: string, corrected: string[]) =>
    regradeExam(await roomAt(root, SENT), { exam: 'demo', corrected, reason: 'the key was wrong', by: null });

  it('is refused with all the others when one of them has no question, and nothing is recorded', async () => {
    const { root, file } = await sat();
    await grade(root, file, SENT);
    await writeFile(join(root, 'data/exams/demo.yaml'), CLOSED.replace('version: "1"', 'version: "2"'));
    const before = await hashesOf(join(root, 'data'));
    expect((await refusal(regrade(root, ['number-1', 'nowhere']))).code).toBe('unknown-question');
    expect(await hashesOf(join(root, 'data'))).toEqual(before);
  });

  it('is refused when the question reads otherwise than in every form issued: it would change nothing', async () => {
    const { root, file } = await sat();
    await grade(root, file, SENT);
    const bank = CLOSED.replace('version: "1"', 'version: "2"');
    const reworded = bank.replace('Work out the CTR.', 'Work out the CR.');
    expect(reworded).not.toBe(bank);
    await writeFile(join(root, 'data/exams/demo.yaml'), reworded);
    const refused = await refusal(regrade(root, ['number-1']));
    expect([refused.code, refused.text.en]).toEqual(['question-differs', expect.stringContaining('versions: 1')]);
  });
});

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { seedOf } from '../../src/exams/random.ts';
import { gradeFile } from '../../src/examining/grade.ts';
import { issueExam } from '../../src/examining/issue.ts';
import { readLedger } from '../../src/workspace/trainees/ledger.ts';
import { answersFor, demoBank, examWorkspace, RIGHT, roomAt, SECRET } from './workspace.ts';

const OPENS = '2026-11-23T07:00:00.000Z';
const SENT = '2026-11-23T07:40:00.000Z';

/** Without open questions, so that no sheet is needed. */
const CLOSED = demoBank.replace('    - { topic: practice, difficulty: 3, count: 1 }\n', '');

it('names both lines of an attempt issued in two branches, and what was handed in counts once one is gone', async () => {
  const root = await examWorkspace({ 'data/exams/demo.yaml': CLOSED });
  const ledger = join(root, 'data/trainees/anna/ledger.jsonl');
  const { form } = await issueExam(await roomAt(root, OPENS), {
    ...{ exam: 'demo', trainee: 'anna', locale: null, opens: null },
    ...{ extension: 0, extensionReason: '', override: null, by: 'olga' },
  });
  const issued = await readFile(ledger, 'utf8');
  const file = join(root, 'answers.json');
  await writeFile(file, answersFor(form, seedOf(SECRET, form), RIGHT, SENT));
  const grade = async () => gradeFile(await roomAt(root, SENT), { file, received: null, acceptLate: null, by: null });
  expect((await grade()).status).toBe('graded');
  const graded = await readFile(ledger, 'utf8');

  const theirs = issued.replaceAll('"by":"olga"', '"by":"petr"').replaceAll(form.hash, 'f'.repeat(64));
  await writeFile(ledger, graded + theirs);
  await expect(grade()).rejects.toMatchObject({ name: 'TraineeLedgerBroken' });
  const { problems } = await readLedger(root, 'anna', nodeEffects());
  const row = graded.trimEnd().split('\n').length + 1;
  expect(problems.map((problem) => [problem.code, problem.row])).toEqual([['attempt-issued-twice', row]]);
  expect((problems[0]!.expected as { en: string }).en).toMatch(/is issued in line 1 already, by olga$/);

  await writeFile(ledger, graded);
  expect((await grade()).status).toBe('repeated');
});

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seedOf } from '../../src/exams/random.ts';
import { gradeFile } from '../../src/examining/grade.ts';
import { issueExam } from '../../src/examining/issue.ts';
import { releaseExam } from '../../src/examining/release.ts';
import { answersFor, demoBank, examWorkspace, RIGHT, roomAt, SECRET } from './workspace.ts';

const OPENS = '2026-11-23T07:00:00.000Z';
const SENT = '2026-11-23T07:40:00.000Z';

/** Every closed question on one form. */
const CLOSED = demoBank
  .replace('    - { topic: practice, difficulty: 3, count: 1 }\n', '')
  .replace('basics, count: 4', 'basics, count: 6');

/** The page a trainee is handed, whose answers were all right but one left out. */
async function page(trainee: 'anna' | 'boris', leftOut: string): Promise<string> {
  const root = await examWorkspace({ 'data/exams/demo.yaml': CLOSED });
  const wanted = { exam: 'demo', trainee, locale: null, opens: null, override: null, by: null };
  const { form } = await issueExam(await roomAt(root, OPENS), { ...wanted, extension: 0, extensionReason: '' });
  const file = join(root, 'answers.json');
  const answers = Object.fromEntries(Object.entries(RIGHT).filter(([id]) => id !== leftOut));
  await writeFile(file, answersFor(form, seedOf(SECRET, form), answers, SENT));
  await gradeFile(await roomAt(root, SENT), { file, received: null, acceptLate: null, by: null });
  await releaseExam(await roomAt(root, '2026-11-26T07:00:00.000Z'), 'demo', null);
  return readFile(join(root, 'data/trainees', trainee, 'feedback/demo-1.html'), 'utf8');
}

describe('the page of a result', () => {
  it('has a certificate that says by itself that the oral defence belongs to it', async () => {
    const [certificate] = /<article class="certificate">.*<\/article>/s.exec(await page('boris', 'text-1'))!;
    expect(certificate).toContain('Boris Fox');
    expect(certificate).toContain('Holds together with the oral defence');
    const [russian] = /<article class="certificate">.*<\/article>/s.exec(await page('anna', 'text-1'))!;
    expect(russian).toContain('Действует вместе с устной защитой');
  });

  it('tells an answer of several lines under its name, one of a line beside it, and none once', async () => {
    const html = await page('boris', 'text-1');
    expect(html).toMatch(/<b>Right answer:<\/b><br>1\. [^<]+<br>2\. /);
    expect(html).toMatch(/<b>Right answer:<\/b> [^<]+<\/p>/);
    expect(html).toMatch(/<p class="quiet">\d+ · no answer<\/p>/);
  });
});

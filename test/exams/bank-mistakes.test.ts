import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkExams } from '../../src/examining/check.ts';
import { printProblem } from '../../src/locale/problem.ts';
import { readBank } from '../../src/workspace/exams/load-bank.ts';
import { demoBank, examWorkspace, roomAt } from './workspace.ts';

/** What is said of the bank of the tests after one change, and whether it can still be used. */
function changed(from: string, to: string): { told: string[]; usable: boolean } {
  expect(demoBank).toContain(from);
  const { value, findings } = readBank(demoBank.replace(from, to), 'demo');
  const told = findings.map((one) => printProblem({ ...one, file: 'demo.yaml' }, 'en'));
  return { told, usable: value !== null };
}

describe('a bank', () => {
  it('has nothing said of it when nothing is wrong', () => {
    expect(readBank(demoBank, 'demo').findings).toEqual([]);
  });

  it('is warned of options nobody can tell apart, and stays good for the forms that are out', () => {
    const { told, usable } = changed('en: The price of a click', 'en: The share of clicks in impressions');
    // What is warned of stands in logs and caches: the text of a bank may not.
    expect(told.join()).not.toContain('share of clicks');
    expect(told).toEqual([expect.stringMatching(/^demo\.yaml:\d+:questions\.0\.options\.1 .*choices that read diff/)]);
    expect(usable).toBe(true);
  });

  it('is warned of an order of two, which tells its key: a form never shows the right one', () => {
    const [c, d] = ['c, text: { ru: Запуск, en: Launch }', 'd, text: { ru: Отчёт, en: Report }'];
    const lines = [c, d].map((item) => `      - { id: ${item} }\n`).join('');
    const { told, usable } = changed(lines, '');
    expect(told).toEqual([
      expect.stringMatching(/^demo\.yaml:\d+:questions\.\d+\.items .*never right.* → three entries at least → /),
    ]);
    expect(usable).toBe(true);
  });

  it('is told of a field that stands twice as such', () => {
    const { told, usable } = changed('  minutes: 45\n', '  minutes: 45\n  minutes: 50\n');
    expect(told).toEqual([expect.stringContaining('every field of an entry once → this field is there already')]);
    expect(usable).toBe(false);
  });

  it('is told of a tab once, and not of every line after it', () => {
    const { told } = changed('    difficulty: 1\n', '\tdifficulty: 1\n');
    expect(told).toEqual([expect.stringContaining('indentation by spaces → put spaces in place of the tab')]);
  });

  it('under a name that is no id is warned of; what an import wrote is not', async () => {
    const root = await examWorkspace({ 'data/exams/demo.imported.yaml': demoBank });
    const problems = async () => (await checkExams(await roomAt(root, '2026-11-23T07:00:00Z'))).problems;
    expect(await problems()).toEqual([]);
    await rename(join(root, 'data/exams/demo.yaml'), join(root, 'data/exams/Demo Exam.yml'));
    expect(await problems()).toMatchObject([
      { code: 'bad-name', severity: 'warning', file: 'data/exams/Demo Exam.yml' },
    ]);
  });
});

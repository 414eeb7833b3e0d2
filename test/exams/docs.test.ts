import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkExams } from '../../src/examining/check.ts';
import { PROJECT } from '../support/command.ts';
import { examWorkspace, roomAt } from './workspace.ts';

const BLOCK = /```yaml\n([\s\S]*?)```/g;

/** The guide's bank with its questions and one of every other kind, as the guide writes them. */
async function guideBank(file: string): Promise<string> {
  const text = await readFile(join(PROJECT, 'docs', file), 'utf8');
  const [bank, kinds] = [...text.matchAll(BLOCK)].map(([, yaml]) => yaml!) as [string, string];
  return `${bank.replace(/count: [42]/g, 'count: 1')}${kinds.replace('questions:\n', '')}`;
}

describe('the guide to exams', () => {
  it.each(['exams.md', 'exams.ru.md'])(
    '%s: the bank and every kind of question are accepted as written',
    async (file) => {
      const root = await examWorkspace({ 'data/exams/seo.yaml': await guideBank(file) });
      const { problems } = await checkExams(await roomAt(root, '2026-11-22T09:00:00Z'));
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    },
  );
});

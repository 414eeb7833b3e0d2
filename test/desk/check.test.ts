import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { check } from '../../src/press/check.ts';
import { scratchFolder } from '../support/folders.ts';
import { writeTraining } from './agency.ts';

const DAY = '2026-11-04';
const LIST = 'content/handbook/checklists/first-day.yaml';

/** What `check` says, one line a problem. */
async function told(root: string): Promise<string[]> {
  const { problems } = await check(root, DAY, nodeEffects());
  return problems.map(({ code, file, severity, found }) => `${severity} ${code} ${file} ${JSON.stringify(found)}`);
}

async function agency(): Promise<string> {
  const root = await scratchFolder('training');
  await writeTraining(root);
  return root;
}

describe('check, of those in training', () => {
  it('warns of a gate whose exams have no bank, and of none where the banks lie elsewhere', async () => {
    const root = await agency();
    const gates = (all: string[]) => all.filter((one) => one.includes('unknown-exam'));
    // The bank is that of SEO: the gate that asks for SEO or PPC can open, the one that asks for the code cannot.
    expect(gates(await told(root))).toEqual([
      expect.stringMatching(/^warning unknown-exam content\/handbook\/programme\.json .*code/),
    ]);
    await rename(join(root, 'data/exams'), join(root, 'elsewhere'));
    expect(gates(await told(root))).toEqual([]);
  });

  it('tells a checklist that cannot be read, and nothing of the trainees whose conditions it would name', async () => {
    const root = await agency();
    const trainee = join(root, 'data/trainees/oleg-ryabov/trainee.json');
    const text = await readFile(trainee, 'utf8');
    await writeFile(trainee, JSON.stringify({ ...(JSON.parse(text) as object), conditions: ['nobody-names-it'] }));
    expect((await told(root)).filter((one) => one.includes('unknown-condition'))).toHaveLength(1);
    await writeFile(join(root, LIST), (await readFile(join(root, LIST), 'utf8')).replace(/owner: \w+/, 'owner: boss'));
    const all = await told(root);
    expect(all.filter((one) => one.includes('unknown-condition'))).toEqual([]);
    expect(all.filter((one) => one.includes(LIST))).toHaveLength(1);
  });
});

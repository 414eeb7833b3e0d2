import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT } from '../support/command.ts';

const FOLDERS = ['src/onboarding', 'src/mentoring'];

/** Names of every refusal there is in the code. */
async function refusals(): Promise<string[]> {
  const names = new Set<string>();
  for (const folder of FOLDERS) {
    const all = await readdir(join(PROJECT, folder), { recursive: true });
    for (const file of all.filter((name) => name.endsWith('.ts'))) {
      const text = await readFile(join(PROJECT, folder, file), 'utf8');
      for (const [, name] of text.matchAll(/new Refused\(\s*'([a-z-]+)'/g)) names.add(name!);
    }
  }
  return [...names].sort();
}

describe.each(['programme.md', 'programme.ru.md'])('docs/%s', (name) => {
  it('names every refusal, file and command', async () => {
    const text = await readFile(join(PROJECT, 'docs', name), 'utf8');
    const codes = await refusals();
    expect(codes.length).toBeGreaterThan(25);
    expect(codes.filter((code) => !text.includes(`\`${code}\``))).toEqual([]);
    for (const word of [
      'new',
      'signoff',
      'withdraw',
      'score',
      'feedback',
      'decide',
      'pause',
      'resume',
      'leave',
      'assign',
      'show',
      'list',
      'due',
    ])
      expect(text).toContain(`npm run trainee -- ${word}`);
  });
});

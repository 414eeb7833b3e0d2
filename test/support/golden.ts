import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { PROJECT } from './command.ts';

const FOLDER = join(PROJECT, 'test', 'e2e', 'golden');

/**
 * Compares a text with the one kept under this name in `test/e2e/golden`. `UPDATE_GOLDEN=1` keeps the new one
 * instead; a missing one is kept too, but never in CI, where it fails.
 */
export async function expectGolden(name: string, text: string): Promise<void> {
  const file = join(FOLDER, name);
  const keep = process.env['UPDATE_GOLDEN'] === '1' || (!existsSync(file) && !process.env['CI']);
  if (keep) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  expect(text, `${name} (UPDATE_GOLDEN=1 keeps the new text)`).toBe(await readFile(file, 'utf8'));
}

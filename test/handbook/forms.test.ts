import { describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { hashOf } from '../../src/exams/canonical.ts';
import { openForms } from '../../src/press/handbook/forms.ts';
import type { Workspace } from '../../src/types/workspace.ts';
import { scratchFolder, writeFiles } from '../support/folders.ts';
import { FORM_FILE, FORM_TEXT, TOKEN, TRAINEE_FILES } from './sample.ts';

/** What would be published on a day in an agency of a time zone. */
async function published(asOf: string, form: string | null = FORM_TEXT, timeZone = 'Europe/London') {
  const root = await scratchFolder('forms');
  await writeFiles(root, [...TRAINEE_FILES, [FORM_FILE, form]]);
  const agency = { timeZone } as Workspace['agency'];
  const { value, problems } = await openForms({ root, agency }, asOf, nodeEffects());
  return [...value.map(({ token }) => token), ...problems.map(({ code, file }) => `${code} ${file}`)];
}

const rehashed = (text: string): string => {
  const form = JSON.parse(text) as object;
  return JSON.stringify({ ...form, hash: hashOf(form) });
};

describe('exam forms in the handbook', () => {
  it('are there from the day they open to the day they close', async () => {
    expect(await published('2026-11-21')).toEqual([]);
    expect(await published('2026-11-22')).toEqual([TOKEN]);
    expect(await published('2026-11-23')).toEqual([TOKEN]);
    // Another form opens ten minutes after midnight in London, when it still is the 23rd in New York.
    expect(await published('2026-11-24')).toEqual([TOKEN, 'missing-form data/trainees/vera/forms/later.json']);
    expect(await published('2026-11-24', FORM_TEXT, 'America/New_York')).toContain(TOKEN);
    expect(await published('2026-11-23', FORM_TEXT, 'America/New_York')).toContain(
      'missing-form data/trainees/vera/forms/later.json',
    );
    expect(await published('2026-11-25')).not.toContain(TOKEN);
  });

  it.each([
    ['a word was changed', FORM_TEXT.replace('A list', 'A register')],
    ['its own hash was changed along with it', rehashed(FORM_TEXT.replace('"minutes":45', '"minutes":90'))],
    ['it is torn', FORM_TEXT.slice(0, 200)],
    ['it is no form at all', 'null'],
  ])('are a named problem, and no page, when %s', async (_what, form) => {
    expect(await published('2026-11-22', form)).toEqual([`form-changed ${FORM_FILE}`]);
  });

  it('are a named problem when the file is gone', async () => {
    expect(await published('2026-11-22', null)).toEqual([`missing-form ${FORM_FILE}`]);
  });
});

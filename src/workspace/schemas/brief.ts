import { z } from 'zod';
import { BRIEF_FIELDS } from '../../types/brief.ts';
import { LOCALES } from '../../types/locale.ts';

/** `brief.json`, as the brief form saves it. */
export const briefSchema = z.strictObject({
  brief: z.literal(1).describe('Version of the form.'),
  locale: z.enum(LOCALES).describe('Language it was filled in.'),
  answers: z
    .strictObject(Object.fromEntries(BRIEF_FIELDS.map((field) => [field, z.string().optional()])))
    .describe('Answers by field; only what was answered.'),
});

import { z } from 'zod';
import { EVIDENCE_KINDS, ITEM_OWNERS } from '../../types/programme.ts';
import * as kind from '../kinds.ts';

/** Every text of the programme exists in both languages. */
export const both = z.strictObject({ ru: kind.text, en: kind.text });

/** A whole number between two others. */
export const whole = (least: number, most: number) =>
  z
    .number()
    .refine((value) => Number.isInteger(value) && value >= least && value <= most, {
      params: {
        expected: { ru: `целое число от ${least} до ${most}`, en: `a whole number from ${least} to ${most}` },
      },
    })
    .meta({ type: 'integer', minimum: least, maximum: most });

export const lessonId = kind.matching(
  (value) => /^[a-z0-9-]+\/[a-z0-9-]+$/.test(value),
  { ru: 'урок вида role/code', en: 'a lesson such as role/code' },
  { pattern: '^[a-z0-9-]+/[a-z0-9-]+$' },
);

export const workingDay = whole(1, 260);

export const item = z.strictObject({
  id: kind.id.describe('Stable and unique in all checklists and the programme; ledgers name it.'),
  title: both.describe('What is to be done.'),
  owner: z.enum(ITEM_OWNERS).describe('Who does it.'),
  due: workingDay.optional().describe('Working day from the start; of a day of the programme, its own day.'),
  required: z.boolean().default(true).describe('false for what may be left out.'),
  evidence: z.enum(EVIDENCE_KINDS).default('none').describe('What a sign-off must carry.'),
  condition: z
    .strictObject({ id: kind.id.describe('Name of the condition.'), title: both.describe('Of whom it holds.') })
    .optional()
    .describe('Applies only to trainees whose trainee.json names the condition.'),
  note: both.optional().describe('A hint.'),
  department: kind.id.optional().describe('Where it happens; its head may sign too.'),
});

import { z } from 'zod';
import { FOLLOW_UP_KINDS, type FollowUpKind } from '../../types/followup.ts';
import * as kind from '../kinds.ts';

const id = kind.matching(
  (text) => /^[a-z0-9-]{1,40}$/.test(text),
  { ru: 'строчные латинские буквы, цифры и дефис', en: 'lower-case Latin letters, digits, hyphens' },
  { pattern: '^[a-z0-9-]{1,40}$' },
);

const time = kind.matching(
  (text) => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text),
  { ru: 'время вида 09:30', en: 'a time such as 09:30' },
  { pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' },
);

const after = kind.matching(
  (text) => /^\d{1,3}[dwm]$/.test(text),
  { ru: 'срок вида 0d, 3d, 2w, 1m', en: 'a length such as 0d, 3d, 2w, 1m' },
  { pattern: '^[0-9]{1,3}[dwm]$' },
);

const steps = z
  .array(
    z.strictObject({
      id: id.describe('Short name of the step.'),
      after: after.describe('After the day of sending: 0d, 3d, 1w, 1m.'),
      ask: z.enum(FOLLOW_UP_KINDS as [FollowUpKind, ...FollowUpKind[]]).describe('What the letter asks.'),
    }),
  )
  .min(1)
  .refine((all) => new Set(all.map((step) => step.id)).size === all.length, {
    params: { expected: { ru: 'у каждого шага свой id', en: 'an id of its own for every step' } },
  });

/** `data/followups.json`: when and what to ask after a proposal was sent. */
export const followUpsSchema = z.strictObject({
  $schema: z.string().optional().describe('For editors; ignored.'),
  at: time.describe("Hour of a step on the prospect's clock."),
  sameDayBefore: time.describe('What was sent before this hour of a working day is asked after on the same day.'),
  sameDayAt: time.describe('Hour of a step on the day of sending.'),
  steps: steps.describe('In the order of time.'),
});

export type Schedule = z.output<typeof followUpsSchema>;

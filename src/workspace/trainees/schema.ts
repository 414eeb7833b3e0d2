import { z } from 'zod';
import * as kind from '../kinds.ts';
import { both } from '../programme/fields.ts';

/** `data/trainees/<id>/trainee.json`. */
export const traineeSchema = z.strictObject({
  $schema: z.string().optional().describe('For editors; ignored.'),
  name: both.describe('Full name.'),
  locale: z.enum(['ru', 'en']).describe("Language of the trainee's exam forms and record."),
  track: kind.id.describe('Track of content/handbook/programme.json.'),
  start: kind.day.describe('First day of work: day 1.'),
  mentor: kind.id.describe('Id from people.json.'),
  manager: kind.id.describe('Id from people.json.'),
  timeZone: kind.timeZone.optional().describe("IANA time zone; the agency's when absent."),
  closes: kind.day
    .optional()
    .describe(
      "Day after which nothing is added to the record; by the track's closesAfter when absent, but never before the last feedback can be given.",
    ),
  conditions: z.array(kind.id).default([]).describe('Conditions that hold for this person.'),
});

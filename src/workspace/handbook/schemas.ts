import { z } from 'zod';
import * as kind from '../kinds.ts';

const both = z.strictObject({ ru: kind.text, en: kind.text });

/** Frontmatter is read as text; an editor that checks by the JSON Schema sees YAML's numbers. */
const whole = (expected: { ru: string; en: string }) =>
  kind
    .matching((value) => /^[1-9]\d{0,2}$/.test(value), expected, {
      type: ['string', 'number'],
      pattern: '^[1-9][0-9]{0,2}$',
    })
    .transform(Number);

const texts = (least: number, most: number, expected: { ru: string; en: string }) =>
  z
    .array(kind.text)
    .refine(({ length }) => length >= least && length <= most, { params: { expected } })
    .meta({ minItems: least, maxItems: most });

/** Frontmatter of a lesson. */
export const lessonSchema = z.strictObject({
  title: kind.text.describe('Title of the lesson.'),
  description: kind.text.describe('What it is about, in one sentence.'),
  order: whole({ ru: 'целое число от 1', en: 'a whole number, 1 or more' }).describe('Place inside the part.'),
  minutes: whole({ ru: 'число минут от 1', en: 'a number of minutes, 1 or more' }).describe('Reading time in minutes.'),
  goals: texts(2, 4, { ru: 'от двух до четырёх целей', en: 'two to four goals' }).describe(
    'What the reader will be able to do.',
  ),
  check: texts(3, 5, { ru: 'от трёх до пяти вопросов', en: 'three to five questions' }).describe(
    'Questions to discuss with the mentor.',
  ),
});

/** `content/handbook/parts.json`. */
export const partsSchema = z
  .array(
    z.strictObject({
      id: kind.id.describe('Folder of the lessons of the part.'),
      title: both.describe('Title of the part.'),
      about: both.describe('What the part is about, in a sentence.'),
    }),
  )
  .min(1);

/** `content/handbook/assessments/<id>.yaml`. */
export const assessmentSchema = z.strictObject({
  id: kind.id.describe('Name of the file without its ending.'),
  title: both.describe('Title.'),
  about: both.describe('How to answer, in a sentence or two.'),
  profiles: z
    .array(
      z.strictObject({
        id: kind.id.describe('Short name, used by the statements.'),
        title: both.describe('Name of the profile.'),
        about: both.describe('How it looks.'),
        growth: both.describe('What to work on.'),
      }),
    )
    .min(1)
    .describe('What the answers may show.'),
  statements: z
    .array(
      z.strictObject({
        id: kind.id.describe('Short name, unique in the file.'),
        text: both.describe('The statement, in the first person.'),
        profile: kind.id.describe('Profile it speaks for.'),
        weight: z.number().default(1).describe('Multiplies the answer; below zero when it speaks against.'),
      }),
    )
    .min(1)
    .describe('What the reader rates.'),
  scale: z
    .array(z.strictObject({ value: z.number().describe('Points.'), label: both.describe('Words of the answer.') }))
    .min(1)
    .describe('Answers, from the weakest to the strongest.'),
});

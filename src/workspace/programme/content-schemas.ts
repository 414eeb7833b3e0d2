import { z } from 'zod';
import { ITEM_OWNERS } from '../../types/programme.ts';
import * as kind from '../kinds.ts';
import { both, item, whole } from './fields.ts';

/** `content/handbook/checklists/<id>.yaml`. */
export const checklistSchema = z.strictObject({
  id: kind.id.describe('As the file is named.'),
  title: both.describe('Name.'),
  about: both.describe('When it is used, in a sentence.'),
  kind: z.enum(['onboarding', 'daily']).describe('daily ones are used again and again and never signed off.'),
  signatures: z.array(z.enum(ITEM_OWNERS)).default([]).describe('Signature lines of the printed list.'),
  items: z.array(item).min(1).describe('Items in order.'),
});

const level = z.strictObject({
  points: whole(0, 10).describe('Points; also the name of the level on the command line.'),
  title: both.describe('One or two words.'),
  text: both.describe('What one sees or hears at this level.'),
});

const rubric = {
  passMark: whole(1, 100).describe('Per cent of the best score.'),
  passMarkReason: both.describe('How the mark was set.'),
  criteria: z
    .array(
      z.strictObject({
        id: kind.id.describe('Names the criterion on the command line.'),
        title: both.describe('Name.'),
        about: both.describe('What is judged.'),
        weight: whole(1, 100).describe('The weights of a rubric make 100.'),
        floor: whole(0, 10).optional().describe('Fewest points with which the whole may pass.'),
        levels: z.array(level).min(2).describe('From the lowest to the highest.'),
      }),
    )
    .min(1)
    .describe('What is judged, with levels.'),
};

const head = {
  id: kind.id.describe('Short name.'),
  title: both.describe('Name.'),
  about: both.describe('What it is for and how it goes.'),
};

/** `content/handbook/defence.yaml`. */
export const defenceSchema = z.strictObject({
  ...head,
  plan: z.array(both).min(1).describe('What the work plan must hold.'),
  ...rubric,
});

/** `content/handbook/test-assignment.yaml`. */
export const assignmentSchema = z.strictObject({
  ...head,
  minutes: whole(1, 120).describe('All parts together, two hours at most.'),
  brief: both.describe('What the candidate is given.'),
  parts: z
    .array(
      z.strictObject({
        id: kind.id.describe('Short name.'),
        title: both.describe('Name.'),
        text: both.describe('What is to be done.'),
        minutes: whole(1, 120).describe('How long it takes.'),
      }),
    )
    .min(1)
    .describe('Parts in order.'),
  rules: z.array(both).min(1).describe('Rules for candidate and judges.'),
  ...rubric,
});

/** `data/onboarding/oral-questions.yaml`. */
export const oralSchema = z.strictObject({
  title: both.describe('Name.'),
  about: both.describe('When and how they are asked.'),
  sections: z
    .array(
      z.strictObject({
        id: kind.id.describe('Short name.'),
        title: both.describe('Name.'),
        questions: z
          .array(
            z.strictObject({
              id: kind.id.describe('Short name.'),
              text: both.describe('The question.'),
              listen: z.array(both).min(1).describe('What a good answer holds.'),
              worry: both.optional().describe('What an answer that worries sounds like.'),
            }),
          )
          .min(1)
          .describe('Questions in order.'),
      }),
    )
    .min(1)
    .describe('Sections in order.'),
});

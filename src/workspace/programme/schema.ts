import { z } from 'zod';
import type { Requirement } from '../../types/programme.ts';
import * as kind from '../kinds.ts';
import { both, item, lessonId, whole, workingDay } from './fields.ts';

/** Which further field each kind of requirement has. */
const FIELDS = {
  item: 'item',
  checklist: 'checklist',
  exam: 'anyOf',
  defence: 'standing',
  gate: 'gate',
} as const;

const requirement = z
  .strictObject({
    kind: z.enum(Object.keys(FIELDS) as Requirement['kind'][]).describe('What kind of record is asked for.'),
    item: kind.id.optional().describe('Of the kind item: its id.'),
    checklist: kind.id.optional().describe('Of the kind checklist: its id; all its required items that apply.'),
    anyOf: z.array(kind.id).min(1).optional().describe('Of the kind exam: one of these must be passed.'),
    standing: z.enum(['agreed', 'passed']).optional().describe('Of the kind defence: what must stand.'),
    gate: kind.id.optional().describe('Of the kind gate: a gate that must be open.'),
  })
  .superRefine((value, context) => {
    const own = FIELDS[value.kind];
    for (const field of Object.values(FIELDS)) {
      if ((value[field] !== undefined) === (field === own)) continue;
      const expected =
        field === own
          ? { ru: `поле «${own}» для вида «${value.kind}»`, en: `the field “${own}” for the kind “${value.kind}”` }
          : { ru: `у вида «${value.kind}» только «${own}»`, en: `only “${own}” for the kind “${value.kind}”` };
      context.addIssue({ code: 'custom', path: field === own ? [] : [field], params: { expected } });
    }
  })
  .transform((value) => value as Requirement);

const requires = z.array(requirement).min(1).describe('Records that must exist.');

const day = z.strictObject({
  day: workingDay.describe('Working day from the start.'),
  title: both.describe('What the day is about.'),
  lessons: z.array(lessonId).default([]).describe('Lessons to read.'),
  meetings: z.array(item).default([]).describe('Meetings, with heads of departments too.'),
  practice: z.array(item).default([]).describe('Practice in a department.'),
  tasks: z.array(item).default([]).describe('Tasks.'),
  checklists: z.array(kind.id).default([]).describe('Onboarding checklists begun on that day.'),
  exams: z.array(kind.id).default([]).describe('Exams sat on that day.'),
});

const stage = z.strictObject({
  id: kind.id.describe('Short name.'),
  title: both.describe('Name.'),
  about: both.describe('What happens, in a sentence or two.'),
  goals: z.array(both).min(1).describe('What the trainee can do at the end.'),
  days: z.array(day).min(1).describe('Working days.'),
  gate: z
    .strictObject({ id: kind.id.describe('Short name.'), title: both.describe('Name.'), requires })
    .describe('Records that open the way to the next stage.'),
});

const question = z.strictObject({
  id: kind.id.describe('Names the answer on the command line.'),
  text: both.describe('The question.'),
  kind: z.enum(['scale', 'text']).default('text').describe('scale is answered by 1 to 5.'),
});
const questions = (side: string) => z.array(question).min(1).describe(`Questions to the ${side}.`);

const track = z.strictObject({
  id: kind.id.describe('Named by trainee.json.'),
  title: both.describe('Name.'),
  about: both.describe('For whom and how long.'),
  stages: z.array(stage).min(1).describe('Stages in order.'),
  review: z
    .strictObject({
      day: workingDay.describe('Calendar day from the start.'),
      title: both.describe('Name.'),
      about: both.describe('Who asks whom, and what.'),
    })
    .describe('Calendar day on which somebody asks about compulsory items still open.'),
  feedback: z
    .array(
      z.strictObject({
        day: workingDay.describe('Calendar day from the start.'),
        title: both.describe('Name.'),
        questions: z
          .strictObject({ mentor: questions('mentor'), trainee: questions('trainee') })
          .describe('What each side is asked.'),
      }),
    )
    .min(1)
    .describe('Days on which both sides say how it goes.'),
  defence: z
    .strictObject({
      day: workingDay.describe('Working day from the start.'),
      after: kind.id.describe('Gate that must be open before it is scored.'),
    })
    .describe('Defence of the work plan.'),
  decisions: z
    .array(
      z.strictObject({
        id: z.enum(['stay', 'account-manager', 'department']).describe('Names it on the command line.'),
        title: both.describe('Name.'),
        about: both.describe('What follows from it.'),
        requires,
      }),
    )
    .min(1)
    .describe('How the month may end.'),
  closesAfter: whole(30, 400).describe('Calendar days after which the record is closed.'),
});

/** `content/handbook/programme.json`. */
export const programmeSchema = z.strictObject({
  $schema: z.string().optional().describe('For editors; ignored.'),
  departments: z
    .array(z.strictObject({ id: kind.id.describe('Short name.'), title: both.describe('Name.') }))
    .describe('Departments trainees get to know.'),
  exams: z
    .array(
      z.strictObject({ id: kind.id.describe('Name of its bank.'), title: both.describe('Name readers are told.') }),
    )
    .default([])
    .describe('Exams of days and gates: banks stay closed, so their names stand here.'),
  tracks: z.array(track).min(1).describe('One month of training for each kind of trainee.'),
});

/** `data/onboarding/duties.json`. */
export const dutiesSchema = z.strictObject({
  $schema: z.string().optional().describe('For editors; ignored.'),
  it: z.array(kind.id).default([]).describe("Who signs IT's items: ids from people.json."),
  heads: z.record(kind.id, kind.id).default({}).describe('Head of each department: department id, person id.'),
});

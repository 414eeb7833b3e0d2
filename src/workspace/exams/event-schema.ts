import { z } from 'zod';
import type { ExamEvent } from '../../types/exam.ts';

const base = {
  at: z.iso.datetime(),
  by: z.string().min(1),
  exam: z.string(),
  attempt: z.int().min(1),
  form: z.string(),
};

const item = z.strictObject({
  question: z.string(),
  topic: z.string(),
  difficulty: z.number(),
  state: z.enum(['right', 'partial', 'wrong', 'empty', 'pending', 'void']),
  share: z.string().nullable(),
  reason: z.strictObject({
    rule: z.string(),
    right: z.number().exactOptional(),
    wrong: z.number().exactOptional(),
    of: z.number().exactOptional(),
    note: z.string().exactOptional(),
  }),
  chosen: z.array(z.string()).optional(),
});

const section = z.strictObject({
  topic: z.string(),
  share: z.string().nullable(),
  score: z.string().nullable(),
  passMark: z.string().nullable(),
  passed: z.boolean(),
});

const result = z.strictObject({
  exam: z.string(),
  version: z.string(),
  trainee: z.string(),
  attempt: z.int(),
  form: z.string(),
  status: z.enum(['graded', 'pending']),
  items: z.array(item),
  sections: z.array(section),
  share: z.string().nullable(),
  score: z.string().nullable(),
  passMark: z.string(),
  passed: z.boolean(),
  against: z.array(z.string()),
});

/** Lines of a trainee's ledger that speak of exams. */
export const examEvent: z.ZodType<ExamEvent> = z.discriminatedUnion('type', [
  z.strictObject({
    ...base,
    type: z.literal('exam-issued'),
    version: z.string(),
    bankHash: z.string(),
    formHash: z.string(),
    locale: z.enum(['ru', 'en']),
    opens: z.iso.datetime(),
    closes: z.iso.datetime(),
    minutes: z.number(),
    extension: z.number(),
    graceMinutes: z.number(),
    clock: z.enum(['opening', 'start']),
    questions: z.array(z.string()),
    overrides: z.array(z.strictObject({ kind: z.enum(['minutes', 'attempt']), value: z.string(), reason: z.string() })),
  }),
  z.strictObject({
    ...base,
    type: z.literal('exam-submitted'),
    received: z.iso.datetime(),
    answersHash: z.string(),
    late: z.number().nullable(),
    claimedMinutes: z.number().nullable(),
    overTime: z.boolean(),
    accepted: z.string().nullable(),
  }),
  z.strictObject({
    ...base,
    type: z.literal('exam-graded'),
    cause: z.enum(['submission', 'regrade']),
    reason: z.string().nullable(),
    result,
    standing: z.strictObject({
      method: z.enum(['highest', 'last', 'first', 'average']),
      score: z.string().nullable(),
      passed: z.boolean(),
      attempts: z.number(),
    }),
    certificate: z.strictObject({ id: z.string(), from: z.iso.date(), until: z.iso.date().nullable() }).nullable(),
  }),
  z.strictObject({ ...base, type: z.literal('exam-released'), level: z.enum(['scores', 'answers', 'explanations']) }),
]);

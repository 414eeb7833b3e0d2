import { z } from 'zod';
import { bilingual, difficulty, itemId, share, whole } from './words.ts';

const sharedCase = z.strictObject({ id: itemId, stem: bilingual });

const policy = z.strictObject({
  blueprint: z
    .array(
      z.strictObject({
        topic: itemId,
        difficulty: difficulty.optional(),
        count: whole(1, 200),
      }),
    )
    .min(1),
  passMark: share,
  sectionPassMarks: z.record(z.string(), share).default({}),
  passMarkReason: bilingual,
  attempts: whole(1, 50).default(5),
  waitingDays: z.array(whole(0, 365)).default([1, 3, 7, 14]),
  counting: z.enum(['highest', 'last', 'first', 'average']).default('highest'),
  minutes: whole(1, 600),
  graceMinutes: whole(0, 120).default(10),
  clock: z.enum(['opening', 'start']).default('opening'),
  windowHours: whole(1, 24 * 60).default(48),
  partial: z
    .strictObject({
      multiple: z.enum(['all-or-nothing', 'right-minus-wrong']).default('all-or-nothing'),
      matching: z.enum(['per-pair', 'all-or-nothing']).default('per-pair'),
      ordering: z.enum(['per-neighbour', 'all-or-nothing']).default('per-neighbour'),
      cloze: z.enum(['per-gap', 'all-or-nothing']).default('per-gap'),
    })
    .prefault({}),
  certificateMonths: whole(1, 120).optional(),
  release: z.enum(['scores', 'answers', 'explanations']).default('scores'),
});

/** `data/exams/<id>.yaml` but for its questions, which are read one by one. */
export const bankSchema = z.strictObject({
  id: itemId,
  version: z.preprocess(
    (value) => (typeof value === 'number' ? String(value) : value),
    z.string().refine((value) => /^[A-Za-z0-9][A-Za-z0-9._-]{0,29}$/.test(value), {
      params: {
        expected: {
          ru: 'версия: буквы, цифры, точки, например 2026.1',
          en: 'a version of letters, digits, dots, such as 2026.1',
        },
      },
    }),
  ),
  title: bilingual,
  about: bilingual,
  topics: z.array(z.strictObject({ id: itemId, title: bilingual })).min(1),
  cases: z.array(sharedCase).default([]),
  policy,
  questions: z.array(z.unknown()).min(1),
});

/** `content/handbook/quizzes/<part>/<slug>.yaml` but for its questions. */
export const quizSchema = z.strictObject({
  cases: z.array(sharedCase).default([]),
  questions: z.array(z.unknown()).min(1),
});

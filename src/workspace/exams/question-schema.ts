import { z } from 'zod';
import type { QuestionType } from '../../types/exam.ts';
import { bilingual, bilingualList, decimal, difficulty, itemId, notNegative, positive, yesOrNo } from './words.ts';

/** Fields of every question; `type` is judged before the rest, see `read-questions.ts`. */
const common = {
  id: itemId,
  topic: itemId.optional(),
  difficulty,
  points: positive.default('1'),
  case: itemId.optional(),
  stem: bilingual,
  explanation: bilingual.optional(),
};

const piece = z.strictObject({ id: itemId, text: bilingual });

const choice = z.strictObject({
  id: itemId,
  text: bilingual,
  correct: yesOrNo.default(false),
  pinned: yesOrNo.default(false),
  why: bilingual.optional(),
});

const gap = z.strictObject({
  id: itemId,
  accept: bilingualList.optional(),
  options: z
    .array(z.strictObject({ id: itemId, text: bilingual, correct: yesOrNo.default(false) }))
    .min(1)
    .optional(),
});

const criterion = z.strictObject({
  id: itemId,
  title: bilingual,
  points: positive,
  levels: z.array(z.strictObject({ points: notNegative, text: bilingual })).min(1),
});

const written = { rubric: z.array(criterion).min(1), model: bilingual.optional() };

/**
 * One question as YAML, by its type. What no single field tells (exactly one correct option, ids that repeat, gaps of
 * the stem) is checked by `question-checks.ts`.
 */
export const QUESTION_SCHEMAS = {
  single: z.strictObject({ ...common, type: z.literal('single'), options: z.array(choice).min(1) }),
  multiple: z.strictObject({ ...common, type: z.literal('multiple'), options: z.array(choice).min(1) }),
  truefalse: z.strictObject({ ...common, type: z.literal('truefalse'), answer: yesOrNo }),
  number: z.strictObject({
    ...common,
    type: z.literal('number'),
    answer: z.strictObject({ value: decimal, tolerance: notNegative.default('0'), unit: bilingual.optional() }),
  }),
  text: z.strictObject({ ...common, type: z.literal('text'), accept: bilingualList }),
  matching: z.strictObject({
    ...common,
    type: z.literal('matching'),
    pairs: z.array(z.strictObject({ id: itemId, left: bilingual, right: bilingual })).min(1),
    distractors: z.array(piece).default([]),
  }),
  ordering: z.strictObject({ ...common, type: z.literal('ordering'), items: z.array(piece).min(1) }),
  cloze: z.strictObject({ ...common, type: z.literal('cloze'), gaps: z.array(gap).min(1) }),
  open: z.strictObject({ ...common, type: z.literal('open'), ...written }),
  file: z.strictObject({ ...common, type: z.literal('file'), ...written }),
} satisfies Record<QuestionType, z.ZodType>;

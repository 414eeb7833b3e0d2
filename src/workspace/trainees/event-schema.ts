import { z } from 'zod';
import type { OnboardingEvent, TraineeEvent, TraineeEventBase } from '../../types/trainee.ts';

const base = { at: z.iso.datetime(), by: z.string().min(1) };
const words = z.record(z.string(), z.string());

/** Lines of the ledger that speak of onboarding; those of exams have a schema of their own. */
export const onboardingEvent: z.ZodType<OnboardingEvent> = z.discriminatedUnion('type', [
  z.strictObject({ ...base, type: z.literal('signoff'), item: z.string(), evidence: z.string().optional() }),
  z.strictObject({ ...base, type: z.literal('withdrawal'), item: z.string(), reason: z.string() }),
  z.strictObject({
    ...base,
    type: z.literal('score'),
    agreed: z.boolean(),
    levels: words,
    note: z.string().optional(),
  }),
  z.strictObject({
    ...base,
    type: z.literal('feedback'),
    from: z.enum(['mentor', 'trainee']),
    day: z.number(),
    answers: words,
  }),
  z.strictObject({
    ...base,
    type: z.literal('decision'),
    outcome: z.enum(['stay', 'account-manager', 'department']),
    reason: z.string(),
    department: z.string().optional(),
    signed: z.strictObject({ mentor: z.string(), manager: z.string() }),
  }),
]);

export const ONBOARDING_TYPES: readonly string[] = ['signoff', 'withdrawal', 'score', 'feedback', 'decision'];

const other: z.ZodType<TraineeEventBase> = z
  .looseObject({ ...base, type: z.string() })
  .refine(({ type }) => !ONBOARDING_TYPES.includes(type));

/** Every line a ledger may hold. */
export const traineeEvent: z.ZodType<TraineeEvent> = z.union([onboardingEvent, other]);

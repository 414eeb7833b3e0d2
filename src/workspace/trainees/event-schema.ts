import { z } from 'zod';
import { RECORD_KINDS, type OnboardingEvent, type TraineeEvent } from '../../types/trainee.ts';
import { day } from '../kinds.ts';
import { examEvent } from '../exams/event-schema.ts';

const base = { at: z.iso.datetime(), by: z.string().min(1) };
const side = z.enum(['mentor', 'trainee']);
const signed = z.strictObject({ mentor: z.string(), manager: z.string() });
const words = z.record(z.string(), z.string());

/** Lines of the ledger that speak of onboarding; those of exams have a schema of their own. */
const onboardingEvent: z.ZodType<OnboardingEvent> = z.discriminatedUnion('type', [
  z.strictObject({ ...base, type: z.literal('signoff'), item: z.string(), evidence: z.string().optional() }),
  z.strictObject({ ...base, type: z.literal('withdrawal'), item: z.string(), reason: z.string() }),
  z.strictObject({
    ...base,
    type: z.literal('score'),
    agreed: z.boolean(),
    levels: z.record(z.string(), z.int().min(0)),
    note: z.string().optional(),
  }),
  z.strictObject({
    ...base,
    type: z.literal('feedback'),
    from: side,
    day: z.number(),
    answers: words,
  }),
  z.strictObject({
    ...base,
    type: z.literal('decision'),
    outcome: z.enum(['stay', 'account-manager', 'department']),
    reason: z.string(),
    department: z.string().optional(),
    signed,
  }),
  z.strictObject({
    ...base,
    type: z.literal('retraction'),
    of: z.strictObject({ ...base, type: z.enum(RECORD_KINDS), from: side.optional(), day: z.number().optional() }),
    reason: z.string(),
    signed: signed.optional(),
  }),
  z.strictObject({ ...base, type: z.literal('pause'), since: day, until: day.nullable(), reason: z.string() }),
  z.strictObject({ ...base, type: z.literal('resume'), since: day }),
  z.strictObject({ ...base, type: z.literal('departure'), last: day, reason: z.string() }),
  z.strictObject({
    ...base,
    type: z.literal('assignment'),
    role: z.enum(['mentor', 'manager']),
    ...{ person: z.string(), before: z.string(), reason: z.string() },
  }),
]);

/** The schema of a line by its type, so that what is wrong is told of its own fields. */
export function schemaOf(value: unknown): z.ZodType<TraineeEvent> {
  const type = (value as { type?: unknown } | null)?.type;
  return typeof type === 'string' && type.startsWith('exam-') ? examEvent : onboardingEvent;
}

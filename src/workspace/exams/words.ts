import { z } from 'zod';
import { ID_EXPECTED, isId } from '../ids.ts';
import { matching, text } from '../kinds.ts';

/** YAML reads `301` as a number; where a text is asked for, it was meant as one. */
const asText = (value: unknown): unknown => (typeof value === 'number' ? String(value) : value);

const said = z.preprocess(asText, text);

/** Every text of a question exists in both languages. */
export const bilingual = z.strictObject({ ru: said, en: said });

export const bilingualList = z.strictObject({ ru: z.array(said).min(1), en: z.array(said).min(1) });

export const itemId = z.preprocess(asText, matching(isId, ID_EXPECTED, { pattern: '^[a-z0-9-]{1,60}$' }));

/** An exact decimal, written with or without quotation marks. */
export const decimal = z.preprocess(
  asText,
  matching((value) => /^-?\d{1,15}(\.\d{1,10})?$/.test(value), {
    ru: 'число вида 12.5',
    en: 'a number such as 12.5',
  }),
);

export const positive = z.preprocess(
  asText,
  matching((value) => /^\d{1,15}(\.\d{1,10})?$/.test(value) && /[1-9]/.test(value), {
    ru: 'число больше нуля, например 1 или 2.5',
    en: 'a number above zero, such as 1 or 2.5',
  }),
);

export const notNegative = z.preprocess(
  asText,
  matching((value) => /^\d{1,15}(\.\d{1,10})?$/.test(value), {
    ru: 'число не меньше нуля, например 0.5',
    en: 'a number of zero or more, such as 0.5',
  }),
);

export const share = z.preprocess(
  asText,
  matching((value) => /^(0(\.\d{1,6})?|1(\.0{1,6})?)$/.test(value), {
    ru: 'доля от 0 до 1, например 0.7',
    en: 'a fraction from 0 to 1, such as 0.7',
  }),
);

/** `true` or `false`; any other value is told in the reader's language. */
export const yesOrNo = z.unknown().refine((value): value is boolean => typeof value === 'boolean', {
  params: { expected: { ru: 'true или false', en: 'true or false' } },
}) as unknown as z.ZodType<boolean>;

/** One of three steps. */
export const difficulty = z.unknown().refine((value): value is 1 | 2 | 3 => value === 1 || value === 2 || value === 3, {
  params: { expected: { ru: '1 (легко), 2 (средне) или 3 (трудно)', en: '1 (easy), 2 (middle) or 3 (hard)' } },
}) as unknown as z.ZodType<1 | 2 | 3>;

/** A whole number of a range, both ends in it. */
export const whole = (least: number, most: number): z.ZodType<number> =>
  z.unknown().refine((value) => Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most, {
    params: {
      expected: { ru: `целое число от ${least} до ${most}`, en: `a whole number from ${least} to ${most}` },
    },
  }) as unknown as z.ZodType<number>;

import { z } from 'zod';
import type { EstimateFile } from '../../types/estimate.ts';

const amount = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .meta({ description: 'Exact decimal in the currency, with all digits of its amounts.' });

const decimal = z
  .string()
  .regex(/^\d+(\.\d+)?$/)
  .meta({ description: 'Exact decimal.' });

const rate = z
  .string()
  .regex(/^\d+(\.\d+)?$/)
  .nullable();

const line = z.object({
  title: z.string().describe('What is done or bought.'),
  kind: z
    .enum(['hours', 'fixed', 'monthly', 'media'])
    .describe('hours × rate, a fixed price, fee × months, or media budget passed through at cost.'),
  quantity: decimal.describe('Hours, months or pieces.'),
  unit: z.string().describe('What is counted.'),
  price: decimal.describe('Rate or price of one unit; may have more digits than amounts.'),
  discount: amount.describe("What the line's own discount took: quantity × price, rounded, less net."),
  net: amount.describe('The line after its own discount, before those below the lines; holds its tax when inclusive.'),
  tax: rate.describe('Rate of its tax as a fraction, 0.22 for 22 %; null is no tax.'),
});

const section = z.object({
  title: z.string().describe('Title of the section.'),
  lines: z.array(line).describe('Its lines as they stand.'),
  net: amount.describe('Sum of the nets of its lines.'),
});

/** `estimate.json` beside every proposal. Fields may be added, none goes away. */
export const estimateFileSchema = z.object({
  number: z.string().describe('Number of the document.'),
  version: z.int().min(1).describe('Version of the document.'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .describe('ISO 4217 code.'),
  sections: z.array(section).describe('What is in the total: common lines and those of the recommended package.'),
  options: z
    .array(line.extend({ section: z.string().describe('Section it would stand in.') }))
    .describe('Optional lines that the recommended package allows; not in the total.'),
  packages: z
    .array(
      z.object({
        title: z.string().describe('Name of the package.'),
        recommended: z.boolean().describe('True for exactly one: it is in the total.'),
        sections: z.array(section).describe('Its own lines.'),
        net: amount.describe('Sum of its sections.'),
        total: amount.describe('What the whole proposal comes to with it, without options.'),
      }),
    )
    .describe('What the client chooses one of; empty when there is nothing to choose.'),
  discount: amount.describe('Sum of the discounts on sections and on the whole fee.'),
  taxes: z
    .array(
      z.object({
        rate: rate.describe('As a fraction; null is what bears no tax.'),
        base: amount.describe('Sum it is taken of, without the tax.'),
        amount: amount.describe('The tax.'),
      }),
    )
    .describe('One entry for each tax and rate, the highest rate first.'),
  total: amount.describe('Sum of the bases and amounts of the taxes.'),
  words: z.string().describe("The total in words, in the proposal's language."),
  payments: z
    .array(
      z.object({
        title: z.string().describe('What is paid.'),
        due: z.string().describe('A day, or words such as “on signing”.'),
        amount: amount.describe('How much.'),
      }),
    )
    .describe('Payments; together they make the total.'),
}) satisfies z.ZodType<EstimateFile>;

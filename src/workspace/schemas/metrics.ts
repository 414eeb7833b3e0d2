import { z } from 'zod';
import * as kind from '../kinds.ts';

const METRIC_UNITS = ['count', 'money', 'percent', 'number', 'seconds'] as const;

const bothLanguages = z.strictObject({ ru: kind.text, en: kind.text });

/** One metric. For a built-in id every field but `id` may be left out: what is given replaces what is built in. */
export const metricSchema = z.strictObject({
  id: kind.id.describe('Short name used in the other files; a built-in id changes that metric.'),
  names: bothLanguages.optional().describe('Name in both languages. Required for a new metric.'),
  about: bothLanguages.optional().describe('One sentence for the glossary, in both languages.'),
  kind: z
    .enum(['additive', 'ratio'])
    .optional()
    .describe('additive: summed over days and channels; ratio: always computed from two sums. Required when new.'),
  unit: z.enum(METRIC_UNITS).optional().describe('How values are printed. Required for a new metric.'),
  better: z.enum(['higher', 'lower']).optional().describe('Direction of improvement. Required for a new metric.'),
  neutral: z
    .boolean()
    .optional()
    .describe('true: a change is neither better nor worse by itself, as of spend; targets are judged still.'),
  decimals: z.int().min(0).max(6).optional().describe('Digits after the decimal point.'),
  numerator: kind.id.optional().describe('For a ratio: the additive metric above the line.'),
  denominator: kind.id.optional().describe('For a ratio: the additive metric below the line.'),
  factor: z.number().positive().optional().describe('For a ratio: multiplies the quotient, such as 1000 for CPM.'),
});

/** `data/metrics.json`. */
export const metricsSchema = z.array(metricSchema);

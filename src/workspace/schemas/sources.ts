import { z } from 'zod';
import * as kind from '../kinds.ts';

const rule = z.strictObject({
  format: kind.text.optional().describe('Format id, when the header alone does not tell.'),
  channel: kind.text
    .optional()
    .describe("Channel that every row feeds; else the channel column, else the source's name."),
  channelColumn: kind.text.optional().describe('Header of the column that holds the channel.'),
  columns: z
    .record(kind.text, kind.id.nullable())
    .optional()
    .describe('Header → metric id, or null to leave the column out.'),
  dateForm: z
    .enum(['yyyy-mm-dd', 'dd.mm.yyyy', 'dd/mm/yyyy', 'mm/dd/yyyy'])
    .optional()
    .describe('How dates are written, when they can be read in two ways.'),
  numberForm: z
    .enum(['1,234.56', '1.234,56', '1 234,56'])
    .optional()
    .describe('How numbers are written, when they can be read in two ways.'),
  currency: kind.currency.optional().describe('Currency of the money columns, when the file does not say.'),
  vat: z
    .enum(['excluded', 'included', 'included-with-commission'])
    .optional()
    .describe('What the cost column includes: without VAT, with VAT, with VAT and agency commission.'),
  period: z
    .strictObject({ from: kind.day.describe('First day.'), to: kind.day.describe('Last day.') })
    .optional()
    .describe('Days the file covers, for files that state no period.'),
});

/** `data/clients/<id>/sources.json`. */
export const sourcesSchema = z.strictObject({
  $schema: z.string().optional().describe('For editors; ignored.'),
  sources: z.record(kind.text, rule).default({}).describe('Rules by source: the name of a folder in exports.'),
  precedence: z
    .record(kind.id, z.array(kind.text).min(1))
    .default({})
    .describe('For a metric that several sources claim on one channel: sources from first choice to last.'),
});

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
  results: z
    .record(kind.text, kind.id.nullable())
    .optional()
    .describe('Result indicator as the file writes it → metric id, or null not to count such results.'),
  deals: z
    .strictObject({
      created: kind.text.optional().describe('Header of the day a deal was created on: it counts as a lead.'),
      closed: kind.text.optional().describe('Header of the day a deal was closed on.'),
      stage: kind.text.optional().describe('Header of the stage.'),
      amount: kind.text.optional().describe('Header of the amount: the revenue of a won deal.'),
      id: kind.text.optional().describe('Header that tells one deal from another.'),
      won: z.array(kind.text).min(1).optional().describe('Stages that mean a sale on the day of closing.'),
    })
    .optional()
    .describe('How a list of deals is counted.'),
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
  until: kind.day.optional().describe('Last day of a source that was switched off: days after it are not missing.'),
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

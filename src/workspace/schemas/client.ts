import { z } from 'zod';
import * as kind from '../kinds.ts';

const REPORT_KINDS = ['monthly', 'quarterly', 'yearly'] as const;

/** `data/clients/<id>/client.json`. */
export const clientSchema = z.strictObject({
  $schema: z.string().optional().describe('For editors; ignored.'),
  name: kind.text.describe('Name of the client.'),
  legalName: kind.text.optional().describe('Legal entity for documents.'),
  site: kind.webAddress.optional().describe("Address of the client's site."),
  locale: z.enum(['ru', 'en']).optional().describe("Language of the client's documents; the agency's when absent."),
  currency: kind.currency.optional().describe("ISO 4217 code of the client's money; the agency's when absent."),
  timeZone: kind.timeZone.optional().describe("IANA time zone of the client; the agency's when absent."),
  manager: kind.id.optional().describe('Account manager: an id from people.json.'),
  team: z.array(kind.id).default([]).describe('Others shown in the cabinet: ids from people.json.'),
  contacts: z
    .array(
      z.strictObject({
        name: kind.text.describe('Full name.'),
        greeting: kind.text.optional().describe('How a letter addresses them; the first word of the name when absent.'),
        email: kind.email.describe('E-mail address reports are sent to.'),
      }),
    )
    .optional()
    .describe('People of the client who receive the reports by e-mail.'),
  brand: z
    .strictObject({
      logo: kind.picturePath.optional().describe("Client's logo, path from the folder data."),
      accent: kind.colour.optional().describe("Client's own accent colour, #rrggbb."),
    })
    .prefault({})
    .describe("Client's accents on the agency's look."),
  kpis: z
    .array(kind.id)
    .min(1)
    .optional()
    .describe(
      "Metric ids in the contract's order; 5–8 read best. When absent: leads, cost and CPL, or what the exports have in their place.",
    ),
  reports: z.array(z.enum(REPORT_KINDS)).default(['monthly']).describe('Which reports the client receives.'),
  services: z.array(kind.localText).default([]).describe('What the agency does for the client.'),
  mentions: z
    .array(kind.text)
    .optional()
    .describe(
      "Names, domains and links of others that this client's documents say on purpose, such as a partner's; the seal lets them pass.",
    ),
  channels: z
    .record(kind.text, kind.localText)
    .default({})
    .describe("Display names of channels, over the agency's, by the name they have in the data."),
});

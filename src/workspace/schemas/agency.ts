import { z } from 'zod';
import * as kind from '../kinds.ts';

const BRAND_FONTS = ['inter', 'golos-text', 'ibm-plex-sans', 'pt-sans'] as const;

const brand = z
  .strictObject({
    logo: kind.picturePath.optional().describe('Logo for covers and headers: SVG or PNG, path from the folder data.'),
    colours: z
      .strictObject({
        accent: kind.colour.default('#1f4fd8').describe('Headings, links, the first series of charts.'),
        ink: kind.colour.default('#16181d').describe('Body text.'),
        paper: kind.colour.default('#ffffff').describe('Background of pages.'),
      })
      .prefault({})
      .describe('Brand colours, #rrggbb.'),
    font: z.enum(BRAND_FONTS).default('inter').describe('One of the bundled families; all of them have Cyrillic.'),
  })
  .prefault({})
  .describe("The agency's look: logo, colours, font.");

const tax = z.strictObject({
  id: kind.id.describe('Short name, such as vat.'),
  name: kind.localText.describe('Name in documents, such as VAT.'),
  rate: kind.fraction.describe('Rate as a fraction in quotes: "0.22" is 22 %.'),
  from: kind.day.describe('First day of the rate.'),
  to: kind.day.optional().describe('Last day of the rate; when absent it holds until the next rate of the same id.'),
});

/** `data/agency.json`. */
export const agencySchema = z.strictObject({
  $schema: z.string().optional().describe('For editors; ignored.'),
  name: kind.localText.describe('Name of the agency as clients know it.'),
  legalName: kind.localText.optional().describe('Legal entity for documents; the name when absent.'),
  requisites: z
    .array(kind.localText)
    .optional()
    .describe('Lines under the legal entity where a proposal is signed: tax numbers, bank, address.'),
  site: kind.webAddress.optional().describe("Address of the agency's site."),
  email: kind.email.optional().describe('Common e-mail address.'),
  phone: kind.phone.optional().describe('Common phone number.'),
  brand,
  locale: z.enum(['ru', 'en']).describe('Language of clients that state none, and of the commands.'),
  currency: kind.currency.describe('ISO 4217 code for clients that state none.'),
  timeZone: kind.timeZone.describe('IANA time zone for clients that state none.'),
  country: kind.country
    .optional()
    .describe('ISO 3166 country code whose public holidays the agency keeps; only weekends when absent.'),
  exams: z
    .strictObject({
      folder: kind.text.describe(
        'Folder of the question banks with their keys; may lie outside the repository, e.g. ../private/exams.',
      ),
    })
    .optional()
    .describe('Where certifying exams are kept; data/exams when absent.'),
  taxes: z.array(tax).default([]).describe('Tax rates with the days they hold.'),
  mentions: z
    .array(kind.text)
    .optional()
    .describe(
      'Words that name nobody although a client or prospect is called so, and hosts where many have a page; the seal does not look for them.',
    ),
  channels: z
    .record(kind.text, kind.localText)
    .default({})
    .describe('Display names of channels by the name they have in the data.'),
});

import { z } from 'zod';
import { PROPOSAL_STATUSES } from '../../types/proposal.ts';
import * as kind from '../kinds.ts';
import { estimateColumns } from '../tables/estimate.ts';

/** Frontmatter is read as text; an editor that checks by the JSON Schema sees YAML's numbers. */
const TEXT_OR_NUMBER = { type: ['string', 'number'] };

const whole = (above: { ru: string; en: string }) =>
  kind
    .matching((value) => /^[1-9]\d{0,3}$/.test(value), above, { ...TEXT_OR_NUMBER, pattern: '^[1-9][0-9]{0,3}$' })
    .transform(Number);

const part = kind.matching(
  (value) => value.trim() !== '',
  { ru: 'доля (15 %) или сумма (25000)', en: 'a share (15%) or an amount (25000)' },
  { ...TEXT_OR_NUMBER, examples: ['15%', '25000'] },
);

const yesNo = z.enum(['yes', 'no', 'true', 'false']).transform((word) => word === 'yes' || word === 'true');

const clock = kind.matching(
  (value) => /^([01]\d|2[0-3]):[0-5]\d$/.test(value),
  { ru: 'время вида 15:00', en: 'a time such as 15:00' },
  { pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' },
);

const cell = z.string().meta(TEXT_OR_NUMBER).optional();

const line = z.strictObject(
  Object.fromEntries(Object.entries(estimateColumns).map(([name, { about }]) => [name, cell.describe(about)])),
);

const estimate = z
  .strictObject({
    tax: kind.text
      .optional()
      .describe('Tax of lines that name none: id of a tax in agency.json, a rate (22%), or none.'),
    taxMode: z
      .enum(['exclusive', 'inclusive', 'exempt', 'reverse-charge'])
      .default('exclusive')
      .describe('Whether prices are without tax, hold it, are exempt, or the customer accounts for it.'),
    taxNote: kind.text.optional().describe('Printed beside the total of an exempt or reverse-charged estimate.'),
    discount: part.optional().describe('Discount on the whole fee: 5% or an amount. The media budget is not touched.'),
    sections: z
      .array(
        z.strictObject({
          title: kind.text.describe('Title of the section, as in the lines.'),
          discount: part.optional().describe('Discount on the section: 5% or an amount.'),
        }),
      )
      .default([])
      .describe('Sections with a discount.'),
    packages: z
      .array(
        z.strictObject({
          id: kind.id.describe('Short name, used in the column package.'),
          title: kind.text.describe('Name of the package.'),
          about: kind.text.optional().describe('Whom it suits, in a sentence.'),
          recommended: yesNo.default(false).describe('yes for exactly one of them.'),
        }),
      )
      .default([])
      .describe('What the client chooses one of.'),
    lines: z.array(line).optional().describe('Lines, when there is no estimate.csv; fields as its columns.'),
  })
  .prefault({})
  .describe('The estimate; its lines may stand in data/proposals/<id>/estimate.csv.');

const timeline = z
  .strictObject({
    start: kind.day.describe('First day of the work.'),
    steps: z
      .array(
        z.strictObject({
          title: kind.text.describe('What is ready at the checkpoint.'),
          days: whole({ ru: 'число рабочих дней от 1', en: 'a number of working days, 1 or more' }).describe(
            'Working days it takes.',
          ),
          side: z.enum(['agency', 'client', 'both']).default('agency').describe('Whose working days are counted.'),
          at: clock.optional().describe("Time of the checkpoint in the agency's zone."),
          note: kind.text.optional().describe('A remark.'),
        }),
      )
      .min(1)
      .describe('Steps one after another, each ending in a checkpoint.'),
  })
  .describe('Checkpoints of the work.');

/** Frontmatter of `content/proposals/<id>.mdx`. */
export const proposalSchema = z.strictObject({
  number: kind.documentNumber.describe('Number of the document, as it stands on paper.'),
  version: whole({ ru: 'целое число от 1', en: 'a whole number, 1 or more' })
    .prefault('1')
    .describe('1, 2, …; a version that was sent is frozen.'),
  status: z.enum(PROPOSAL_STATUSES).default('draft').describe('Where the proposal stands.'),
  prospect: z
    .strictObject({
      name: kind.text.describe('Name of the company.'),
      legalName: kind.text.optional().describe('Legal entity for the signature.'),
      requisites: z.array(kind.text).default([]).describe('Lines under it: tax numbers, bank, address.'),
      site: kind.webAddress.optional().describe('Address of its site.'),
      logo: kind.picturePath.optional().describe('Logo, path from the folder data.'),
    })
    .describe('Whom the proposal is made to.'),
  contact: z
    .strictObject({
      name: kind.text.describe('Full name.'),
      greeting: kind.text.optional().describe('How a letter addresses them; the name when absent.'),
      role: kind.text.optional().describe('Position.'),
      email: kind.email.optional().describe('E-mail address the proposal is sent to.'),
      phone: kind.phone.optional().describe('Phone number.'),
      timeZone: kind.timeZone.describe('IANA time zone; days and hours of follow-ups are counted in it.'),
      country: kind.country.optional().describe('Country whose public holidays they keep; only weekends when absent.'),
    })
    .describe('Who reads and decides.'),
  locale: z.enum(['ru', 'en']).optional().describe("Language of the proposal; the agency's when absent."),
  currency: kind.currency.optional().describe("ISO 4217 code; the agency's when absent."),
  date: kind.day.describe('Date of the proposal: rates and taxes are those of this day.'),
  validUntil: kind.day.describe('Last day the offer holds.'),
  validZone: kind.timeZone.optional().describe("IANA zone in which that day ends; the agency's when absent."),
  author: kind.id.describe('Who signs: an id from people.json.'),
  team: z.array(kind.id).default([]).describe('Who will do the work: ids from people.json.'),
  mentions: z
    .array(kind.text)
    .optional()
    .describe('Names, domains and links of others that the proposal says on purpose; the seal lets them pass.'),
  theme: z
    .strictObject({
      accent: kind.colour.optional().describe("Accent colour, #rrggbb; the agency's when absent."),
      cover: kind.picturePath.optional().describe('Picture of the cover, path from the folder data.'),
    })
    .prefault({})
    .describe("Looks over the agency's brand."),
  estimate,
  payments: z
    .array(
      z.strictObject({
        title: kind.text.describe('What is paid.'),
        due: kind.text.describe('A day, or words such as “on signing”.'),
        part: part.describe('A share (50%), an amount (25000), or rest for what the others leave.'),
      }),
    )
    .default([])
    .describe('Payments; together they make the total.'),
  timeline: timeline.optional(),
  references: z
    .array(
      z.strictObject({
        title: kind.text.describe('Name of the work.'),
        about: kind.text.optional().describe('What to look at, in a sentence or two.'),
        picture: kind.picturePath.optional().describe('Picture, path from the folder data.'),
        link: kind.webAddress.optional().describe('Address of the work.'),
        own: yesNo.prefault('yes').describe('no for the work of others, shown as an example.'),
      }),
    )
    .default([])
    .describe('Works that set expectations.'),
  publish: z.enum(['open', 'link']).default('open').describe('link: under an address nobody can guess.'),
  linkKey: kind.linkKey.optional().describe('Secret part of that address.'),
});

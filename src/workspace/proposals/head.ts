import { z } from 'zod';
import type { Proposal } from '../../types/proposal.ts';
import type { Agency } from '../../types/workspace.ts';
import { proposalSchema } from '../schemas/proposal.ts';

/** The frontmatter of a proposal, as its schema reads it. */
export type Head = z.output<typeof proposalSchema>;

/** What of it an estimate is priced and added up by. */
const estimateSchema = z
  .object(proposalSchema.shape)
  .pick({ estimate: true, date: true, locale: true, currency: true });
const paymentsSchema = proposalSchema.shape.payments;

export type EstimateHead = z.output<typeof estimateSchema> & Pick<Head, 'payments'>;

/**
 * The same of a frontmatter that is wrong elsewhere, so that mistakes of the estimate are told in the same run; `null`
 * when it is wrong here. Payments that cannot be read are left out.
 */
export function estimateHead(frontmatter: unknown): EstimateHead | null {
  const head = estimateSchema.safeParse(frontmatter);
  if (!head.success) return null;
  const payments = paymentsSchema.safeParse((frontmatter as { payments?: unknown }).payments);
  return { ...head.data, payments: payments.data ?? [] };
}

/** Everything of a proposal that its frontmatter says by itself; what it leaves out, the agency says. */
export function profileOf(head: Head, agency: Agency): Omit<Proposal, 'id' | 'file' | 'estimate' | 'body' | 'bodyRow'> {
  const { prospect, contact, theme, timeline, estimate } = head;
  return {
    number: head.number,
    version: head.version,
    status: head.status,
    prospect: {
      name: prospect.name,
      legalName: prospect.legalName ?? null,
      requisites: prospect.requisites,
      site: prospect.site ?? null,
      logo: prospect.logo ?? null,
    },
    contact: {
      name: contact.name,
      greeting: contact.greeting ?? null,
      role: contact.role ?? null,
      email: contact.email ?? null,
      phone: contact.phone ?? null,
      timeZone: contact.timeZone,
      country: contact.country ?? null,
    },
    locale: head.locale ?? agency.locale,
    currency: head.currency ?? agency.currency,
    date: head.date,
    validUntil: head.validUntil,
    validZone: head.validZone ?? agency.timeZone,
    author: head.author,
    team: head.team,
    theme: { accent: theme.accent ?? null, cover: theme.cover ?? null },
    taxNote: estimate.taxNote ?? null,
    timeline: timeline === undefined ? null : { start: timeline.start, steps: timeline.steps.map(stepOf) },
    references: head.references.map(({ about, picture, link, ...rest }) => ({
      ...rest,
      about: about ?? null,
      picture: picture ?? null,
      link: link ?? null,
    })),
    publish: head.publish === 'open' ? { as: 'open' } : { as: 'link', key: head.linkKey ?? null },
  };
}

function stepOf({ at, note, ...step }: NonNullable<Head['timeline']>['steps'][number]) {
  return { ...step, at: at ?? null, note: note ?? null };
}

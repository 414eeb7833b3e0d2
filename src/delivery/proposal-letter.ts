import { momentOf, timeIn } from '../calendar/zones.ts';
import { formatter } from '../locale/format.ts';
import { NBSP } from '../locale/signs.ts';
import { localText } from '../locale/text.ts';
import { typeset } from '../locale/typography.ts';
import type { Day } from '../types/period.ts';
import type { EstimateFile } from '../types/estimate.ts';
import type { Proposal } from '../types/proposal.ts';
import type { Workspace } from '../types/workspace.ts';
import { isDay } from '../figures/period.ts';
import type { Deal } from './deal.ts';
import { proposalKey, type Letter, type LetterFigure } from './letter.ts';
import { attach, greet, signed, subjectLine, type Recipient, type Sender } from './sender.ts';
import { letterWords } from './words.ts';

/** A version that this one takes the place of. */
export interface EarlierVersion {
  version: number;
  /** Where the prospect is. */
  sent: Day;
}

export interface ProposalLetterInput {
  workspace: Workspace;
  proposal: Proposal;
  estimate: EstimateFile;
  pdf: { name: string; content: Uint8Array };
  to: Recipient[];
  sender: Sender;
  /** Hash of the version's inputs, from the build. */
  seal: string;
  /** What it is the hash of; `null` when that is not known. */
  content: string | null;
  replaces: EarlierVersion | null;
}

/** The letter a proposal comes with: total, first payment and validity, who will work on it, and a button to accept. */
export function proposalLetter(input: ProposalLetterInput): Letter {
  const { workspace, proposal, estimate, to } = input;
  const { locale, number, version } = proposal;
  const w = letterWords(locale).proposal;
  const f = formatter(locale, proposal.currency);
  const set = (text: string): string => typeset(text, locale);
  const from = signed(input.sender, workspace, locale);
  const total = f.money(estimate.total, 'exact');
  const mail = { subject: w.acceptSubject(number, version), body: w.acceptBody(number, version, total) };
  const people = team(workspace, proposal);
  const { replaces } = input;
  const opening = replaces
    ? w.replacing(version, replaces.version, f.day(replaces.sent, 'long'))
    : w.opening(f.day(proposal.date, 'long'));
  const about = replaces ? w.version(number, version) : number;
  return {
    key: proposalKey(proposal.id, version),
    locale,
    ...from,
    to,
    subject: subjectLine(w.subject(about, proposal.prospect.name), locale),
    preview: set(`${w.total}: ${total}. ${w.closing(f.day(proposal.validUntil, 'long'))}`),
    greeting: set(greet(to, locale)),
    opening: [set(opening), ...(people.length > 0 ? [set(w.people(f.list(people)))] : [])],
    figures: figures(input),
    asks: null,
    button: { label: w.accept, href: mailto(from.signature.email, mail) },
    closing: [set(w.closing(f.day(proposal.validUntil, 'long')))],
    attachment: attach(input.pdf.name, input.pdf.content, locale),
    seal: input.seal,
    content: input.content,
    deal: dealOf(input),
    inReplyTo: null,
    accent: proposal.theme.accent ?? workspace.agency.brand.colours.accent,
  };
}

function figures({ proposal, estimate }: ProposalLetterInput): LetterFigure[] {
  const { locale } = proposal;
  const w = letterWords(locale).proposal;
  const f = formatter(locale, proposal.currency);
  const chosen = estimate.packages.find(({ recommended }) => recommended);
  const first = estimate.payments[0];
  const figure = (label: string, value: string, note: string): LetterFigure => ({
    label,
    value,
    note: typeset(note, locale),
    sense: 'neutral',
  });
  return [
    figure(w.total, f.money(estimate.total, 'exact'), chosen?.title ?? ''),
    ...(first
      ? [
          figure(
            w.firstPayment,
            f.money(first.amount, 'exact'),
            isDay(first.due) ? f.day(first.due, 'long') : first.due,
          ),
        ]
      : []),
    figure(
      w.validUntil,
      f.day(proposal.validUntil, 'short'),
      w.endOfDay(offsetOf(proposal.validUntil, proposal.validZone)),
    ),
  ];
}

function dealOf({ proposal, estimate, workspace }: ProposalLetterInput): Deal {
  const { id, number, version, prospect, contact, locale, currency, validUntil, author, theme } = proposal;
  return {
    id,
    number,
    version,
    prospect: prospect.name,
    contact: contact.name,
    greeting: contact.greeting,
    locale,
    timeZone: contact.timeZone,
    country: contact.country,
    currency,
    total: estimate.total,
    validUntil,
    author,
    accent: theme.accent ?? workspace.agency.brand.colours.accent,
  };
}

/** `UTC+03:00` at the end of a day in a zone. */
const offsetOf = (day: Day, zone: string): string => `UTC${timeIn(zone, momentOf(day, '23:59', zone)).offset}`;

function team({ people }: Workspace, { team, locale }: Proposal): string[] {
  return team.flatMap((id) => {
    const person = people.find((one) => one.id === id);
    return person ? [localText(person.name, locale)] : [];
  });
}

/** A link that opens a written letter; spaces as %20, for mail programs take a plus literally. */
export function mailto(address: string, { subject, body }: { subject: string; body: string }): string {
  const plain = (text: string): string => encodeURIComponent(text.replaceAll(NBSP, ' ').replace(/\r?\n/g, '\r\n'));
  return `mailto:${address}?subject=${plain(subject)}&body=${plain(body)}`;
}

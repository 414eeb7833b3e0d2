import { formatter, type Formatter } from '../../locale/format.ts';
import { typeset, typesetHtml } from '../../locale/typography.ts';
import type { ProposalModel, ProposalPerson } from '../../types/proposal-model.ts';
import type { ClosedStatus } from '../../types/proposal.ts';
import type { Purse } from './amount.ts';
import { proposalWords, type ProposalWords } from './words.ts';

/** The proposal a component stands in, and how it speaks. */
export interface ProposalContext {
  proposal: ProposalModel;
  /** Set where nobody is asked to accept any more. */
  closed: ClosedStatus | null;
  /** Its author is still writing. */
  draft: boolean;
  /** «№ 4, версия 1», of a draft «№ 4, версия 1, черновик». */
  called: string;
  purse: Purse;
  f: Formatter;
  w: ProposalWords;
  /** Sets free text: quotes, dashes, spaces that must not break. */
  t(text: string): string;
  /** The same for a piece of HTML. */
  html(text: string): string;
}

/** @throws when the page set no proposal: the component was used outside one */
export function proposalContext(locals: App.Locals): ProposalContext {
  const { proposal } = locals;
  if (!proposal) throw new Error('This component stands only in a proposal.');
  const { locale, currency, number, version } = proposal;
  const draft = locals.draft ?? false;
  const w = proposalWords(locale);
  return {
    proposal,
    closed: locals.closed ?? null,
    draft,
    called: w.numbered(number, version) + (draft ? `, ${w.draft}` : ''),
    purse: { locale, currency, decimals: proposal.estimate.decimals },
    f: formatter(locale, currency),
    w,
    t: (text) => typeset(text, locale),
    html: (text) => typesetHtml(text, locale),
  };
}

/** Those whom the lines of a section name, each once, in the order of the lines. */
export function peopleOf(proposal: ProposalModel, lines: { person: string | null }[]): ProposalPerson[] {
  const ids = [...new Set(lines.flatMap(({ person }) => (person === null ? [] : [person])))];
  return ids.flatMap((id) => proposal.people[id] ?? []);
}

/** Where letters about the proposal go. */
export const mailOf = (proposal: ProposalModel): string | null => proposal.author.email ?? proposal.agency.email;

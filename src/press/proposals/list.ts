import { timeIn } from '../../calendar/zones.ts';
import { loadOpenDeals } from '../../delivery/followup-desk.ts';
import { dueFollowUps, type OpenDeal } from '../../delivery/followups.ts';
import { attemptsOf, standing, type LedgerLine } from '../../delivery/ledger.ts';
import { proposalKey } from '../../delivery/letter.ts';
import { checkLedger } from '../../delivery/outbox.ts';
import { computeEstimate } from '../../estimate/compute.ts';
import { daysBetween } from '../../figures/period.ts';
import type { Effects } from '../../types/effects.ts';
import type { Day } from '../../types/period.ts';
import type { Checked } from '../../types/problem.ts';
import type { ClosedStatus, Proposal, ProposalStatus } from '../../types/proposal.ts';
import type { Workspace } from '../../types/workspace.ts';
import { PROPOSAL_COMPONENTS } from '../../ui/proposal/names.ts';
import { loadProposals } from '../../workspace/proposals/load-proposals.ts';

/** One line of `npm run proposals`. */
export interface ListedProposal {
  id: string;
  number: string;
  version: number;
  prospect: string;
  /** The author's word, corrected by the ledger and the calendar. */
  status: ProposalStatus;
  /** Exact decimal. */
  total: string;
  currency: string;
  date: Day;
  /** Days since `date`. */
  age: number;
  /** Moment the version left; `null` when it has not. */
  sentAt: string | null;
  /** Addresses that may have the version: its letter was under way when the connection broke. Somebody has to ask. */
  doubtful: string[];
  /** Of the version that is out, which a draft may follow; `null` when nothing is to be asked. */
  nextFollowUp: { version: number; step: string; day: Day } | null;
  validUntil: Day;
  /** Days left, 0 on the last day; negative when it is over. */
  daysLeft: number;
}

/**
 * Every readable proposal, newest first; none while the ledger cannot tell what was sent.
 * @param asOf the day asked about; today in each proposal's own zone when `null`
 */
export async function listProposals(
  workspace: Workspace,
  asOf: Day | null,
  effects: Effects,
): Promise<Checked<ListedProposal[]>> {
  const { value, problems } = await loadProposals(workspace, effects, PROPOSAL_COMPONENTS);
  const ledger = await checkLedger(workspace.root, effects);
  if (ledger.problems.length > 0) return { value: [], problems: [...problems, ...ledger.problems] };
  const { value: open } = await loadOpenDeals(workspace, effects);
  const now = effects.now();
  const listed = value.proposals.map((proposal) =>
    listedProposal(proposal, ledger.value, open, asOf ?? timeIn(proposal.validZone, now).day),
  );
  return { value: listed.sort(newestFirst), problems };
}

function listedProposal(
  proposal: Proposal,
  ledger: readonly LedgerLine[],
  open: readonly OpenDeal[],
  today: Day,
): ListedProposal {
  const { id, number, version, date, validUntil, currency } = proposal;
  const { sentAt, unknown: doubtful } = standing(ledger, proposalKey(id, version));
  const out = open.find(({ deal }) => deal.id === id);
  // Of steps that were missed the latest is asked, as `npm run followups` does.
  const step = out && (dueFollowUps([out], () => today)[0]?.step ?? out.steps[0]);
  return {
    ...{ id, number, version, prospect: proposal.prospect.name },
    status: statusOf(proposal, sentAt !== null, isReplaced(proposal, ledger), today),
    total: computeEstimate(proposal.estimate).total,
    ...{ currency, date, age: daysBetween(date, today), sentAt, doubtful },
    nextFollowUp: out && step ? { version: out.deal.version, step: step.id, day: step.day } : null,
    ...{ validUntil, daysLeft: daysBetween(today, validUntil) },
  };
}

/** Nobody is asked to accept it any more. */
export const isClosed = (status: ProposalStatus): status is ClosedStatus =>
  status === 'accepted' || status === 'declined' || status === 'superseded' || status === 'expired';

/** What a person decided stands; else what was sent is sent, and what is over is over. */
export function statusOf(
  { status, validUntil }: Pick<Proposal, 'status' | 'validUntil'>,
  sent: boolean,
  replaced: boolean,
  today: Day,
): ProposalStatus {
  if (status === 'accepted' || status === 'declined' || status === 'superseded') return status;
  if (replaced) return 'superseded';
  const reached = sent && (status === 'draft' || status === 'ready') ? 'sent' : status;
  return reached !== 'draft' && validUntil < today ? 'expired' : reached;
}

/** A later version of the same proposal went out. */
function isReplaced({ id, version }: Proposal, ledger: readonly LedgerLine[]): boolean {
  return attemptsOf(ledger).some(
    ({ intent }) =>
      intent.deal?.id === id && intent.deal.version > version && standing(ledger, intent.key).sentAt !== null,
  );
}

function newestFirst(a: ListedProposal, b: ListedProposal): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

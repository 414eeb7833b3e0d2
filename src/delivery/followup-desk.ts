import { countryCalendar } from '../calendar/country-calendar.ts';
import type { WorkCalendar } from '../calendar/working-days.ts';
import { timeIn } from '../calendar/zones.ts';
import type { Effects } from '../types/effects.ts';
import type { Checked, Problem } from '../types/problem.ts';
import type { ProposalStatus } from '../types/proposal.ts';
import type { Workspace } from '../types/workspace.ts';
import { loadProposals } from '../workspace/proposals/load-proposals.ts';
import { dueFollowUps, openDeals, type OpenDeal } from './followups.ts';
import { followUpsOf, type FollowUpLine, type FollowUpOutcome, type WithdrawnLine } from './ledger.ts';
import { loadSchedule } from './load-schedule.ts';
import { proposalKeys } from './letter.ts';
import { whileLocked } from './lock.ts';
import { LetterRefused } from './mailbox.ts';
import { loadLedger, openJournal } from './outbox.ts';
import { refuseErrors } from './refusals.ts';

/** Statuses an author gives a proposal that nobody needs to be asked about any more. */
const CLOSED: readonly ProposalStatus[] = ['accepted', 'declined', 'superseded'];

/**
 * Proposals of a workspace that wait for an answer. One whose file cannot be read is left out and told: its author may
 * have written there that it was accepted. One whose file is gone is asked about, with a warning. None while days off cannot be read. Throws `LedgerDamaged`, `LetterRefused`.
 */
export async function loadOpenDeals(workspace: Workspace, effects: Effects): Promise<Checked<OpenDeal[]>> {
  const { value, problems } = await loadProposals(workspace, effects);
  const schedule = await loadSchedule(workspace.root, effects);
  const calendarOf = (country: string | null): WorkCalendar => countryCalendar(country, value.movedDays);
  const closed = value.proposals.filter(({ status }) => CLOSED.includes(status)).map(({ id }) => id);
  const open = openDeals(await loadLedger(workspace.root, effects), { schedule, calendarOf }, new Set(closed));
  const read = new Set(value.proposals.map(({ id }) => id));
  const waits = new Set(open.map(({ deal }) => deal.id));
  const told = problems.filter(
    ({ severity, proposal }) =>
      severity === 'error' && (proposal === undefined || (waits.has(proposal) && !read.has(proposal))),
  );
  if (told.some(({ proposal }) => proposal === undefined)) return { value: [], problems: told };
  const lost = new Set(told.map(({ proposal }) => proposal));
  const authors = new Map(value.proposals.map(({ id, author }) => [id, author]));
  const known = new Set(workspace.people.map(({ id }) => id));
  const versions = new Map(value.proposals.map(({ id, version }) => [id, version]));
  const asked = open
    .filter(({ deal }) => !lost.has(deal.id))
    .map((one) => withVersionInWriting(inGoodHands(one, known, authors), versions));
  return { value: asked, problems: [...told, ...asked.filter(({ deal }) => !read.has(deal.id)).map(fileGone)] };
}

/** Nobody can have written into it that the offer was accepted, or that it is not to be asked about any more. */
function fileGone({ deal: { id, number, version, prospect } }: OpenDeal): Problem {
  return {
    code: 'sent-proposal-gone',
    severity: 'warning',
    proposal: id,
    file: `content/proposals/${id}.mdx`,
    found: {
      ru: `файла нет, а предложение ${number} v${version} отправлено (${prospect}) и ждёт ответа`,
      en: `the file is gone, but proposal ${number} v${version} was sent (${prospect}) and waits for an answer`,
    },
    expected: { ru: 'файл отправленного предложения', en: 'the file of the proposal that was sent' },
    mend: {
      ru: `верните файл; если спрашивать больше не нужно: npm run followups -- done ${id} --outcome replied`,
      en: `restore the file; if nobody is to be asked any more: npm run followups -- done ${id} --outcome replied`,
    },
  };
}

function withVersionInWriting(open: OpenDeal, versions: ReadonlyMap<string, number>): OpenDeal {
  const written = versions.get(open.deal.id) ?? open.deal.version;
  return { ...open, writing: written > open.deal.version ? written : null };
}

/** Whoever sent it may have left the agency: then the author its file names now asks. */
function inGoodHands(open: OpenDeal, known: ReadonlySet<string>, authors: ReadonlyMap<string, string>): OpenDeal {
  const heir = known.has(open.deal.author) ? undefined : authors.get(open.deal.id);
  return heir === undefined ? open : { ...open, deal: { ...open.deal, author: heir } };
}

export interface Done {
  /** Proposal id. */
  id: string;
  outcome: FollowUpOutcome;
  note: string;
}

/**
 * Notes in the ledger that a proposal was followed up: its step that is due, else its next one. `replied` ends the
 * schedule. Throws `LetterRefused` when the proposal waits for nothing.
 */
export async function followUpDone(
  workspace: Workspace,
  { id, outcome, note }: Done,
  effects: Effects,
): Promise<FollowUpLine> {
  return whileLocked(workspace.root, effects, async () => {
    const { value: deals, problems } = await loadOpenDeals(workspace, effects);
    refuseErrors(problems, { proposal: id });
    const deal = deals.find((one) => one.deal.id === id);
    const today = (timeZone: string): string => timeIn(timeZone, effects.now()).day;
    const step = deal && (dueFollowUps([deal], today)[0]?.step ?? deal.steps[0]);
    if (!deal || (!step && outcome !== 'replied')) throw nothingOpen(id, deals);
    const line: FollowUpLine = {
      kind: 'follow-up',
      at: effects.now().toISOString(),
      key: deal.key,
      step: step?.id ?? '',
      outcome,
      note,
    };
    const journal = await openJournal(workspace.root, effects);
    await journal.add(line);
    return line;
  });
}

/**
 * Takes back the last thing that was noted of a proposal, so that its step waits to be done again. Throws
 * `LetterRefused` when nothing was noted.
 */
export async function withdrawFollowUp(
  { root }: Workspace,
  { id, note }: { id: string; note: string },
  effects: Effects,
): Promise<WithdrawnLine> {
  return whileLocked(root, effects, async () => {
    const journal = await openJournal(root, effects);
    const last = followUpsOf(journal.lines).findLast(({ key }) => key.startsWith(proposalKeys(id)));
    if (last === undefined) throw nothingNoted(id);
    const { key, step } = last;
    const line: WithdrawnLine = { kind: 'follow-up-withdrawn', at: effects.now().toISOString(), key, step, note };
    await journal.add(line);
    return line;
  });
}

function nothingNoted(id: string): LetterRefused {
  return new LetterRefused({
    ru: `о предложении ${id} ничего не отмечено: отменять нечего`,
    en: `nothing was noted of the proposal ${id}: there is nothing to take back`,
  });
}

function nothingOpen(id: string, deals: readonly OpenDeal[]): LetterRefused {
  const open = deals.map(({ deal }) => deal.id).join(', ') || '—';
  return new LetterRefused({
    ru: `предложение ${id} ответа не ждёт; ждут: ${open}`,
    en: `proposal ${id} waits for no answer; waiting: ${open}`,
  });
}

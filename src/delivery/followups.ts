import type { WorkCalendar } from '../calendar/working-days.ts';
import { daysBetween } from '../figures/period.ts';
import type { Day } from '../types/period.ts';
import type { Deal } from './deal.ts';
import { attemptsOf, followUpsOf, standing, type LedgerLine } from './ledger.ts';
import type { Schedule } from '../workspace/schemas/followups.ts';
import { scheduled, type ScheduledStep } from './schedule.ts';

/** A sent proposal without an answer, and where it stands in the schedule. */
export interface OpenDeal {
  /** Of its letter. */
  key: string;
  deal: Deal;
  /** Who the letter went to. */
  to: string[];
  messageId: string;
  sentAt: string;
  /** A later version that its file holds and nobody has been sent: what became of this one is no longer written there. */
  writing: number | null;
  /** Steps not done yet, in order. */
  steps: ScheduledStep[];
}

/** A step whose day has come. */
export interface DueFollowUp extends OpenDeal {
  step: ScheduledStep;
  /** Days since its day; 0 is today. */
  overdue: number;
  /** Earlier steps nobody did; doing this one stands for them too. */
  missed: string[];
}

/** What decides the days of follow-ups. */
export interface Pace {
  schedule: Schedule;
  /** Working days of a country. */
  calendarOf(country: string | null): WorkCalendar;
}

/**
 * Proposals that went out and wait for an answer, by id: the newest version of each, unless somebody replied.
 * @param closed ids of proposals accepted, declined or replaced, as their authors say
 */
export function openDeals(
  lines: readonly LedgerLine[],
  { schedule, calendarOf }: Pace,
  closed: ReadonlySet<string>,
): OpenDeal[] {
  const newest = new Map<string, OpenDeal>();
  for (const { intent, outcome } of attemptsOf(lines)) {
    const { key, deal, messageId } = intent;
    // What nobody took cannot be answered.
    if (deal === null || intent.test || !outcome?.accepted.length) continue;
    const { sentAt, accepted } = standing(lines, key);
    const known = newest.get(deal.id);
    if (sentAt === null || (known && known.deal.version > deal.version)) continue;
    const done = doneSteps(lines, key);
    const steps = scheduled(schedule, sentAt, deal.timeZone, calendarOf(deal.country));
    const last = Math.max(-1, ...steps.map(({ id }, index) => (done.has(id) ? index : -1)));
    newest.set(deal.id, { key, deal, to: accepted, messageId, sentAt, writing: null, steps: steps.slice(last + 1) });
  }
  const answered = new Set(followUpsOf(lines).flatMap(({ key, outcome }) => (outcome === 'replied' ? [key] : [])));
  return [...newest.values()]
    .filter(({ key, deal }) => !answered.has(key) && !closed.has(deal.id))
    .sort((a, b) => (a.deal.id < b.deal.id ? -1 : 1));
}

function doneSteps(lines: readonly LedgerLine[], key: string): Set<string> {
  const done = followUpsOf(lines).filter((line) => line.key === key);
  return new Set(done.map(({ step }) => step));
}

/**
 * What is due, the longest overdue first: of each proposal the latest step whose day has come.
 * @param today the day asked about, given the prospect's zone
 */
export function dueFollowUps(open: readonly OpenDeal[], today: (timeZone: string) => Day): DueFollowUp[] {
  const due = open.flatMap((deal): DueFollowUp[] => {
    const day = today(deal.deal.timeZone);
    const come = deal.steps.filter((step) => step.day <= day);
    const step = come.at(-1);
    if (step === undefined) return [];
    return [{ ...deal, step, overdue: daysBetween(step.day, day), missed: come.slice(0, -1).map(({ id }) => id) }];
  });
  return due.sort((a, b) => b.overdue - a.overdue || (a.deal.id < b.deal.id ? -1 : 1));
}

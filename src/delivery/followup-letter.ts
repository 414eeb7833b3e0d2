import { timeIn } from '../calendar/zones.ts';
import { formatter } from '../locale/format.ts';
import { typeset } from '../locale/typography.ts';
import type { Locale } from '../types/locale.ts';
import type { Day } from '../types/period.ts';
import type { Workspace } from '../types/workspace.ts';
import type { OpenDeal } from './followups.ts';
import { followUpKey, type Letter } from './letter.ts';
import { mailbox } from './mailbox.ts';
import type { ScheduledStep } from './schedule.ts';
import { greet, signed, subjectLine, type Sender } from './sender.ts';
import { letterWords } from './words.ts';

export interface FollowUpLetterInput {
  workspace: Workspace;
  open: OpenDeal;
  step: ScheduledStep;
  sender: Sender;
  /** Either language, whatever the proposal's own. */
  locale: Locale;
  /** The day the letter speaks from. */
  today: Day;
}

/** The ready letter of one step, an answer to the letter the proposal came with. */
export function followUpLetter({ workspace, open, step, sender, locale, today }: FollowUpLetterInput): Letter {
  const { deal } = open;
  const w = letterWords(locale).followUp[step.ask];
  const f = formatter(locale, deal.currency);
  const set = (text: string): string => typeset(text, locale);
  const body = w.body({
    sent: f.day(timeIn(deal.timeZone, new Date(open.sentAt)).day, 'long'),
    total: f.money(deal.total, 'exact'),
    until: f.day(deal.validUntil, 'long'),
    expired: today > deal.validUntil,
  });
  const to = open.to.map((address) => mailbox(open.to.length === 1 ? deal.contact : '', address, 'to'));
  const greeted = to.map((one) => ({ ...one, greeting: open.to.length === 1 ? deal.greeting : null }));
  return {
    key: followUpKey(deal.id, deal.version, step.id),
    locale,
    ...signed(sender, workspace, locale),
    to,
    subject: subjectLine(w.subject(deal.number, deal.prospect), locale),
    preview: set(body[0]!),
    greeting: set(greet(greeted, locale)),
    opening: body.map(set),
    closing: [],
    figures: [],
    asks: null,
    button: null,
    attachment: null,
    seal: null,
    content: null,
    deal: null,
    inReplyTo: open.messageId,
    accent: deal.accent,
  };
}

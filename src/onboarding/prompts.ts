import type { Day } from '../types/period.ts';
import type { ItemOwner } from '../types/programme.ts';
import type { FeedbackSide } from '../types/trainee.ts';
import type { ItemState } from './gates.ts';
import type { TraineeState } from './state.ts';

/** Something a person is to be reminded of. */
export type Prompt =
  /** An item not signed yet. */
  | { kind: 'item'; day: Day; item: ItemState }
  /** Compulsory items whose day is over; the manager asks the mentor. */
  | { kind: 'review'; day: Day; open: ItemState[] }
  | { kind: 'feedback'; day: Day; number: number; from: FeedbackSide }
  | { kind: 'decision'; day: Day }
  | { kind: 'closing'; day: Day };

/** Whose it is to act; `null` for the day the record is closed, on which nobody has to do anything. */
export function ownerOf(prompt: Prompt): ItemOwner | null {
  if (prompt.kind === 'item') return prompt.item.item.owner;
  if (prompt.kind === 'feedback') return prompt.from;
  // The manager asks on the day of the review, and calls for the decision that both sign.
  return prompt.kind === 'closing' ? null : 'manager';
}

/**
 * What is still to come or overdue for a trainee, by day. Compulsory items only; the review stays until its day is
 * over, if there is anything to ask about; nothing more after the record is closed, no items after a final decision,
 * and nothing that is over while the trainee is away.
 * @param decisionDay last working day of the programme, its defence included
 */
export function promptsOf(state: TraineeState, decisionDay: Day): Prompt[] {
  // Nobody is hurried while the trainee is away, and without an end nothing has a day.
  if (state.closed || (state.paused && state.paused.until === null)) return [];
  if (state.departure) return [{ kind: 'closing', day: state.closes }];
  const { items, asOf, reviewDay, feedback, decision } = state;
  const final = decision !== null && decision.outcome !== 'stay';
  const open = final ? [] : items.filter(({ item, signed }) => item.required && signed === null);
  const prompts: Prompt[] = open.map((item) => ({ kind: 'item', day: item.dueDay, item }));
  if (!final && asOf <= reviewDay) {
    const overdue = open.filter(({ dueDay }) => dueDay < reviewDay);
    if (overdue.length > 0) prompts.push({ kind: 'review', day: reviewDay, open: overdue });
  }
  for (const { day: number, date, ...given } of feedback) {
    for (const from of ['mentor', 'trainee'] as const) {
      if (given[from] === null) prompts.push({ kind: 'feedback', day: date, number, from });
    }
  }
  if (decision === null) prompts.push({ kind: 'decision', day: decisionDay });
  prompts.push({ kind: 'closing', day: state.closes });
  return prompts
    .filter(({ day }) => state.paused === null || day >= asOf)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

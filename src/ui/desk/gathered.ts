import type { DeskItem, DeskModel, DeskPrompt, DeskTrainee } from '../../types/desk.ts';
import type { Day } from '../../types/period.ts';
import type { ItemOwner } from '../../types/programme.ts';
import type { DeskVoice } from './context.ts';

export interface LateEntry {
  trainee: DeskTrainee;
  prompt: DeskPrompt;
}

/**
 * What waits though its day is over, the longest late first: compulsory items, feedback of either side, the decision.
 * Nobody chases a closed record, nor items of a decided one.
 */
export function lateEntries({ trainees }: Pick<DeskModel, 'trainees'>): LateEntry[] {
  return trainees
    .flatMap((trainee) => trainee.prompts.filter(({ overdue }) => overdue).map((prompt) => ({ trainee, prompt })))
    .sort((a, b) => (a.prompt.day < b.prompt.day ? -1 : a.prompt.day > b.prompt.day ? 1 : 0));
}

/** The order in which those are told with whom something waits. */
export const OWNERS = ['it', 'manager', 'mentor', 'trainee'] as const satisfies readonly ItemOwner[];

/** With whom how much is late; nobody with whom nothing is. */
export const lateByOwner = (late: readonly LateEntry[]): { owner: ItemOwner; count: number }[] =>
  OWNERS.map((owner) => ({ owner, count: late.filter(({ prompt }) => prompt.owner === owner).length })).filter(
    ({ count }) => count > 0,
  );

/** The same in one line. */
export const whoseText = (late: readonly LateEntry[], { w }: Pick<DeskVoice, 'w'>): string =>
  lateByOwner(late)
    .map(({ owner, count }) => `${w.owner[owner]}\u00a0${count}`)
    .join('\u00a0· ');

/** The training is over: decided for good, or the record is closed. */
export const over = ({ closed, decision }: Pick<DeskTrainee, 'closed' | 'decision'>): boolean =>
  closed || (decision !== null && decision.outcome !== 'stay');

/** A prompt, or the items of one checklist that are due on the same day. */
export interface AheadEntry {
  trainee: DeskTrainee;
  prompt: DeskPrompt;
  /** Items told together. */
  count: number;
}

export interface AheadDay {
  day: Day;
  entries: AheadEntry[];
}

/** What is due from today to a day, day by day; a checklist stands there once. */
export function upcoming({ trainees, asOf }: DeskModel, until: Day): AheadDay[] {
  const days = new Map<Day, AheadEntry[]>();
  for (const trainee of trainees) {
    for (const prompt of trainee.prompts) {
      if (prompt.day < asOf || prompt.day > until) continue;
      const entries = days.get(prompt.day) ?? [];
      days.set(prompt.day, entries);
      const same = entries.find(
        (one) => one.trainee === trainee && prompt.checklist !== null && one.prompt.checklist === prompt.checklist,
      );
      if (same) same.count += 1;
      else entries.push({ trainee, prompt, count: 1 });
    }
  }
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, entries]) => ({ day, entries }));
}

/** Items under the name of what they belong to, in order of their first one. */
export function bySource(items: readonly DeskItem[]): [string, DeskItem[]][] {
  const sources = new Map<string, DeskItem[]>();
  for (const item of items) sources.set(item.source, [...(sources.get(item.source) ?? []), item]);
  return [...sources];
}

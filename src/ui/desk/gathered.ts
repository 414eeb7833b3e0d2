import type { DeskItem, DeskModel, DeskPrompt, DeskTrainee } from '../../types/desk.ts';
import type { Day } from '../../types/period.ts';

export interface LateItem {
  trainee: DeskTrainee;
  item: DeskItem;
}

/** Compulsory items whose day is over, the longest late first; nobody chases a closed or decided record. */
export function lateItems({ trainees }: DeskModel): LateItem[] {
  return trainees
    .filter(({ closed, decision }) => !closed && (decision === null || decision.outcome === 'stay'))
    .flatMap((trainee) =>
      trainee.stages.flatMap(({ items }) => items.filter(({ late }) => late).map((item) => ({ trainee, item }))),
    )
    .sort((a, b) => (a.item.due < b.item.due ? -1 : a.item.due > b.item.due ? 1 : 0));
}

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

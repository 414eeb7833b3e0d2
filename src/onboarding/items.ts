import type { Checklist, Item, Track } from '../types/programme.ts';
import type { Trainee } from '../types/trainee.ts';

/** Where an item of the track stands. */
export interface PlacedItem {
  item: Item;
  /** Index of the stage. */
  stage: number;
  /** Working day by which it is to be done. */
  due: number;
  source: { kind: 'meeting' | 'practice' | 'task' } | { kind: 'checklist'; checklist: string };
}

/** Every item of the track that can be signed off, in order of the days; a checklist stands where it is first named. */
export function trackItems(track: Track, checklists: readonly Checklist[]): PlacedItem[] {
  const begun = new Set<string>();
  return track.stages.flatMap(({ days }, stage) =>
    days.flatMap(({ day, meetings, practice, tasks, checklists: names }) => {
      const placed = (kind: 'meeting' | 'practice' | 'task') => (item: Item) => ({
        item,
        stage,
        due: item.due ?? day,
        source: { kind },
      });
      const lists = names.flatMap((name) => {
        const list = checklists.find(({ id }) => id === name);
        if (!list || begun.has(name)) return [];
        begun.add(name);
        const source = { kind: 'checklist' as const, checklist: name };
        return list.items.map((item) => ({ item, stage, due: item.due ?? day, source }));
      });
      return [
        ...meetings.map(placed('meeting')),
        ...practice.map(placed('practice')),
        ...tasks.map(placed('task')),
        ...lists,
      ];
    }),
  );
}

/** An item with a condition is for those of whom the condition holds; others never see it. */
export const applies = (item: Item, trainee: Pick<Trainee, 'conditions'>): boolean =>
  item.condition === undefined || trainee.conditions.includes(item.condition.id);

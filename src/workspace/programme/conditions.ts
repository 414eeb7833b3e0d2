import type { Checklist, Condition, Item, Programme } from '../../types/programme.ts';

/** Every item of the programme, in order. */
function programmeItems(programme: Programme): Item[] {
  return programme.tracks
    .flatMap(({ stages }) => stages)
    .flatMap(({ days }) => days)
    .flatMap(({ meetings, practice, tasks }) => [...meetings, ...practice, ...tasks]);
}

/** Ids of conditions that items name, sorted. */
export function conditionsOf(programme: Programme | null, checklists: readonly Checklist[]): string[] {
  const items = [...(programme ? programmeItems(programme) : []), ...checklists.flatMap((list) => list.items)];
  const named = items.flatMap(({ condition }): Condition[] => (condition ? [condition] : []));
  return [...new Set(named.map(({ id }) => id))].sort();
}

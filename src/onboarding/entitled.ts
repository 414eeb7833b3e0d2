import type { Duties, Item } from '../types/programme.ts';
import type { Trainee } from '../types/trainee.ts';

/**
 * Who may sign an item off, as ids. The trainee never signs: a tick is a claim. The manager may sign everything, the
 * mentor the trainee's items and the mentor's own, IT what IT does, and the head of a department what happens there.
 */
export function signersOf(item: Item, trainee: Pick<Trainee, 'mentor' | 'manager'>, duties: Duties): string[] {
  const { mentor, manager } = trainee;
  const head = item.department === undefined ? undefined : duties.heads[item.department];
  const own = { trainee: [mentor], mentor: [mentor], manager: [], it: duties.it }[item.owner];
  return [...new Set([...own, ...(head === undefined ? [] : [head]), manager])];
}

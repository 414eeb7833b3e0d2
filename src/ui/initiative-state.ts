import type { Day } from '../types/period.ts';
import type { Initiative } from '../types/workspace.ts';

/** How an initiative stands: as the manager wrote, or past its due day without being done. */
export type InitiativeState = Initiative['status'] | 'overdue';

/**
 * What a reader is told of an initiative on the given day. One that was to be done by now and is not is overdue, though
 * its line still says that it goes on.
 */
export function initiativeState({ status, due, progress }: Initiative, today: Day): InitiativeState {
  const goesOn = status === 'planned' || status === 'active';
  return goesOn && due < today && Number(progress) < 1 ? 'overdue' : status;
}

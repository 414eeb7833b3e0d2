import type { Day, Period } from '../types/period.ts';

/** Whether the client's data reach back over a whole stretch; a change against a part of it says nothing. */
export const isKnownWhole = (stretch: Pick<Period, 'from'>, began: Day | null): boolean =>
  began !== null && began <= stretch.from;

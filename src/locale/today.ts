import type { Day } from '../types/period.ts';

/** The calendar day of a moment, in the machine's own time zone. */
export function dayIn(moment: Date): Day {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

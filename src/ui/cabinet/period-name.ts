import { parsePeriod } from '../../figures/period.ts';
import type { Formatter } from '../../locale/format.ts';

/** «Октябрь 2026» of `2026-10`; an id that names no period is shown as it is written. */
export function periodName(id: string, f: Formatter): string {
  const period = parsePeriod(id);
  return period ? f.period(period) : id;
}

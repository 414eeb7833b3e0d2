import type { Compared, Freshness } from '../types/figures.ts';
import type { Day } from '../types/period.ts';
import type { Facts } from './facts.ts';
import { byText } from './order.ts';
import { daysBetween } from './period.ts';
import { rowsOn } from './series.ts';

/** Ad systems go on changing their figures for 48 hours: the day after and the one after that. */
const SETTLING_DAYS = 2;

/** Whether the figures of a day may still have changed when they were taken. */
export function isUnsettled(day: Day, taken: Day): boolean {
  return daysBetween(day, taken) <= SETTLING_DAYS;
}

/**
 * How settled a source's figures are at the end of the counted days; `null` for a source without a day up to then.
 * @param asOf the day of the report: no file that it counts was taken later
 */
export function freshnessOf(facts: Facts, source: string, compared: Compared, asOf: Day): Freshness | null {
  const { to } = compared.current;
  const channels = [...(facts.sourceDays.get(source)?.values() ?? [])];
  const lastDay = channels
    .flatMap((days) => days.findLast((day) => day <= to) ?? [])
    .sort(byText)
    .at(-1);
  if (lastDay === undefined) return null;
  const files = facts.files.map(({ file }) => file).filter((file) => file.source === source);
  const telling = files.filter((file) => rowsOn(file, lastDay) > 0);
  const takenOn =
    telling
      .flatMap(({ freshness }) => freshness ?? [])
      .sort(byText)
      .at(-1) ?? null;
  // As figures were taken by the day of the report, one made within 48 hours tells the same of files without a date.
  const taken = isUnsettled(to, asOf) ? asOf : takenOn;
  return { lastDay, takenOn, settled: taken === null ? null : !isUnsettled(to, taken) };
}

import Holidays from 'date-holidays';
import { addDays } from '../figures/period.ts';
import type { Day } from '../types/period.ts';
import type { MovedDay } from '../types/proposal.ts';

/**
 * Whether people of a country work on a day.
 * @param country ISO 3166 with a subdivision where holidays differ, `RU`, `DE-BY`; without one only weekends count
 */
export type IsWorkingDay = (day: Day, country: string | null) => boolean;

/** Weekends and public holidays are free, except for what `data/holidays.csv` says otherwise. */
export function workingDays(moved: readonly MovedDay[]): IsWorkingDay {
  const kinds = new Map(moved.map(({ country, date, kind }) => [`${country} ${date}`, kind]));
  return (day, country) => {
    const kind =
      country === null ? undefined : (kinds.get(`${country} ${day}`) ?? kinds.get(`${country.slice(0, 2)} ${day}`));
    if (kind !== undefined) return kind === 'working';
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    return weekday !== 0 && weekday !== 6 && !(country !== null && holidays(country, day.slice(0, 4)).has(day));
  };
}

/** The day itself when people work on it, else the next such day. */
export function nextWorkingDay(day: Day, country: string | null, isWorking: IsWorkingDay): Day {
  let next = day;
  while (!isWorking(next, country)) next = addDays(next, 1);
  return next;
}

const known = new Map<string, ReadonlySet<Day>>();

function holidays(country: string, year: string): ReadonlySet<Day> {
  const key = `${country} ${year}`;
  const found = known.get(key);
  if (found) return found;
  const [nation, state] = country.split('-') as [string, string | undefined];
  const calendar = state === undefined ? new Holidays(nation) : new Holidays(nation, state);
  const days = new Set<Day>();
  for (const { date, start, end, type } of calendar.getHolidays(year)) {
    const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000));
    if (type === 'public') for (let i = 0; i < length; i += 1) days.add(addDays(date.slice(0, 10), i));
  }
  known.set(key, days);
  return days;
}

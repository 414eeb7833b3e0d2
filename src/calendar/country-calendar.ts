import { createRequire } from 'node:module';
import type Holidays from 'date-holidays';
import { addDays, daysBetween, eachDay } from '../figures/period.ts';
import type { Day } from '../types/period.ts';
import type { MovedDay } from '../types/proposal.ts';
import type { WorkCalendar } from './working-days.ts';

let loaded: typeof Holidays | undefined;

/** Holidays of all countries and religions take long to load: not before somebody asks for a country. */
const holidaysLibrary = (): typeof Holidays =>
  (loaded ??= createRequire(import.meta.url)('date-holidays') as typeof Holidays);

/**
 * A country's working days: its own weekend, its public holidays, and the days a decree has moved.
 * @param country ISO 3166, `RU`, or with a subdivision, `DE-BY`; `null`: Saturday and Sunday are all that is known
 * @param moved lines of `data/holidays.csv`; those of other countries are passed over
 */
export function countryCalendar(country: string | null, moved: readonly MovedDay[] = []): WorkCalendar {
  const [nation, state] = (country ?? '').split('-');
  const own = new Map(
    moved.filter((day) => day.country === country || day.country === nation).map((day) => [day.date, day.kind]),
  );
  const weekend = nation ? weekendOf(nation) : [6, 7];
  const years = new Map<string, Set<Day>>();
  const holidays = (day: Day): Set<Day> => {
    const year = day.slice(0, 4);
    const known = years.get(year) ?? publicHolidays(nation, state, Number(year), weekend);
    years.set(year, known);
    return known;
  };
  const works = (day: Day): boolean => {
    const decreed = own.get(day);
    if (decreed !== undefined) return decreed === 'working';
    return !weekend.includes(weekdayOf(day)) && !holidays(day).has(day);
  };
  return { works };
}

/** Whether holidays of this country (`RU`) or part of one (`DE-BY`) are known. */
export function isKnownCountry(code: string): boolean {
  const [nation = '', state, ...rest] = code.split('-');
  const library = new (holidaysLibrary())();
  if (rest.length > 0 || !Object.hasOwn(library.getCountries(), nation)) return false;
  return state === undefined || Object.hasOwn(library.getStates(nation) ?? {}, state);
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: Day): number {
  // 1970-01-05 was a Monday.
  return (((daysBetween('1970-01-05', day) % 7) + 7) % 7) + 1;
}

/** Days off from Monday 1 to Sunday 7; Friday and Saturday in Israel. */
function weekendOf(nation: string): readonly number[] {
  const region = new Intl.Locale('und', { region: nation }) as Intl.Locale & {
    getWeekInfo(): { weekend: readonly number[] };
  };
  return region.getWeekInfo().weekend;
}

/**
 * Where a holiday on a weekend gives the next working day off by law and the library does not know: in Russia those of
 * all months but January (Labour Code, article 112). Decrees that move days otherwise stand in `data/holidays.csv`.
 */
const GIVES_NEXT_DAY = new Map([['RU', (day: Day) => day.slice(5, 7) !== '01']]);

function publicHolidays(
  nation: string | undefined,
  state: string | undefined,
  year: number,
  weekend: readonly number[],
): Set<Day> {
  if (!nation) return new Set();
  const Library = holidaysLibrary();
  const library = state === undefined ? new Library(nation) : new Library(nation, state);
  const known = library.getHolidays(year).filter(({ type }) => type === 'public');
  const days = new Set(known.flatMap(daysOf));
  const gives = GIVES_NEXT_DAY.get(nation);
  for (const one of gives ? known : []) {
    const day = one.date.slice(0, 10);
    const moved = known.filter(({ name }) => name === one.name).length > 1;
    if (moved || !weekend.includes(weekdayOf(day)) || !gives!(day)) continue;
    let next = addDays(day, 1);
    while (weekend.includes(weekdayOf(next)) || days.has(next)) next = addDays(next, 1);
    days.add(next);
  }
  return days;
}

function daysOf({ date, start, end }: { date: string; start: Date; end: Date }): Day[] {
  const first = date.slice(0, 10);
  // A last half day is worked; a day cut by daylight saving is a whole one.
  const length = Math.max(1, Math.floor((end.getTime() - start.getTime()) / 86_400_000 + 0.1));
  return eachDay({ from: first, to: addDays(first, length - 1) });
}

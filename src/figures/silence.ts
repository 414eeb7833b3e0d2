import type { Compared, KnownWhole } from '../types/figures.ts';
import type { Day, Period } from '../types/period.ts';
import type { Problem } from '../types/problem.ts';
import type { Client } from '../types/workspace.ts';
import { LISTS_OF_DEALS, newestFile } from './coverage.ts';
import type { Facts } from './facts.ts';
import { byText } from './order.ts';
import { addDays, daysBetween, daysIn, eachDay } from './period.ts';
import { silentInComparison } from './period-problems.ts';

/** Days in the middle of its data on which a source says nothing although it would. */
export interface Silence {
  source: string;
  days: Day[];
}

/** A source that was silent for longer was switched off. */
const LONGEST = 31;
/** Of twenty steps from one day with data to the next nineteen are no longer than the usual one. */
const USUAL = 0.95;
/** From this part of the days on a stretch is not whole: a day of a month, three of a quarter, eleven of a year. */
const TELLING = 0.03;

/**
 * Sources that are silent on so many days of the stretch that it is no whole to compare with. What is unusual is
 * measured by the source itself: one that has data on working days, or when a newsletter is sent, is not silent between.
 */
export function silencesIn(facts: Facts, stretch: Pick<Period, 'from' | 'to'>): Silence[] {
  return [...silences(facts)]
    .map(([source, days]) => ({ source, days: days.filter((day) => stretch.from <= day && day <= stretch.to) }))
    .filter(({ days }) => days.length > 0 && days.length >= TELLING * daysIn(stretch));
}

/**
 * Against which of the earlier stretches the period can be judged: the client's data hold it whole, from its first day
 * on and without a silence, and have no silence in the period itself.
 */
export function knownWhole(facts: Facts, { current, previous, yearAgo }: Compared): KnownWhole {
  const began = facts.days[0];
  const silent = (stretch: Period): boolean => silencesIn(facts, stretch).length > 0;
  if (silent(current)) return { previous: false, yearAgo: false };
  const whole = (stretch: Period): boolean => began !== undefined && began <= stretch.from && !silent(stretch);
  return { previous: whole(previous), yearAgo: whole(yearAgo) };
}

/** Warnings about silences in the earlier stretches: the report does not judge a change against them. */
export function silenceProblems(facts: Facts, client: Client, { previous, yearAgo }: Compared): Problem[] {
  // The year before is both of a year.
  const stretches = yearAgo.from === previous.from ? [previous] : [previous, yearAgo];
  return stretches.flatMap((stretch) =>
    silencesIn(facts, stretch).map(({ source, days }) =>
      silentInComparison(client, newestFile(facts, source), source, stretch, days),
    ),
  );
}

/** By facts: they are asked for every period of a client. */
const found = new WeakMap<Facts, ReadonlyMap<string, Day[]>>();

/** Silent days of every source in all its time, by source, sorted. */
function silences(facts: Facts): ReadonlyMap<string, Day[]> {
  const known = found.get(facts);
  if (known !== undefined) return known;
  const lists = new Set(
    facts.files.flatMap(({ file }) => (LISTS_OF_DEALS.includes(file.format ?? '') ? [file.source] : [])),
  );
  const silent = new Map<string, Day[]>();
  for (const source of [...facts.sourceDays.keys()].sort(byText)) {
    if (!lists.has(source)) silent.set(source, silentDays([...facts.sourceDays.get(source)!.values()]));
  }
  found.set(facts, silent);
  return silent;
}

/** @param channels days with data in each channel of a source, sorted */
function silentDays(channels: readonly (readonly Day[])[]): Day[] {
  const first = channels.reduce((day, days) => (days[0]! < day ? days[0]! : day), '9999-12-31');
  const last = channels.reduce((day, days) => (days.at(-1)! > day ? days.at(-1)! : day), '');
  const every = daysBetween(first, last) + 1;
  // Most sources have a channel with data on every day.
  if (channels.some(({ length }) => length === every)) return [];
  const days = [...new Set(channels.flat())].sort(byText);
  const steps = days.slice(1).map((day, index) => daysBetween(days[index]!, day));
  const usual = [...steps].sort((a, b) => a - b)[Math.floor(USUAL * (steps.length - 1))] ?? 0;
  return steps.flatMap((step, index) => {
    const silent = step >= 2 * usual && step > 1 && step <= LONGEST + 1;
    return silent ? eachDay({ from: addDays(days[index]!, 1), to: addDays(days[index + 1]!, -1) }) : [];
  });
}

import type { Compared, Coverage, KnownWhole } from '../types/figures.ts';
import type { Day, Period } from '../types/period.ts';
import type { Problem } from '../types/problem.ts';
import type { Client, Metric } from '../types/workspace.ts';
import { askedUntil, LISTS_OF_DEALS, newestFile } from './coverage.ts';
import type { Facts } from './facts.ts';
import { byText } from './order.ts';
import { addDays, daysBetween, daysIn, eachDay } from './period.ts';
import { silentInComparison } from './period-problems.ts';
import { entriesWithin, type CountedSeries } from './series.ts';

/** Days in the middle of its data, or after them, on which a source says nothing although it would. */
export interface Silence {
  source: string;
  days: Day[];
}

type Stretch = Pick<Period, 'from' | 'to'>;

/** A source that was silent for longer was switched off. */
const LONGEST = 31;
/** From so few steps of a source no one knows which are usual. */
const FEWEST_STEPS = 6;
/** So many days in a row and none between are a source of every day. */
const FEWEST_IN_A_ROW = 4;
/** Of twenty steps from one day with data to the next nineteen are no longer than the usual one. */
const USUAL = 0.95;
/** From this part of the days on a stretch is not whole: a day of a month, three of a quarter, eleven of a year. */
const TELLING = 0.03;

/**
 * Sources that are silent on so many days of the stretch that it is no whole: in the middle of their data, or after
 * them, up to the last counted day. What is unusual is measured by the source itself: one that has data on working
 * days, or when a newsletter is sent, is not silent between.
 */
function silencesIn(facts: Facts, stretch: Stretch, lastCounted: Day): Silence[] {
  return [...facts.sourceDays.keys()]
    .sort(byText)
    .map((source) => ({ source, days: silentIn(facts, knownOf(facts, source, null), stretch, lastCounted) }))
    .filter(({ days }) => days.length > 0);
}

/** Silent days of a source within the stretch; none when they are too few to tell. */
function silentIn(facts: Facts, source: KnownSource, stretch: Stretch, lastCounted: Day): Day[] {
  const after = daysAfter(facts, source, lastCounted);
  if (source.days.length === 0 && after.length === 0) return after;
  const all = [...source.days, ...after];
  const days = all.filter((day) => stretch.from <= day && day <= stretch.to);
  return days.length >= TELLING * daysIn(stretch) ? days : [];
}

/**
 * Lines of coverage with days missing that a reader must know of: the source or the channel is silent as it never is,
 * or all data begin inside the period. A channel that began, ended or is seldom used lacks nothing.
 */
export function gapsIn(facts: Facts, coverage: readonly Coverage[], { current }: Compared): Coverage[] {
  const late = facts.days[0] !== undefined && facts.days[0] > current.from;
  const silentDays = (known: KnownSource): boolean =>
    [...known.days, ...daysAfter(facts, known, current.to)].some((day) => current.from <= day && day <= current.to);
  return coverage.filter(({ source, channel, days, of }) => {
    const silent = [channel, null].some((one) => silentDays(knownOf(facts, source, one)));
    return days < of && (late || silent);
  });
}

/** Of a metric, of the whole client (`channel` null) or of a channel. */
export type Wholeness = (metric: Metric, channel: string | null) => KnownWhole;

/**
 * What a metric can be judged by: the sources that feed it hold the period whole, and the earlier stretches too, from
 * their first day on and without a silence. Calls that were exported to the 27th leave the cost as it is. A channel is
 * judged by what its sources say of it alone.
 */
export function knownWhole(facts: Facts, { current, previous, yearAgo }: Compared): Wholeness {
  const stretches = [current, previous, yearAgo].map((stretch) => ({ stretch, near: withDaysBefore(stretch) }));
  const began = facts.days[0];
  const wholeIn = (place: number, additive: string, channel: string | null): boolean => {
    const { stretch, near } = stretches[place]!;
    if (place > 0 && (began === undefined || began > stretch.from)) return false;
    const sources = feeding(facts, additive, channel, near).map((source) => knownOf(facts, source, channel));
    if (sources.some((source) => silentIn(facts, source, stretch, current.to).length > 0)) return false;
    if (sources.length === 0) return true;
    // What is new of an old client may have been planned so.
    const first = place === 0 && began !== undefined && began > stretch.from;
    if (place === 0 && !first) return true;
    // A new client's first month is no whole one either.
    return sources.some(({ thereFrom, likelyFrom }) => (first ? likelyFrom : thereFrom) <= stretch.from);
  };
  // Asked for every metric and channel, and again by ratios for the sums they are made of.
  const told = new Map<string | null, Map<string, KnownWhole>>();
  const wholeOf = (additive: string, channel: string | null): KnownWhole => {
    let metrics = told.get(channel);
    if (metrics === undefined) told.set(channel, (metrics = new Map()));
    let known = metrics.get(additive);
    if (known === undefined) {
      const now = wholeIn(0, additive, channel);
      known = {
        current: now,
        previous: now && wholeIn(1, additive, channel),
        yearAgo: now && wholeIn(2, additive, channel),
      };
      metrics.set(additive, known);
    }
    return known;
  };
  return (metric, channel) => {
    if (metric.kind === 'additive') return wholeOf(metric.id, channel);
    const [above, below] = [wholeOf(metric.numerator, channel), wholeOf(metric.denominator, channel)];
    return {
      current: above.current && below.current,
      previous: above.previous && below.previous,
      yearAgo: above.yearAgo && below.yearAgo,
    };
  };
}

function withDaysBefore({ from, to }: Stretch): Stretch {
  return { from: addDays(from, -LONGEST), to };
}

/** Sources that give the metric in the stretch or did shortly before it (`near`). */
function feeding(facts: Facts, metric: string, channel: string | null, near: Stretch): string[] {
  const channels = facts.series.get(metric);
  const sources: string[] = [];
  const ask = (parts: readonly CountedSeries[]): void => {
    for (const part of parts) {
      if (sources.includes(part.file.source)) continue;
      const { start, end } = entriesWithin(part, near);
      if (end > start) sources.push(part.file.source);
    }
  };
  if (channel !== null) ask(channels?.get(channel) ?? []);
  else for (const parts of channels?.values() ?? []) ask(parts);
  return sources;
}

/** Warnings about silences in the earlier stretches: the report does not judge a change against them. */
export function silenceProblems(facts: Facts, client: Client, { current, previous, yearAgo }: Compared): Problem[] {
  // The year before is both of a year.
  const earlier = yearAgo.from === previous.from ? [previous] : [previous, yearAgo];
  // One that is older than the data is told as such.
  const stretches = earlier.filter(({ from }) => facts.days[0] === undefined || facts.days[0] <= from);
  return stretches.flatMap((stretch) =>
    silencesIn(facts, stretch, current.to).map(({ source, days }) =>
      silentInComparison(client, newestFile(facts, source), source, stretch, days),
    ),
  );
}

/** A source, or what it says of one channel, in all its time. */
interface KnownSource {
  /** What begins on this day or later has the source from its start: its first day, less what it is used to be silent. */
  thereFrom: Day;
  /** The same, guessed from its longest step where there are too few to tell: a day alone speaks for itself. */
  likelyFrom: Day;
  last: Day;
  /** The longest usual step from one day with data to the next. */
  usual: number;
  /** Silent days between the first and the last, sorted. */
  days: Day[];
  /** The last day that its files say they are about, which may be later than the last with data. */
  asked: Day;
  /** The last day it was in use, as declared. */
  until: Day | undefined;
}

/** By facts: they are asked for every period of a client. */
const found = new WeakMap<Facts, Map<string, Map<string | null, KnownSource>>>();

/** @param channel `null` for the whole source */
function knownOf(facts: Facts, source: string, channel: string | null): KnownSource {
  let sources = found.get(facts);
  if (sources === undefined) found.set(facts, (sources = new Map()));
  let channels = sources.get(source);
  if (channels === undefined) sources.set(source, (channels = new Map()));
  let known = channels.get(channel);
  if (known === undefined) channels.set(channel, (known = knownSource(facts, source, channel)));
  return known;
}

function knownSource(facts: Facts, source: string, channel: string | null): KnownSource {
  const files = facts.files.map(({ file }) => file).filter((file) => file.source === source);
  const { days, usual, longest, silent } = habitOf(daysOf(facts, source, channel));
  const [first, last] = [days[0] ?? '9999-12-31', days.at(-1) ?? ''];
  // A list of deals says nothing on days without a deal.
  const isList = files.some(({ format }) => LISTS_OF_DEALS.includes(format ?? ''));
  const asked = files.map(askedUntil).reduce((latest, day) => (day > latest ? day : latest), last);
  const thereFrom = usual === Infinity ? '' : usual > 1 ? addDays(first, 1 - usual) : first;
  const likelyFrom = usual === Infinity ? addDays(first, 1 - Math.max(1, longest)) : thereFrom;
  // A few rows a year are no habit.
  const nobody = isList || usual === Infinity ? [] : withoutAny(facts).filter((day) => first < day && day < last);
  const missing = nobody.length === 0 ? silent : [...new Set([...silent, ...nobody])].sort(byText);
  return { thereFrom, likelyFrom, last, usual, days: isList ? [] : missing, asked, until: facts.until.get(source) };
}

/** By facts: each source is asked about. */
const empty = new WeakMap<Facts, Day[]>();

/**
 * Days between the client's first and last data on which no source says anything for longer than one is ever silent.
 * One that falls silent so long while others go on was switched off; where all do, exports are missing.
 */
function withoutAny(facts: Facts): Day[] {
  let known = empty.get(facts);
  if (known === undefined) {
    known = facts.days.slice(1).flatMap((day, place) => {
      const before = facts.days[place]!;
      return daysBetween(before, day) > LONGEST + 1 ? eachDay({ from: addDays(before, 1), to: addDays(day, -1) }) : [];
    });
    empty.set(facts, known);
  }
  return known;
}

/** Days with data, sorted. */
function daysOf(facts: Facts, source: string, channel: string | null): readonly Day[] {
  const channels = facts.sourceDays.get(source);
  if (channel !== null) return channels?.get(channel) ?? [];
  const all = [...(channels?.values() ?? [])];
  const [first, last] = [
    all.map((days) => days[0]!).sort(byText)[0],
    all
      .map((days) => days.at(-1)!)
      .sort(byText)
      .at(-1),
  ];
  if (first === undefined || last === undefined) return [];
  const every = daysBetween(first, last) + 1;
  // Most sources have a channel with data on every day.
  return all.find(({ length }) => length === every) ?? [...new Set(all.flat())].sort(byText);
}

function habitOf(days: readonly Day[]): { days: readonly Day[]; usual: number; longest: number; silent: Day[] } {
  const every = days.length >= FEWEST_IN_A_ROW && daysBetween(days[0]!, days.at(-1)!) === days.length - 1;
  // As most are: each step is the usual one.
  if (every) return { days, usual: 1, longest: 1, silent: [] };
  const steps = days.slice(1).map((day, index) => daysBetween(days[index]!, day));
  const usual = [...steps].sort((a, b) => a - b)[Math.floor(USUAL * (steps.length - 1))] ?? 0;
  const silent = steps.flatMap((step, index) => {
    const unusual = step >= 2 * usual && step > 1 && step <= LONGEST + 1;
    return unusual ? eachDay({ from: addDays(days[index]!, 1), to: addDays(days[index + 1]!, -1) }) : [];
  });
  const longest = steps.reduce((most, step) => Math.max(most, step), 0);
  return { days, usual: steps.length < FEWEST_STEPS ? Infinity : usual, longest, silent };
}

/**
 * Days after the source's last one up to the last counted day that it would have data on. None when its files were
 * asked about them, after the day that is declared to be its last, and when the client's other data went on for so long
 * that it was switched off.
 */
function daysAfter(facts: Facts, { last, usual, asked, until }: KnownSource, counted: Day): Day[] {
  const lastCounted = until !== undefined && until < counted ? until : counted;
  if (asked >= lastCounted) return [];
  const step = daysBetween(last, lastCounted) + 1;
  if (step < 2 * usual) return [];
  if (daysBetween(last, facts.days.at(-1) ?? last) > LONGEST) return [];
  return eachDay({ from: addDays(last, 1), to: lastCounted });
}

import type { Compared, Coverage } from '../types/figures.ts';
import type { IntakeFile } from '../types/intake.ts';
import type { Day, Period } from '../types/period.ts';
import type { Problem } from '../types/problem.ts';
import type { Client } from '../types/workspace.ts';
import type { Facts } from './facts.ts';
import { byText } from './order.ts';
import { freshnessOf, isUnsettled } from './freshness.ts';
import { addDays, eachDay } from './period.ts';
import {
  incompleteComparison,
  lateBeginning,
  missingDays,
  stillChanging,
  staleSource,
  takenEarly,
  type ChannelNames,
} from './period-problems.ts';
import { daysWithin, rowDaysWithin } from './series.ts';

/** A source that had data so many days before the period is expected to go on. */
const EXPECTED_DAYS = 31;

/** Lists of deals: as long as one goes on, a day without a row is a day without a deal, and no gap. */
export const LISTS_OF_DEALS: readonly string[] = ['amocrm', 'bitrix24', 'crm-deals', 'hubspot'];

/**
 * On how many of the counted days each source has a value in each channel, or a list that goes over them. A source and
 * channel without data in the period and the month before it is not expected and not listed. Sorted by source, then
 * channel.
 */
export function coverageOf(facts: Facts, compared: Compared, asOf: Day): Coverage[] {
  const { from, to } = compared.current;
  const expectedFrom = addDays(from, -EXPECTED_DAYS);
  const lines: Coverage[] = [];
  for (const [source, channels] of facts.sourceDays) {
    const listed = listedDays(facts, source, { from, to });
    const freshness = freshnessOf(facts, source, compared, asOf);
    if (freshness === null) continue;
    for (const [channel, found] of channels) {
      const lastDay = daysWithin(found, { from: expectedFrom, to }).at(-1);
      if (lastDay === undefined) continue;
      const own = daysWithin(found, { from, to });
      const counted = listed.length === 0 ? own.length : new Set([...listed, ...own]).size;
      lines.push({ source, channel, days: counted, of: compared.elapsed, lastDay, freshness });
    }
  }
  return lines.sort((a, b) => byText(a.source, b.source) || byText(a.channel, b.channel));
}

/** Warnings about days without data, sources that end too early and figures that may still change. */
export function coverageProblems(
  facts: Facts,
  client: Client,
  compared: Compared,
  coverage: Coverage[],
  asOf: Day,
  names: ChannelNames,
): Problem[] {
  const { current } = compared;
  if (compared.elapsed === 0) return [];
  const began = facts.days[0]!;
  const gaps = missingTogether(facts, compared, coverage).map(({ lines, absent }) =>
    missingDays(client, newestFile(facts, lines[0]!.source), lines, absent, names),
  );
  const beginning =
    current.from < began && began <= current.to ? [lateBeginning(client, oldestFile(facts), current, began)] : [];
  const sources = [...new Set(coverage.map(({ source }) => source))];
  const stale = sources.flatMap((source) => {
    const { lastDay } = coverage.find((line) => line.source === source)!.freshness;
    // One that goes on after the period is neither late nor switched off: its missing days are told as such.
    if (goesOn(facts, source, current.to, asOf)) return [];
    const needed = lastDayOf(facts, source, current);
    // Nor is one that was asked about the last day and had nothing to say: exporting it again brings nothing. Of days
    // yet to come none can have been asked: they are of a month named whole, or deals to be closed.
    const files = filesOf(facts, source);
    const asked = files.map(askedUntil).some((day) => needed <= day && day <= asOf);
    if (lastDay >= needed || asked) return [];
    const about = { lastDay, needed, running: compared.partial, deals: files.some(isListOfDeals) };
    return [staleSource(client, newestFile(facts, source), source, about)];
  });
  const settling = !compared.partial && isUnsettled(current.to, asOf);
  // The year before is both of a year.
  const earlier = compared.yearAgo.from === compared.previous.from ? [] : [compared.yearAgo];
  const incomplete = [compared.previous, ...earlier]
    .filter(({ from, to }) => from < began && began <= to)
    .map((stretch) => incompleteComparison(client, oldestFile(facts), stretch, began));
  return [
    ...beginning,
    ...incomplete,
    ...gaps,
    ...stale,
    ...earlyFiles(facts, client, current),
    ...(settling ? [stillChanging(client, current, asOf)] : []),
  ];
}

/** Lines of coverage with days missing; channels of one source that lack the same days are told of together. */
function missingTogether(
  facts: Facts,
  { current }: Compared,
  coverage: Coverage[],
): { lines: Coverage[]; absent: Day[] }[] {
  const began = facts.days[0]!;
  const found = new Map<string, { lines: Coverage[]; absent: Day[] }>();
  for (const line of coverage) {
    // Days before the client's very first one are told once, not for every source.
    const inUse = (day: Day) => day >= began && day <= lastDayOf(facts, line.source, current);
    const absent = line.days === line.of ? [] : absentDays(facts, line, current).filter(inUse);
    if (absent.length === 0) continue;
    const key = JSON.stringify([line.source, line.days, absent]);
    const together = found.get(key);
    if (together) together.lines.push(line);
    else found.set(key, { lines: [line], absent });
  }
  return [...found.values()];
}

/** The last counted day that the source should have data of: it may have been switched off before. */
function lastDayOf({ until }: Facts, source: string, { to }: Period): Day {
  const last = until.get(source) ?? to;
  return last < to ? last : to;
}

/** Whether the source has data after the day; days yet to come, such as those deals are to be closed on, tell nothing. */
function goesOn({ sourceDays }: Facts, source: string, day: Day, asOf: Day): boolean {
  return [...(sourceDays.get(source)?.values() ?? [])].some(
    (days) => (days.findLast((one) => one <= asOf) ?? '') > day,
  );
}

/** Files whose own date says that their last days of the period had not settled. */
function earlyFiles(facts: Facts, client: Client, current: Period): Problem[] {
  return facts.files.flatMap(({ file }) => {
    if (!file.freshness) return [];
    const lastDay = rowDaysWithin(file, current).at(-1);
    const unsettled = lastDay !== undefined && isUnsettled(lastDay, file.freshness);
    return unsettled ? [takenEarly(client, file.file, file.freshness, lastDay)] : [];
  });
}

/** The file with the client's first day. */
function oldestFile({ files, days: [first] }: Facts): string {
  const oldest = files.find(({ file }) => file.days.includes(first!)) ?? files[0]!;
  return oldest.file.file;
}

function absentDays(facts: Facts, line: Coverage, current: Period): Day[] {
  const found = facts.sourceDays.get(line.source)?.get(line.channel) ?? [];
  const present = new Set([...listedDays(facts, line.source, current), ...daysWithin(found, current)]);
  return eachDay(current).filter((day) => !present.has(day));
}

/** Days the source's lists of deals are about: from the first row to the last, and as far as their period is stated. */
function listedDays(facts: Facts, source: string, stretch: { from: Day; to: Day }): Day[] {
  const lists = filesOf(facts, source)
    .filter((file) => file.days.length > 0 && isListOfDeals(file))
    .map((file) => ({
      from: [file.days[0]!, file.period?.from ?? file.days[0]!].sort(byText)[0]!,
      to: [file.days.at(-1)!, askedUntil(file)].sort(byText)[1]!,
    }));
  if (lists.length === 0) return [];
  return eachDay(stretch).filter((day) => lists.some(({ from, to }) => from <= day && day <= to));
}

const isListOfDeals = ({ format }: IntakeFile): boolean => LISTS_OF_DEALS.includes(format ?? '');

const filesOf = (facts: Facts, source: string): IntakeFile[] =>
  facts.files.map(({ file }) => file).filter((file) => file.source === source);

/** The last day a file is about as it says; of a month that was taken before its end, the day before. */
export function askedUntil({ period, freshness }: IntakeFile): Day {
  const to = period?.to ?? '';
  return freshness && freshness <= to ? addDays(freshness, -1) : to;
}

/** The file of the source with the latest rows: the one to export again. */
export function newestFile(facts: Facts, source: string): string {
  const files = filesOf(facts, source);
  const lastDay = ({ days, rowsOnDay }: IntakeFile) => days.findLast((_, place) => rowsOnDay[place]! > 0) ?? '';
  return files.reduce((newest, file) => (lastDay(file) >= lastDay(newest) ? file : newest)).file;
}

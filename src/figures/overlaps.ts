import type { Relation } from './sampled-rows.ts';
import type { IntakeFile } from '../types/intake.ts';
import type { Day } from '../types/period.ts';
import type { Problem } from '../types/problem.ts';
import type { Client } from '../types/workspace.ts';
import type { Notice } from './counted-file.ts';
import { byText } from './order.ts';
import { compareSampledDays } from './sampled-rows.ts';
import { conflictingRows, overlappingFiles, partlySharedRows } from './problems.ts';

/** What the files of one source have in common. */
export interface Overlaps {
  /** For a file, the days whose rows another file gives as well. */
  skipped: Map<IntakeFile, Set<Day>>;
  notices: Notice[];
  errors: Problem[];
}

interface Pair {
  one: IntakeFile;
  other: IntakeFile;
  /** Days by how the rows of `one` stand to those of `other`. */
  days: Map<Relation, Day[]>;
}

/** Compares the rows of every two files of one source that feed a common metric, day by day. */
export function findOverlaps(client: Client, files: IntakeFile[]): Overlaps {
  const pairs = relatedPairs(files).map(([one, other]) => comparePair(one, other));
  const result: Overlaps = { skipped: new Map(), notices: [], errors: [] };
  for (const { one, other, days } of pairs) {
    // Of two equal days the file that stands first by path counts.
    skip(client, result, one, other, days.get('within') ?? []);
    skip(client, result, other, one, [...(days.get('around') ?? []), ...(days.get('same') ?? [])].sort(byText));
  }
  for (const { one, other, days } of pairs) {
    // A day that is skipped anyway cannot be counted twice.
    const counted = (day: Day) => !result.skipped.get(one)?.has(day) && !result.skipped.get(other)?.has(day);
    const conflicts = (days.get('conflict') ?? []).filter(counted);
    const shared = (days.get('partly') ?? []).filter(counted);
    if (conflicts.length > 0) result.errors.push(conflictingRows(client, one, other, conflicts));
    if (shared.length > 0) result.errors.push(partlySharedRows(client, one, other, shared));
  }
  return result;
}

/** Files with days and metrics in common, in the order of the files; files of other days are not even looked at. */
function relatedPairs(files: IntakeFile[]): [IntakeFile, IntakeFile][] {
  const bySource = Map.groupBy(files.keys(), (index) => files[index]!.source);
  const pairs = new Set<number>();
  for (const ofSource of bySource.values()) {
    if (ofSource.length < 2) continue;
    const byDay = new Map<Day, number[]>();
    for (const index of ofSource) {
      for (const day of files[index]!.identity.days) {
        const indexes = byDay.get(day);
        if (indexes === undefined) byDay.set(day, [index]);
        else {
          for (const other of indexes) pairs.add(other * files.length + index);
          indexes.push(index);
        }
      }
    }
  }
  return [...pairs]
    .sort((a, b) => a - b)
    .map((pair): [IntakeFile, IntakeFile] => [files[Math.floor(pair / files.length)]!, files[pair % files.length]!])
    .filter(([one, other]) => other.feeds.some((metric) => one.feeds.includes(metric)));
}

function comparePair(one: IntakeFile, other: IntakeFile): Pair {
  const days = new Map<Relation, Day[]>();
  const sampled = one.identity.sample !== null || other.identity.sample !== null;
  const [rows, otherRows] = [one.identity.keys(), other.identity.keys()];
  for (const day of one.identity.days) {
    if (otherRows[day] === undefined) continue;
    const relation = sampled ? compareSampledDays(one, other, day) : compareRows(rows[day]!, otherRows[day]);
    if (relation !== 'apart') days.set(relation, [...(days.get(relation) ?? []), day]);
  }
  return { one, other, days };
}

/** How one day's rows of two files stand to each other; rows are `<dimensions>:<figures>` and may repeat. */
function compareRows(one: readonly string[], other: readonly string[]): Relation {
  const shared = countShared(one, other);
  if (shared > 0 && shared === one.length) return shared === other.length ? 'same' : 'within';
  if (shared > 0 && shared === other.length) return 'around';
  return contradict(one, other) ? 'conflict' : shared > 0 ? 'partly' : 'apart';
}

function countShared(one: readonly string[], other: readonly string[]): number {
  const left = new Map<string, number>();
  for (const key of other) left.set(key, (left.get(key) ?? 0) + 1);
  let shared = 0;
  for (const key of one) {
    const count = left.get(key) ?? 0;
    if (count > 0) {
      left.set(key, count - 1);
      shared += 1;
    }
  }
  return shared;
}

/** Whether a row that each file has once carries different figures in the two. */
function contradict(one: readonly string[], other: readonly string[]): boolean {
  const [figures, otherFigures] = [figuresByRow(one), figuresByRow(other)];
  if (figures.size < one.length || otherFigures.size < other.length) return false;
  return [...figures].some(([row, values]) => (otherFigures.get(row) ?? values) !== values);
}

function figuresByRow(keys: readonly string[]): Map<string, string> {
  return new Map(
    keys.map((key) => {
      const colon = key.indexOf(':');
      return [key.slice(0, colon), key.slice(colon + 1)];
    }),
  );
}

function skip(client: Client, result: Overlaps, file: IntakeFile, by: IntakeFile, days: Day[]): void {
  if (days.length === 0) return;
  const skipped = result.skipped.get(file) ?? new Set();
  for (const day of days) skipped.add(day);
  result.skipped.set(file, skipped);
  const problem = overlappingFiles(client, file, by, days);
  result.notices.push({ problem, days: { from: days[0]!, to: days.at(-1)! } });
}

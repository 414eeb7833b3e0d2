import type { IntakeFile } from '../types/intake.ts';
import type { Day } from '../types/period.ts';
import { plain } from './exact.ts';
import { entriesWithin, rowsOn, sumOf } from './series.ts';

export type Relation = 'apart' | 'same' | 'within' | 'around' | 'conflict' | 'partly';

/** Rows of one day that can be looked up: the figures by key, of every key up to `last`. */
interface Sample {
  figures: ReadonlyMap<string, string>;
  /** `null` when every row of the day is here. */
  last: string | null;
}

const ROOM = 2 ** 50;

/**
 * How a day's rows of two files stand to each other when at least one file is too long to keep all its rows. Keys both
 * files would have kept are compared. The day is the same only when its sums are the same as well; a day that seems to
 * be shared in part is refused, never counted twice.
 */
export function compareSampledDays(one: IntakeFile, other: IntakeFile, day: Day): Relation {
  const [first, second] = [sampleOf(one, day), sampleOf(other, day)];
  const common = [...first.figures.keys()].filter((key) => second.figures.has(key));
  if (common.length === 0) return 'apart';
  if (common.some((key) => first.figures.get(key) !== second.figures.get(key))) return 'conflict';
  const missing = keysWithin(first, second.last) > common.length || keysWithin(second, first.last) > common.length;
  return missing || !sameDay(one, other, day) ? 'partly' : 'same';
}

/** How many of a sample's keys the other file would have kept, had it had them. */
function keysWithin({ figures }: Sample, last: string | null): number {
  return [...figures.keys()].filter((key) => last === null || key <= last).length;
}

function sampleOf({ identity }: IntakeFile, day: Day): Sample {
  const rows = identity.keys()[day] ?? [];
  const parts = rows.map((row) => row.split(':') as [string, string]);
  if (identity.sample !== null) {
    const last = parts.map(([key]) => key).reduce((a, b) => (a > b ? a : b), '');
    return { figures: new Map(parts), last: rows.length < identity.sample ? null : last };
  }
  const sums = new Map<string, number>();
  for (const [key, figures] of parts) {
    sums.set(key, ((sums.get(key) ?? 0) + (Number.parseInt(figures, 36) % ROOM)) % ROOM);
  }
  return { figures: new Map([...sums].map(([key, sum]) => [key, sum.toString(36)])), last: null };
}

function sameDay(one: IntakeFile, other: IntakeFile, day: Day): boolean {
  const said = (file: IntakeFile): string =>
    JSON.stringify(
      file.series.flatMap((series) => {
        const { start, end } = entriesWithin({ file, series }, { from: day, to: day });
        return start < end ? [[series.channel, series.metric, plain(sumOf(series, start))]] : [];
      }),
    );
  return rowsOn(one, day) === rowsOn(other, day) && said(one) === said(other);
}

import type { IntakeFile } from '../types/intake.ts';
import type { Stretch } from './dates.ts';

/** Whether a file's own content leaves the days of its rows, or of one of its lists, unknown. */
export function lacksPeriod({ format, period, states, tables }: IntakeFile): boolean {
  if (format === null || states !== undefined) return false;
  return tables === undefined ? period === null : tables.some((table) => table.period === null);
}

/**
 * The period that the filters of an export state for the files exported with them. A relative one (`Last 3 months`) is
 * that of the only table by day among them. `null` without filters, and when two say different things.
 */
export function statedTogether(files: readonly IntakeFile[]): Stretch | null {
  const stating = files.filter(({ states }) => states !== undefined);
  const stretches = stating.map(({ format, states }) =>
    states === 'relative' ? onlyDailySpan(files.filter((file) => file.format === format)) : states!,
  );
  const [first] = stretches;
  return first && stretches.every((each) => each?.from === first.from && each.to === first.to) ? first : null;
}

/** The same for a file in a folder where the archive was unpacked: of its own system's files beside it. */
export function statedBeside(file: IntakeFile, others: readonly IntakeFile[]): Stretch | null {
  const isBeside = (other: IntakeFile): boolean =>
    other.source === file.source && other.format === file.format && folderOf(other) === folderOf(file);
  return statedTogether(others.filter(isBeside));
}

function onlyDailySpan(files: readonly IntakeFile[]): Stretch | null {
  const daily = files.filter(({ feeds }) => feeds.length > 0);
  const days = daily.flatMap(({ days, rowsOnDay }) => days.filter((_, place) => rowsOnDay[place]! > 0));
  return daily.length === 1 && days.length > 0 ? { from: days[0]!, to: days.at(-1)! } : null;
}

const folderOf = ({ file }: IntakeFile): string => file.slice(0, file.lastIndexOf('/') + 1);

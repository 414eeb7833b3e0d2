import type { BesideLine, Lineage, SourceLine, SourceList } from '../types/figures.ts';
import type { Period } from '../types/period.ts';
import type { Metric } from '../types/workspace.ts';
import { add, exact, plain, sum, type Exact } from './exact.ts';
import type { CountedCell, Facts } from './facts.ts';
import { byText } from './order.ts';
import { eachDay } from './period.ts';

/** The formula or the files, rows and sums behind each metric of a period. */
export function lineageOf(
  facts: Facts,
  metrics: Metric[],
  current: Period,
  beside: (metric: Metric) => BesideLine[],
): Lineage[] {
  return metrics.map((metric) => ({
    anchor: `src-${metric.id}`,
    metric: metric.id,
    formula:
      metric.kind === 'ratio'
        ? { numerator: metric.numerator, denominator: metric.denominator, factor: metric.factor ?? 1 }
        : null,
    parts: metric.kind === 'ratio' ? [] : countedParts(facts, metric.id, current),
    yielded: metric.kind === 'ratio' ? [] : yieldedOf(facts, metric.id, current),
    beside: beside(metric),
  }));
}

/**
 * Every file with rows on the period's days, whether they count or repeat another file's, and every file whose lists
 * the period has: none of its rows is used in a sum.
 */
export function sourceLines(facts: Facts, current: Period, lists: readonly SourceList[]): SourceLine[] {
  const listed = new Set(lists.map(({ file }) => file));
  return facts.files.flatMap(({ file, skipped }) => {
    const days = Object.keys(file.rowsByDay).filter((day) => day >= current.from && day <= current.to);
    if (days.length === 0 && !listed.has(file.file)) return [];
    const used = days.filter((day) => !skipped.has(day)).reduce((rows, day) => rows + file.rowsByDay[day]!, 0);
    const { read, totals } = file.rows;
    const { sha256, format, controlSums } = file;
    return [
      {
        file: file.file,
        sha256,
        format: format ?? '',
        rows: { read, used, totals, outside: read - used },
        controlSums,
      },
    ];
  });
}

/** Files and channels whose rows of the period were summed. */
export function countedParts(facts: Facts, metric: string, current: Period): Lineage['parts'] {
  return partsOf(countedCells(facts, metric, current));
}

function countedCells(facts: Facts, metric: string, current: Period): CountedCell[] {
  const days = eachDay(current);
  return [...(facts.series.get(metric)?.values() ?? [])].flatMap((byDay) =>
    days.flatMap((day) => byDay.get(day)?.parts ?? []),
  );
}

function partsOf(cells: CountedCell[]): Lineage['parts'] {
  interface Part {
    file: string;
    channel: string;
    rows: number;
    firstRow: number;
    lastRow: number;
    sum: Exact;
  }
  const parts = new Map<string, Part>();
  for (const { file, cell } of cells) {
    const key = JSON.stringify([file.file, cell.channel]);
    const part = parts.get(key);
    if (part === undefined) {
      const { channel, rows, firstRow, lastRow } = cell;
      parts.set(key, { file: file.file, channel, rows, firstRow, lastRow, sum: exact(cell.sum) });
      continue;
    }
    part.rows += cell.rows;
    part.firstRow = Math.min(part.firstRow, cell.firstRow);
    part.lastRow = Math.max(part.lastRow, cell.lastRow);
    part.sum = add(part.sum, exact(cell.sum));
  }
  return [...parts.values()]
    .sort((a, b) => byText(a.file, b.file) || byText(a.channel, b.channel))
    .map((part) => ({ ...part, sum: plain(part.sum) }));
}

/** `ours` is what the chosen source says of the channel in the period, `theirs` what gave way to it. */
function yieldedOf(facts: Facts, metric: string, current: Period): Lineage['yielded'] {
  const within = (day: string) => day >= current.from && day <= current.to;
  const cells = facts.yielded.filter((one) => one.cell.metric === metric && within(one.cell.date));
  const groups = new Map<string, typeof cells>();
  for (const one of cells) {
    const key = JSON.stringify([one.cell.channel, one.source]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const counted = countedCells(facts, metric, current);
  return [...groups.entries()]
    .sort(([a], [b]) => byText(a, b))
    .map(([, group]) => {
      const { source, cell } = group[0]!;
      const winners = new Set(group.map(({ winner }) => winner));
      const across = group.some((one) => one.across);
      const chosen = counted.filter(
        (one) => (across || one.cell.channel === cell.channel) && winners.has(one.file.source),
      );
      return { source, channel: cell.channel, ours: total(chosen), theirs: total(group) };
    });
}

function total(cells: CountedCell[]): string {
  return plain(sum(cells.map(({ cell }) => exact(cell.sum))));
}

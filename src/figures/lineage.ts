import { RunningSum } from '../decimals/running-sum.ts';
import type { BesideLine, Lineage, SourceLine, SourceList } from '../types/figures.ts';
import type { Period } from '../types/period.ts';
import type { Metric } from '../types/workspace.ts';
import { plain, ZERO } from './exact.ts';
import type { Facts } from './facts.ts';
import { byText } from './order.ts';
import type { YieldedSeries } from './precedence.ts';
import { entriesWithin, rowDaysWithin, rowsOn, sumWithin, type CountedSeries } from './series.ts';

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
    const days = rowDaysWithin(file, current);
    if (days.length === 0 && !listed.has(file.file)) return [];
    const used = days.filter((day) => !skipped.has(day)).reduce((rows, day) => rows + rowsOn(file, day), 0);
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
  const parts: Lineage['parts'] = [];
  for (const ofChannel of facts.series.get(metric)?.values() ?? []) {
    const inside = ofChannel.filter((counted) => {
      const { start, end } = entriesWithin(counted, current);
      return start < end;
    });
    for (const same of Map.groupBy(inside, ({ file }) => file.file).values()) parts.push(partOf(same, current));
  }
  return parts.sort((a, b) => byText(a.file, b.file) || byText(a.channel, b.channel));
}

const countedOf = (facts: Facts, metric: string): CountedSeries[] =>
  [...(facts.series.get(metric)?.values() ?? [])].flat();

/** What one file says of one channel in the period. */
function partOf(series: readonly CountedSeries[], current: Period): Lineage['parts'][number] {
  const { file, series: one } = series[0]!;
  const part = { file: file.file, channel: one.channel, rows: 0, firstRow: Infinity, lastRow: 0 };
  const sum = new RunningSum();
  for (const counted of series) {
    const entries = entriesWithin(counted, current);
    const { count, first, last } = counted.series.rows;
    for (let entry = entries.start; entry < entries.end; entry += 1) {
      part.rows += count[entry]!;
      part.firstRow = Math.min(part.firstRow, first[entry]!);
      part.lastRow = Math.max(part.lastRow, last[entry]!);
    }
    sum.addSeries(counted.series, entries.start, entries.end);
  }
  return { ...part, sum: sum.toString() };
}

/** `ours` is what the chosen source says of the channel in the period, `theirs` what gave way to it. */
function yieldedOf(facts: Facts, metric: string, current: Period): Lineage['yielded'] {
  const groups = new Map<string, YieldedSeries[]>();
  for (const one of facts.yielded) {
    const { start, end } = entriesWithin(one, current);
    if (one.series.metric !== metric || start === end) continue;
    const key = JSON.stringify([one.series.channel, one.source]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.entries()]
    .sort(([a], [b]) => byText(a, b))
    .map(([, group]) => {
      const { source, series } = group[0]!;
      const winners = new Set(group.map(({ winner }) => winner));
      const across = group.some((one) => one.across);
      const chosen = countedOf(facts, metric).filter(
        (one) => (across || one.series.channel === series.channel) && winners.has(one.file.source),
      );
      return { source, channel: series.channel, ours: total(chosen, current), theirs: total(group, current) };
    });
}

function total(parts: readonly CountedSeries[], current: Period): string {
  return plain(sumWithin(parts, current) ?? ZERO);
}

import type { IntakeFile } from '../types/intake.ts';
import type { Day } from '../types/period.ts';
import type { Problem } from '../types/problem.ts';
import type { Client } from '../types/workspace.ts';
import { exact, sum, type Exact } from './exact.ts';
import type { CountedCell, CountedFile } from './facts.ts';
import { byText } from './order.ts';
import { twoSources } from './problems.ts';

/** A value that is not counted, because `winner` stands before `source` in the precedence of its metric. */
export interface YieldedCell extends CountedCell {
  source: string;
  winner: string;
}

/** Sums of the sources that claim one channel's metric on common days. */
export interface Dispute {
  channel: string;
  sums: { source: string; sum: Exact }[];
}

interface Settled {
  cells: CountedCell[];
  yielded: YieldedCell[];
  errors: Problem[];
}

/**
 * Chooses between sources that claim one metric in one channel. A file claims a channel that it has a value of,
 * from the first to the last day of its period: a CRM without a row on a day says that there was no lead, and the
 * ads' own count must not slip in there. The first source of the declared precedence that claims a day counts;
 * the others' values of that day are kept as yielded. Claimed on a common day without precedence: an error.
 */
export function settleSources(client: Client, files: CountedFile[]): Settled {
  const settled: Settled = { cells: [], yielded: [], errors: [] };
  for (const [metric, channels] of groupCells(files)) {
    const declared = client.sources.precedence[metric] ?? [];
    const disputes: Dispute[] = [];
    for (const [channel, sources] of channels) {
      if (sources.size > 1 && [...sources.keys()].every((source) => declared.includes(source))) {
        choose(settled, sources, declared);
        continue;
      }
      settled.cells.push(...[...sources.values()].flat());
      const dispute = findDispute(channel, sources);
      if (dispute) disputes.push(dispute);
    }
    if (disputes.length > 0) settled.errors.push(twoSources(client, metric, declared, disputes));
  }
  return settled;
}

type CellsBySource = Map<string, CountedCell[]>;

/** Metric → channel → source → cells, each level sorted, without the days that another file repeats. */
function groupCells(files: CountedFile[]): [string, [string, CellsBySource][]][] {
  const metrics = new Map<string, Map<string, CellsBySource>>();
  for (const { file, skipped } of files) {
    for (const cell of file.cells) {
      if (skipped.has(cell.date)) continue;
      const channels = metrics.get(cell.metric) ?? new Map<string, CellsBySource>();
      if (!metrics.has(cell.metric)) metrics.set(cell.metric, channels);
      const sources = channels.get(cell.channel) ?? new Map<string, CountedCell[]>();
      if (!channels.has(cell.channel)) channels.set(cell.channel, sources);
      const cells = sources.get(file.source) ?? [];
      if (!sources.has(file.source)) sources.set(file.source, cells);
      cells.push({ file, cell });
    }
  }
  return sortedEntries(metrics).map(([metric, channels]) => [metric, sortedEntries(channels)]);
}

function choose(settled: Settled, sources: CellsBySource, declared: string[]): void {
  const ranked = declared.filter((source) => sources.has(source));
  const claims: { source: string; from: Day; to: Day }[] = [];
  for (const source of ranked) {
    const cells = sources.get(source)!;
    for (const part of cells) {
      const winner = claims.find(({ from, to }) => from <= part.cell.date && part.cell.date <= to);
      if (winner) settled.yielded.push({ ...part, source, winner: winner.source });
      else settled.cells.push(part);
    }
    claims.push(...claimedDays(cells).map((days) => ({ source, ...days })));
  }
}

/** The stretches of days that the files behind the cells speak for. */
function claimedDays(cells: CountedCell[]): { from: Day; to: Day }[] {
  const days = new Map<IntakeFile, { from: Day; to: Day }>();
  for (const { file, cell } of cells) {
    const { from, to } = days.get(file) ?? file.period ?? { from: cell.date, to: cell.date };
    days.set(file, { from: cell.date < from ? cell.date : from, to: cell.date > to ? cell.date : to });
  }
  return [...days.values()];
}

function findDispute(channel: string, sources: CellsBySource): Dispute | null {
  if (sources.size < 2) return null;
  const claimants = new Map<Day, Set<string>>();
  for (const [source, cells] of sources) {
    for (const { cell } of cells) claimants.set(cell.date, (claimants.get(cell.date) ?? new Set()).add(source));
  }
  const common = (part: CountedCell) => claimants.get(part.cell.date)!.size > 1;
  const sums = sortedEntries(sources)
    .map(([source, cells]) => ({ source, cells: cells.filter(common) }))
    .filter(({ cells }) => cells.length > 0)
    .map(({ source, cells }) => ({ source, sum: sum(cells.map(({ cell }) => exact(cell.sum))) }));
  return sums.length > 0 ? { channel, sums } : null;
}

function sortedEntries<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => byText(a, b));
}

import type { IntakeFile } from '../types/intake.ts';
import type { Day } from '../types/period.ts';
import type { Problem } from '../types/problem.ts';
import type { Client } from '../types/workspace.ts';
import { exact, sum, type Exact } from './exact.ts';
import type { CountedCell, CountedFile } from './facts.ts';
import type { Notice } from './facts.ts';
import { byText } from './order.ts';
import { countedTwice, twoSources } from './problems.ts';
import { findDoubleCount, wholeSources } from './whole-business.ts';

/** A value that is not counted, because `winner` stands before `source` in the precedence of its metric. */
export interface YieldedCell extends CountedCell {
  source: string;
  winner: string;
  /** The winner speaks for another channel, or for the whole business. */
  across: boolean;
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
  notices: Notice[];
}

/** The values of one source in one channel. */
interface Claimant {
  channel: string;
  source: string;
  cells: CountedCell[];
  /** Speaks for every channel. */
  whole: boolean;
}

/**
 * Chooses between sources that claim one metric in one channel. A file claims a channel that it has a value of,
 * from the first to the last day of its period: a CRM without a row on a day says that there was no lead, and the
 * ads' own count must not slip in there. The first source of the declared precedence that claims a day counts;
 * the others' values of that day are kept as yielded. Claimed on a common day without precedence: an error.
 * A source of the whole business claims every channel; without precedence its values are added and a warning says so.
 */
export function settleSources(client: Client, files: CountedFile[]): Settled {
  const settled: Settled = { cells: [], yielded: [], errors: [], notices: [] };
  for (const [metric, channels] of groupCells(files)) {
    const declared = client.sources.precedence[metric] ?? [];
    const wholes = wholeSources(client, channels);
    const disputes: Dispute[] = [];
    const ranked: Claimant[] = [];
    for (const [channel, sources] of channels) {
      const mayYield = sources.size > 1 || wholes.size > 0;
      if (mayYield && [...sources.keys()].every((source) => declared.includes(source))) {
        for (const [source, cells] of sources) ranked.push({ channel, source, cells, whole: wholes.has(source) });
        continue;
      }
      settled.cells.push(...[...sources.values()].flat());
      const dispute = findDispute(channel, sources);
      if (dispute) disputes.push(dispute);
    }
    choose(settled, ranked, declared);
    if (disputes.length > 0) settled.errors.push(twoSources(client, metric, declared, disputes));
    const double = wholes.size > 0 ? findDoubleCount(metric, channels, wholes, declared) : null;
    if (double) settled.notices.push({ problem: countedTwice(client, double), days: double.days });
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

function choose(settled: Settled, claimants: Claimant[], declared: string[]): void {
  const rank = ({ source }: Claimant): number => declared.indexOf(source);
  const claims: (Claimant & { from: Day; to: Day })[] = [];
  for (const one of [...claimants].sort((a, b) => rank(a) - rank(b))) {
    const rivals = claims.filter(
      ({ source, channel, whole }) => source !== one.source && (channel === one.channel || whole || one.whole),
    );
    for (const part of one.cells) {
      const winner = rivals.find(({ from, to }) => from <= part.cell.date && part.cell.date <= to);
      if (!winner) settled.cells.push(part);
      else {
        const across = winner.channel !== one.channel;
        settled.yielded.push({ ...part, source: one.source, winner: winner.source, across });
      }
    }
    claims.push(...claimedDays(one.cells).map((days) => ({ ...one, ...days })));
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

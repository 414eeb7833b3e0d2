import type { BesideLine, Compared, Lineage, SourceLine } from '../types/figures.ts';
import type { Period } from '../types/period.ts';
import type { Client, Metric } from '../types/workspace.ts';
import { add, compare, exact, plain, sum, ZERO, type Exact } from './exact.ts';
import type { Facts } from './facts.ts';
import { countedParts, sourceLines } from './lineage.ts';
import { FACT_OF, PLAN_COLUMNS, type PeriodPlan } from './media-plan.ts';
import { targetRows } from './targets.ts';

/** What a metric's value is compared with, by file and row. */
export function besideOf(input: {
  facts: Facts;
  client: Client;
  metric: Metric;
  period: Period;
  compared: Compared;
  plan: PeriodPlan | null;
}): BesideLine[] {
  const { facts, client, metric, period, compared, plan } = input;
  const earlier = metric.kind === 'ratio' ? [] : stretchesOf(compared);
  return [
    ...earlier.flatMap(([what, stretch]) =>
      byFile(countedParts(facts, metric.id, stretch)).map((part): BesideLine => ({ what, ...part })),
    ),
    ...[null, ...aimedChannels(client, metric.id)].flatMap((channel) =>
      written(
        'target',
        `data/clients/${client.id}/targets.csv`,
        targetRows(client, metric.id, channel, period).map(({ row, target }) => ({ row, amount: target })),
        metric.kind === 'ratio',
      ).map((line) => (channel === null ? line : { ...line, channel })),
    ),
    ...written('plan', `data/clients/${client.id}/media-plan.csv`, plannedRows(plan, metric.id), false),
  ];
}

/** Files with rows of the compared stretches that are not among `known`. */
export function comparedSources(facts: Facts, compared: Compared, known: readonly SourceLine[]): SourceLine[] {
  const names = new Set(known.map(({ file }) => file));
  const lines = new Map<string, SourceLine>();
  for (const [, stretch] of stretchesOf(compared)) {
    for (const line of sourceLines(facts, stretch, [])) {
      const before = lines.get(line.file)?.rows.used ?? 0;
      if (names.has(line.file) || line.rows.used + before === 0) continue;
      const { read } = line.rows;
      const used = line.rows.used + before;
      lines.set(line.file, { ...line, rows: { ...line.rows, used, outside: read - used } });
    }
  }
  return [...lines.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** Channels with a target of their own, in the order of the table. */
function aimedChannels({ targets }: Client, metric: string): string[] {
  return [...new Set(targets.flatMap((row) => (row.metric === metric && row.channel !== null ? [row.channel] : [])))];
}

/** The year before is both of a year. */
function stretchesOf({ previous, yearAgo }: Compared): ['previous' | 'yearAgo', Period][] {
  return previous.from === yearAgo.from
    ? [['previous', previous]]
    : [
        ['previous', previous],
        ['yearAgo', yearAgo],
      ];
}

function byFile(parts: Lineage['parts']): Omit<BesideLine, 'what'>[] {
  const files = new Map<string, Omit<BesideLine, 'what' | 'sum'> & { sum: Exact }>();
  for (const { file, rows, firstRow, lastRow, sum: part } of parts) {
    const known = files.get(file) ?? { file, rows: 0, firstRow, lastRow, sum: ZERO };
    files.set(file, {
      file,
      rows: known.rows + rows,
      firstRow: Math.min(known.firstRow, firstRow),
      lastRow: Math.max(known.lastRow, lastRow),
      sum: add(known.sum, exact(part)),
    });
  }
  return [...files.values()].map((one) => ({ ...one, sum: plain(one.sum) }));
}

function plannedRows(plan: PeriodPlan | null, metric: string): { row: number; amount: string | null }[] {
  const column = PLAN_COLUMNS.find((one) => FACT_OF[one] === metric);
  if (plan === null || column === undefined) return [];
  return plan.rows.flatMap(({ row }) => (row[column] === null ? [] : [{ row: row.row, amount: row[column] }]));
}

/** Rows of a table kept by hand. Those of a ratio never add up: they are told where all say the same. */
function written(
  what: 'target' | 'plan',
  file: string,
  stated: { row: number; amount: string | null }[],
  ratio: boolean,
): BesideLine[] {
  const amounts = stated.flatMap(({ amount }) => (amount === null ? [] : [exact(amount)]));
  const alike = amounts.every((one) => compare(one, amounts[0]!) === 0);
  if (amounts.length === 0 || (ratio && !alike)) return [];
  const lines = stated.map(({ row }) => row);
  const [firstRow, lastRow] = [Math.min(...lines), Math.max(...lines)];
  return [{ what, file, rows: stated.length, firstRow, lastRow, sum: plain(ratio ? amounts[0]! : sum(amounts)) }];
}

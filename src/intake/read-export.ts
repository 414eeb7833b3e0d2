import { createHash } from 'node:crypto';
import type { ControlSum, IntakeFile } from '../types/intake.ts';
import type { Metric, SourceRule } from '../types/workspace.ts';
import type { Stretch } from './dates.ts';
import { decode } from './decode.ts';
import { parseDelimited, type Delimited } from './delimited.ts';
import { FactStore } from './fact-store.ts';
import {
  brokenQuotes,
  emptyFile,
  metricInTwoTables,
  outsidePeriod,
  unknownFormat,
  unknownFormatId,
} from './file-problems.ts';
import type { Format } from './format.ts';
import { knownFormats } from './formats/index.ts';
import { Currencies } from './money.ts';
import { declaredColumns, planTable } from './plan.ts';
import { ProblemList } from './problems.ts';
import { readTable, type Reading } from './read-table.ts';
import { periodOfFileName, periodOfPreamble } from './stated-period.ts';
import { findTable, splitTables, type FoundTable } from './tables.ts';

export interface ExportInput {
  /** Relative to the workspace. */
  file: string;
  /** Folder under `exports/`. */
  source: string;
  bytes: Uint8Array;
}

export interface IntakeContext {
  /** The source's rule in `sources.json`. */
  rule?: SourceRule;
  metrics: Record<string, Metric>;
  /** Client id, for problems. */
  client: string;
}

/**
 * Reads one export of any known system into sums by day, channel and metric. Never throws on any bytes: whatever is
 * wrong stands in `problems`, all of it at once, and a file with errors must not be published.
 */
export function readExport({ file, source, bytes }: ExportInput, context: IntakeContext): IntakeFile {
  const problems = new ProblemList(file, context.client);
  const result: IntakeFile = {
    file,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    source,
    format: null,
    encoding: '',
    delimiter: '',
    period: null,
    currency: null,
    rows: { read: 0, totals: 0 },
    feeds: [],
    cells: [],
    rowsByDay: {},
    rowKeys: {},
    controlSums: [],
    problems: [],
  };
  const decoded = decode(bytes);
  if ('refused' in decoded) {
    problems.error(decoded.refused.code, {}, decoded.refused);
    return { ...result, problems: problems.all() };
  }
  const table = parseDelimited(decoded.text);
  Object.assign(result, { encoding: decoded.encoding, delimiter: table.delimiter });
  brokenQuotes(table.brokenQuotes, problems);
  const found = findTables(table, source, context, problems);
  if (found.length > 0) Object.assign(result, readTables(found, table.delimiter, { file, source }, context, problems));
  return { ...result, problems: problems.all() };
}

/** The file's tables of the format that fits best; other tables of the file are of no use to it. */
function findTables(table: Delimited, source: string, context: IntakeContext, problems: ProblemList): FoundTable[] {
  if (table.records.length === 0) {
    emptyFile(problems);
    return [];
  }
  const formats = knownFormats(context.metrics);
  const { rule } = context;
  const candidates = formats.filter((format) => rule?.format === undefined || format.id === rule.format);
  if (rule && candidates.length === 0) {
    unknownFormatId(rule, source, formats, problems);
    return [];
  }
  const declared = declaredColumns(rule);
  const found = splitTables(table.records)
    .map((block) => findTable(block, candidates, declared, rule?.format !== undefined))
    .filter((each) => each !== null);
  if (found.length === 0) unknownFormat(table.records, source, formats, problems);
  const format = bestFormat(found);
  return found.filter((each) => each.match.format === format);
}

function bestFormat(found: FoundTable[]): Format | undefined {
  return found.toSorted((a, b) => b.match.confidence - a.match.confidence)[0]?.match.format;
}

function readTables(
  found: FoundTable[],
  delimiter: string,
  { file, source }: { file: string; source: string },
  context: IntakeContext,
  problems: ProblemList,
): Partial<IntakeFile> {
  const { rule, metrics } = context;
  const store = new FactStore();
  const currencies = new Currencies(problems);
  const reading: Reading = { context: { source, rule, metrics }, delimiter, store, currencies, problems };
  const rows = { read: 0, totals: 0 };
  const feeds = new Set<string>();
  const sums: ControlSum[] = [];
  let stated: Stretch | null = null;
  let costVariant: IntakeFile['costVariant'] = null;
  for (const { match, headerRow, preamble, rows: records } of found) {
    const period =
      periodOfPreamble(preamble, delimiter, rule?.dateForm ?? null) ?? rule?.period ?? periodOfFileName(file);
    stated ??= period;
    const plan = planTable(match, headerRow, reading.context, problems);
    const twice = plan.metrics.filter((each) => feeds.has(each.metric));
    if (plan.day && plan.part === null) for (const { metric } of twice) metricInTwoTables(metric, headerRow, problems);
    const fresh = { ...plan, metrics: plan.metrics.filter((each) => !feeds.has(each.metric)) };
    const result = readTable(fresh, records, period, reading);
    rows.read += result.read;
    rows.totals += result.totals;
    for (const metric of result.feeds) feeds.add(metric);
    sums.push(...result.controlSums);
    costVariant ??= result.costVariant;
  }
  const format = found[0]!.match.format.id;
  currencies.checkAgainst(rule, { row: found[0]!.headerRow }, source);
  const currency = currencies.stated ?? rule?.currency ?? null;
  return {
    ...{ format, currency, costVariant, rows, feeds: [...feeds].sort(), controlSums: sums },
    ...collect(store, stated, problems),
  };
}

/** The facts of the store, with the period they cover. */
function collect(
  store: FactStore,
  stated: Stretch | null,
  problems: ProblemList,
): Pick<IntakeFile, 'cells' | 'rowsByDay' | 'rowKeys' | 'period'> {
  const cells = store.cells();
  const rowsByDay = store.rowsByDay();
  const days = store.days();
  if (stated) {
    const isOutside = (day: string): boolean => day < stated.from || day > stated.to;
    const count = days.filter(isOutside).reduce((sum, day) => sum + rowsByDay[day]!, 0);
    const first = Math.min(...cells.filter((cell) => isOutside(cell.date)).map((cell) => cell.firstRow));
    if (count > 0 && Number.isFinite(first)) outsidePeriod(stated, count, first, problems);
  }
  const covered = days.length > 0 ? { from: days[0]!, to: days.at(-1)! } : null;
  return { cells, rowsByDay, rowKeys: store.rowKeys(), period: stated ?? covered };
}

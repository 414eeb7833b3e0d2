import type { Cell, IntakeFile } from '../types/intake.ts';
import type { Day } from '../types/period.ts';
import type { Problem } from '../types/problem.ts';
import type { Client, CurrencyRate, Metric } from '../types/workspace.ts';
import { exact, multiply, plain } from './exact.ts';
import { byText } from './order.ts';
import { convertedCurrency, foreignCurrency } from './problems.ts';

interface Converted {
  /** Files whose money is the client's, by origin or by conversion. */
  files: IntakeFile[];
  /** Each conversion is told on the days it concerns. */
  notices: { problem: Problem; days: { from: Day; to: Day } }[];
  errors: Problem[];
}

/**
 * Brings the money of every file to the client's currency. A sum is converted at the rate that held on its own
 * day, exactly; a day without a declared rate is an error, for no rate is ever inverted, chained or guessed.
 */
export function convertFiles(
  client: Client,
  files: readonly IntakeFile[],
  metrics: Record<string, Metric>,
  rates: readonly CurrencyRate[],
): Converted {
  const result: Converted = { files: [], notices: [], errors: [] };
  for (const file of files) {
    if (!isForeign(client, file, metrics)) {
      result.files.push(file);
      continue;
    }
    const { cells, used, missing } = convertCells(client, file, metrics, rates);
    if (missing.length > 0) {
      result.errors.push(foreignCurrency(client, file, missing[0]!));
      continue;
    }
    result.files.push({ ...file, cells });
    const days = file.cells.map((cell) => cell.date).sort(byText);
    if (used.length === 0) continue;
    const problem = convertedCurrency(client, file, used);
    result.notices.push({ problem, days: { from: days[0]!, to: days.at(-1)! } });
  }
  return result;
}

/** The file's cells with money converted, the rates used by their first day, and the days that lack one. */
function convertCells(
  client: Client,
  file: IntakeFile,
  metrics: Record<string, Metric>,
  rates: readonly CurrencyRate[],
): { cells: Cell[]; used: CurrencyRate[]; missing: Day[] } {
  const pair = rates.filter((rate) => rate.currency === file.currency && rate.to === client.currency);
  const used = new Set<CurrencyRate>();
  const missing: Day[] = [];
  const cells = file.cells.map((cell) => {
    if (metrics[cell.metric]?.unit !== 'money') return cell;
    const rate = rateOn(pair, cell.date);
    if (rate === null) {
      missing.push(cell.date);
      return cell;
    }
    used.add(rate);
    return { ...cell, sum: plain(multiply(exact(cell.sum), exact(rate.rate))) };
  });
  return { cells, used: [...used].sort((a, b) => byText(a.from, b.from)), missing: missing.sort(byText) };
}

function isForeign(client: Client, file: IntakeFile, metrics: Record<string, Metric>): boolean {
  if (file.currency === null || file.currency === client.currency) return false;
  return file.feeds.some((id) => metrics[id]?.unit === 'money');
}

/** The latest rate that begins on the day or before it. */
function rateOn(pair: readonly CurrencyRate[], day: Day): CurrencyRate | null {
  const held = pair.filter((rate) => rate.from <= day);
  return held.length === 0 ? null : held.reduce((last, rate) => (rate.from > last.from ? rate : last));
}

import type { FactSeries, IntakeFile } from '../types/intake.ts';
import type { Day } from '../types/period.ts';
import type { Problem } from '../types/problem.ts';
import type { Client, CurrencyRate, Metric } from '../types/workspace.ts';
import { exact, multiply, ZERO } from './exact.ts';
import { byText } from './order.ts';
import { convertedCurrency, foreignCurrency } from './problems.ts';
import { dayOf, sumOf, withSums } from './series.ts';

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
    const { series, used, missing } = convertSeries(client, file, metrics, rates);
    if (missing.length > 0) {
      result.errors.push(foreignCurrency(client, file, missing[0]!));
      continue;
    }
    result.files.push({ ...file, series });
    if (used.length === 0) continue;
    const problem = convertedCurrency(client, file, used);
    const valued = new Set(file.series.flatMap(({ rows }) => [rows.at[0]!, rows.at.at(-1)!]));
    const [first, last] = [Math.min(...valued), Math.max(...valued)];
    result.notices.push({ problem, days: { from: file.days[first]!, to: file.days[last]! } });
  }
  return result;
}

/** The file's series with money converted, the rates used by their first day, and the days that lack one. */
function convertSeries(
  client: Client,
  file: IntakeFile,
  metrics: Record<string, Metric>,
  rates: readonly CurrencyRate[],
): { series: FactSeries[]; used: CurrencyRate[]; missing: Day[] } {
  const pair = rates.filter((rate) => rate.currency === file.currency && rate.to === client.currency);
  const used = new Set<CurrencyRate>();
  const missing: Day[] = [];
  const series = file.series.map((each) => {
    if (metrics[each.metric]?.unit !== 'money') return each;
    const sums = Array.from(each.units, (_, entry) => {
      const day = dayOf({ file, series: each }, entry);
      const rate = rateOn(pair, day);
      if (rate === null) missing.push(day);
      else used.add(rate);
      return rate === null ? ZERO : multiply(sumOf(each, entry), exact(rate.rate));
    });
    return withSums(each, sums);
  });
  return { series, used: [...used].sort((a, b) => byText(a.from, b.from)), missing: missing.sort(byText) };
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

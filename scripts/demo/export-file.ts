import type { Encoding } from './bytes.ts';
import type { Result } from './market.ts';

/** One file of an export before it is encoded; `name` is relative to the source's folder. */
export interface ExportFile {
  name: string;
  text: string;
  encoding: Encoding;
}

/** A stretch of results that goes into one file. */
export interface Part {
  /** `2025-Q1`, `2025-03` and so on. */
  label: string;
  from: string;
  to: string;
  results: Result[];
}

/** Splits results as a manager downloads them: by month, quarter or half-year, in order of days. */
export function split(results: Result[], labelOf: (day: string) => string): Part[] {
  const parts = new Map<string, Part>();
  for (const result of results) {
    const label = labelOf(result.day);
    const part = parts.get(label) ?? { label, from: result.day, to: result.day, results: [] };
    part.to = result.day;
    part.results.push(result);
    parts.set(label, part);
  }
  return [...parts.values()];
}

export const total = (results: Result[], measure: 'impressions' | 'clicks' | 'cost' | 'leads' | 'sales' | 'revenue') =>
  results.reduce((sum, result) => sum + result[measure], 0);

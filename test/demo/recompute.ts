import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRows, type Row } from './export-rows.ts';
import { SOURCES, type SourceSpec } from './sources.ts';

/**
 * The demo's monthly figures worked out a second time, by other code than the project's own: plain loops over the
 * export files with whole numbers. Shares nothing with `src`; keep it that way.
 */
export interface Recomputed {
  totals: Record<string, string>;
  channels: Record<string, Record<string, string>>;
}

/** numerator, denominator, factor. Written out again on purpose. */
const RATIOS: Record<string, [string, string, bigint]> = {
  ctr: ['clicks', 'impressions', 1n],
  cpc: ['cost', 'clicks', 1n],
  cpm: ['cost', 'impressions', 1000n],
  cpl: ['cost', 'leads', 1n],
  cpa: ['cost', 'sales', 1n],
  cr: ['leads', 'clicks', 1n],
  'close-rate': ['sales', 'leads', 1n],
  roas: ['revenue', 'cost', 1n],
  drr: ['cost', 'revenue', 1n],
  aov: ['revenue', 'sales', 1n],
  'organic-ctr': ['organic-clicks', 'organic-impressions', 1n],
  engagement: ['engaged-sessions', 'sessions', 1n],
};

const TEN_PLACES = 10n ** 10n;

type Sums = Map<string, bigint>;

/** Sums in hundredths and ratios with ten decimals, rounded half up, of one client and month (`2026-10`) or quarter. */
export function recompute(client: string, period: string): Recomputed {
  const totals: Sums = new Map();
  const channels = new Map<string, Sums>();
  for (const row of rowsOf(client)) {
    if (!isIn(row.date, period)) continue;
    const channel = channels.get(row.channel) ?? new Map<string, bigint>();
    channels.set(row.channel, channel);
    for (const sums of [totals, channel]) sums.set(row.metric, (sums.get(row.metric) ?? 0n) + row.hundredths);
  }
  return {
    totals: written(totals),
    channels: Object.fromEntries([...channels].map(([id, sums]) => [id, written(sums)])),
  };
}

function isIn(date: string, period: string): boolean {
  if (!period.includes('Q')) return date.startsWith(period);
  return date.startsWith(period.slice(0, 4)) && Math.ceil(Number(date.slice(5, 7)) / 3) === Number(period.at(-1));
}

function written(sums: Sums): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [metric, hundredths] of sums) result[metric] = decimal(hundredths, 2);
  for (const [id, [above, below, factor]] of Object.entries(RATIOS)) {
    const [numerator, denominator] = [sums.get(above), sums.get(below)];
    if (numerator === undefined || denominator === undefined || denominator === 0n) continue;
    result[id] = decimal((2n * numerator * factor * TEN_PLACES + denominator) / (2n * denominator), 10);
  }
  return result;
}

/** A scaled whole number as the shortest decimal. */
function decimal(scaled: bigint, places: number): string {
  const digits = String(scaled).padStart(places + 1, '0');
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.?0+$/, '');
}

/** Queries, pages and search terms: parts that no figure is made of. */
const LISTS = /^(queries|pages)_|^Search terms/;

const cache = new Map<string, Row[]>();

function rowsOf(client: string): Row[] {
  const known = cache.get(client);
  if (known) return known;
  const rows = Object.entries(SOURCES[client]!).flatMap(([source, spec]) => rowsOfSource(client, source, spec));
  cache.set(client, rows);
  return rows;
}

function rowsOfSource(client: string, source: string, spec: SourceSpec): Row[] {
  const folder = join(import.meta.dirname, '../../data/clients', client, 'exports', source);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.csv') && !LISTS.test(name))
    .flatMap((name) => readRows(readFileSync(join(folder, name)), spec));
}

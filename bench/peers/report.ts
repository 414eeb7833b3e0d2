/**
 * The bench's month of one client for other tools: sums of the exports, changes, channels, works and plan, written as a
 * reader sees them. No project code is used, so that a peer costs what its own tool costs and not what ours does.
 * `PEER_WORKSPACE` is an agency of `bench/workload.ts`, `PEER_MONTH` the month.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WORDS, type Lang } from './words.ts';

const WORKSPACE = process.env['PEER_WORKSPACE'] ?? '';
const MONTH = process.env['PEER_MONTH'] ?? '';

type Sums = Record<'impressions' | 'clicks' | 'cost' | 'leads' | 'revenue', number>;
type Kpi = 'leads' | 'cpl' | 'revenue' | 'cost' | 'clicks' | 'cpc' | 'ctr' | 'impressions';

export interface PeerReport {
  id: string;
  lang: Lang;
  accent: string;
  title: string;
  words: (typeof WORDS)[Lang];
  kpis: { name: string; value: string; month: string; year: string }[];
  channels: { name: string; cost: number; leads: number; cells: string[] }[];
  total: string[];
  days: { name: string; cost: number; leads: number }[];
  months: { name: string; cost: number; leads: number; revenue: number }[];
  works: string[][];
  plan: string[][];
}

const KPIS: Kpi[] = ['leads', 'cpl', 'revenue', 'cost', 'clicks', 'cpc', 'ctr', 'impressions'];

/** Every client of the agency, in order. */
export const clientIds = (): string[] => readdirSync(join(WORKSPACE, 'data/clients')).sort();

export function peerReport(id: string): PeerReport {
  const folder = join(WORKSPACE, 'data/clients', id);
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const client = JSON.parse(read('client.json')) as PeerClient;
  const lang = client.locale;
  const written = writer(lang, client.currency);
  const { months, channels, days } = sumUp(read('exports/ads/metrics.csv'));
  const of = (back: number): Sums => months.get(monthBefore(MONTH, back)) ?? nothing();
  const cellsOf = (sums: Sums): string[] => KPIS.map((kpi) => written[kpi](valueOf(kpi, sums)));
  const lastYear = Array.from({ length: 12 }, (_, index) => 11 - index);
  return {
    ...{ id, lang, accent: client.brand.accent, words: WORDS[lang] },
    title: `${client.name}: ${WORDS[lang].report}, ${written.month(MONTH)}`,
    kpis: KPIS.map((kpi) => {
      const [now, month, year] = [0, 1, 12].map((back) => valueOf(kpi, of(back)));
      return {
        ...{ name: WORDS[lang].kpis[kpi], value: written[kpi](now!) },
        ...{ month: written.change(now! / month! - 1), year: written.change(now! / year! - 1) },
      };
    }),
    channels: [...channels].map(([name, sums]) => ({ name, ...money(sums), cells: cellsOf(sums) })),
    total: cellsOf(of(0)),
    days: [...days].map(([name, sums]) => ({ name, ...money(sums) })),
    months: lastYear.map((back) => ({ name: monthBefore(MONTH, back), ...money(of(back)) })),
    works: table(read('work.csv')).filter(([date]) => date!.startsWith(MONTH)),
    plan: table(read('plan.csv')).flatMap(([month, channel, title, who, due]) =>
      month === monthBefore(MONTH, -1) ? [[due!, channel!, title!, who!]] : [],
    ),
  };
}

interface PeerClient {
  name: string;
  locale: Lang;
  currency: string;
  brand: { accent: string };
}

const nothing = (): Sums => ({ impressions: 0, clicks: 0, cost: 0, leads: 0, revenue: 0 });
const hundredth = (value: number): number => Math.round(value * 100) / 100;
const money = ({ cost, leads, revenue }: Sums) => ({ cost: hundredth(cost), leads, revenue: hundredth(revenue) });

/** One walk over the export. */
function sumUp(csv: string): Record<'months' | 'channels' | 'days', Map<string, Sums>> {
  const sums = { months: new Map<string, Sums>(), channels: new Map<string, Sums>(), days: new Map<string, Sums>() };
  for (const line of csv.split('\n').slice(1)) {
    if (line === '') continue;
    const [day, channel, ...numbers] = line.split(',') as [string, string, ...string[]];
    const values = numbers.map(Number);
    const month = day.slice(0, 7);
    addTo(sums.months, month, values);
    if (month !== MONTH) continue;
    addTo(sums.channels, channel, values);
    addTo(sums.days, day, values);
  }
  return sums;
}

function addTo(map: Map<string, Sums>, key: string, [impressions, clicks, cost, leads, revenue]: number[]): void {
  let sums = map.get(key);
  if (sums === undefined) map.set(key, (sums = nothing()));
  sums.impressions += impressions!;
  sums.clicks += clicks!;
  sums.cost += cost!;
  sums.leads += leads!;
  sums.revenue += revenue!;
}

function valueOf(kpi: Kpi, sums: Sums): number {
  if (kpi === 'cpl') return sums.cost / sums.leads;
  if (kpi === 'cpc') return sums.cost / sums.clicks;
  if (kpi === 'ctr') return sums.clicks / sums.impressions;
  return sums[kpi];
}

function monthBefore(month: string, back: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number - 1 - back, 1)).toISOString().slice(0, 7);
}

/** Rows below the head; a quoted cell may hold commas and doubled quotes. */
function table(csv: string): string[][] {
  const rows = csv.split('\n').slice(1).filter(Boolean);
  return rows.map((row) =>
    row.includes('"')
      ? [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
          ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare!,
        )
      : row.split(','),
  );
}

type Writer = Record<Kpi | 'change', (value: number) => string> & { month(id: string): string };
const writers = new Map<string, Writer>();

/** Formats are made once for a language and a currency: making them costs more than using them. */
function writer(lang: Lang, currency: string): Writer {
  const known = writers.get(lang + currency);
  if (known !== undefined) return known;
  const number = (options: Intl.NumberFormatOptions = {}) => {
    const format = new Intl.NumberFormat(lang, { maximumFractionDigits: 0, ...options });
    return (value: number) => (Number.isFinite(value) ? format.format(value) : '–');
  };
  const [whole, sum] = [number(), number({ style: 'currency', currency })];
  const price = number({ style: 'currency', currency, maximumFractionDigits: 2 });
  const name = new Intl.DateTimeFormat(lang, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const made: Writer = {
    ...{ leads: whole, clicks: whole, impressions: whole, cost: sum, revenue: sum, cpl: price, cpc: price },
    ctr: number({ style: 'percent', maximumFractionDigits: 2 }),
    change: number({ style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' }),
    month: (id) => name.format(new Date(`${id}-01T00:00:00Z`)),
  };
  writers.set(lang + currency, made);
  return made;
}

import type { Encoding } from '../bytes.ts';
import type { ExportFile } from '../export-file.ts';
import type { Measure, Result } from '../market.ts';
import { delimited, money, shortMoney } from '../table.ts';

/** How one client's tidy CSV is written. */
export interface TidyForm {
  /** Headers in order: the day's, the channel's, then one for each measure. */
  headers: string[];
  measures: Measure[];
  delimiter: ',' | ';' | '\t';
  point: '.' | ',';
  encoding: Encoding;
  /** `31.10.2026` instead of `2026-10-31`. */
  dotted?: boolean;
  /** True where a day's cell was left empty by whoever fills the table. */
  isEmpty?: (day: string, channel: string, measure: Measure) => boolean;
}

interface ChannelDay {
  day: string;
  channel: string;
  sums: Record<Measure, number>;
}

/** Campaigns of one channel and day become one row; channels stand in the order given. */
function byChannel(results: Result[], channels: string[]): ChannelDay[] {
  const rows = new Map<string, ChannelDay>();
  for (const day of new Set(results.map((result) => result.day))) {
    for (const channel of channels) rows.set(`${day}/${channel}`, { day, channel, sums: nothing() });
  }
  const seen = new Set<string>();
  for (const result of results) {
    const key = `${result.day}/${result.campaign.channel}`;
    const row = rows.get(key);
    if (row === undefined) continue;
    seen.add(key);
    for (const measure of Object.keys(row.sums) as Measure[]) row.sums[measure] += result[measure];
  }
  return [...rows].filter(([key]) => seen.has(key)).map(([, row]) => row);
}

const nothing = (): Record<Measure, number> => ({
  impressions: 0,
  clicks: 0,
  cost: 0,
  leads: 0,
  sales: 0,
  revenue: 0,
});

/** One row for each day and channel. */
export function tidy(name: string, results: Result[], channels: string[], form: TidyForm): ExportFile {
  const day = (text: string) => (form.dotted ? text.split('-').reverse().join('.') : text);
  const cell = (row: ChannelDay, measure: Measure) => {
    if (form.isEmpty?.(row.day, row.channel, measure)) return '';
    if (measure === 'cost') return money(row.sums.cost, form.point);
    return measure === 'revenue' ? shortMoney(row.sums.revenue, form.point) : String(row.sums[measure]);
  };
  const rows = byChannel(results, channels).map((row) => [
    day(row.day),
    row.channel,
    ...form.measures.map((measure) => cell(row, measure)),
  ]);
  return { name, text: delimited([form.headers, ...rows], form.delimiter), encoding: form.encoding };
}

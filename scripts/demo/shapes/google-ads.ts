import type { Encoding } from '../bytes.ts';
import type { ExportFile, Part } from '../export-file.ts';
import { total } from '../export-file.ts';
import type { Result } from '../market.ts';
import { delimited, grouped, money, percent } from '../table.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

const american = (day: string): string =>
  `${MONTHS[Number(day.slice(5, 7)) - 1]} ${Number(day.slice(8, 10))}, ${day.slice(0, 4)}`;

const HEADER = 'Day,Campaign,Campaign type,Currency code,Impr.,Clicks,CTR,Avg. CPC,Cost,Conversions,Cost / conv.'.split(
  ',',
);

function figures(results: Result[]): string[] {
  const [impressions, clicks] = [total(results, 'impressions'), total(results, 'clicks')];
  const [cost, leads] = [total(results, 'cost'), total(results, 'leads')];
  return [
    grouped(String(impressions)),
    grouped(String(clicks)),
    `${percent(clicks, impressions)}%`,
    clicks === 0 ? ' --' : grouped(money(Math.round(cost / clicks))),
    grouped(money(cost)),
    grouped(money(leads * 100)),
    leads === 0 ? ' --' : grouped(money(Math.round(cost / leads))),
  ];
}

/** Campaign report by day, en-US: two title lines, thousands commas, ` --` for nothing, totals last. */
export function googleAds(
  part: Part,
  currency: string,
  typeOf: (name: string) => string,
  encoding: Encoding,
): ExportFile {
  const totals = (label: string) => [label, ' --', ' --', currency, ...figures(part.results)];
  const rows = [
    ['Campaign report'],
    [`${american(part.from)} - ${american(part.to)}`],
    HEADER,
    ...part.results.map((result) => [
      result.day,
      result.campaign.name,
      typeOf(result.campaign.name),
      currency,
      ...figures([result]),
    ]),
    totals('Total: Campaigns'),
    totals('Total: Account'),
  ];
  const text = delimited(rows, encoding === 'utf-16le-bom' ? '\t' : ',');
  return { name: `Campaign report ${part.label}.csv`, text, encoding };
}

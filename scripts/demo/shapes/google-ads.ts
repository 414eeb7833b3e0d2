import type { Encoding } from '../bytes.ts';
import type { ExportFile, Part } from '../export-file.ts';
import { total } from '../export-file.ts';
import type { Result } from '../market.ts';
import { delimited, grouped, money, percent } from '../table.ts';
import type { Term } from './terms.ts';

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

/** Search terms of the whole part: the system withholds rare ones and those of Performance Max. */
export function googleAdsTerms(part: Part, currency: string, terms: Term[]): ExportFile {
  const sum = (measure: 'impressions' | 'clicks' | 'cost') => terms.reduce((all, term) => all + term[measure], 0);
  const cells = (impressions: number, clicks: number, cost: number): string[] => [
    grouped(String(clicks)),
    grouped(String(impressions)),
    `${percent(clicks, impressions)}%`,
    currency,
    clicks === 0 ? ' --' : grouped(money(Math.round(cost / clicks))),
    grouped(money(cost)),
  ];
  const totals = (label: string, figures: string[]) => [label, ' --', ' --', ...figures];
  const rows = [
    ['Search terms report'],
    [`${american(part.from)} - ${american(part.to)}`],
    'Search term,Match type,Campaign,Clicks,Impr.,CTR,Currency code,Avg. CPC,Cost'.split(','),
    ...terms.map(({ text, campaign, impressions, clicks, cost }) => [
      text,
      campaign.includes('Brand') ? 'Exact match' : 'Phrase match',
      campaign,
      ...cells(impressions, clicks, cost),
    ]),
    totals('Total: Search terms', cells(sum('impressions'), sum('clicks'), sum('cost'))),
    totals(
      'Total: Account',
      cells(total(part.results, 'impressions'), total(part.results, 'clicks'), total(part.results, 'cost')),
    ),
  ];
  return { name: `Search terms report ${part.label}.csv`, text: delimited(rows, ','), encoding: 'utf-8' };
}

import type { ExportFile } from '../export-file.ts';
import type { Result } from '../market.ts';
import { between } from '../random.ts';
import { delimited, percent, shortMoney } from '../table.ts';
import type { Term } from './terms.ts';

/** The «Chart» table of a Search Console download with Russian headers: the only one that adds up. */
export function searchConsole(label: string, results: Result[]): ExportFile {
  const rows = results.map(({ day, campaign, impressions, clicks }) => [
    day,
    String(clicks),
    String(impressions),
    ...rates(clicks, impressions, between(41, 98, campaign.id, day, 'position')),
  ]);
  const text = delimited([['Дата', 'Клики', 'Показы', 'CTR', 'Позиция'], ...rows], ',');
  return { name: `${label}/Chart.csv`, text, encoding: 'utf-8' };
}

/** One of the other tables, which never add up: of queries or of pages. */
export function searchConsoleList(name: string, about: string, terms: Term[]): ExportFile {
  const rows = terms.map(({ text, clicks, impressions }, rank) => [
    text,
    String(clicks),
    String(impressions),
    ...rates(clicks, impressions, between(11 + 3 * rank, 25 + 5 * rank, text, 'position')),
  ]);
  return {
    name,
    text: delimited([[about, 'Клики', 'Показы', 'CTR', 'Позиция'], ...rows], ','),
    encoding: 'utf-8',
  };
}

/** CTR and position; the position comes in tenths. */
const rates = (clicks: number, impressions: number, position: number): string[] => [
  `${percent(clicks, impressions).replace(/\.?0+$/, '')}%`,
  shortMoney(10 * position),
];

import type { ExportFile } from '../export-file.ts';
import type { Result } from '../market.ts';
import { between } from '../random.ts';
import { delimited, percent, shortMoney } from '../table.ts';

/** The «Chart» table of a Search Console download with Russian headers: the only one that adds up. */
export function searchConsole(label: string, results: Result[]): ExportFile {
  const rows = results.map(({ day, campaign, impressions, clicks }) => [
    day,
    String(clicks),
    String(impressions),
    `${percent(clicks, impressions).replace(/\.?0+$/, '')}%`,
    shortMoney(10 * between(41, 98, campaign.id, day, 'position')),
  ]);
  const text = delimited([['Дата', 'Клики', 'Показы', 'CTR', 'Позиция'], ...rows], ',');
  return { name: `${label}/Chart.csv`, text, encoding: 'utf-8' };
}

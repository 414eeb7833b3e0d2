import type { ExportFile, Part } from '../export-file.ts';
import { between } from '../random.ts';
import { delimited, shortMoney } from '../table.ts';

/** Daily campaign table: byte order mark, newest first, currency in the header, empty cells for nothing. */
export function metaAds(part: Part, currency: string): ExportFile {
  const header = [
    'Day',
    'Campaign name',
    'Reach',
    'Frequency',
    'Impressions',
    'Currency',
    `Amount spent (${currency})`,
    'Clicks (all)',
    'Link clicks',
    'Results',
    'Reporting starts',
    'Reporting ends',
  ];
  const rows = part.results.toReversed().map(({ day, campaign, impressions, clicks, cost, leads }) => {
    const frequency = between(1080, 1690, campaign.id, day, 'frequency');
    const reach = Math.floor((impressions * 1000) / frequency);
    return [
      day,
      campaign.name,
      String(reach),
      reach === 0 ? '' : (impressions / reach).toFixed(6),
      String(impressions),
      currency,
      cost === 0 ? '' : shortMoney(cost),
      String(clicks + between(0, 4 + Math.floor(clicks / 6), campaign.id, day, 'all clicks')),
      clicks === 0 ? '' : String(clicks),
      leads === 0 ? '' : String(leads),
      day,
      day,
    ];
  });
  return {
    name: `Campaigns-${part.from}-${part.to}.csv`,
    text: delimited([header, ...rows], ',', '\r\n'),
    encoding: 'utf-8-bom',
  };
}

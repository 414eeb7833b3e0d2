import { total, type Part } from '../export-file.ts';
import { between } from '../random.ts';
import { written } from '../table.ts';

/** What people asked for or opened in a month. Money is in kopecks or cents. */
export interface Term {
  text: string;
  /** The campaign that answered. */
  campaign: string;
  impressions: number;
  clicks: number;
  cost: number;
}

/**
 * Splits the results of a part over its terms; what the shares leave over is what systems withhold.
 * @param list lines `per mille of the campaign's results | term | end of the campaign's name`; without a campaign, of all results
 */
export function termsOf(part: Part, list: string): Term[] {
  const terms = written(list).map(([share, text = '', campaign = '']) => {
    const results = part.results.filter((result) => result.campaign.name.endsWith(campaign));
    const some = (measure: 'impressions' | 'clicks' | 'cost', chance: string) =>
      Math.floor((total(results, measure) * Number(share) * between(850, 1150, text, chance)) / 1_000_000);
    const clicks = some('clicks', 'clicks');
    const impressions = Math.max(clicks, some('impressions', 'impressions'));
    return {
      text,
      campaign: results[0]?.campaign.name ?? '',
      impressions,
      clicks,
      cost: clicks === 0 ? 0 : some('cost', 'clicks'),
    };
  });
  return terms.sort((a, b) => b.clicks - a.clicks || b.impressions - a.impressions);
}

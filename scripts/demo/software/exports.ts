import { FIRST_DAY, inLastMonth, LAST_DAY, monthOf, quarterOf } from '../calendar.ts';
import { type ExportFile, split } from '../export-file.ts';
import { runMarket } from '../market.ts';
import { ga4 } from '../shapes/ga4.ts';
import { googleAds, googleAdsTerms } from '../shapes/google-ads.ts';
import { metaAds } from '../shapes/meta-ads.ts';
import { siteDays } from '../shapes/site-visits.ts';
import { termsOf } from '../shapes/terms.ts';
import { tidy, type TidyForm } from '../shapes/tidy.ts';
import { market } from './market.ts';
import { SEARCH_TERMS } from './searches.ts';

const CHANNELS = ['google-ads', 'meta-ads', 'linkedin-ads', 'seo', 'partners'];

/** One quarter was downloaded as «Excel .csv»: UTF-16 with TABs. */
const EXCEL_QUARTER = '2025-Q2';

const LINKEDIN: TidyForm = {
  headers: ['date', 'channel', 'impressions', 'clicks', 'cost'],
  measures: ['impressions', 'clicks', 'cost'],
  delimiter: ',',
  point: '.',
  encoding: 'utf-8',
};

const CRM: TidyForm = {
  headers: ['date', 'channel', 'leads', 'sales', 'revenue'],
  measures: ['leads', 'sales', 'revenue'],
  delimiter: '\t',
  point: '.',
  encoding: 'utf-8',
};

/** Files by source. */
export function softwareExports(): Record<string, ExportFile[]> {
  const results = runMarket(market);
  const of = (channel: string) => results.filter((result) => result.campaign.channel === channel);
  const clicks = new Map<string, number>();
  for (const result of results) clicks.set(result.day, (clicks.get(result.day) ?? 0) + result.clicks);
  const visits = siteDays('software', FIRST_DAY, LAST_DAY, (day) => clicks.get(day) ?? 0);
  const quarters = [...new Set(visits.map(({ day }) => quarterOf(day)))];
  return {
    'google-ads': [
      ...split(of('google-ads'), quarterOf).map((part) =>
        googleAds(
          part,
          'USD',
          (name) => (name.includes('PMax') ? 'Performance Max' : 'Search'),
          part.label === EXCEL_QUARTER ? 'utf-16le-bom' : 'utf-8',
        ),
      ),
      ...split(of('google-ads').filter(inLastMonth), monthOf).map((part) =>
        googleAdsTerms(part, 'USD', termsOf(part, SEARCH_TERMS)),
      ),
    ],
    'meta-ads': split(of('meta-ads'), quarterOf).map((part) => metaAds(part, 'USD')),
    'linkedin-ads': split(of('linkedin-ads'), quarterOf).map((part) =>
      tidy(`linkedin_${part.label}.csv`, part.results, ['linkedin-ads'], LINKEDIN),
    ),
    ga4: quarters.map((label) =>
      ga4(
        label,
        'Ledgerlark',
        visits.filter(({ day }) => quarterOf(day) === label),
      ),
    ),
    crm: split(results, (day) => day.slice(0, 4)).map((part) =>
      tidy(`pipeline_${part.label}.csv`, part.results, CHANNELS, CRM),
    ),
  };
}

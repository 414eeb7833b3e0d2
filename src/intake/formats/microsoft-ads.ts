import type { Format } from '../format.ts';

/** Microsoft Advertising (Bing Ads): performance reports saved as CSV, TSV or XLSX. */
export const microsoftAds: Format = {
  id: 'microsoft-ads',
  name: 'Microsoft Advertising',
  signatures: [
    ['Gregorian date', '@metric'],
    ['Time period', '@metric'],
    ['TimePeriod', '@metric'],
    ['Average CPC', 'Spend', 'Impressions', 'Clicks'],
    ['Avg. CPC', 'Spend', 'Impressions', 'Clicks'],
    ['AverageCpc', 'Spend'],
    ['Abs. Top impression rate', 'Spend'],
    ['Top impr. rate %', 'Spend'],
  ],
  days: ['Gregorian date', 'Time period', 'TimePeriod', 'Date', 'Day'],
  currency: ['Currency code', 'CurrencyCode', 'Currency'],
  dimensions: {
    campaign: ['Campaign name', 'Campaign', 'CampaignName'],
    campaignId: ['Campaign ID', 'CampaignId'],
    adGroup: ['Ad group', 'Ad group name', 'Ad group ID', 'AdGroupName', 'AdGroupId'],
    ad: ['Ad ID', 'Ad title', 'AdId', 'Title part 1'],
    account: ['Account name', 'Account number', 'AccountName', 'AccountNumber', 'Account ID'],
    network: ['Network', 'Ad distribution', 'Top vs. other', 'Bid match type', 'Delivered match type'],
    device: ['Device type', 'Device', 'DeviceType', 'Device OS'],
    status: ['Campaign status', 'Ad group status', 'Ad status', 'Account status', 'CampaignStatus'],
  },
  metrics: {
    impressions: ['Impressions', 'Impr.'],
    clicks: ['Clicks'],
    cost: ['Spend', 'Cost'],
    conversions: ['Conversions', 'Conv.', 'All conversions'],
    revenue: ['Revenue', 'Conv. revenue', 'All revenue'],
  },
  neverTotalled: [
    ...['CTR', 'CTR (%)', 'Average CPC', 'Avg. CPC', 'AverageCpc', 'Avg. position', 'Average position', 'Conv. rate'],
    ...['Conversion rate', 'Conversion rate (%)', 'CPA', 'Cost per conversion', 'Return on ad spend', 'Average CPM'],
    ...['Abs. Top impression rate', 'Top impr. rate %', 'Impr. share %', 'Impression share (%)', 'Quality score'],
    ...['Assists', 'View-through conversions', 'Low-quality clicks', 'Budget', 'Delivery', 'Bid strategy type'],
  ],
  parts: [
    {
      kind: 'search-terms',
      headers: ['Search term', 'Search query', 'SearchQuery'],
      why: {
        ru: 'Microsoft Advertising показывает не все поисковые запросы, их сумма меньше итога аккаунта',
        en: 'Microsoft Advertising does not list every search term, so they add up to less than the account',
      },
    },
    {
      kind: 'keywords',
      headers: ['Keyword'],
      why: {
        ru: 'ключевые слова есть только у поисковых кампаний, их сумма меньше итога аккаунта',
        en: 'only search campaigns have keywords, so they add up to less than the account',
      },
    },
    {
      kind: 'placements',
      headers: ['Publisher URL', 'Website', 'Publisher website'],
      why: {
        ru: 'перечислены не все площадки, их сумма меньше итога аккаунта',
        en: 'not every placement is listed, so they add up to less than the account',
      },
    },
  ],
};

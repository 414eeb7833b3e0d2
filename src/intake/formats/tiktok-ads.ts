import type { Format } from '../format.ts';

/** TikTok Ads Manager: campaign reports and custom reports saved as CSV or XLSX. */
export const tikTokAds: Format = {
  id: 'tiktok-ads',
  name: 'TikTok Ads',
  signatures: [
    ['Clicks (destination)', 'Cost'],
    ['Destination clicks', 'Cost'],
    ['CPC (destination)', 'Cost'],
    ['CTR (destination)', 'Cost'],
    ['Video views at 25%', 'Cost'],
    ['Video views at 100%', 'Cost'],
    ['2-second video views', 'Cost'],
    ['6-second video views', 'Cost'],
    ['Primary status', 'Cost'],
    ['By Day', 'Cost', 'Impressions'],
    ['Stat time day', '@metric'],
  ],
  days: ['By Day', 'Stat time day', 'Date', 'Day'],
  currency: ['Currency'],
  dimensions: {
    campaign: ['Campaign name', 'Campaign'],
    campaignId: ['Campaign ID'],
    adGroup: ['Ad group name', 'Ad group ID'],
    ad: ['Ad name', 'Ad ID'],
    account: ['Account name', 'Account ID', 'Advertiser name', 'Advertiser ID'],
    status: ['Primary status', 'Campaign status', 'Ad group status', 'Ad status'],
    audience: ['Age', 'Gender', 'Country/Region', 'Placement', 'Platform'],
    objective: ['Objective', 'Advertising objective', 'Optimization goal', 'Result type'],
  },
  metrics: {
    impressions: ['Impressions'],
    clicks: ['Clicks (destination)', 'Destination clicks', 'Clicks', 'Clicks (all)'],
    cost: ['Cost', 'Spend', 'Amount spent'],
    conversions: ['Conversions', 'Conversion'],
    revenue: ['Total purchase value', 'Total complete payment value', 'Purchase value (website)'],
  },
  neverTotalled: [
    ...['CPC', 'CPM', 'CTR', 'CPC (destination)', 'CTR (destination)', 'CPC (all)', 'CTR (all)', 'CVR', 'CPA', 'ROAS'],
    ...['Cost per conversion', 'Cost per result', 'Conversion rate (CVR)', 'Conversion rate', 'Result', 'Results'],
    ...['Result rate', 'Reach', 'Frequency', 'Cost per 1,000 people reached', 'Video views', 'Budget', 'Bid'],
    ...['2-second video views', '6-second video views', 'Video views at 25%', 'Video views at 50%'],
    ...['Video views at 75%', 'Video views at 100%', 'Average play time per video view', 'Campaign budget'],
    ...['Average play time per user', 'Likes', 'Shares', 'Comments', 'Follows', 'Paid followers', 'Profile visits'],
    ...['Real-time conversions', 'Real-time CVR', 'Real-time results', 'Ad group budget', 'Budget type'],
  ],
  parts: [],
};

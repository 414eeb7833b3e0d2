import type { Format } from '../format.ts';

/** Spotify Ads Manager: campaign performance with its `Report …:` lines. */
export const spotifyAds: Format = {
  id: 'spotify-ads',
  name: 'Spotify Ads',
  signatures: [
    ['Ad played to: 25%'],
    ['completion rate', 'Spend'],
    ['Ad set id', 'Ad format', 'Impressions'],
    ['Campaign id', 'Ad set id', 'Spend'],
    ['Starts', 'Spend', 'Frequency'],
  ],
  days: ['Date', 'Day'],
  currency: ['Currency'],
  dimensions: {
    campaign: ['Campaign name'],
    campaignId: ['Campaign id'],
    adSet: ['Ad set name', 'Ad set id'],
    ad: ['Ad name', 'Ad id'],
    adFormat: ['Ad format', 'Ad type', 'Placement', 'Platform'],
    audience: ['Age', 'Gender', 'Genre', 'City', 'Region', 'Country'],
  },
  metrics: {
    impressions: ['Impressions'],
    clicks: ['Clicks'],
    cost: ['Spend'],
    conversions: ['Purchases', 'Leads', 'Conversions'],
    revenue: ['Attributed revenue'],
  },
  neverTotalled: [
    ...[
      'Reach',
      'Frequency',
      'CTR',
      'CPC',
      'CPM',
      'CPCL',
      'completion rate',
      'Starts',
      'Skips',
      'page views',
      'Adds to cart',
    ],
    ...[
      'Ad played to: 25%',
      'Ad played to: 50%',
      'Ad played to: 75%',
      'Ad played to: 100%',
      'Start checkouts',
      'Products',
    ],
    ...['Average order value (AOV)', 'Return on ad spend (ROAS)', 'Customer acquisition cost (CAC)', 'Completes'],
    ...['Video views', 'Off-Spotify impressions', 'New listeners', 'Streams', 'Listeners', 'Intent rate'],
  ],
  parts: [],
};

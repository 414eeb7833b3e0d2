import type { Format } from '../format.ts';

/** Pinterest Ads: custom and campaign reports saved as CSV. */
export const pinterest: Format = {
  id: 'pinterest',
  name: 'Pinterest Ads',
  signatures: [
    ['Spend in account currency'],
    ['Pin clicks', '@metric'],
    ['Pin click', '@metric'],
    ['Outbound clicks', 'Spend'],
    ['Saves', 'Spend', 'Impressions'],
    ['Paid impressions', 'Spend'],
  ],
  days: ['Date', 'Day'],
  currency: ['Currency', 'Account currency'],
  dimensions: {
    campaign: ['Campaign name', 'Campaign'],
    campaignId: ['Campaign ID'],
    adGroup: ['Ad group name', 'Ad group ID'],
    ad: ['Ad name', 'Ad ID', 'Pin ID', 'Promoted pin ID', 'Pin promotion ID'],
    account: ['Account name', 'Account ID', 'Advertiser ID', 'Ad account ID'],
    objective: ['Campaign objective', 'Campaign objective type', 'Objective'],
    status: ['Campaign status', 'Status', 'Campaign entity status', 'Ad group status', 'Ad status'],
    audience: [
      'Gender',
      'Age bucket',
      'Age',
      'Device',
      'Region',
      'Country',
      'Metro',
      'Targeting type',
      'Targeting value',
    ],
  },
  metrics: {
    impressions: ['Impressions', 'Paid impressions', 'Total impressions'],
    clicks: ['Outbound clicks', 'Outbound click', 'Pin clicks', 'Pin click', 'Clicks'],
    cost: ['Spend', 'Spend in account currency'],
    conversions: ['Total conversions', 'Conversions', 'Total checkout', 'Total conversions (Checkout)'],
    revenue: ['Total conversion value', 'Total order value (Checkout)', 'Total conversions value (Checkout)'],
  },
  cautions: [
    {
      headers: ['Pin clicks', 'Pin click'],
      why: {
        ru: 'клики по пину включают увеличение картинки внутри Pinterest; переходы на сайт стоят в столбце «Outbound clicks»',
        en: 'pin clicks include a closer look at the picture inside Pinterest; visits to the site stand in “Outbound clicks”',
      },
    },
  ],
  neverTotalled: [
    ...[
      'CTR',
      'Outbound CTR',
      'Pin click rate',
      'CPC',
      'CPM',
      'eCPC',
      'eCPM',
      'CPE',
      'CPA',
      'ROAS',
      'Reach',
      'Frequency',
    ],
    ...['Engagements', 'Engagement', 'Engagement rate', 'Saves', 'Save', 'Save rate', 'Total audience', 'Budget'],
    ...['Daily budget', 'Lifetime budget', 'Bid', 'Start date', 'End date', 'Cost per outbound click'],
  ],
  parts: [],
};

import type { Format } from '../format.ts';

/** LinkedIn Campaign Manager: performance reports saved as CSV (UTF-16, some lines above the header) or XLSX. */
export const linkedInAds: Format = {
  id: 'linkedin-ads',
  name: 'LinkedIn Ads',
  signatures: [
    ['Start Date (in UTC)', '@metric'],
    ['Date (in UTC)', '@metric'],
    ['Campaign Group Name', 'Total Spent'],
    ['Campaign Group ID', '@metric'],
    ['Total Spent', 'Impressions', 'Clicks'],
    ['Total Spent', 'Average CPC'],
    ['Leads', 'Lead Form Opens'],
  ],
  days: ['Start Date (in UTC)', 'Date (in UTC)', 'Start Date', 'Date', 'Day'],
  currency: ['Currency', 'Account Currency'],
  dimensions: {
    campaign: ['Campaign Name', 'Campaign'],
    campaignId: ['Campaign ID'],
    group: ['Campaign Group Name', 'Campaign Group ID', 'Ad Set Name', 'Ad Set ID'],
    ad: ['Ad Name', 'Ad ID', 'Creative Name', 'Creative ID', 'Ad Headline', 'DSC Name'],
    account: ['Account Name', 'Account ID'],
    status: ['Campaign Status', 'Campaign Group Status', 'Ad Status', 'Status'],
    objective: ['Campaign Objective', 'Campaign Type', 'Cost Type', 'Ad Format'],
    audience: ['Job Function Segment', 'Job Seniority Segment', 'Company Industry Segment', 'Country/Region Segment'],
  },
  metrics: {
    impressions: ['Impressions'],
    clicks: ['Clicks'],
    cost: ['Total Spent', 'Spent', 'Amount Spent'],
    conversions: ['Conversions'],
    leads: ['Leads'],
    revenue: ['Total Conversion Value', 'Conversion Value'],
  },
  neverTotalled: [
    ...['Average CTR', 'Average CPM', 'Average CPC', 'Click Through Rate', 'Conversion Rate', 'Cost per Conversion'],
    ...['Cost per Lead', 'Lead Form Opens', 'Lead Form Completion Rate', 'Lead Conversion Rate', 'Reactions', 'Reach'],
    ...['Comments', 'Shares', 'Follows', 'Other Clicks', 'Total Social Actions', 'Total Engagements', 'Frequency'],
    ...['Engagement Rate', 'Clicks to Landing Page', 'Clicks to LinkedIn Page', 'Post-Click Conversions'],
    ...['View-Through Conversions', 'Post-View Conversions', 'Average Frequency', 'Viral Impressions', 'Viral Clicks'],
    ...['Total Budget', 'Daily Budget', 'Campaign Total Budget', 'Campaign Daily Budget', 'Bid Amount'],
    ...['Return on Ad Spend', 'Leads (Work Email)', 'Qualified Leads', 'Cost per Qualified Lead', 'Sends', 'Opens'],
  ],
  parts: [],
};

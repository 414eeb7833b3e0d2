import { describe, expect, test } from 'vitest';
import { codes, facts, read } from './helpers.ts';

describe('an overview card of Google Ads', () => {
  test.each([
    ['by place', 'Location Name,Impressions\nNorth,12\nSouth,7\n', ['warning no-day-column']],
    ['by hour', 'Start Hour,Impressions\n00,21\n01,11\n', ['warning no-day-column']],
    [
      'by hour of one day',
      'Hour,Clicks,Impressions,Avg. CPC,Cost\n00 - 01,0,2,$0.00,$0.00\n',
      ['warning no-day-column'],
    ],
    ['by weekday and hour', 'Day,Start Hour,Impressions\nSunday,00,3\nMonday,00,4\n', ['warning rows-by-weekday']],
    [
      'by word',
      'Word,Cost,Clicks,Impressions,Conversions,Top Containing Queries\nroof,US$9.72,7,64,0.00,"(roof, new roof)"\n',
      ['warning part-of-account'],
    ],
    [
      'by keyword',
      'Search Keyword,Match type,Criterion Status,Campaign Status,Ad Group Status,Cost,Clicks,CTR\n' +
        'roof,Broad match,Enabled,Enabled,Enabled,US$3.00,2,4.00%\n',
      ['warning part-of-account'],
    ],
  ])('%s is known, and feeds no sum', (_, text, expected) => {
    const file = read(text);
    expect(file).toMatchObject({ format: 'google-ads', feeds: [] });
    expect(codes(file)).toEqual(expected);
  });
});

test('rows of assets are a part that never adds up, also by day: an ad is shown with several', () => {
  const file = read(
    'Ad asset report\n"October 1, 2026 - October 2, 2026"\n' +
      'Asset status,Asset,Asset type,Level,Day,Campaign,Impr.,Currency code,Cost,Clicks\n' +
      'Enabled,Prices,Sitelink,Campaign,2026-10-01,Brand,10,GBP,3.88,3\n' +
      'Enabled,Fast,Callout,Campaign,2026-10-01,Brand,10,GBP,3.88,3\n',
  );
  expect(file).toMatchObject({ format: 'google-ads', feeds: [] });
  expect(codes(file)).toEqual(['warning part-of-account']);
});

test('rows of pages with their query strings are a part of Google Analytics, also by day', () => {
  const file = read(
    '# ---\n# Site\n# Free form 1\n# 20261001-20261002\n# ---\n\n' +
      'Page path + query string,Date,Total users,Sessions,Key events\n,,3,3,1,Grand total\n' +
      '/,20261001,3,3,1\n/prices?a=1,20261001,2,2,0\n',
  );
  expect(file).toMatchObject({ format: 'ga4', feeds: [] });
  expect(facts(file)).toEqual([]);
  expect(codes(file)).toEqual(['warning part-of-account']);
});

describe('the chart of Search Console', () => {
  const figures = 'Clicks,Impressions,CTR,Position';

  test('by month or week is known, and is not taken for days', () => {
    const file = read(
      `Date range,${figures}\n2026-09-14 - 2026-09-30,6,84,7.1%,8\n2026-10-01 - 2026-10-31,3,64,4.7%,5\n`,
    );
    expect(file).toMatchObject({ format: 'search-console', feeds: [] });
    expect(codes(file)).toEqual(['warning rows-not-daily']);
  });

  test('of the last 24 hours in any time zone is known, and is two days cut short', () => {
    for (const zone of [' (UTC+01:00)', ' (UTC-03:30)', ' (GMT)', '']) {
      const file = read(
        `Time${zone},${figures}\n2026-10-10T23:00:00,3,162,1.85%,12.2\n2026-10-11T00:00:00,3,182,1.65%,9.8\n`,
      );
      expect(file).toMatchObject({ format: 'search-console', feeds: [] });
      expect(codes(file)).toEqual(['warning part-of-account']);
    }
  });

  test.each([
    ['what the report on indexing is of', 'Property,Value\nSitemap,All known pages\n'],
    ['appearances in Discover', 'Discover Appearance,Clicks,Impressions,CTR\nWeb Story,3,64,4.7%\n'],
  ])('comes in an archive with %s', (_, text) => {
    expect(codes(read(text))).toEqual(['warning part-of-account']);
  });
});

test('rows of videos are a part of the account: only video ads have any', () => {
  const file = read(
    'Video report\n"October 1, 2026 - October 2, 2026"\nVideo,Day,Impr.,Currency code,Cost,Clicks\n' +
      'Tour,2026-10-01,10,GBP,3.88,3\nTotal: Account, --,40,GBP,9.10,7\n',
  );
  expect(file).toMatchObject({ format: 'google-ads', feeds: [], tables: [{ kind: 'videos' }] });
  expect(codes(file)).toEqual(['warning part-of-account']);
});

describe('a standard report of Google Analytics is known', () => {
  const head = '# ---\n# Site\n# ---\n# Start date: 20261001\n# End date: 20261031\n';
  const group = 'First user primary channel group (Default channel group)';

  test.each([
    ['on products', 'Item name,Items viewed,Items purchased,Item revenue\nRoof,85,2,137.5\n', 'part-of-account'],
    ['on leads', `${group},New leads,Qualified leads\nDirect,85,2\n`, 'nothing-to-add-up'],
    ['on first visits', `${group},New users,Total revenue\nDirect,85,2.5\n`, 'no-day-column'],
  ])('%s', (_, text, code) => {
    const file = read(head + text);
    expect(file).toMatchObject({ format: 'ga4', feeds: [] });
    expect(codes(file)).toEqual([`warning ${code}`]);
  });
});

test('the speed of pages comes from Search Console, and says nothing of clicks', () => {
  for (const text of [
    'Date,Poor,Need improvement,Good\n2026-10-01,3,2,90\n',
    'Severity,Issue,Validation,URLs\nPoor,LCP,N/A,9\n',
  ]) {
    const file = read(text);
    expect(file).toMatchObject({ format: 'search-console', feeds: [] });
    expect(codes(file)).toEqual(['warning part-of-account']);
  }
});

test('sessions over time of Shopify feed sessions, never visitors', () => {
  const file = read('"Day","Online store visitors","Sessions"\n"2026-10-01",935,1071\n"2026-10-02",900,951\n');
  expect(file).toMatchObject({ format: 'shopify', problems: [] });
  expect(facts(file)).toEqual(['2026-10-01 ads sessions 1071', '2026-10-02 ads sessions 951']);
});

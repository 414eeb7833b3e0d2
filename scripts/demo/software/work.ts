import type { Routine } from '../work-log.ts';

/** date | area | title | person | hours | status | link | effect */
export const WORK = `
2024-09-04|Analytics|Connected ad accounts, GA4 and the CRM|sergey-belov|14|done||Every trial knows the channel it came from
2024-09-18|Paid search|Rebuilt the account around four intents|ilya-gromov|12|done||Fewer wasted queries in the first fortnight
2024-10-22|Design|Drew a set of ads with real invoices|polina-zueva|8|done||Product screens beat stock photos
2024-12-11|SEO|Wrote comparison pages for three rivals|vera-tikhonova|14|done||First page-one positions by February
2025-01-13|Paid search|Launched Performance Max for trades|ilya-gromov|6|done||More trials, of mixed quality
2025-03-31|Paid search|Paused the Alternatives campaign|ilya-gromov|1|done||Rivals raised bids beyond what a trial is worth
2025-05-21|Website|Cut the sign-up form to three fields|sergey-belov|7|done||More people finish the form on a phone
2025-08-04|Paid search|Brought Alternatives back with new pages|ilya-gromov|5|done||Trials at a price we accept
2025-10-15|SEO|Published the invoicing template library|vera-tikhonova|18|done||The library earns links by itself
2025-12-09|Client service|Agreed the plan and the media plan for 2026|dina-safina|6|done||Targets signed by both sides
2026-01-14|Analytics|Separated new business from upgrades in the CRM|sergey-belov|6|done||Revenue counts first-year contracts only
2026-02-02|Paid social|Started a lookalike of paying accounts|timur-akhmetov|5|done||Better close rate than prospecting
2026-03-11|Design|Drew document ads for LinkedIn|polina-zueva|8|done||Read to the last page by one in five
2026-03-17|SEO|Refreshed the ten oldest guides|vera-tikhonova|11|done||Half of them moved up within a month
2026-03-24|Paid search|Added callouts for offline mode|ilya-gromov|3|done||Higher click-through on mobile
2026-03-30|Client service|Quarterly review with the founders|dina-safina|4|done||Priorities for spring agreed
2026-04-01|Paid social|Opened LinkedIn with two job-title audiences|timur-akhmetov|9|done||Few trials, large contracts
2026-04-08|Website|Rewrote the pricing page with the sales team|sergey-belov|10|done||Fewer questions before the trial
2026-04-14|Paid social|Tested video against carousels|timur-akhmetov|5|done||Video wins on trials per dollar
2026-04-21|SEO|Built landing pages for six trades|vera-tikhonova|13|done||Plumbers and electricians lead
2026-04-28|Paid search|Moved brand to its own budget|ilya-gromov|2|done||Brand no longer starves other campaigns
2026-05-12|Analytics|Caught a sign-up outage within an hour|sergey-belov|3|done||Ads paused until the form came back
2026-05-14|Client service|Wrote up the outage with the engineering team|dina-safina|2|done||An alert now watches sign-ups
2026-05-20|Design|Redrew the product screens for the new layout|polina-zueva|9|done||Ads and product look alike again
2026-05-27|SEO|Marked up templates for rich results|vera-tikhonova|6|done||Templates show previews in search
2026-06-03|Paid search|Split Invoicing by company size|ilya-gromov|6|done||Bids follow the value of a contract
2026-06-10|SEO|Opened the job-costing topic|vera-tikhonova|14|done||Impressions grow from the second week
2026-06-17|Paid social|Retired three tired audiences|timur-akhmetov|3|done||Frequency back under three
2026-06-24|Analytics|Imported won deals back into Google Ads|sergey-belov|8|done||Bidding learns from sales, not forms
2026-07-01|Client service|Half-year review|dina-safina|5|done||Growth plan for autumn drafted
2026-07-14|Paid search|Lowered budgets around Independence Day|ilya-gromov|1|done||Nothing spent on an empty weekend
2026-07-21|Website|Added a two-minute product tour|sergey-belov|9|done|https://ledgerlark.example/tour|A third of visitors to pricing watch it
2026-07-28|SEO|Interviewed four customers for case stories|vera-tikhonova|10|done||Quotes for ads as well
2026-08-03|Paid search|Moved Invoicing to the tour landing page|ilya-gromov|4|done||More trials per click
2026-08-12|Analytics|Compared PMax trials with paid accounts|sergey-belov|6|done||One PMax trial in fourteen pays
2026-08-19|Paid social|Prepared LinkedIn for a larger budget|timur-akhmetov|5|done||Audiences by company size
2026-08-26|SEO|Published four case stories|vera-tikhonova|8|done||Sales team sends them after demos
2026-09-02|Client service|Agreed the launch of the Teams plan|dina-safina|3|done||Date, price and message fixed
2026-09-09|Design|Drew the Teams launch|polina-zueva|12|done||One picture for five formats
2026-09-16|Website|Built the Teams page|sergey-belov|11|done|https://ledgerlark.example/teams|Ready two weeks before launch
2026-09-22|Paid search|Added Teams queries to Invoicing|ilya-gromov|4|done||Larger firms see their own ad
2026-09-28|Paid search|Stopped Performance Max|ilya-gromov|2|done||Spend moves to campaigns that win customers
2026-10-01|Analytics|Set up Teams tracking end to end|sergey-belov|6|done||Plan name travels from click to contract
2026-10-05|Paid social|Cut prospecting, raised LinkedIn|timur-akhmetov|4|done||Money follows contract value
2026-10-06|Client service|Launch day of the Teams plan|dina-safina|6|done|https://ledgerlark.example/teams|Four days above the usual demand
2026-10-08|Paid search|Answered rivals bidding on the brand|ilya-gromov|2|done||Top position kept
2026-10-14|SEO|Published the guide to crew scheduling|vera-tikhonova|9|done||Indexed the next day
2026-10-20|Design|Made customer-quote ads for LinkedIn|polina-zueva|6|done||Live since October 22
2026-10-27|Website|Testing annual billing as the default|sergey-belov|7|doing||Result expected by mid-November
2026-10-29|Analytics|Waiting for access to the billing system|sergey-belov|1|blocked||Needed to count churn
`;

export const ROUTINES: Routine[] = [
  {
    area: 'Client service',
    title: 'Report for % and call with the founders',
    person: 'dina-safina',
    day: 4,
    hours: [2, 4],
    effects: ['Decisions written down', 'Budget of the month agreed', 'Priorities confirmed'],
  },
  {
    area: 'Paid search',
    title: 'Search terms and bids',
    person: 'ilya-gromov',
    day: 9,
    hours: [4, 8],
    effects: ['Excluded job seekers and free tools', 'Bids follow the last ninety days', 'Two weak ad groups merged'],
  },
  {
    area: 'Paid social',
    title: 'Creative rotation',
    person: 'timur-akhmetov',
    day: 12,
    hours: [3, 6],
    effects: ['Four new ads live', 'Best ad of the month kept', 'Frequency held under three'],
  },
  {
    area: 'SEO',
    title: 'Content and technical round',
    person: 'vera-tikhonova',
    day: 18,
    hours: [5, 9],
    effects: ['Broken links mended', 'Titles rewritten on twelve pages', 'Two guides extended'],
  },
  {
    area: 'Analytics',
    title: 'Reconciliation of ads with the CRM',
    person: 'sergey-belov',
    day: 6,
    hours: [2, 3],
    effects: ['No unexplained difference', 'One lost tag found and mended', 'All campaigns tagged'],
    since: '2025-01',
  },
  {
    area: 'Design',
    title: 'Fresh ads for all channels',
    person: 'polina-zueva',
    day: 23,
    hours: [4, 7],
    effects: ['Six new ads', 'New sizes for Meta', 'Old prices removed everywhere'],
    every: 2,
  },
];

/** period | area | title | person | due */
export const PLAN = `
2026-11|Paid search|Move the rest of the Performance Max budget to Alternatives|ilya-gromov|2026-11-10
2026-11|Paid social|Second LinkedIn audience: operations managers|timur-akhmetov|2026-11-12
2026-11|Website|Decide on annual billing by default|sergey-belov|2026-11-16
2026-11|SEO|Crew scheduling: three more guides|vera-tikhonova|2026-11-25
2026-11|Design|Year-end ads for tax season|polina-zueva|2026-11-20
2026-11|Client service|First draft of the plan for 2027|dina-safina|2026-11-24
2026-12|Paid search|Lower budgets for the holidays|ilya-gromov|2026-12-18
2026-12|Client service|Yearly review with the founders|dina-safina|2026-12-10
2027-Q1|Paid search|Tax season campaign|ilya-gromov|2027-01-18
2027-Q1|SEO|Library of tax forms|vera-tikhonova|
`;

/** date | title */
export const EVENTS = `
2024-11-28|Thanksgiving
2025-11-27|Thanksgiving
2026-04-01|LinkedIn test begins
2026-05-12|Sign-up outage
2026-07-04|Independence Day
2026-09-28|Performance Max stopped
2026-10-06|Teams plan launched
`;

/** id | title | horizon | start | due | progress | status | note */
export const INITIATIVES = `
teams-launch|Launch of the Teams plan|quarter|2026-09-01|2026-10-31|100%|done|Four strong days and a larger average contract
linkedin|LinkedIn from test to channel|quarter|2026-10-01|2026-12-18|45%|active|Second audience starts in November
annual-billing|Annual billing as the default|quarter|2026-10-19|2026-11-30|50%|active|Test runs until mid-November
organic-growth|A quarter of trials from organic search|year|2026-01-12|2026-12-18|80%|active|Job costing and templates bring most
won-deals|Bid on won deals, not on forms|year|2026-01-12|2026-09-30|100%|done|Google Ads learns from the CRM since June
case-stories|Twelve customer stories|year|2026-04-06|2026-12-11|50%|late|Six published, two customers postponed
`;

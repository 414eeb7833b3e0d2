import { daysApart, daysFrom, FIRST_DAY, isWithin, LAST_DAY, monthIndex, weekday } from './calendar.ts';
import { between, settle } from './random.ts';

/** What changed the market or one campaign for some days. Factors are per mille of the usual. */
export interface Shift {
  from: string;
  to: string;
  demand?: number;
  ctr?: number;
  cpc?: number;
  conversion?: number;
  basket?: number;
}

/** One advertising campaign, or a channel nobody pays for. Money is in kopecks or cents. */
export interface Campaign {
  id: string;
  name: string;
  channel: string;
  /** Impressions of a usual day in a usual month. */
  impressions: number;
  /** Clicks per million impressions. */
  ctr: number;
  cpc: number;
  /** Leads per million clicks. */
  leads: number;
  /** Sales per million leads. */
  sales: number;
  basket: number;
  /** Days it ran; always when absent. */
  runs?: [from: string, to: string][];
  shifts?: Shift[];
}

export interface Market {
  /** Seed of all its chance. */
  key: string;
  /** Demand in the middle of each month, January first, per mille. */
  season: number[];
  /** Monday first, per mille. */
  week: number[];
  /** Per mille a month. */
  growth: number;
  campaigns: Campaign[];
  shifts: Shift[];
}

/** One campaign's day. */
export interface Result {
  day: string;
  campaign: Campaign;
  impressions: number;
  clicks: number;
  cost: number;
  leads: number;
  sales: number;
  revenue: number;
}

export type Measure = 'impressions' | 'clicks' | 'cost' | 'leads' | 'sales' | 'revenue';

const permille = (value: number, ...factors: number[]): number =>
  factors.reduce((product, factor) => Math.floor((product * factor) / 1000), value);

/** Between the middles of two months demand runs straight, without a step on the first. */
function seasonOn(day: string, season: number[]): number {
  const month = Number(day.slice(5, 7)) - 1;
  const fromMiddle = Number(day.slice(8, 10)) - 15;
  const neighbour = season[(month + (fromMiddle < 0 ? 11 : 1)) % 12]!;
  const own = season[month]!;
  return own + Math.floor(((neighbour - own) * Math.abs(fromMiddle)) / 31);
}

const factor = (day: string, shifts: Shift[], name: Exclude<keyof Shift, 'from' | 'to'>): number =>
  shifts.reduce((all, shift) => (isWithin(day, shift.from, shift.to) ? permille(all, shift[name] ?? 1000) : all), 1000);

/** Demand on a day before chance, per mille of the usual. */
const demandOn = (market: Market, day: string): number =>
  permille(seasonOn(day, market.season), market.week[weekday(day)]!, 1000 + market.growth * monthIndex(day));

export const isRunning = (campaign: Campaign, day: string): boolean =>
  (campaign.runs ?? [[FIRST_DAY, LAST_DAY]]).some(([from, to]) => isWithin(day, from, to));

function resultOf(market: Market, campaign: Campaign, day: string): Result {
  const seed = `${market.key}/${campaign.id}/${day}`;
  const shifts = [...market.shifts, ...(campaign.shifts ?? [])];
  const noise = (spread: number, name: string) => between(1000 - spread, 1000 + spread, seed, name);
  const impressions = permille(
    campaign.impressions,
    demandOn(market, day),
    factor(day, shifts, 'demand'),
    noise(110, 'impressions'),
  );
  const ctr = permille(campaign.ctr, factor(day, shifts, 'ctr'), noise(90, 'ctr'));
  const clicks = settle(impressions * ctr, 1_000_000, seed, 'clicks');
  // Click prices rise slowly, about 6 % a year.
  const cpc = permille(campaign.cpc, 1000 + 5 * monthIndex(day), factor(day, shifts, 'cpc'), noise(80, 'cpc'));
  const cost = clicks * cpc + (clicks > 0 && cpc > 0 ? between(0, 99, seed, 'cost') : 0);
  const leadRate = permille(campaign.leads, factor(day, shifts, 'conversion'), noise(150, 'leads'));
  const leads = settle(clicks * leadRate, 1_000_000, seed, 'lead');
  const sales = settle(leads * campaign.sales, 1_000_000, seed, 'sale');
  const basket = permille(campaign.basket, factor(day, shifts, 'basket'));
  let revenue = 0;
  for (let sale = 0; sale < sales; sale += 1) {
    revenue += permille(basket, between(550, 1450, seed, 'basket', sale));
  }
  return { day, campaign, impressions, clicks, cost, leads, sales, revenue: revenue - (revenue % 1000) };
}

/** Every campaign's every day with impressions, in order of days, then of campaigns. */
export function runMarket(market: Market): Result[] {
  return daysFrom(FIRST_DAY, LAST_DAY).flatMap((day) =>
    market.campaigns
      .filter((campaign) => isRunning(campaign, day))
      .map((campaign) => resultOf(market, campaign, day))
      .filter((result) => result.impressions > 0),
  );
}

/** What a planner expects of a channel over some days: the market without chance and without events. */
export function expected(market: Market, channel: string, from: string, to: string): Record<Measure, number> {
  const sums: Record<Measure, number> = { impressions: 0, clicks: 0, cost: 0, leads: 0, sales: 0, revenue: 0 };
  // A plan for the months after the data repeats the campaigns that run on the last day.
  const seenAs = (day: string) => (daysApart(LAST_DAY, day) > 0 ? LAST_DAY : day);
  for (const day of daysFrom(from, to)) {
    for (const campaign of market.campaigns) {
      if (campaign.channel !== channel || !isRunning(campaign, seenAs(day))) continue;
      const impressions = permille(campaign.impressions, demandOn(market, day));
      const clicks = (impressions * campaign.ctr) / 1_000_000;
      const leads = (clicks * campaign.leads) / 1_000_000;
      const sales = (leads * campaign.sales) / 1_000_000;
      sums.impressions += impressions;
      sums.clicks += clicks;
      sums.cost += clicks * permille(campaign.cpc, 1000 + 5 * monthIndex(day));
      sums.leads += leads;
      sums.sales += sales;
      sums.revenue += sales * campaign.basket;
    }
  }
  return sums;
}

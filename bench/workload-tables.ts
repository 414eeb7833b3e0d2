/** The tables of one made-up client: daily figures with seasons, weeks and growth, the work done and the work ahead. */

export interface Draw {
  /** From 0 to 1, 1 excluded. */
  random(): number;
  pick<T>(values: readonly T[]): T;
}

interface Channel {
  id: string;
  /** Of all impressions. */
  share: number;
  ctr: number;
  cpc: number;
  leadsPerClick: number;
  revenuePerLead: number;
}

const CHANNELS: readonly Channel[] = [
  { id: 'search', share: 0.34, ctr: 0.045, cpc: 0.9, leadsPerClick: 0.06, revenuePerLead: 38 },
  { id: 'social', share: 0.26, ctr: 0.012, cpc: 0.5, leadsPerClick: 0.022, revenuePerLead: 30 },
  { id: 'display', share: 0.2, ctr: 0.004, cpc: 0.25, leadsPerClick: 0.008, revenuePerLead: 26 },
  { id: 'video', share: 0.12, ctr: 0.007, cpc: 0.35, leadsPerClick: 0.012, revenuePerLead: 29 },
  { id: 'email', share: 0.08, ctr: 0.03, cpc: 0.08, leadsPerClick: 0.05, revenuePerLead: 34 },
];
/** From Sunday, and from January. */
const WEEK = [0.82, 1.08, 1.1, 1.06, 1.04, 1, 0.86];
const SEASON = [0.86, 0.88, 0.97, 1, 0.98, 0.93, 0.88, 0.9, 1.02, 1.06, 1.18, 1.24];
const MONTHS = [2024, 2025].flatMap((year) => SEASON.map((_, month) => ({ year, month: month + 1 })));
const TASKS = {
  ru: [
    ...['Обновили ставки', 'Новые объявления, 3 варианта', 'Проверили минус-слова', 'Настроили цели'],
    ...['Отчёт по "брендовым" запросам', 'Созвон с клиентом', 'Аудит посадочной страницы', 'Подготовили баннеры'],
  ],
  en: [
    ...['Updated bids', 'New ads, 3 variants', 'Reviewed negative keywords', 'Configured goals'],
    ...['Report on "brand" queries', 'Client call', 'Landing page audit', 'Prepared banners'],
  ],
};

interface Client {
  locale: 'ru' | 'en';
  people: readonly string[];
  /** What one unit of the figures above costs in the client's currency. */
  money: number;
}

export function tablesOf(draw: Draw, client: Client): Record<'metrics' | 'work' | 'plan' | 'mediaPlan', string> {
  return {
    metrics: metrics(draw, client.money),
    work: work(draw, client),
    plan: plan(draw, client),
    mediaPlan: mediaPlan(draw, client.money),
  };
}

function metrics(draw: Draw, money: number): string {
  const size = 20000 + Math.floor(draw.random() * 380000);
  const growth = -0.1 + draw.random() * 0.6;
  const rows: Cells[] = [['date', 'channel', 'impressions', 'clicks', 'cost', 'leads', 'revenue']];
  MONTHS.forEach(({ year, month }, index) => {
    for (let day = 1; day <= daysIn(year, month); day += 1) {
      const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
      const level = (size / 30) * SEASON[month - 1]! * WEEK[weekday]! * (1 + (growth * index) / 24);
      for (const channel of CHANNELS) {
        rows.push([dayId(year, month, day), channel.id, ...dayOf(channel, level, money, draw)]);
      }
    }
  });
  return csv(rows);
}

function dayOf(channel: Channel, level: number, money: number, { random }: Draw): Cells {
  const impressions = Math.floor(level * channel.share * (0.75 + random() * 0.5));
  const clicks = Math.floor(impressions * channel.ctr * (0.8 + random() * 0.4) + random());
  const cost = clicks * channel.cpc * money * (0.85 + random() * 0.3);
  const leads = Math.floor(clicks * channel.leadsPerClick * (0.6 + random() * 0.8) + random());
  const revenue = leads * channel.revenuePerLead * money * (0.7 + random() * 0.6);
  return [impressions, clicks, cost.toFixed(2), leads, revenue.toFixed(2)];
}

/** Twenty works a month. */
function work({ random, pick }: Draw, { locale, people }: Client): string {
  const rows: Cells[] = [['date', 'area', 'title', 'person', 'hours']];
  for (const { year, month } of MONTHS) {
    for (let index = 0; index < 20; index += 1) {
      const day = 1 + Math.floor((index * daysIn(year, month)) / 20);
      const hours = (0.5 + Math.floor(random() * 8) / 2).toFixed(1);
      rows.push([dayId(year, month, day), pick(CHANNELS).id, pick(TASKS[locale]), pick(people), hours]);
    }
  }
  return csv(rows);
}

/** Ten tasks a month, the month after the last one included. */
function plan({ pick }: Draw, { locale, people }: Client): string {
  const rows: Cells[] = [['period', 'area', 'title', 'person', 'due']];
  for (const { year, month } of [...MONTHS.slice(1), { year: 2026, month: 1 }]) {
    for (let index = 0; index < 10; index += 1) {
      const due = dayId(year, month, 3 + index * 2);
      rows.push([monthId(year, month), pick(CHANNELS).id, pick(TASKS[locale]), pick(people), due]);
    }
  }
  return csv(rows);
}

function mediaPlan({ random }: Draw, money: number): string {
  const rows: Cells[] = [['period', 'channel', 'budget', 'leads']];
  for (const { year, month } of MONTHS) {
    for (const { id } of CHANNELS) {
      const budget = Math.floor(500 + random() * 4000) * money;
      rows.push([monthId(year, month), id, budget, 5 + Math.floor(random() * 60)]);
    }
  }
  return csv(rows);
}

type Cells = (string | number)[];

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const csv = (rows: Cells[]): string =>
  `${rows.map((row) => row.map((cell) => quoted(`${cell}`)).join(',')).join('\n')}\n`;
const two = (value: number): string => String(value).padStart(2, '0');
const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const monthId = (year: number, month: number): string => `${year}-${two(month)}`;
const dayId = (year: number, month: number, day: number): string => `${year}-${two(month)}-${two(day)}`;

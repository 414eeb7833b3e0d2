import type { ChartFormat, ChartSeries, ChartSpec } from '../../src/charts/types.ts';
import type { Locale } from '../../src/types/locale.ts';

/** Twenty-six months to October 2026. */
export const months = Array.from({ length: 26 }, (_, i) => {
  const month = 8 + i;
  return `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
});
export const days = Array.from({ length: 31 }, (_, i) => `2026-10-${String(i + 1).padStart(2, '0')}`);

/** A smooth repeatable course: level, slope per step and a season. */
export const course = (count: number, level: number, slope: number, season: number, phase = 0): number[] =>
  Array.from({ length: count }, (_, i) => Math.round(level + slope * i + season * Math.sin((i + phase) / 1.9)));

const CHANNELS: Record<Locale, string[]> = {
  ru: [
    'Яндекс Директ — поиск',
    'Яндекс Директ — РСЯ',
    'ВКонтакте',
    'SEO',
    'Карты',
    'E-mail',
    'Telegram Ads',
    'Авито',
    'Дзен',
    'Рекомендации',
    'Партнёры',
    'Прямые заходы',
  ],
  en: [
    'Google Ads — search',
    'Google Ads — display',
    'LinkedIn',
    'Organic',
    'Maps',
    'E-mail',
    'Reddit',
    'Capterra',
    'YouTube',
    'Referrals',
    'Partners',
    'Direct',
  ],
};

export function formats(locale: Locale): Record<'count' | 'money' | 'percent', ChartFormat> {
  const currency = locale === 'ru' ? 'RUB' : 'USD';
  return {
    count: { locale, currency, unit: 'count', decimals: null },
    money: { locale, currency, unit: 'money', decimals: null },
    percent: { locale, currency, unit: 'percent', decimals: 2 },
  };
}

export const channelSeries = (locale: Locale, count: number, length: number): ChartSeries[] =>
  CHANNELS[locale].slice(0, count).map((name, i) => ({
    id: `channel-${i}`,
    name,
    values: course(length, 190 / (i + 1.2), 2 / (i + 1), 22 / (i + 1), i),
  }));

/** Every kind of chart, ordinary and extreme, in one language. */
export function examples(locale: Locale): ChartSpec[] {
  return [...ordinary(locale), ...extreme(locale)];
}

export function ordinary(locale: Locale): ChartSpec[] {
  const say = (ru: string, en: string): string => (locale === 'ru' ? ru : en);
  const { count, money } = formats(locale);
  const common = (id: string, ru: string, en: string) => ({
    id: `${id}-${locale}`,
    title: say(ru, en),
    description: say('Пример графика.', 'An example of a chart.'),
  });
  const channels = CHANNELS[locale];
  return [
    {
      ...common('line-days', 'Лиды по дням: распродажа дала рекорд', 'Leads by day: the sale set a record'),
      kind: 'line',
      format: count,
      labels: days,
      labelKind: 'day',
      series: [{ id: 'leads', name: say('Лиды', 'Leads'), values: course(31, 22, 0.4, 6) }],
      comparison: [{ id: 'leads-year', name: say('Год назад', 'A year ago'), values: course(31, 17, 0.2, 4, 2) }],
      target: { values: days.map(() => 30) },
      events: [
        { date: '2026-10-06', title: say('Осенняя распродажа', 'Autumn sale') },
        { date: '2026-10-14', title: say('Сбой сайта', 'Site failure') },
        { date: '2026-10-27', title: say('Новый прайс', 'New price list') },
      ],
    },
    {
      ...common('line-months', 'Лиды по каналам за 26 месяцев', 'Leads by channel over 26 months'),
      kind: 'line',
      format: count,
      labels: months,
      labelKind: 'month',
      series: channelSeries(locale, 4, 26),
      events: [{ date: '2025-11-28', title: say('Чёрная пятница', 'Black Friday') }],
    },
    {
      ...common(
        'line-target',
        'Выручка растёт и впервые выше плана',
        'Revenue grows and beats the plan for the first time',
      ),
      kind: 'line',
      format: money,
      labels: months.slice(-13),
      labelKind: 'month',
      series: [{ id: 'revenue', name: say('Выручка', 'Revenue'), values: course(13, 900_000, 62_000, 120_000) }],
      target: { values: Array.from({ length: 13 }, () => 1_500_000), name: say('План', 'Target') },
    },
    {
      ...common('bar-months', 'Расход по месяцам', 'Spend by month'),
      kind: 'bar',
      format: money,
      labels: months.slice(-13),
      labelKind: 'month',
      series: [{ id: 'cost', name: say('Расход', 'Spend'), values: course(13, 310_000, 9_000, 40_000) }],
      events: [{ date: '2026-03-08', title: say('Праздники', 'Holidays') }],
    },
    {
      ...common('bar-compared', 'Сеансы: этот год и прошлый', 'Sessions: this year and last'),
      kind: 'bar',
      format: count,
      labels: months.slice(-6),
      labelKind: 'month',
      series: [{ id: 'sessions', name: say('2026', '2026'), values: course(6, 12_400, 640, 900) }],
      comparison: [{ id: 'before', name: say('2025', '2025'), values: course(6, 11_000, 300, 1_100, 1) }],
    },
    {
      ...common('bar-channels', 'Лиды по каналам', 'Leads by channel'),
      kind: 'bar',
      format: count,
      labels: channels.slice(0, 7),
      labelKind: 'text',
      series: [{ id: 'leads', name: say('Октябрь', 'October'), values: [412, 280, 140, 96, 61, 22, 4] }],
      comparison: [
        { id: 'leads-before', name: say('Сентябрь', 'September'), values: [388, 301, 120, 80, 70, null, 0] },
      ],
    },
    {
      ...common('stacked', 'Лиды по каналам и месяцам', 'Leads by channel and month'),
      kind: 'stacked-bar',
      format: count,
      labels: months.slice(-13),
      labelKind: 'month',
      series: channelSeries(locale, 4, 13),
    },
    {
      ...common('doughnut', 'Доли каналов в бюджете', 'Share of channels in the budget'),
      kind: 'doughnut',
      format: money,
      parts: channels
        .slice(0, 5)
        .map((name, i) => ({ id: `channel-${i}`, name, value: [412_000, 180_500, 96_000, 61_000, 22_300][i]! })),
    },
    {
      ...common('plan-fact', 'План и факт по каналам', 'Plan and actual by channel'),
      kind: 'plan-fact',
      format: money,
      labels: channels.slice(0, 5),
      labelKind: 'text',
      fact: { id: 'cost', name: say('Факт', 'Actual'), values: [412_000, 180_500, 96_000, 61_000, null] },
      plan: { id: 'plan', name: say('План', 'Plan'), values: [400_000, 200_000, 96_000, 40_000, 30_000] },
    },
    {
      ...common('plan-fact-months', 'План и факт по месяцам', 'Plan and actual by month'),
      kind: 'plan-fact',
      format: count,
      labels: months.slice(-10),
      labelKind: 'month',
      fact: { id: 'leads', name: say('Факт', 'Actual'), values: course(10, 300, 14, 50) },
      plan: { id: 'plan', name: say('План', 'Plan'), values: course(10, 310, 12, 10) },
    },
    {
      ...common('waterfall', 'Что изменило число лидов', 'What changed the number of leads'),
      kind: 'waterfall',
      format: count,
      better: 'higher',
      start: { id: 'from', name: say('Сентябрь', 'September'), value: 180 },
      contributions: channels
        .slice(0, 5)
        .map((name, i) => ({ id: `channel-${i}`, name, value: [84, -41, 22, -9, 0][i]! })),
      end: { id: 'to', name: say('Октябрь', 'October'), value: 236 },
    },
    {
      ...common('spark', 'Лиды', 'Leads'),
      kind: 'sparkline',
      format: count,
      labels: months.slice(-13),
      labelKind: 'month',
      series: [{ id: 'leads', name: say('Лиды', 'Leads'), values: course(13, 220, 11, 40) }],
    },
  ];
}

export function extreme(locale: Locale): ChartSpec[] {
  const say = (ru: string, en: string): string => (locale === 'ru' ? ru : en);
  const { count, money, percent } = formats(locale);
  const common = (id: string, ru: string, en: string) => ({
    id: `${id}-${locale}`,
    title: say(ru, en),
    description: say('Крайний случай.', 'An extreme case.'),
  });
  const channels = CHANNELS[locale];
  const gaps = course(31, 40, 0, 14).map((value, i) => ((i > 7 && i < 12) || i === 20 || i === 22 ? null : value));
  const huge = course(12, 7_400_000_000, 310_000_000, 900_000_000);
  return [
    {
      ...common('line-gaps', 'Пропуски рвут линию; событий много', 'Gaps break the line; many events'),
      kind: 'line',
      format: count,
      labels: days,
      labelKind: 'day',
      series: [{ id: 'leads', name: say('Лиды', 'Leads'), values: gaps }],
      events: [3, 4, 5, 6, 6, 12, 13, 25, 30].map((day, i) => ({
        date: days[day]!,
        title: say(`Событие номер ${i + 1} с длинным названием`, `Event number ${i + 1} with a long name`),
      })),
    },
    {
      ...common('line-twelve', 'Двенадцать каналов', 'Twelve channels'),
      kind: 'line',
      format: count,
      labels: months,
      labelKind: 'month',
      series: channelSeries(locale, 12, 26),
    },
    {
      ...common('line-rate', 'Конверсия', 'Conversion'),
      kind: 'line',
      format: percent,
      labels: months.slice(-13),
      labelKind: 'month',
      series: [
        { id: 'a', name: say('Поиск', 'Search'), values: course(13, 340, 4, 20).map((value) => value / 10_000) },
        { id: 'b', name: say('Сети', 'Display'), values: course(13, 335, 4, 25, 2).map((value) => value / 10_000) },
        { id: 'c', name: say('Соцсети', 'Social'), values: course(13, 330, 4, 18, 4).map((value) => value / 10_000) },
      ],
    },
    {
      ...common('line-one', 'Один месяц истории', 'One month of history'),
      kind: 'line',
      format: count,
      labels: ['2026-10'],
      labelKind: 'month',
      series: [{ id: 'leads', name: say('Лиды', 'Leads'), values: [412] }],
    },
    {
      ...common('line-negative', 'Прибыль: ниже нуля и выше', 'Profit: below zero and above'),
      kind: 'line',
      format: money,
      labels: months.slice(-13),
      labelKind: 'month',
      series: [{ id: 'profit', name: say('Прибыль', 'Profit'), values: course(13, -40_000, 9_000, 30_000) }],
    },
    {
      ...common('bar-huge', 'Огромные числа', 'Huge numbers'),
      kind: 'bar',
      format: money,
      labels: months.slice(-12),
      labelKind: 'month',
      series: [{ id: 'revenue', name: say('Выручка', 'Revenue'), values: huge }],
    },
    {
      ...common('bar-days', 'Изменение по дням', 'Change by day'),
      kind: 'bar',
      format: count,
      labels: days,
      labelKind: 'day',
      series: [{ id: 'change', name: say('Изменение', 'Change'), values: course(31, 2, 0, 18) }],
    },
    {
      ...common('bar-names', 'Недобрые имена', 'Unkind names'),
      kind: 'bar',
      format: money,
      labels: [
        '<script>alert(1)</script>',
        '=HYPERLINK("http://x","y")',
        'А'.repeat(5000),
        'שלום עולם (חברה)',
        'مرحبا \u202eabc',
        'Кафе & «Друзья»',
      ],
      labelKind: 'text',
      series: [{ id: 'cost', name: say('Расход', 'Spend'), values: [120_000, -45_000, 88_000, 61_000, 0, null] }],
    },
    {
      ...common('stacked-twelve', 'Двенадцать каналов в столбце', 'Twelve channels in a stack'),
      kind: 'stacked-bar',
      format: count,
      labels: months,
      labelKind: 'month',
      series: channelSeries(locale, 12, 26),
    },
    {
      ...common('stacked-names', 'Статусы по менеджерам', 'Statuses by manager'),
      kind: 'stacked-bar',
      format: count,
      labels: [say('Анна', 'Anna'), say('Борис', 'Boris'), say('Виктория', 'Victoria')],
      labelKind: 'text',
      series: channelSeries(locale, 4, 3),
    },
    {
      ...common('doughnut-twelve', 'Двенадцать долей', 'Twelve shares'),
      kind: 'doughnut',
      format: money,
      parts: channels.map((name, i) => ({ id: `channel-${i}`, name, value: Math.round(400_000 / (i + 1) ** 1.4) })),
    },
    {
      ...common('doughnut-one', 'Одна доля', 'One share'),
      kind: 'doughnut',
      format: count,
      parts: [{ id: 'a', name: channels[0]!, value: 412 }],
    },
    {
      ...common('doughnut-tiny', 'Один большой и крошки', 'One large and crumbs'),
      kind: 'doughnut',
      format: count,
      parts: channels.slice(0, 6).map((name, i) => ({ id: `channel-${i}`, name, value: i === 0 ? 9_700 : 3 + i })),
    },
    {
      ...common('doughnut-zero', 'Всё по нулям', 'All zero'),
      kind: 'doughnut',
      format: count,
      parts: channels.slice(0, 3).map((name, i) => ({ id: `channel-${i}`, name, value: 0 })),
    },
    {
      ...common('waterfall-small', 'Малое изменение большого числа', 'A small change of a large number'),
      kind: 'waterfall',
      format: money,
      better: 'lower',
      start: { id: 'from', name: say('Сентябрь', 'September'), value: 1_240_000 },
      contributions: channels.map((name, i) => ({
        id: `channel-${i}`,
        name,
        value: [9_000, -7_000, 4_100, -2_500, 1_900, -800, 300, 200, -150, 120, 60, -30][i]!,
      })),
      end: { id: 'to', name: say('Октябрь', 'October'), value: 1_245_200 },
    },
    {
      ...common('empty', 'Данных нет', 'There is no data'),
      kind: 'line',
      format: count,
      labels: days,
      labelKind: 'day',
      series: [{ id: 'leads', name: say('Лиды', 'Leads'), values: days.map(() => null) }],
    },
    {
      ...common('zero', 'Одни нули', 'Only zeros'),
      kind: 'bar',
      format: count,
      labels: months.slice(-6),
      labelKind: 'month',
      series: [{ id: 'leads', name: say('Лиды', 'Leads'), values: [0, 0, 0, 0, 0, 0] }],
    },
  ];
}

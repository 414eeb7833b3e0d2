import type { AdditiveMetric, Metric, MetricUnit, RatioMetric } from '../types/workspace.ts';

type Texts = { ru: string; en: string };

function additive(id: string, unit: MetricUnit, names: Texts, about: Texts): AdditiveMetric {
  const metric: AdditiveMetric = { id, kind: 'additive', names, about, unit, better: 'higher' };
  // Who spends more has decided so; a contract asks for no more of it than planned.
  return id === 'cost' ? { ...metric, better: 'lower', neutral: true } : metric;
}

function ratio(
  id: string,
  parts: Pick<RatioMetric, 'numerator' | 'denominator' | 'unit' | 'better' | 'factor' | 'decimals'>,
  names: Texts,
  about: Texts,
): RatioMetric {
  return { id, kind: 'ratio', names, about, ...parts };
}

/** Metrics every workspace knows without a `data/metrics.json`, in the order of a funnel. */
export const BUILTIN_METRICS: readonly Metric[] = [
  additive(
    'impressions',
    'count',
    { ru: 'Показы', en: 'Impressions' },
    { ru: 'Сколько раз показали объявление или ссылку.', en: 'How many times an ad or a link was shown.' },
  ),
  additive(
    'clicks',
    'count',
    { ru: 'Клики', en: 'Clicks' },
    { ru: 'Сколько раз перешли по объявлению или ссылке.', en: 'How many times people followed an ad or a link.' },
  ),
  additive(
    'cost',
    'money',
    { ru: 'Расход', en: 'Spend' },
    {
      ru: 'Деньги, потраченные на рекламу, без вознаграждения агентства.',
      en: "Money spent on advertising, without the agency's fee.",
    },
  ),
  additive(
    'leads',
    'count',
    { ru: 'Лиды', en: 'Leads' },
    {
      ru: 'Обращения возможных покупателей: заявки, звонки, сообщения.',
      en: 'Enquiries from possible buyers: forms, calls, messages.',
    },
  ),
  additive(
    'sales',
    'count',
    { ru: 'Продажи', en: 'Sales' },
    { ru: 'Оплаченные заказы или заключённые договоры.', en: 'Paid orders or signed contracts.' },
  ),
  additive(
    'revenue',
    'money',
    { ru: 'Выручка', en: 'Revenue' },
    { ru: 'Сумма продаж за период.', en: 'The value of the sales of the period.' },
  ),
  additive(
    'conversions',
    'count',
    { ru: 'Конверсии', en: 'Conversions' },
    {
      ru: 'Целевые действия, которые засчитала рекламная или аналитическая система.',
      en: 'Goal actions counted by the advertising or analytics system.',
    },
  ),
  additive(
    'sessions',
    'count',
    { ru: 'Визиты', en: 'Sessions' },
    {
      ru: 'Посещения сайта: один человек может прийти несколько раз.',
      en: 'Visits to the site: one person may come several times.',
    },
  ),
  additive(
    'pageviews',
    'count',
    { ru: 'Просмотры страниц', en: 'Page views' },
    {
      ru: 'Сколько страниц сайта открыли за все визиты.',
      en: 'How many pages of the site were opened in all sessions.',
    },
  ),
  ratio(
    'ctr',
    { numerator: 'clicks', denominator: 'impressions', unit: 'percent', better: 'higher', decimals: 2 },
    { ru: 'CTR', en: 'CTR' },
    {
      ru: 'Кликабельность: доля показов, которые закончились кликом.',
      en: 'Click-through rate: the share of impressions that ended in a click.',
    },
  ),
  ratio(
    'cpc',
    { numerator: 'cost', denominator: 'clicks', unit: 'money', better: 'lower' },
    { ru: 'Цена клика', en: 'Cost per click' },
    { ru: 'CPC: сколько в среднем стоит один клик.', en: 'CPC: what one click costs on average.' },
  ),
  ratio(
    'cpm',
    { numerator: 'cost', denominator: 'impressions', factor: 1000, unit: 'money', better: 'lower' },
    { ru: 'Цена тысячи показов', en: 'CPM' },
    { ru: 'CPM: сколько стоит тысяча показов.', en: 'Cost per mille: what a thousand impressions cost.' },
  ),
  ratio(
    'cpl',
    { numerator: 'cost', denominator: 'leads', unit: 'money', better: 'lower' },
    { ru: 'Стоимость лида', en: 'Cost per lead' },
    {
      ru: 'CPL: сколько рекламных денег приходится на одно обращение.',
      en: 'CPL: advertising money per enquiry.',
    },
  ),
  ratio(
    'cpa',
    { numerator: 'cost', denominator: 'sales', unit: 'money', better: 'lower' },
    { ru: 'Стоимость продажи', en: 'Cost per sale' },
    {
      ru: 'CPA: сколько рекламных денег приходится на одну продажу.',
      en: 'CPA, cost per acquisition: advertising money per sale.',
    },
  ),
  ratio(
    'cr',
    { numerator: 'leads', denominator: 'clicks', unit: 'percent', better: 'higher', decimals: 2 },
    { ru: 'Конверсия в лид', en: 'Conversion rate' },
    { ru: 'CR: доля кликов, которые привели к обращению.', en: 'CR: the share of clicks that led to an enquiry.' },
  ),
  ratio(
    'close-rate',
    { numerator: 'sales', denominator: 'leads', unit: 'percent', better: 'higher', decimals: 1 },
    { ru: 'Конверсия в продажу', en: 'Close rate' },
    { ru: 'Доля обращений, которые закончились продажей.', en: 'The share of enquiries that ended in a sale.' },
  ),
  ratio(
    'roas',
    { numerator: 'revenue', denominator: 'cost', unit: 'number', better: 'higher', decimals: 2 },
    { ru: 'ROAS', en: 'ROAS' },
    {
      ru: 'Окупаемость рекламы: сколько выручки принесла единица рекламных денег.',
      en: 'Return on ad spend: revenue per unit of advertising money.',
    },
  ),
  ratio(
    'drr',
    { numerator: 'cost', denominator: 'revenue', unit: 'percent', better: 'lower', decimals: 1 },
    { ru: 'ДРР', en: 'Ad spend share' },
    {
      ru: 'Доля рекламных расходов: какую часть выручки забрала реклама.',
      en: 'The part of revenue that advertising took (cost-to-revenue ratio).',
    },
  ),
  ratio(
    'aov',
    { numerator: 'revenue', denominator: 'sales', unit: 'money', better: 'higher' },
    { ru: 'Средний чек', en: 'Average order value' },
    { ru: 'Сколько в среднем приносит одна продажа.', en: 'AOV: what one sale brings on average.' },
  ),
];

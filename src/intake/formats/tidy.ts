import type { Metric } from '../../types/workspace.ts';
import type { Format } from '../format.ts';

const COLUMNS: Record<string, readonly string[]> = {
  impressions: ['impressions', 'показы'],
  clicks: ['clicks', 'клики', 'переходы'],
  cost: ['cost', 'spend', 'расход', 'расходы', 'затраты', 'стоимость'],
  leads: ['leads', 'лиды', 'заявки', 'обращения'],
  sales: ['sales', 'продажи', 'сделки'],
  revenue: ['revenue', 'выручка', 'доход'],
  conversions: ['conversions', 'конверсии'],
  sessions: ['sessions', 'визиты', 'сеансы'],
  pageviews: ['pageviews', 'просмотры'],
};

/** The table one keeps by hand: a day, a channel and any metrics the agency knows, by id or by name. */
export function tidy(metrics: Readonly<Record<string, Metric>>): Format {
  const additive: Record<string, readonly string[]> = {};
  for (const [id, headers] of Object.entries(COLUMNS)) {
    if (metrics[id]?.kind !== 'ratio') additive[id] = headers;
  }
  for (const metric of Object.values(metrics)) {
    if (metric.kind !== 'additive') continue;
    additive[metric.id] = [...(additive[metric.id] ?? []), metric.id, metric.names.en, metric.names.ru];
  }
  const ratios = Object.values(metrics).filter((metric) => metric.kind === 'ratio');
  return {
    id: 'tidy',
    name: 'Tidy CSV',
    signatures: [
      ['@day', '@metric'],
      ['@channel', '@metric'],
    ],
    strict: true,
    days: ['date', 'day', 'дата', 'день'],
    channel: ['channel', 'канал'],
    currency: ['currency', 'валюта'],
    dimensions: { campaign: ['campaign', 'campaign name', 'кампания', 'название кампании'] },
    metrics: additive,
    neverTotalled: ratios.flatMap((metric) => [metric.id, metric.names.en, metric.names.ru]),
    parts: [],
  };
}

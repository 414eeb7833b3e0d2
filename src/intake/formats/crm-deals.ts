import type { Format } from '../format.ts';

/** A list of deals of any CRM: its columns and won stages are declared in `sources.json` (`deals`). */
export const crmDeals: Format = {
  id: 'crm-deals',
  name: 'CRM',
  signatures: [],
  days: [],
  currency: ['Валюта', 'Currency'],
  dimensions: { deal: ['ID', 'Название', 'Name', 'Deal'] },
  metrics: {},
  neverTotalled: [],
  parts: [],
  deals: { created: [], closed: [], stage: [], amount: [], won: [] },
};

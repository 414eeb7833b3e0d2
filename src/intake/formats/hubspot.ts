import type { Format } from '../format.ts';

/** HubSpot: the export of deals, English and Russian. */
export const hubSpot: Format = {
  id: 'hubspot',
  name: 'HubSpot',
  signatures: [
    ['Record ID', 'Deal Name', 'Deal Stage'],
    ['Deal Name', 'Deal Stage', 'Close Date'],
    ['Deal Name', 'Deal Stage', 'Create Date'],
    ['Deal ID', 'Deal Stage', 'Create Date'],
  ],
  days: [],
  currency: ['Currency', 'Deal currency code'],
  dimensions: {
    deal: ['Record ID', 'Deal ID', 'Deal Name'],
    pipeline: ['Pipeline'],
    manager: ['Deal owner', 'Deal Owner'],
    source: ['Original Traffic Source', 'Original Source Type', 'Latest Traffic Source', 'Deal source attribution 2'],
    kind: ['Deal Type'],
  },
  metrics: {},
  neverTotalled: ['Deal probability', 'Forecast amount', 'Weighted amount', 'Last Activity Date', 'Last Modified Date'],
  parts: [],
  deals: {
    created: ['Create Date', 'Created date'],
    closed: ['Close Date', 'Closed date'],
    stage: ['Deal Stage'],
    amount: ['Amount', 'Amount in company currency', 'Deal amount'],
    won: ['Closed Won', 'Closed won (Sales Pipeline)', 'Closedwon', 'Won'],
  },
};

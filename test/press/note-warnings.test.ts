import { expect, it } from 'vitest';
import { parsePeriod } from '../../src/figures/period.ts';
import { prepareClient } from '../../src/press/reports/prepare.ts';
import { loadWorkspace } from '../../src/workspace/load.ts';
import { memory, ROOT } from '../workspace/memory.ts';

const FILES = {
  'data/agency.json': JSON.stringify({ name: 'Pier', locale: 'en', currency: 'EUR', timeZone: 'Europe/Riga' }),
  'data/clients/hotel/client.json': JSON.stringify({ name: 'Hotel', kpis: ['leads'] }),
  'data/clients/hotel/exports/tidy/a.csv': 'date,channel,leads\n2026-10-01,search,5\n',
  'content/reports/notes/hotel/2026-10.mdx': '---\nsummary: We got 999 leads.\n---\n',
};

it('a wrong number in a note is told to the manager and not to the client', async () => {
  const { effects } = memory(FILES);
  const { value: workspace } = await loadWorkspace(ROOT, effects);
  const options = { asOf: '2026-11-04', periods: [parsePeriod('2026-10')!], pdf: false, published: new Map() };
  const { problems, models } = await prepareClient(workspace, workspace.clients[0]!, [], options, effects);
  expect(problems.map(({ code }) => code)).toContain('number-not-in-figures');
  expect(models!.reports[0]!.figures.warnings.map(({ code }) => code)).not.toContain('number-not-in-figures');
});

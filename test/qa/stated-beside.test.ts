import { expect, it } from 'vitest';
import { surveyClient } from '../../src/press/reports/client-survey.ts';
import { load, memory, SMALLEST } from '../workspace/memory.ts';

const HOME = 'data/clients/hotel/exports/search-console';
const QUERIES = 'Top queries,Clicks,Impressions,CTR,Position\nhotel,1,9,11.1%,3\n';
const filters = (date: string): string => `Filter,Value\nSearch type,Web\nDate,${date}\n`;

/** Period of every export, by its path in the source's folder. */
async function periods(exports: Record<string, string>): Promise<Record<string, string>> {
  const files = Object.fromEntries(Object.entries(exports).map(([name, text]) => [`${HOME}/${name}`, text]));
  const { value: workspace } = await load({ ...SMALLEST, ...files });
  const { effects } = memory({ ...SMALLEST, ...files });
  const survey = await surveyClient(workspace, workspace.clients[0]!, [], effects);
  const own = survey.files.filter(({ source }) => source === 'search-console');
  return Object.fromEntries(
    own.map(({ file, period }) => [file.slice(HOME.length + 1), period ? `${period.from}..${period.to}` : 'unknown']),
  );
}

it('loose files of Search Console are of the period that the filters beside them state', async () => {
  expect(
    await periods({
      'a/Filters.csv': filters('2026-10-01 - 2026-10-31'),
      'a/Queries.csv': QUERIES,
      'b/Queries.csv': QUERIES.replace('hotel', 'inn'),
    }),
  ).toMatchObject({ 'a/Queries.csv': '2026-10-01..2026-10-31', 'b/Queries.csv': 'unknown' });
});

it('filters that say different things state nothing, and a file that states its own days keeps them', async () => {
  expect(
    await periods({
      'Filters.csv': filters('2026-10-01 - 2026-10-31'),
      'Filters (1).csv': filters('2026-09-01 - 2026-09-30'),
      'Queries.csv': QUERIES,
      'Queries 2026-09-01 - 2026-09-30.csv': QUERIES.replace('hotel', 'inn'),
    }),
  ).toMatchObject({
    'Queries.csv': 'unknown',
    'Queries 2026-09-01 - 2026-09-30.csv': '2026-09-01..2026-09-30',
  });
});

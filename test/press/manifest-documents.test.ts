import { expect, it } from 'vitest';
import { InputHashes } from '../../src/press/inputs.ts';
import { failedDocuments } from '../../src/press/output/manifest-documents.ts';
import { readWorkspace } from '../../src/press/read-workspace.ts';
import { writeFiles } from '../support/folders.ts';
import { documentsOf, standingAgency } from './standing-agency.ts';

it('a client is made of its own files and of the agency’s, the rates of currencies among them', async () => {
  const agency = await standingAgency();
  const { workspace: root, asOf } = agency.options;
  await writeFiles(root, [
    ['data/metrics.json', '{}'],
    ['data/currency-rates.csv', 'from,currency,to,rate\n'],
  ]);
  const { value } = await readWorkspace(root, agency.effects);
  const alder = value.clients.find(({ id }) => id === 'alder')!;
  const failed = (earlier: Awaited<ReturnType<typeof documentsOf>>) =>
    failedDocuments(alder, earlier, asOf, new InputHashes(root, agency.effects), agency.effects);
  const [entry] = await failed([]);
  expect(entry).toMatchObject({ client: 'alder', period: null, status: 'failed', outputs: [] });
  expect(entry!.inputs.map(({ file }) => file)).toEqual([
    'data/agency.json',
    'data/clients/alder/client.json',
    'data/clients/alder/exports/example/october.csv',
    'data/currency-rates.csv',
    'data/metrics.json',
    'data/people.json',
  ]);
  const before = await documentsOf(agency);
  const own = before.filter(({ client }) => client === 'alder');
  const namesake = { ...own[0]!, site: 'proposals' };
  expect(await failed([namesake, ...before])).toEqual(own.map((one) => ({ ...one, status: 'failed' })));
});

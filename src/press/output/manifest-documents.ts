import { parsePeriod } from '../../figures/period.ts';
import type { Effects } from '../../types/effects.ts';
import type { Day, Period } from '../../types/period.ts';
import type { Client, Workspace } from '../../types/workspace.ts';
import { filesUnder, hashedOutputs, type InputHashes, type Output, type Written } from '../inputs.ts';
import type { ManifestDocument } from './manifest.ts';
import type { BuildOptions } from '../options.ts';
import type { PreparedClient } from '../reports/prepare.ts';
import { inShard } from '../shards/shard.ts';

export const SITE = 'reports';
/** Files that every document of a client is made of. */
export const AGENCY_FILES = ['data/agency.json', 'data/people.json', 'data/metrics.json', 'data/currency-rates.csv'];

/**
 * The manifest's entries of one client that was built: its reports and its cabinet.
 * @param stage absolute path of the folder where the site's folders wait
 * @param written of files in it, by their paths, what is known without reading them
 */
export async function builtDocuments(
  workspace: Workspace,
  prepared: PreparedClient,
  { asOf, ...waiting }: { asOf: Day; stage: string; written: ReadonlyMap<string, Written> },
  hashes: InputHashes,
  effects: Effects,
): Promise<ManifestDocument[]> {
  const { client } = prepared;
  const common = await clientInputs(workspace.root, client, effects);
  const notes = Object.values(client.notes).map((note) => note.file);
  const cabinet: ManifestDocument = {
    ...base(client, null, asOf),
    inputs: await hashes.of([...common, ...notes]),
    outputs: await outputsOf(waiting, client, null, effects),
  };
  const reports = prepared.reports.map(async ({ period, template }): Promise<ManifestDocument> => {
    const note = client.notes[period.id]?.file;
    const inputs = [...common, `content/reports/${template}.mdx`, ...(note === undefined ? [] : [note])];
    return {
      ...base(client, period.id, asOf),
      inputs: await hashes.of(inputs),
      outputs: await outputsOf(waiting, client, period.id, effects),
    };
  });
  return [cabinet, ...(await Promise.all(reports))];
}

/** A failed client's earlier documents stay in place and in the manifest, marked; a new client gets one empty entry. */
export async function failedDocuments(
  client: Client,
  earlier: ManifestDocument[],
  asOf: Day,
  hashes: InputHashes,
  effects: Effects,
): Promise<ManifestDocument[]> {
  const kept = earlier.filter((one) => one.site === SITE && one.client === client.id);
  if (kept.length > 0) return kept.map((one) => ({ ...one, status: 'failed' }));
  const inputs = await hashes.of(await clientInputs(hashes.root, client, effects));
  return [{ ...base(client, null, asOf), status: 'failed', inputs, outputs: [] }];
}

/** Documents of an earlier build that this one was not asked to touch, but for clients there are no more. */
export function keptDocuments(
  workspace: Workspace,
  made: ManifestDocument[],
  earlier: ManifestDocument[],
  options: Pick<BuildOptions, 'clients' | 'periods' | 'shard'>,
): ManifestDocument[] {
  const key = (one: ManifestDocument) => `${one.client}/${one.period ?? ''}`;
  const madeKeys = new Set(made.map(key));
  const known = new Set(workspace.clients.map((client) => client.id));
  return earlier.filter((one) => {
    if (one.site !== SITE || madeKeys.has(key(one)) || !known.has(one.client)) return false;
    if (!inShard(options.shard, `${SITE}/${one.client}`)) return false;
    const asked = options.clients === null || options.clients.includes(one.client);
    return !asked || options.periods !== null;
  });
}

/** Periods that stand in the output folder after earlier builds, by client. */
export function publishedPeriods(earlier: ManifestDocument[]): Map<string, Period[]> {
  const published = new Map<string, Period[]>();
  for (const { client, period, outputs } of earlier) {
    const parsed = period === null || outputs.length === 0 ? null : parsePeriod(period);
    if (parsed) published.set(client, [...(published.get(client) ?? []), parsed]);
  }
  return published;
}

/** Of those the ones that stand there with a PDF, by client, as period ids. */
export function printedPeriods(earlier: ManifestDocument[]): Map<string, Set<string>> {
  const printed = new Map<string, Set<string>>();
  for (const { client, period, outputs } of earlier) {
    if (period === null || !outputs.some(({ file }) => file.endsWith('.pdf'))) continue;
    printed.set(client, (printed.get(client) ?? new Set()).add(period));
  }
  return printed;
}

async function clientInputs(root: string, client: Client, effects: Effects): Promise<string[]> {
  return [...AGENCY_FILES, ...(await filesUnder(root, `data/clients/${client.id}`, effects))];
}

function base(client: Client, period: string | null, asOf: Day) {
  return { site: SITE, client: client.id, period, status: 'built' as const, asOf };
}

/** Files of one document: a report's own folder, or for the cabinet what stands beside the reports. */
async function outputsOf(
  { stage, written }: { stage: string; written: ReadonlyMap<string, Written> },
  client: Client,
  period: string | null,
  effects: Effects,
): Promise<Output[]> {
  const files =
    period === null
      ? [`${client.id}/index.html`, ...(await filesUnder(stage, `${client.id}/assets`, effects))]
      : await filesUnder(stage, `${client.id}/${period}`, effects);
  return hashedOutputs(stage, files, SITE, effects, written);
}

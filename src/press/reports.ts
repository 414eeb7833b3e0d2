import { join } from 'node:path';
import type { Effects } from '../types/effects.ts';
import type { Problem } from '../types/problem.ts';
import type { Workspace } from '../types/workspace.ts';
import { drawPages } from './draw-pages.ts';
import { finishFolders } from './finish.ts';
import { InputHashes } from './inputs.ts';
import type { ManifestDocument } from './manifest.ts';
import { builtDocuments, failedDocuments, keptDocuments, publishedPeriods } from './manifest-documents.ts';
import type { BuildOptions } from './options.ts';
import { prepareClient, type PreparedClient } from './prepare.ts';
import { printClients } from './print-clients.ts';
import { strangersProblems } from './problems.ts';
import { publishClient, recover, removeGone } from './publish.ts';
import type { SiteFolders } from './site.ts';

const SITE = 'reports';

export interface ReportsBuild {
  workspace: Workspace;
  /** Every problem of the workspace; those of a client fail that client. */
  problems: Problem[];
  options: BuildOptions;
  /** Documents in the manifest of the build before. */
  earlier: ManifestDocument[];
  /** Folder for everything half-done. */
  run: string;
}

export interface SiteResult {
  documents: ManifestDocument[];
  /** Problems of documents; the workspace's own are not repeated. */
  problems: Problem[];
  /** Version of the browser that printed; `null` without PDFs. */
  browser: string | null;
}

/**
 * The reports site: one folder per client. A client with an error is named, keeps its last good output and does not
 * stop the others. Throws `BrowserMissing` before anything is published.
 */
export async function buildReports(input: ReportsBuild, effects: Effects): Promise<SiteResult> {
  const { workspace, problems, options, earlier, run } = input;
  const folders = siteFolders(options, run);
  const prepared = await prepareAll(workspace, problems, options, earlier, folders.models, effects);
  const drawn = await drawPages(prepared, workspace.templates, folders, effects);
  const assetsOf = await finishFolders(
    workspace,
    drawn.filter((one) => !one.broken),
    folders,
    effects,
  );
  const { clients, browser } = options.pdf
    ? await printClients(drawn, assetsOf, folders.stage, options, effects)
    : { clients: drawn, browser: null };
  const documents = await publishAll(workspace, clients, folders, options, earlier, effects);
  const found = [...strangersProblems(workspace, problems), ...clients.flatMap((one) => one.problems)];
  return { documents, problems: found, browser };
}

function siteFolders(options: BuildOptions, run: string): SiteFolders {
  return {
    workspace: options.workspace,
    models: join(run, 'models'),
    stage: join(run, 'stage'),
    cache: join(run, 'cache'),
    project: options.project,
  };
}

async function prepareAll(
  workspace: Workspace,
  problems: Problem[],
  options: BuildOptions,
  earlier: ManifestDocument[],
  models: string,
  effects: Effects,
): Promise<PreparedClient[]> {
  const clients = workspace.clients.filter(({ id }) => options.clients === null || options.clients.includes(id));
  const published = publishedPeriods(earlier);
  const prepared: PreparedClient[] = [];
  const progress = options.progress({ ru: 'Данные клиентов', en: 'Client data' }, clients.length);
  for (const client of clients) {
    const own = problems.filter((one) => one.client === client.id);
    const { asOf, periods, pdf } = options;
    prepared.push(await prepareClient(workspace, client, own, { asOf, periods, pdf, models, published }, effects));
    progress.step();
  }
  progress.end();
  return prepared;
}

async function publishAll(
  workspace: Workspace,
  clients: PreparedClient[],
  folders: SiteFolders,
  options: BuildOptions,
  earlier: ManifestDocument[],
  effects: Effects,
): Promise<ManifestDocument[]> {
  const out = join(options.out, SITE);
  await recover(out, effects);
  const hashes = new InputHashes(workspace.root, effects);
  const documents: ManifestDocument[] = [];
  for (const prepared of clients) {
    const { client, reports } = prepared;
    if (prepared.broken) {
      documents.push(...(await failedDocuments(client, earlier, options.asOf, hashes, effects)));
      continue;
    }
    const only = options.periods === null ? null : ['assets', 'index.html', ...reports.map(({ period }) => period.id)];
    await publishClient({ staged: join(folders.stage, client.id), out, client: client.id }, only, effects);
    documents.push(...(await builtDocuments(workspace, prepared, options, hashes, effects)));
  }
  documents.push(...keptDocuments(workspace, documents, earlier, options));
  if (options.clients === null) await removeGone(out, goneClients(workspace, earlier), effects);
  return documents;
}

/** Clients of the build before whom the workspace has no more. */
function goneClients(workspace: Workspace, earlier: ManifestDocument[]): string[] {
  const known = new Set(workspace.clients.map(({ id }) => id));
  const published = earlier.filter(({ site }) => site === SITE).map(({ client }) => client);
  return [...new Set(published)].filter((id) => !known.has(id));
}

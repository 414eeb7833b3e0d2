import { join } from 'node:path';
import type { Effects } from '../types/effects.ts';
import type { Problem } from '../types/problem.ts';
import type { Client, Workspace } from '../types/workspace.ts';
import { engineFingerprint } from './cache.ts';
import { cachedReader } from './cached-intake.ts';
import { drawPages } from './draw-pages.ts';
import { finishFolders } from './finish.ts';
import { InputHashes } from './inputs.ts';
import type { ManifestDocument } from './manifest.ts';
import { builtDocuments, failedDocuments, keptDocuments, publishedPeriods, SITE } from './manifest-documents.ts';
import type { BuildOptions } from './options.ts';
import { prepareClient, type PreparedClient, type PrepareOptions } from './prepare.ts';
import { printClients } from './print-clients.ts';
import { openPrinter } from './printer.ts';
import { strangersProblems } from './problems.ts';
import { publishClient, recover, removeGone } from './publish.ts';
import { siteFolders, type SiteFolders } from './site.ts';
import { Standings } from './standing.ts';

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
 * The reports site: one folder per client. Clients of whom everything stands as it would be built are left alone. A
 * client with an error is named, keeps its last good output and does not stop the others. Throws `BrowserMissing`
 * before anything is published.
 */
export async function buildReports(input: ReportsBuild, effects: Effects): Promise<SiteResult> {
  const { workspace, problems, options, earlier, run } = input;
  const folders = siteFolders(options, join(run, 'reports'));
  const asked = workspace.clients.filter(({ id }) => options.clients === null || options.clients.includes(id));
  const hashes = new InputHashes(workspace.root, effects);
  const engine = await engineFingerprint(options.project, effects);
  const standings = await findStandings(asked, { hashes, engine }, input, effects);
  const stale = asked.filter((client) => standings.of(client) === undefined);
  const readExport = cachedReader(options.cache, engine);
  const prepared = await prepareAll(stale, { models: folders.models, readExport }, input, effects);
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
  const standing = asked.flatMap((client) => standings.of(client) ?? []);
  const documents = standing.flatMap((one) => one.documents);
  documents.push(...(await publishAll(clients, { browser, folders, hashes, standings }, input, effects)));
  documents.push(...keptDocuments(workspace, documents, earlier, options));
  const told = new Map(clients.map((one) => [one.client.id, one.problems]));
  const found = asked.flatMap((client) => standings.of(client)?.problems ?? told.get(client.id) ?? []);
  return {
    documents,
    problems: [...strangersProblems(workspace, problems), ...found],
    browser: browser ?? standing.find((one) => one.browser !== null)?.browser ?? null,
  };
}

function findStandings(
  clients: Client[],
  { hashes, engine }: { hashes: InputHashes; engine: string },
  { workspace, problems, options, earlier }: ReportsBuild,
  effects: Effects,
): Promise<Standings> {
  const browserVersion = async () => {
    // Nothing is printed, so the operator need not hear how the browser runs.
    await using printer = await openPrinter({ project: options.project, warn: () => undefined }, effects);
    return printer.version;
  };
  const published = publishedPeriods(earlier);
  const about = { workspace, clients, problems, options, published, hashes, engine, browserVersion };
  return Standings.find(about, effects);
}

async function prepareAll(
  clients: Client[],
  how: Pick<PrepareOptions, 'models' | 'readExport'>,
  { workspace, problems, options, earlier }: ReportsBuild,
  effects: Effects,
): Promise<PreparedClient[]> {
  const { asOf, periods, pdf } = options;
  const rest = { asOf, periods, pdf, published: publishedPeriods(earlier), ...how };
  const prepared: PreparedClient[] = [];
  const progress = options.progress({ ru: 'Данные клиентов', en: 'Client data' }, clients.length);
  for (const client of clients) {
    const own = problems.filter((one) => one.client === client.id);
    prepared.push(await prepareClient(workspace, client, own, rest, effects));
    progress.step();
  }
  progress.end();
  return prepared;
}

/** Puts what was built into place. @returns the documents of `clients`, built and failed */
async function publishAll(
  clients: PreparedClient[],
  made: { browser: string | null; folders: SiteFolders; hashes: InputHashes; standings: Standings },
  { workspace, options, earlier }: ReportsBuild,
  effects: Effects,
): Promise<ManifestDocument[]> {
  const { browser, folders, hashes, standings } = made;
  const out = join(options.out, SITE);
  await recover(out, effects);
  const documents: ManifestDocument[] = [];
  for (const prepared of clients) {
    const { client, reports, problems } = prepared;
    if (prepared.broken) {
      documents.push(...(await failedDocuments(client, earlier, options.asOf, hashes, effects)));
      continue;
    }
    const only = options.periods === null ? null : ['assets', 'index.html', ...reports.map(({ period }) => period.id)];
    await publishClient({ staged: join(folders.stage, client.id), out, client: client.id }, only, effects);
    const built = await builtDocuments(workspace, prepared, options, hashes, effects);
    await standings.remember(client.id, { documents: built, problems, browser: reports.length > 0 ? browser : null });
    documents.push(...built);
  }
  if (options.clients === null) await removeGone(out, goneClients(workspace, earlier), effects);
  return documents;
}

/** Clients of the build before whom the workspace has no more. */
function goneClients(workspace: Workspace, earlier: ManifestDocument[]): string[] {
  const known = new Set(workspace.clients.map(({ id }) => id));
  const published = earlier.filter(({ site }) => site === SITE).map(({ client }) => client);
  return [...new Set(published)].filter((id) => !known.has(id));
}

import { join } from 'node:path';
import type { Effects } from '../types/effects.ts';
import type { Problem } from '../types/problem.ts';
import type { Client, Workspace } from '../types/workspace.ts';
import { engineFingerprint } from './cache.ts';
import { cachedReader } from './cached-intake.ts';
import type { Again } from './clients-to-build.ts';
import { drawPages } from './draw-pages.ts';
import { finishFolders } from './finish.ts';
import { InputHashes, type Written } from './inputs.ts';
import type { ManifestDocument } from './manifest.ts';
import { builtDocuments, failedDocuments, publishedPeriods, SITE } from './manifest-documents.ts';
import type { BuildOptions } from './options.ts';
import type { OutputHashes } from './output-hashes.ts';
import { prepareClient, type PreparedClient, type PrepareOptions } from './prepare.ts';
import { printClients } from './print-clients.ts';
import { openPrinter } from './printer.ts';
import { siteFolders, type SiteFolders } from './site.ts';
import type { StagedFolder } from './staged.ts';
import { Standings } from './standing.ts';

export interface ClientsOrder {
  workspace: Workspace;
  /** Whom to build; with everything of theirs, from `workspace`. */
  clients: Client[];
  again: Again;
  /** Every problem of the workspace; those of a client fail that client. */
  problems: Problem[];
  options: BuildOptions;
  /** Documents in the manifest of the build before. */
  earlier: ManifestDocument[];
  outputs: OutputHashes;
  /** Folder for everything half-done; what waits to be put into place stays in it. */
  run: string;
  /** Told twice of each client: when its data are ready and when its documents are. */
  stepped?(): void;
}

/** Plain data: another process may have made it. */
export type StagedClient = Omit<StagedFolder, 'placed'>;

export interface StagedClients {
  folders: StagedClient[];
  /** Of clients for whom nothing is put into place: they stand as they are, or they failed. */
  documents: ManifestDocument[];
  /** In the order of clients. */
  problems: Problem[];
  /** Version of the browser that printed; `null` without PDFs. */
  browser: string | null;
}

/** Builds clients from their exports to their PDFs. Throws `BrowserMissing` when nothing can print. */
export async function stageClients(order: ClientsOrder, effects: Effects): Promise<StagedClients> {
  const { workspace, clients: asked, again, options, run } = order;
  const folders = siteFolders(options, run);
  const hashes = new InputHashes(workspace.root, effects);
  const engine = await engineFingerprint(options.project, effects);
  const certain = asked.filter(({ id }) => !again.has(id));
  const standings = await findStandings(certain, { hashes, engine }, order, effects);
  const stale = asked.filter((client) => standings.of(client) === undefined);
  const readExport = cachedReader(options.cache, engine);
  const prepared = await prepareAll(stale, { models: folders.models, readExport }, order, effects);
  const drawn = await drawPages(prepared, workspace.templates, folders, effects);
  const { assetsOf, written } = await finishFolders(
    workspace,
    drawn.filter((one) => !one.broken),
    folders,
    order.earlier,
    effects,
  );
  const { clients, browser } = options.pdf
    ? await printClients(drawn, assetsOf, folders.stage, options, effects)
    : { clients: drawn, browser: null };
  const standing = asked.flatMap((client) => standings.of(client) ?? []);
  standing.forEach(() => (order.stepped?.(), order.stepped?.()));
  const staged = await stageAll(clients, { browser, folders, hashes, standings, written }, order, effects);
  const told = new Map(clients.map((one) => [one.client.id, one.problems]));
  return {
    folders: staged.folders,
    documents: [...standing.flatMap((one) => one.documents), ...staged.failed],
    problems: asked.flatMap((client) => standings.of(client)?.problems ?? told.get(client.id) ?? []),
    browser: browser ?? standing.find((one) => one.browser !== null)?.browser ?? null,
  };
}

function findStandings(
  clients: Client[],
  { hashes, engine }: { hashes: InputHashes; engine: string },
  { workspace, problems, options, earlier, outputs }: ClientsOrder,
  effects: Effects,
): Promise<Standings> {
  const browserVersion = async () => {
    // Nothing is printed, so the operator need not hear how the browser runs.
    await using printer = await openPrinter({ project: options.project, warn: () => undefined }, effects);
    return printer.version;
  };
  const published = publishedPeriods(earlier);
  const about = { workspace, clients, problems, options, published, hashes, outputs, engine, browserVersion };
  return Standings.find(about, effects);
}

async function prepareAll(
  clients: Client[],
  how: Pick<PrepareOptions, 'models' | 'readExport'>,
  { workspace, again, problems, options, earlier, stepped }: ClientsOrder,
  effects: Effects,
): Promise<PreparedClient[]> {
  const { asOf, pdf } = options;
  const rest = { asOf, pdf, published: publishedPeriods(earlier), ...how };
  const prepared: PreparedClient[] = [];
  const progress = options.progress({ ru: 'Данные клиентов', en: 'Client data' }, clients.length);
  for (const client of clients) {
    const own = problems.filter((one) => one.client === client.id);
    const periods = again.get(client.id) ?? options.periods;
    prepared.push(await prepareClient(workspace, client, own, { ...rest, periods }, effects));
    progress.step();
    stepped?.();
  }
  progress.end();
  return prepared;
}

/** What was drawn of each client, and what the manifest says of those that failed. */
async function stageAll(
  clients: PreparedClient[],
  made: {
    browser: string | null;
    folders: SiteFolders;
    hashes: InputHashes;
    standings: Standings;
    written: ReadonlyMap<string, Written>;
  },
  { workspace, again, options, earlier, stepped }: ClientsOrder,
  effects: Effects,
): Promise<{ folders: StagedClient[]; failed: ManifestDocument[] }> {
  const { browser, folders, hashes, standings, written } = made;
  const { stage } = folders;
  const { asOf } = options;
  const staged: StagedClient[] = [];
  const failed: ManifestDocument[] = [];
  for (const prepared of clients) {
    const { client, reports, problems } = prepared;
    const instead = await failedDocuments(client, earlier, asOf, hashes, effects);
    stepped?.();
    if (prepared.broken) {
      failed.push(...instead);
      continue;
    }
    const documents = await builtDocuments(workspace, prepared, { asOf, stage, written }, hashes, effects);
    const periods = again.get(client.id) ?? options.periods;
    staged.push({
      ...{ path: `${SITE}/${client.id}`, staged: join(stage, client.id), owner: { client: client.id } },
      entries: periods === null ? null : ['assets', 'index.html', ...reports.map(({ period }) => period.id)],
      ...{ documents, failed: instead },
    });
    // What was built beyond what was asked for is no answer to the same question. A folder that is not put into place
    // after all is not what was remembered, so the next build makes it again.
    if (again.has(client.id)) continue;
    await standings.remember(client.id, { documents, problems, browser: reports.length > 0 ? browser : null });
  }
  return { folders: staged, failed };
}

import { join } from 'node:path';
import type { Effects } from '../types/effects.ts';
import type { Problem } from '../types/problem.ts';
import type { Client, Workspace } from '../types/workspace.ts';
import { engineFingerprint } from './cache.ts';
import { cachedReader } from './cached-intake.ts';
import { clientsToBuild, type PeriodsOf } from './clients-to-build.ts';
import { drawPages } from './draw-pages.ts';
import { finishFolders } from './finish.ts';
import { InputHashes } from './inputs.ts';
import type { ManifestDocument } from './manifest.ts';
import { builtDocuments, failedDocuments, keptDocuments, publishedPeriods, SITE } from './manifest-documents.ts';
import type { BuildOptions } from './options.ts';
import type { OutputHashes } from './output-hashes.ts';
import { prepareClient, type PreparedClient, type PrepareOptions } from './prepare.ts';
import { printClients } from './print-clients.ts';
import { openPrinter } from './printer.ts';
import { strangersProblems } from './problems.ts';
import { siteFolders, type SiteFolders } from './site.ts';
import type { StagedFolder, StagedSite } from './staged.ts';
import { Standings } from './standing.ts';

export interface ReportsBuild {
  workspace: Workspace;
  /** Every problem of the workspace; those of a client fail that client. */
  problems: Problem[];
  options: BuildOptions;
  /** Documents in the manifest of the build before. */
  earlier: ManifestDocument[];
  /** Hashes of what the output holds now. */
  outputs: OutputHashes;
  /** Folder for everything half-done. */
  run: string;
}

/**
 * The reports site: one folder per client, drawn and printed. Clients of whom everything stands as it would be built
 * are left alone; those whose kept documents are not what the manifest says are built again. A client with an error is
 * named, keeps its last good output and does not stop the others. Throws `BrowserMissing` when nothing can print.
 */
export async function stageReports(input: ReportsBuild, effects: Effects): Promise<StagedSite> {
  const { workspace, problems, options, earlier, run } = input;
  const folders = siteFolders(options, join(run, 'reports'));
  const named = workspace.clients.filter(({ id }) => options.clients === null || options.clients.includes(id));
  const { asked, periodsOf } = await clientsToBuild(input, effects);
  const hashes = new InputHashes(workspace.root, effects);
  const engine = await engineFingerprint(options.project, effects);
  const certain = asked.filter(({ id }) => periodsOf(id) === options.periods);
  const standings = await findStandings(certain, { hashes, engine }, input, effects);
  const stale = asked.filter((client) => standings.of(client) === undefined);
  const readExport = cachedReader(options.cache, engine);
  const prepared = await prepareAll(stale, periodsOf, { models: folders.models, readExport }, input, effects);
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
  const made = { browser, folders, hashes, standings, periodsOf };
  const staged = await stageAll(clients, made, input, effects);
  const told = new Map(clients.map((one) => [one.client.id, one.problems]));
  const found = asked.flatMap((client) => standings.of(client)?.problems ?? told.get(client.id) ?? []);
  return {
    units: named.map(({ id }) => `${SITE}/${id}`),
    folders: staged.folders,
    documents: [...standing.flatMap((one) => one.documents), ...staged.failed],
    kept: (all) => keptDocuments(workspace, all, earlier, options),
    problems: [...strangersProblems(workspace, problems), ...found],
    browser: browser ?? standing.find((one) => one.browser !== null)?.browser ?? null,
  };
}

function findStandings(
  clients: Client[],
  { hashes, engine }: { hashes: InputHashes; engine: string },
  { workspace, problems, options, earlier, outputs }: ReportsBuild,
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
  periodsOf: PeriodsOf,
  how: Pick<PrepareOptions, 'models' | 'readExport'>,
  { workspace, problems, options, earlier }: ReportsBuild,
  effects: Effects,
): Promise<PreparedClient[]> {
  const { asOf, pdf } = options;
  const rest = { asOf, pdf, published: publishedPeriods(earlier), ...how };
  const prepared: PreparedClient[] = [];
  const progress = options.progress({ ru: 'Данные клиентов', en: 'Client data' }, clients.length);
  for (const client of clients) {
    const own = problems.filter((one) => one.client === client.id);
    prepared.push(await prepareClient(workspace, client, own, { ...rest, periods: periodsOf(client.id) }, effects));
    progress.step();
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
    periodsOf: PeriodsOf;
  },
  { workspace, options, earlier }: ReportsBuild,
  effects: Effects,
): Promise<{ folders: StagedFolder[]; failed: ManifestDocument[] }> {
  const { browser, folders, hashes, standings, periodsOf } = made;
  const { asOf } = options;
  const staged: StagedFolder[] = [];
  const failed: ManifestDocument[] = [];
  for (const prepared of clients) {
    const { client, reports, problems } = prepared;
    const instead = await failedDocuments(client, earlier, asOf, hashes, effects);
    if (prepared.broken) {
      failed.push(...instead);
      continue;
    }
    const documents = await builtDocuments(workspace, prepared, { asOf, stage: folders.stage }, hashes, effects);
    const periods = periodsOf(client.id);
    staged.push({
      ...{ path: `${SITE}/${client.id}`, staged: join(folders.stage, client.id), owner: { client: client.id } },
      entries: periods === null ? null : ['assets', 'index.html', ...reports.map(({ period }) => period.id)],
      ...{ documents, failed: instead },
      placed: async () => {
        // What was built beyond what was asked for is no answer to the same question.
        if (periods !== options.periods) return;
        await standings.remember(client.id, { documents, problems, browser: reports.length > 0 ? browser : null });
      },
    });
  }
  return { folders: staged, failed };
}

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Effects } from '../types/effects.ts';
import type { Locale } from '../types/locale.ts';
import type { Problem } from '../types/problem.ts';
import type { Workspace } from '../types/workspace.ts';
import { readWorkspace } from './read-workspace.ts';
import { engine } from './engine.ts';
import { BrowserMissing } from './browser.ts';
import { drawPages } from './draw-pages.ts';
import { finishFolders } from './finish.ts';
import { InputHashes } from './inputs.ts';
import { earlierDocuments, writeManifest, type ManifestDocument } from './manifest.ts';
import { builtDocuments, failedDocuments, keptDocuments, publishedPeriods } from './manifest-documents.ts';
import type { BuildOptions } from './options.ts';
import { prepareClient, type PreparedClient } from './prepare.ts';
import { printClients } from './print-clients.ts';
import { publishClient, recover, removeForeign } from './publish.ts';
import type { SiteFolders } from './site.ts';
import { browserMissing, strangersProblems, unknownClients } from './problems.ts';

export const SITE = 'reports';

export interface BuildResult {
  documents: ManifestDocument[];
  problems: Problem[];
  /** False when the whole workspace is unusable or a client failed. */
  ok: boolean;
  /** The agency's language. */
  locale: Locale;
}

/**
 * Workspace in, one folder per client out. A client with an error is named, keeps its last good output and does not
 * stop the others.
 */
export async function build(options: BuildOptions, effects: Effects): Promise<BuildResult> {
  const { value: workspace, problems } = await readWorkspace(options.workspace, effects);
  const common = problems.filter((one) => one.client === undefined);
  common.push(...unknownClients(workspace, options.clients));
  const { locale } = workspace.agency;
  if (common.some(isError)) {
    return { documents: [], problems: [...common, ...problems.filter(hasClient)], ok: false, locale };
  }

  const run = join(options.project, '.accountpress', 'runs', randomBytes(6).toString('hex'));
  try {
    const earlier = await earlierDocuments(options.out, effects);
    const folders = siteFolders(options, run);
    const prepared = await prepareAll(workspace, problems, options, earlier, folders.models, effects);
    const drawn = await drawPages(prepared, workspace.templates, folders, effects);
    const assetsOf = await finishFolders(
      workspace,
      drawn.filter((one) => !one.broken),
      folders,
      effects,
    );
    const printed = options.pdf
      ? await printClients(drawn, assetsOf, folders.stage, options, effects)
      : { clients: drawn, browser: null };
    const documents = await publishAll(workspace, printed.clients, folders, options, earlier, effects);
    await writeManifest(options.out, { engine, browser: printed.browser, documents }, effects);
    const all = [
      ...common,
      ...strangersProblems(workspace, problems),
      ...printed.clients.flatMap((one) => one.problems),
    ];
    return { documents, problems: all, ok: !all.some(isError), locale };
  } catch (error) {
    if (!(error instanceof BrowserMissing)) throw error;
    return { documents: [], problems: [browserMissing(error), ...problems], ok: false, locale };
  } finally {
    await effects.fs.remove(run);
  }
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
  if (options.clients === null) await removeForeign(out, new Set(workspace.clients.map(({ id }) => id)), effects);
  return documents;
}

function isError(problem: Problem): boolean {
  return problem.severity === 'error';
}

function hasClient(problem: Problem): boolean {
  return problem.client !== undefined;
}

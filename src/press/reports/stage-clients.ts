import { join } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import type { Problem } from '../../types/problem.ts';
import type { Client, Workspace } from '../../types/workspace.ts';
import type { KnownClient } from '../../workspace/load.ts';
import type { Assets } from '../assets.ts';
import { cachedReader } from './cached-intake.ts';
import type { Again } from './clients-to-build.ts';
import type { PressKit } from './press-kit.ts';
import { finishClient } from './finish.ts';
import { inParallel } from '../in-parallel.ts';
import { InputHashes, type Written } from '../inputs.ts';
import type { ManifestDocument } from '../output/manifest.ts';
import {
  builtDocuments,
  failedDocuments,
  printedPeriods,
  publishedPeriods,
  SITE,
} from '../output/manifest-documents.ts';
import type { BuildOptions } from '../options.ts';
import type { OutputHashes } from '../standing/output-hashes.ts';
import { prepareClient, type PreparedClient } from './prepare.ts';
import { printClients } from '../printing/print-clients.ts';
import { printerFor, printerToCome } from '../printing/printer.ts';
import type { StagedFolder } from '../output/staged.ts';
import { Standings } from '../standing/standing.ts';

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
  kit: PressKit;
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
  /** Clients that had not been read before they were built. */
  read: KnownClient[];
  /** Version of the browser that printed; `null` without PDFs. */
  browser: string | null;
}

/** Builds clients from their exports to their PDFs. Throws `BrowserMissing` when nothing can print. */
export async function stageClients(order: ClientsOrder, effects: Effects): Promise<StagedClients> {
  const { workspace, clients: asked, again, options, run, kit } = order;
  const stage = join(run, 'stage');
  const hashes = new InputHashes(workspace.root, effects);
  const certain = asked.filter(({ id }) => !again.has(id));
  const standings = await findStandings(certain, { hashes, engine: kit.engine }, order, effects);
  const stale = asked.filter((client) => standings.of(client) === undefined);
  const prints = options.pdf && stale.length > 0;
  await using printer = prints ? printerToCome(printerFor(options, effects)) : null;
  const { drawn, assetsOf, written } = await drawAll(stale, stage, order, effects);
  const { clients, browser } =
    printer === null
      ? { clients: drawn, browser: null }
      : await printClients(drawn, assetsOf, stage, { ...options, openPrinter: printer.opened }, effects);
  const standing = asked.flatMap((client) => standings.of(client) ?? []);
  standing.forEach(() => (order.stepped?.(), order.stepped?.()));
  const staged = await stageAll(clients, { browser, stage, hashes, standings, written }, order, effects);
  const told = new Map(clients.map((one) => [one.client.id, one.problems]));
  return {
    folders: staged.folders,
    documents: [...standing.flatMap((one) => one.documents), ...staged.failed],
    problems: asked.flatMap((client) => standings.of(client)?.problems ?? told.get(client.id) ?? []),
    read: [],
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
    const quiet = { warn: () => undefined };
    await using printer = await printerFor({ ...options, ...quiet }, effects);
    return printer.version;
  };
  const published = publishedPeriods(earlier);
  const about = { workspace, clients, problems, options, published, hashes, outputs, engine, browserVersion };
  return Standings.find(about, effects);
}

/** While the disk is asked for one client's files, another is drawn; more at once would only fill the memory. */
const AT_ONCE = 2;
/** Clients read ahead while the site is compiled, when there is nothing to draw with: few enough to stay in memory. */
const AHEAD = 8;

/** Takes clients from their exports to their pages, two at a time. */
async function drawAll(
  clients: Client[],
  stage: string,
  { workspace, again, problems, options, earlier, kit, stepped }: ClientsOrder,
  effects: Effects,
): Promise<Drawn> {
  const made: Drawn = { drawn: [], assetsOf: new Map(), written: new Map() };
  if (clients.length === 0) return made;
  const { asOf } = options;
  const kits = Promise.all([kit.drawing(), kit.finishing()]);
  // Told where the first client is drawn.
  kits.catch(() => undefined);
  const rest = { asOf, pdf: options.pdf, published: publishedPeriods(earlier), printed: printedPeriods(earlier) };
  const readExport = cachedReader(options.cache, kit.engine);
  const progress = options.progress({ ru: 'Клиенты', en: 'Clients' }, clients.length);
  const prepare = (client: Client): ReturnType<typeof prepareClient> => {
    const own = problems.filter((one) => one.client === client.id);
    const how = { ...rest, periods: again.get(client.id) ?? options.periods, readExport };
    return prepareClient(workspace, client, own, how, effects);
  };
  const ahead = (await isSettled(kits)) ? [] : clients.slice(0, AHEAD).map(prepare);
  // One that fails is told where it would have been drawn.
  for (const one of ahead) one.catch(() => undefined);
  await inParallel(clients.entries(), AT_ONCE, async ([place, client]) => {
    const { models, ...ready } = await (ahead.shift() ?? prepare(client));
    const [drawing, finishing] = await kits;
    const { prepared, pages } =
      models === null || ready.broken ? { prepared: ready, pages: null } : await drawing.draw(ready, models);
    made.drawn[place] = prepared;
    if (pages !== null && !prepared.broken) {
      const what = { client: prepared.client, pages, models: models!.reports };
      const how = { workspace, earlier, kit: finishing };
      const { assets, written } = await finishClient(what, how, join(stage, client.id), effects);
      made.assetsOf.set(client.id, assets);
      for (const [path, one] of written) made.written.set(`${client.id}/${path}`, one);
    }
    progress.step();
    stepped?.();
  });
  progress.end();
  return made;
}

/** Whether there is something to wait for no longer. */
function isSettled(work: Promise<unknown>): Promise<boolean> {
  const settled = work.then(
    () => true,
    () => true,
  );
  // What has settled is told before the next turn of the loop.
  return Promise.race([settled, new Promise<boolean>((resolve) => setImmediate(() => resolve(false)))]);
}

/** Clients whose pages wait in the stage. */
interface Drawn {
  drawn: PreparedClient[];
  /** Each client's assets, for printing. */
  assetsOf: Map<string, Assets>;
  /** Every file that waits, by its path in the stage: the manifest need not read it again. */
  written: Map<string, Written>;
}

/** What was drawn of each client, and what the manifest says of those that failed. */
async function stageAll(
  clients: PreparedClient[],
  made: {
    browser: string | null;
    stage: string;
    hashes: InputHashes;
    standings: Standings;
    written: ReadonlyMap<string, Written>;
  },
  { workspace, again, options, earlier, stepped }: ClientsOrder,
  effects: Effects,
): Promise<{ folders: StagedClient[]; failed: ManifestDocument[] }> {
  const { browser, stage, hashes, standings, written } = made;
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

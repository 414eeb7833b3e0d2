import { join } from 'node:path';
import type { Effects } from '../types/effects.ts';
import type { Checked, Problem } from '../types/problem.ts';
import type { Workspace } from '../types/workspace.ts';
import { BrowserMissing } from './printing/browser.ts';
import type { BuildResult } from './build.ts';
import type { Compiler } from './reports/compiler.ts';
import { compileSite, type CompiledSite } from './reports/compile-site.ts';
import { lostClients } from './output/lost-clients.ts';
import { earlierDocuments, sortedDocuments } from './output/manifest.ts';
import { SITE } from './output/manifest-documents.ts';
import type { BuildOptions, Site } from './options.ts';
import { OutputHashes } from './standing/output-hashes.ts';
import { browserMissing, noClients, toldOnce, unknownClients } from './problems.ts';
import { crewSize, isWorthOneBeside } from './crew/crew.ts';
import { EarlyMember } from './crew/crew-process.ts';
import { ownWords } from './seal/words/vocabulary.ts';
import { engine } from './engine.ts';
import { recoverOutput } from './output/publish.ts';
import { putIntoPlace } from './output/put-into-place.ts';
import { readInThreads } from './crew/read-clients.ts';
import { ReadLater } from './crew/read-later.ts';
import { readWorkspace } from './read-workspace.ts';
import type { ReportsBuild } from './reports.ts';
import { withRunFolder } from './output/run-folder.ts';
import { finishShard, openShard } from './shards/shard-build.ts';
import { inShard } from './shards/shard.ts';
import { siteFolders, type SiteTemplates } from './site.ts';
import { SealerAhead } from './seal/sealer-ahead.ts';
import type { EarlySights } from './standing/early-sights.ts';
import type { Sights } from './standing/sights.ts';
import type { StagedSite } from './output/staged.ts';
import { Untouched } from './standing/untouched.ts';

/** What was built, and hashes of what lies in the output now; `null` when nothing was put into place. */
export type BuiltAnew = BuildResult & { outputs: OutputHashes | null };

/** What there is before a build begins. */
export interface Begun {
  /** Of the workspace before any of it is read. */
  sights: Sights;
  /** Of the output. */
  outputs: EarlySights;
  /** Waits to compile the reports site; one is started when it is needed and there is none. */
  compiler: Compiler | undefined;
}

/** Everything a build is made of, whatever the one before has left. See `build`. */
export function buildAnew(options: BuildOptions, begun: Begun, effects: Effects): Promise<BuiltAnew> {
  return withRunFolder(options.project, effects, async (run) => {
    let compiling: Promise<CompiledSite> | undefined;
    const early = new EarlyMember();
    const compile = (templates: SiteTemplates): Promise<CompiledSite> =>
      (compiling ??= compileSite(
        siteFolders(options, join(run, SITE)),
        templates,
        options.cache,
        effects,
        begun.compiler,
      ));
    try {
      return await buildWithin({ run, compile, early }, options, begun, effects);
    } finally {
      early.end();
      // Nothing writes into the folder any more when it goes.
      await compiling?.catch(() => undefined);
    }
  });
}

/** Where a build works, and the reports site, compiled once, whenever it is first asked for. */
interface Within {
  run: string;
  compile(templates: SiteTemplates): Promise<CompiledSite>;
  early: EarlyMember;
}

async function buildWithin(
  within: Within,
  options: BuildOptions,
  { sights, outputs }: Begun,
  effects: Effects,
): Promise<BuiltAnew> {
  const untouched = await Untouched.open(options, sights, effects);
  const later = new ReadLater(options, effects);
  const { lean, ...loaded } = await loadLean({ untouched, later }, within, options, effects);
  const { value: workspace, problems } = loaded;
  await untouched.loaded(workspace);
  options.speak(workspace.agency.locale);
  // What the crew would have told is told with the rest.
  const all = async () => (await later.completed(loaded)).problems;
  const common = problems.filter((one) => one.client === undefined);
  if (common.some(isError)) {
    return refused([...common, ...(await all()).filter((one) => one.client !== undefined)]);
  }
  const strangers = await unknownNames(workspace, options, effects);
  if (strangers.length > 0) return { ...refused([...common, ...strangers]), understood: false };
  const lost = await lostClients(workspace, options, effects);
  if (lost.length > 0) return refused([...common, ...lost, ...(await all()).filter((one) => one.client !== undefined)]);
  const opened = options.shard === null ? null : await openShard(workspace, options, effects);
  if (opened && opened.problems.length > 0) return refused([...common, ...opened.problems]);
  try {
    const compiled = () => within.compile(workspace.templates);
    const about = {
      loaded,
      common,
      options,
      untouched,
      lean,
      later,
      seen: outputs,
      run: within.run,
      compiled,
      early: within.early,
    };
    return await buildSites({ ...about, state: opened?.value ?? '' }, effects);
  } catch (error) {
    if (!(error instanceof BrowserMissing)) throw error;
    return refused([browserMissing(error), ...(await all())]);
  }
}

/**
 * The workspace, of clients who are known or whom others will read whole no more than the seal looks for. Whoever
 * builds a client reads it: where that is the crew, and it builds them all, nobody else does.
 */
async function loadLean(
  { untouched, later }: { untouched: Untouched; later: ReadLater },
  { compile, early }: Within,
  options: BuildOptions,
  effects: Effects,
): Promise<Checked<Workspace> & { lean: ReadonlySet<string> }> {
  const lean = new Set<string>();
  const { sites, clients, shard } = options;
  const loaded = await readWorkspace(options.workspace, effects, {
    known: async (about) => {
      const known = await untouched.known(about);
      const unread = about.ids.filter((id) => !known.has(id));
      const members = crewSize(options, unread.length);
      for (const id of members > 1 ? about.ids : known.keys()) lean.add(id);
      const beside = sites.includes(SITE) && isWorthOneBeside(options, unread.length, about.ids.length);
      if (members < 2 && beside) early.start(options.pdf);
      if (members < 2) return known;
      // Reading is waiting for the disk as well; what fails is told where the site is needed.
      if (sites.includes(SITE)) compile(about.templates).catch(() => undefined);
      const builtByCrew = sites.includes(SITE) && clients === null && shard === null;
      const read = builtByCrew
        ? await later.outlines(unread, about)
        : await readInThreads(options.workspace, unread, members);
      return new Map([...known, ...read]);
    },
    keep: (client) => (lean.has(client.id) ? ownWords(client) : client),
  });
  return { ...loaded, lean };
}

interface Order {
  loaded: Checked<Workspace>;
  /** Problems that belong to no client. */
  common: Problem[];
  options: BuildOptions;
  untouched: Untouched;
  /** Clients of whom the workspace holds no tables. */
  lean: ReadonlySet<string>;
  later: ReadLater;
  run: string;
  /** See `ReportsBuild`. */
  compiled(): Promise<CompiledSite>;
  early: EarlyMember;
  /** Of the output, early. */
  seen: EarlySights;
  /** Of the workspace, for a part of a build. */
  state: string;
}

async function buildSites(
  { loaded, common, options, untouched, lean, later, run, compiled, early, seen, state }: Order,
  effects: Effects,
): Promise<BuiltAnew> {
  const { out, project, cache, shard } = options;
  const earlier = await earlierDocuments(out, effects);
  const outputs = await OutputHashes.remembered({ out, cache, early: seen }, earlier, effects);
  await recoverOutput(out, effects, outputs);
  const sites: StagedSite[] = [];
  const standing = await untouched.standing(earlier, outputs);
  const outlined = { workspace: loaded.value, problems: loaded.problems, lean, later };
  const sealing = { out, project, memory: cache, hashes: outputs, part: shard !== null };
  const ahead = new SealerAhead(loaded.value, sealing, effects);
  const meanwhile = (folders: readonly string[]) => ahead.start({ engine, browser: null, documents: earlier }, folders);
  const order = { ...outlined, options, standing, untouched, earlier, outputs, run, compiled, early, meanwhile };
  for (const site of options.sites) sites.push(await (await STAGES[site]())(order, effects));
  const { value: workspace, problems } = await later.completed(loaded);
  const unasked = earlier.filter(
    ({ site, client }) => !options.sites.some((built) => built === site) && inShard(shard, `${site}/${client}`),
  );
  const browser = sites.find((site) => site.browser !== null)?.browser ?? null;
  const placing = { workspace, sites, earlier, untouched: unasked, browser };
  const part = shard !== null;
  const told = sites.flatMap((site) => site.problems);
  // Nothing at all can be made of this workspace: that is told, whichever sites were asked for.
  const bare = sites.every(({ units }) => units.length === 0) && told.length === 0 && earlier.length === 0;
  if (bare) told.push(noClients());
  const sealer = await ahead.take(workspace);
  const placed = await putIntoPlace({ ...placing, out, project, cache, hashes: outputs, part, sealer }, effects);
  await untouched.keep(workspace, problems, placed.documents);
  const all = toldOnce([...common, ...told, ...placed.problems]);
  all.push(...(await finishShard({ workspace, options, state, sites, problems: all }, effects)));
  const documents = sortedDocuments(placed.documents);
  return { documents, problems: all, ok: !all.some(isError), understood: true, outputs };
}

type Stage = (order: ReportsBuild, effects: Effects) => Promise<StagedSite>;

/** How each site is made. What makes one takes long to load and is of no use to the others. */
const STAGES: Record<Site, () => Promise<Stage>> = {
  reports: async () => (await import('./reports.ts')).stageReports,
  proposals: async () => (await import('./proposals.ts')).stageProposals,
  handbook: async () => (await import('./handbook.ts')).stageHandbook,
  desk: async () => (await import('./desk.ts')).stageDesk,
};

/** Clients and proposals asked for by names that nobody bears. */
async function unknownNames(workspace: Workspace, options: BuildOptions, effects: Effects): Promise<Problem[]> {
  const clients = unknownClients(workspace, options.clients);
  if (options.proposals === null) return clients;
  const { unknownAmongProposals } = await import('./proposals.ts');
  return [...clients, ...(await unknownAmongProposals(workspace, options.proposals, effects))];
}

const refused = (problems: Problem[]): BuiltAnew => ({
  ...{ documents: [], problems, ok: false, understood: true },
  outputs: null,
});

function isError(problem: Problem): boolean {
  return problem.severity === 'error';
}

import type { ChildProcess } from 'node:child_process';
import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import type { LocalText } from '../../types/locale.ts';
import { NO_CACHE } from '../cache.ts';
import type { Again } from '../reports/clients-to-build.ts';
import type { CompiledSite } from '../reports/compile-site.ts';
import { CrewMember, type Task } from './crew-process.ts';
import { inParallel } from '../in-parallel.ts';
import type { ManifestDocument } from '../output/manifest.ts';
import type { BuildOptions } from '../options.ts';
import { crewMembersLost } from '../problems.ts';
import type { StagedClients } from '../reports/stage-clients.ts';

/** Fewer clients than this a member are built sooner by the process that is already running. */
const WORTH_A_MEMBER = 24;
/** More processes than this wait for each other's memory and disk. */
const MOST_MEMBERS = 4;
/**
 * A member that has said nothing for so long hangs: it beats every few seconds, also while it works, and the longest
 * that one piece of work has kept it from beating is a few seconds.
 */
const PATIENCE_MS = 5 * 60_000;
/** Clients asked for at a time: few enough that all members end together and a dead one has lost little. */
const BATCH = 16;

export interface CrewBuild {
  /** Clients to build, in code-unit order. */
  ids: string[];
  again: Again;
  members: number;
  options: BuildOptions;
  earlier: ManifestDocument[];
  run: string;
  engine: string;
  compiled(): Promise<CompiledSite>;
  /** See `EarlyMember`. */
  early?: ChildProcess | null;
  /** Told when all members are at work: this process waits for them. */
  meanwhile?: (() => void) | undefined;
  /** How long a member may say nothing; five minutes when absent. */
  patienceMs?: number;
}

/** What this process, the seal's threads and the browser take, and what each member does. */
const OTHERS_BYTES = 0.7e9;
const MEMBER_BYTES = 0.4e9;

/** Bytes this process and all it starts may take: a container has less than its machine. */
function memory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

/** How many processes build so many clients; 1 is this one alone. */
export function crewSize({ workers }: Pick<BuildOptions, 'workers'>, clients: number): number {
  if (workers !== null) return Math.min(workers, clients);
  const room = Math.floor((memory() - OTHERS_BYTES) / MEMBER_BYTES);
  return Math.max(1, Math.min(MOST_MEMBERS, availableParallelism(), room, Math.floor(clients / WORTH_A_MEMBER)));
}

/** Among so many, what stands takes longer to look at and to be proven than a process takes to come up. */
const WORTH_ONE_BESIDE = 400;

/** Whether one process builds the few clients that changed while this one sees to the many that stand. */
export function isWorthOneBeside({ workers }: Pick<BuildOptions, 'workers'>, changed: number, all: number): boolean {
  const room = memory() >= OTHERS_BYTES + MEMBER_BYTES && availableParallelism() > 1;
  return workers === null && room && changed > 0 && all >= WORTH_ONE_BESIDE;
}

/**
 * Builds clients in several processes at once, a batch each at a time. What each writes is what one process would have
 * written. A process that dies or hangs fails nobody: its batch is built again by a new one, and only a second death is
 * told as an error of its clients. Throws `BrowserMissing`, and `Stopped` when the machine lets nobody go on.
 */
export async function stageWithCrew(input: CrewBuild): Promise<StagedClients> {
  const { ids, members, options, early = null, patienceMs = PATIENCE_MS } = input;
  const batches = batchesOf(ids, members);
  const progress = options.progress({ ru: 'Клиенты', en: 'Clients' }, ids.length);
  const listener = {
    // Half of a client is its data and pages, half its documents.
    step: () => progress.step(0.5),
    warn: onceEach(options.warn),
    patienceMs,
  };
  const tasks = batches.entries();
  const results = new Map<number, StagedClients>();
  const crew = Array.from(
    { length: members },
    (_, place) => new CrewMember(listener, options.pdf, place === 0 ? early : null),
  );
  const dismiss = () => Promise.all(crew.map((member) => member.kill()));
  try {
    for (const member of crew) member.start();
    const taskFor = tasksOf(input);
    const buildWith = async (member: CrewMember): Promise<void> => {
      for (const [index, batch] of tasks) {
        // Whoever died may have left something half-done.
        const ask = (attempt: number) => member.ask(taskFor(batch, join(input.run, `batch-${index}-${attempt}`)));
        results.set(index, (await ask(1)) ?? (await ask(2)) ?? lost(batch, input));
      }
    };
    // When one cannot go on, nobody waits for what the others are at.
    const orDismissAll = async (error: unknown): Promise<never> => {
      await dismiss();
      throw error;
    };
    const handing = input.compiled().then((site) => {
      for (const member of crew) member.hand(site);
      input.meanwhile?.();
    });
    const building = inParallel(crew, members, (member) => buildWith(member).catch(orDismissAll));
    await Promise.all([handing.catch(orDismissAll), building]);
    // What a member still has to say before it goes is not cut off.
    for (const member of crew) member.letGo();
  } finally {
    await dismiss();
  }
  progress.end();
  return joined(batches.map((_, index) => results.get(index)!));
}

function joined(inOrder: StagedClients[]): StagedClients {
  return {
    folders: inOrder.flatMap(({ folders }) => folders),
    documents: inOrder.flatMap(({ documents }) => documents),
    problems: inOrder.flatMap(({ problems }) => problems),
    read: inOrder.flatMap(({ read }) => read),
    browser: inOrder.find(({ browser }) => browser !== null)?.browser ?? null,
  };
}

/** Equal shares, so that nobody waits for the last one. */
function batchesOf(ids: string[], members: number): string[][] {
  const rounds = Math.ceil(ids.length / (members * BATCH));
  const count = Math.min(ids.length, members * rounds);
  return Array.from({ length: count }, (_, index) =>
    ids.slice(Math.floor((index * ids.length) / count), Math.floor(((index + 1) * ids.length) / count)),
  );
}

function tasksOf({ again, options, earlier, engine }: CrewBuild): (ids: string[], run: string) => Task {
  const { workspace, out, periods, asOf, pdf, project, cache } = options;
  const own = Map.groupBy(earlier, ({ client }) => client);
  return (ids, run) => ({
    ids,
    again: new Map(ids.flatMap((id) => (again.has(id) ? [[id, again.get(id)!]] : []))),
    options: { workspace, out, periods, asOf, pdf, project },
    cached: cache !== NO_CACHE,
    earlier: ids.flatMap((id) => own.get(id) ?? []),
    ...{ run, engine },
  });
}

function onceEach(warn: (warning: LocalText) => void): (warning: LocalText) => void {
  const warned = new Set<string>();
  return (warning) => {
    const text = JSON.stringify(warning);
    if (!warned.has(text)) warn(warning);
    warned.add(text);
  };
}

function lost(ids: string[], { options, earlier }: CrewBuild): StagedClients {
  const documents = ids.flatMap((id): ManifestDocument[] => {
    const kept = earlier.filter(({ site, client }) => site === 'reports' && client === id);
    if (kept.length > 0) return kept.map((one) => ({ ...one, status: 'failed' }));
    const none = { period: null, asOf: options.asOf, inputs: [], outputs: [] };
    return [{ site: 'reports', client: id, status: 'failed', ...none }];
  });
  return { folders: [], documents, problems: [crewMembersLost(ids)], read: [], browser: null };
}

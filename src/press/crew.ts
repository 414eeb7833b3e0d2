import { fork, type ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Stopped } from '../effects/system-fault.ts';
import type { LocalText } from '../types/locale.ts';
import type { Problem } from '../types/problem.ts';
import { BrowserMissing } from './browser.ts';
import { NO_CACHE } from './cache.ts';
import type { Again } from './clients-to-build.ts';
import { inParallel } from './in-parallel.ts';
import type { ManifestDocument } from './manifest.ts';
import type { BuildOptions } from './options.ts';
import { crewMemberLost } from './problems.ts';
import type { StagedClients } from './stage-clients.ts';

/** Fewer clients than this a member are built sooner by the process that is already running. */
const WORTH_A_MEMBER = 24;
/** More processes than this wait for each other's memory and disk. */
const MOST_MEMBERS = 4;
/**
 * A member that has said nothing for so long hangs: it beats every few seconds, also while it works, and the longest
 * that one piece of work has kept it from beating is a few seconds.
 */
const PATIENCE_MS = 5 * 60_000;
/** Clients of one Astro build: enough to make up for its start, few enough to stay small in memory. */
const BATCH = 125;

export interface CrewBuild {
  /** Clients to build, in code-unit order. */
  ids: string[];
  again: Again;
  members: number;
  options: BuildOptions;
  earlier: ManifestDocument[];
  run: string;
  /** How long a member may say nothing; five minutes when absent. */
  patienceMs?: number;
}

/** What a member is asked to build; everything in it can be sent to another process. */
export interface Task {
  ids: string[];
  again: Again;
  options: Pick<BuildOptions, 'workspace' | 'out' | 'periods' | 'asOf' | 'pdf' | 'project'>;
  /** Whether finished pieces are kept and recalled. */
  cached: boolean;
  earlier: ManifestDocument[];
  run: string;
}

/** What a member says while it works; the last three end it. */
export type News =
  | { kind: 'beat' }
  | { kind: 'step' }
  | { kind: 'warn'; warning: LocalText }
  | { kind: 'done'; result: StagedClients }
  | { kind: 'browser-missing'; found: LocalText }
  | { kind: 'stopped'; problem: Problem };

/** How many processes build so many clients; 1 is this one alone. */
export function crewSize({ workers }: Pick<BuildOptions, 'workers'>, clients: number): number {
  if (workers !== null) return Math.min(workers, clients);
  return Math.min(MOST_MEMBERS, availableParallelism(), Math.floor(clients / WORTH_A_MEMBER));
}

/**
 * Builds clients in several processes at once, a batch each at a time. What each writes is what one process would have
 * written. A process that dies or hangs fails nobody: its batch is built again by another, and only a second death is
 * told as an error of its clients. Throws `BrowserMissing`, and `Stopped` when the machine lets nobody go on.
 */
export async function stageWithCrew(input: CrewBuild): Promise<StagedClients> {
  const { ids, members, options, patienceMs = PATIENCE_MS } = input;
  const batches = batchesOf(ids, members);
  const progress = options.progress({ ru: 'Клиенты', en: 'Clients' }, ids.length);
  const warned = new Set<string>();
  const listener = {
    // Half of a client is its data, half its documents.
    step: () => progress.step(0.5),
    warn(warning: LocalText) {
      const text = JSON.stringify(warning);
      if (!warned.has(text)) options.warn(warning);
      warned.add(text);
    },
  };
  const results = new Map<number, StagedClients>();
  const crew = new Set<ChildProcess>();
  try {
    await inParallel(batches.entries(), members, async ([index, batch]) => {
      // Whoever died may have left something half-done.
      const ask = (attempt: number) =>
        askMember(
          taskOf(batch, join(input.run, `batch-${index}-${attempt}`), input),
          { ...listener, patienceMs },
          crew,
        );
      results.set(index, (await ask(1)) ?? (await ask(2)) ?? lost(batch, input));
    });
  } finally {
    for (const member of crew) member.kill();
  }
  progress.end();
  const inOrder = batches.map((_, index) => results.get(index)!);
  return {
    folders: inOrder.flatMap(({ folders }) => folders),
    documents: inOrder.flatMap(({ documents }) => documents),
    problems: inOrder.flatMap(({ problems }) => problems),
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

function taskOf(ids: string[], run: string, { again, options, earlier }: CrewBuild): Task {
  const { workspace, out, periods, asOf, pdf, project, cache } = options;
  const own = new Set(ids);
  return {
    ids,
    again,
    options: { workspace, out, periods, asOf, pdf, project },
    cached: cache !== NO_CACHE,
    earlier: earlier.filter(({ client }) => own.has(client)),
    run,
  };
}

/** One task done by one new process; `null` when the process died, or was ended because it hung. */
function askMember(
  task: Task,
  listener: { step(): void; warn(warning: LocalText): void; patienceMs: number },
  crew: Set<ChildProcess>,
): Promise<StagedClients | null> {
  const member = fork(join(import.meta.dirname, 'crew-member.ts'), {
    serialization: 'advanced',
    // Standard output belongs to the answer of the command.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const patience = setTimeout(() => member.kill('SIGKILL'), listener.patienceMs);
  const answer = new Promise<StagedClients | null>((resolve, reject) => {
    member.on('message', (news: News) => {
      patience.refresh();
      if (news.kind === 'step') listener.step();
      else if (news.kind === 'warn') listener.warn(news.warning);
      else if (news.kind === 'done') resolve(news.result);
      else if (news.kind === 'browser-missing') reject(new BrowserMissing(news.found));
      else if (news.kind === 'stopped') reject(new Stopped(news.problem));
    });
    // It could not be started, or it has died before it was asked.
    member.on('error', () => resolve(null));
    member.on('exit', () => resolve(null));
    member.send(task);
  });
  crew.add(member);
  // It stays until it is let go: an answer on its way is never cut off.
  return answer.finally(() => {
    clearTimeout(patience);
    crew.delete(member);
    if (member.connected) member.disconnect();
  });
}

function lost(ids: string[], { options, earlier }: CrewBuild): StagedClients {
  const documents = ids.flatMap((id): ManifestDocument[] => {
    const kept = earlier.filter(({ site, client }) => site === 'reports' && client === id);
    if (kept.length > 0) return kept.map((one) => ({ ...one, status: 'failed' }));
    const none = { period: null, asOf: options.asOf, inputs: [], outputs: [] };
    return [{ site: 'reports', client: id, status: 'failed', ...none }];
  });
  const problems: Problem[] = ids.map(crewMemberLost);
  return { folders: [], documents, problems, browser: null };
}

import { join } from 'node:path';
import { nodeEffects } from '../effects/node.ts';
import { systemFault } from '../effects/system-fault.ts';
import { BrowserMissing } from './browser.ts';
import { folderCache, NO_CACHE } from './cache.ts';
import type { News, Task } from './crew.ts';
import type { BuildOptions } from './options.ts';
import { OutputHashes } from './output-hashes.ts';
import { readWorkspace } from './read-workspace.ts';
import { stageClients } from './stage-clients.ts';

/** A process of its own that builds a batch of clients, tells how far it is, and ends. See `crew.ts`. */

const effects = nodeEffects();

const tell = (news: News): Promise<void> => new Promise((told) => process.send!(news, undefined, {}, () => told()));

const BEAT_MS = 5_000;

async function work({ ids, again, options, cached, earlier, run }: Task): Promise<void> {
  const beat = setInterval(() => void tell({ kind: 'beat' }), BEAT_MS);
  beat.unref();
  const { value: workspace, problems } = await readWorkspace(options.workspace, effects, {
    clients: (id) => ids.includes(id),
  });
  const own: BuildOptions = {
    ...options,
    sites: ['reports'],
    clients: ids,
    proposals: null,
    shard: null,
    workers: 1,
    cache: cached ? folderCache(join(options.project, '.accountpress', 'cache'), effects) : NO_CACHE,
    speak: () => undefined,
    warn: (warning) => void tell({ kind: 'warn', warning }),
    progress: () => ({ step: () => undefined, end: () => undefined }),
  };
  const outputs = new OutputHashes(options.out, effects);
  const stepped = () => void tell({ kind: 'step' });
  try {
    const result = await stageClients(
      { workspace, clients: workspace.clients, again, problems, options: own, earlier, outputs, run, stepped },
      effects,
    );
    await tell({ kind: 'done', result });
  } catch (error) {
    if (error instanceof BrowserMissing) return tell({ kind: 'browser-missing', found: error.found });
    const problem = systemFault(error, options.project);
    if (problem === null) throw error;
    await tell({ kind: 'stopped', problem });
  }
}

// Let go, or whoever asked is gone: what is half-done is of no use to anybody.
process.once('disconnect', () => process.exit());
process.once('message', (task: Task) => void work(task));

import { join } from 'node:path';
import { nodeEffects } from '../../effects/node.ts';
import { systemFault } from '../../effects/system-fault.ts';
import type { LocalText } from '../../types/locale.ts';
import type { Workspace } from '../../types/workspace.ts';
import { BrowserMissing } from '../printing/browser.ts';
import { folderCache, NO_CACHE } from '../cache.ts';
import type { Handed, News, Task } from './crew-process.ts';
import type { BuildOptions } from '../options.ts';
import type { CompiledSite } from '../reports/compile-site.ts';
import { OutputHashes } from '../standing/output-hashes.ts';
import { lent, openPrinter, type Printer } from '../printing/printer.ts';
import { pressKit, type PressKit } from '../reports/press-kit.ts';
import { openToRead } from '../read-workspace.ts';
import type { OpenWorkspace } from '../../workspace/load.ts';
import { ownWords } from '../seal/words/vocabulary.ts';
import { stageClients } from '../reports/stage-clients.ts';

/** A process of its own that builds a batch of clients, tells how it goes, and waits for the next. See `crew.ts`. */

const effects = nodeEffects();

const tell = (news: News): Promise<void> => new Promise((told) => process.send!(news, undefined, {}, () => told()));

const BEAT_MS = 5_000;

const site = Promise.withResolvers<CompiledSite>();

/** Of the whole build: every task brings the same engine and agency. */
let kit: PressKit | undefined;

/** What all clients share is read once, and is of the whole build too: an agency may have thousands of notes. */
let opened: Promise<OpenWorkspace> | undefined;

/** One tab prints while the other members work: as many as there are cores. */
let printer: Promise<Printer> | undefined;

const warn = (warning: LocalText): void => void tell({ kind: 'warn', warning });

function kitOf({ engine, options }: Task, workspace: Workspace): PressKit {
  return (kit ??= pressKit({ engine, compiled: () => site.promise }, { workspace, project: options.project }, effects));
}

async function work(task: Task): Promise<void> {
  const { ids, again, options, cached, earlier, run } = task;
  try {
    const { value: workspace, problems } = await (
      await (opened ??= openToRead(options.workspace, effects))
    ).read({ clients: (id) => ids.includes(id) });
    const own: BuildOptions = {
      ...options,
      sites: ['reports'],
      clients: ids,
      proposals: null,
      shard: null,
      workers: 1,
      cache: cached ? folderCache(join(options.project, '.accountpress', 'cache'), effects) : NO_CACHE,
      speak: () => undefined,
      openPrinter: async () =>
        lent(await (printer ??= openPrinter({ project: options.project, warn, tabs: 1 }, effects))),
      warn,
      progress: () => ({ step: () => undefined, end: () => undefined }),
    };
    const about = { workspace, clients: workspace.clients, again, problems, options: own, earlier, run };
    const outputs = new OutputHashes(options.out, effects);
    const stepped = () => void tell({ kind: 'step' });
    const result = await stageClients({ ...about, outputs, kit: kitOf(task, workspace), stepped }, effects);
    const told = Map.groupBy(problems, ({ client }) => client ?? '');
    const read = workspace.clients.map((client) => ({ client: ownWords(client), problems: told.get(client.id) ?? [] }));
    await tell({ kind: 'done', result: { ...result, read } });
  } catch (error) {
    if (error instanceof BrowserMissing) return tell({ kind: 'browser-missing', found: error.found, mend: error.mend });
    const problem = systemFault(error, options.project);
    if (problem === null) throw error;
    await tell({ kind: 'stopped', problem });
  }
}

setInterval(() => void tell({ kind: 'beat' }), BEAT_MS).unref();
// Let go, or whoever asked is gone: what is half-done is of no use to anybody.
process.once('disconnect', () => process.exit());
process.on('message', (told: Task | Handed) => {
  if ('compiled' in told) site.resolve(told.compiled);
  else void work(told);
});

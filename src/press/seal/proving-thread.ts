import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { nodeEffects } from '../../effects/node.ts';
import { oneAfterAnother, type ProofKit, type Question } from './prove-folders.ts';

/** A thread of its own that proves the folders it is asked about. See `prove-folders.ts`. */

const effects = nodeEffects();
// Nothing else waits for this thread: to read in one step costs a fifth of a promise for each.
const fs = { ...effects.fs, read: async (path: string) => readFileSync(path) };
const prove = oneAfterAnother(workerData as ProofKit, { ...effects, fs });

parentPort!.on('message', ({ reach, about }: Question) => {
  // A failure ends the thread, and whoever asked does the work.
  void prove(reach, about).then((proven) => parentPort!.postMessage(proven));
});

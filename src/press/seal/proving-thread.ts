import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { nodeEffects } from '../../effects/node.ts';
import { ProvingHere, type ProofKit, type Question } from './prove-folders.ts';

/** A thread of its own that is told what to look for, and proves the folders it is asked about. See `prove-folders.ts`. */

const effects = nodeEffects();
// Nothing else waits for this thread: to read in one step costs a fifth of a promise for each.
const fs = { ...effects.fs, read: async (path: string) => readFileSync(path) };
let proving: ProvingHere;

parentPort!.on('message', (told: ProofKit | Question) => {
  if ('terms' in told) proving = new ProvingHere(told, { ...effects, fs });
  // A failure ends the thread, and whoever asked does the work.
  else void proving.prove(told.reach, told.about).then((proven) => parentPort!.postMessage(proven));
});

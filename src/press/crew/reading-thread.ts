import { parentPort, workerData } from 'node:worker_threads';
import { nodeEffects } from '../../effects/node.ts';
import { loadClients, loadHouse } from '../../workspace/load.ts';
import { ownWords } from '../seal/words/vocabulary.ts';

/** A thread of its own that reads the clients it is asked for. See `read-clients.ts`. */

const effects = nodeEffects();
const root = workerData as string;
const house = loadHouse(root, effects);

parentPort!.on('message', (ids: string[]) => {
  // A failure ends the thread, and whoever asked does the work.
  void house
    .then((known) => loadClients(root, ids, known, ownWords, effects))
    .then((clients) => parentPort!.postMessage(clients));
});

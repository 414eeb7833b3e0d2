import { parentPort } from 'node:worker_threads';
import { seenOf, send } from './look-all.ts';

/** A thread of `lookAll`: asked for paths, it posts what they show. */
parentPort?.on('message', (paths: string[]) => parentPort?.postMessage(seenOf(paths).map(send)));

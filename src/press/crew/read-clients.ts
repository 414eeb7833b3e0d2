import { inParallel } from '../in-parallel.ts';
import { openThread } from '../thread.ts';
import type { KnownClient } from '../../workspace/load.ts';

/** Clients a thread is asked for at a time. */
const BATCH = 32;

/**
 * Reads and checks clients in several threads at once; of each is kept what `ownWords` keeps. Clients of a thread that
 * died are missing: whoever asked reads them.
 * @param root absolute path of the workspace
 */
export async function readInThreads(
  root: string,
  ids: readonly string[],
  count: number,
): Promise<Map<string, KnownClient>> {
  const read = new Map<string, KnownClient>();
  const batches = Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, at) =>
    ids.slice(at * BATCH, (at + 1) * BATCH),
  ).values();
  const threads = Array.from({ length: count }, () =>
    openThread<string[], KnownClient[]>(new URL('./reading-thread.ts', import.meta.url), root),
  );
  try {
    await inParallel(threads, count, async (thread) => {
      for (const batch of batches) {
        for (const one of (await thread.ask([...batch])) ?? []) read.set(one.client.id, one);
      }
    });
  } finally {
    await Promise.all(threads.map((thread) => thread.close()));
  }
  return read;
}

import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** A port that no system hands out by itself: nobody gets it between this answer and the server that asked for it. */
export async function freePort(host: string): Promise<number> {
  const port = 15_000 + randomInt(15_000);
  const probe = createServer().listen(port, host);
  const free = await once(probe, 'listening').then(
    () => true,
    () => false,
  );
  if (!free) return freePort(host);
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

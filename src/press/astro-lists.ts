import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { LockBusy, whileHolding } from '../effects/lock.ts';
import type { Effects } from '../types/effects.ts';

/** Reading a handbook's lessons takes Astro a second or two. */
const PATIENCE_MS = 10 * 60_000;

/**
 * Lets one build of this engine at a time write down what its lessons need. Astro does so in `.astro` of the engine's
 * folder, whoever is built, through one temporary name: of two at once the first would rename the other's file away.
 */
export function oneListAtATime(project: string, effects: Effects): { integration: AstroIntegration; end(): void } {
  const lock = join(project, '.accountpress', 'locks', 'astro');
  const { promise: written, resolve: end } = Promise.withResolvers<void>();
  const begin = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const held = whileHolding(lock, effects, () => (resolve(), written), { ms: PATIENCE_MS });
      // Whoever hangs keeps nobody from trying.
      held.catch((error: unknown) => (error instanceof LockBusy ? resolve() : reject(error)));
    });
  return {
    integration: {
      name: 'accountpress:lists',
      hooks: { 'astro:config:done': begin, 'astro:build:start': () => end() },
    },
    end,
  };
}

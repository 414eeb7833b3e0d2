import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, inject, it } from 'vitest';
import { CAN_LOOK } from '../support/processes.ts';
import { deathOf, killAndRecover, setScene, type Scene } from './killed.ts';
import type { Kill } from './run.ts';

declare module 'vitest' {
  interface TaskMeta {
    kill?: Kill;
  }
  interface ProvidedContext {
    /** The first seed, and how many. */
    seeds: { from: number; kills: number };
  }
}

let scene: Scene;
beforeAll(async () => {
  scene = await setScene();
});
afterAll(() => rm(scene.home, { recursive: true, force: true }));

const { from, kills } = inject('seeds');
const seeds = Array.from({ length: kills }, (_, index) => from + index);

describe.runIf(CAN_LOOK)('a build of all sites that is killed', () => {
  it.concurrent.for(seeds)(
    'at random point %i leaves every folder whole, and the next build is right',
    async (seed, { task }) => {
      const { duration, changes } = scene;
      task.meta.kill = { seed, ...deathOf(seed, scene), build: { duration, changes }, end: null };
      task.meta.kill.end = await killAndRecover(seed, scene);
    },
  );
});

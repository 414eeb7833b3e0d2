import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { CAN_LOOK, killAndRecover, setScene, type Scene } from './killed.ts';

let scene: Scene;
const ends = { killed: 0, 'ended by itself': 0 };
beforeAll(async () => {
  scene = await setScene();
});
afterAll(async () => {
  console.log(`a build of ${scene.duration} ms, ${scene.changes} changes to its output:`, ends);
  await rm(scene.home, { recursive: true, force: true });
});

const seeds = Array.from({ length: 200 }, (_, seed) => [seed] as const);

describe.runIf(CAN_LOOK)('a build of all sites that is killed', () => {
  it.concurrent.each(seeds)(
    'at random point %i leaves every folder whole, and the next build is right',
    async (seed) => {
      ends[await killAndRecover(seed, scene)]++;
    },
  );
});

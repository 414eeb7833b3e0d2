import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { inParallel } from '../../src/press/in-parallel.ts';

it('works through everything in order, so many at once', async () => {
  const begun: number[] = [];
  let [now, most] = [0, 0];
  await inParallel([1, 2, 3, 4, 5], 2, async (item) => {
    begun.push(item);
    most = Math.max(most, ++now);
    await setImmediate();
    now--;
  });
  expect([begun, most, now]).toEqual([[1, 2, 3, 4, 5], 2, 0]);
});

it('begins nothing after a failure, and tells of the first one when all that was begun has ended', async () => {
  const events: string[] = [];
  const { promise: told, resolve: tell } = Promise.withResolvers<void>();
  const work = async (item: string) => {
    events.push(`${item} begins`);
    if (item === 'b') throw new Error('no more');
    await told;
    events.push(`${item} ends`);
    throw new Error('later');
  };
  const all = inParallel(['a', 'b', 'c'], 2, work).catch((error: Error) => events.push(error.message));
  for (let turn = 0; turn < 5; turn++) await setImmediate();
  tell();
  await all;
  expect(events).toEqual(['a begins', 'b begins', 'a ends', 'no more']);
});

it('hands on a failure that is thrown before anything is waited for', async () => {
  const fail = (): Promise<void> => {
    throw new Error('at once');
  };
  await expect(inParallel(['a', 'b'], 2, fail)).rejects.toThrow('at once');
});

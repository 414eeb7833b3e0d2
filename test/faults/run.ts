/**
 * `npm run test:faults [-- --kills 200] [--from 0] [--at-once 2] [--json FILE]`: builds are killed at seeded random
 * points. A line for each kill; the file is written anew after each, so that a run in the background can be watched,
 * and one that was broken off still tells of what it did. Exit code 1 when a kill has left anything but a whole output.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startVitest, type Reporter, type TestCase } from 'vitest/node';

/** What was done to one build, and how it ended; `null` when what it left was wrong. */
export interface Kill {
  seed: number;
  at: { share: number } | { change: number };
  flags: string[];
  /** The same build left alone: milliseconds, and changes to its output. */
  build: { duration: number; changes: number };
  end: 'killed' | 'ended by itself' | null;
}

const { values: asked } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    from: { type: 'string', default: '0' },
    'at-once': { type: 'string', default: '2' },
    json: { type: 'string' },
  },
});
const kills = Number(asked.kills);
const from = Number(asked.from);
const atOnce = Number(asked['at-once']);
if (!(kills > 0 && from >= 0 && atOnce > 0)) throw new Error('--kills, --from, --at-once: whole numbers');

const done: (Partial<Kill> & { seconds: number; errors: string[] })[] = [];
const started = new Date();

function told(test: TestCase): void {
  const { kill } = test.meta();
  const errors = (test.result().errors ?? []).map(({ message }) => message);
  const seconds = Math.round(test.diagnostic()?.duration ?? 0) / 1000;
  done.push({ ...kill, seconds, errors });
  if (test.result().state === 'skipped') return console.log('left out');
  const at =
    kill === undefined
      ? 'before it began'
      : Object.entries(kill.at)
          .map(([how, what]) => `${how} ${how === 'share' ? what.toFixed(3) : what}`)
          .join();
  const end = errors.length > 0 ? `BROKEN\n${errors.join('\n')}` : `${kill?.end}, whole; the next build is right`;
  console.log(`${done.length} of ${kills}: seed ${kill?.seed ?? '?'} at ${at}: ${end}`);
  write(false);
}

function write(finished: boolean): void {
  if (asked.json === undefined) return;
  const count = (end: Kill['end']) => done.filter((one) => one.end === end).length;
  const broken = done.filter(({ errors }) => errors.length > 0).map(({ seed }) => seed);
  const summary = {
    ...{ started, finished, kills, from, done: done.length, broken },
    ...{ killed: count('killed'), endedByItself: count('ended by itself') },
  };
  writeFileSync(resolve(asked.json), `${JSON.stringify({ ...summary, each: done }, null, 2)}\n`);
}

const reporter: Reporter = { onTestCaseResult: told };
const vitest = await startVitest([], {
  ...{ root: import.meta.dirname, config: false, run: true, watch: false, include: ['**/*.faults.ts'] },
  ...{ testTimeout: 600_000, hookTimeout: 600_000, maxConcurrency: atOnce },
  provide: { seeds: { from, kills } },
  reporters: [reporter, 'default'],
});
await vitest.close();
write(true);

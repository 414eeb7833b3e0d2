/**
 * `npm run test:faults`: builds are killed at seeded random points. A line for each kill; the file is written anew after
 * each, so that a run in the background can be watched, and one that was broken off still tells of what it did. Exit
 * code 1 when a kill has left anything but a whole output.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { startVitest, type Reporter, type TestCase } from 'vitest/node';
import { runCommand, type Given } from '../../src/cli/options.ts';
import { UsageError, type CommandLine } from '../../src/cli/usage.ts';
import { nodeEffects } from '../../src/effects/node.ts';
import { LOCALES } from '../../src/types/locale.ts';

/** What was done to one build, and how it ended; `null` when what it left was wrong. */
export interface Kill {
  seed: number;
  at: { share: number } | { change: number };
  flags: string[];
  /** The same build left alone: milliseconds, and changes to its output. */
  build: { duration: number; changes: number };
  end: 'killed' | 'ended by itself' | null;
}

const line = {
  command: 'npm run test:faults',
  about: {
    ru: 'Обрывает сборки в посеянных случайных местах. Код выхода 1: что-то осталось не целым.',
    en: 'Kills builds at seeded random points. Exit code 1: something but a whole output was left.',
  },
  flags: {
    kills: {
      kind: 'text',
      value: { ru: 'ЧИСЛО', en: 'N' },
      about: { ru: 'сколько; без флага — 200', en: 'how many; 200 when not given' },
    },
    from: {
      kind: 'text',
      value: { ru: 'ЧИСЛО', en: 'N' },
      about: { ru: 'с какого посева; без флага — 0', en: 'from which seed on; 0 when not given' },
    },
    'at-once': {
      kind: 'text',
      value: { ru: 'ЧИСЛО', en: 'N' },
      about: { ru: 'сколько сразу; без флага — 2', en: 'how many at once; 2 when not given' },
    },
    json: {
      kind: 'text',
      value: { ru: 'ФАЙЛ', en: 'FILE' },
      about: { ru: 'куда писать, что было', en: 'where to write what was done' },
    },
    lang: {
      kind: 'text',
      value: 'ru|en',
      oneOf: LOCALES,
      about: { ru: 'язык справки; ход всегда английский', en: 'language of the help; the rest is in English' },
    },
  },
} as const satisfies CommandLine;

process.exitCode = await runCommand(line, process.argv.slice(2), killBuilds, nodeEffects());

async function killBuilds({ flags }: Given<(typeof line)['flags']>): Promise<number> {
  const kills = whole('kills', flags.kills ?? '200', 1);
  const from = whole('from', flags.from ?? '0', 0);
  const atOnce = whole('at-once', flags['at-once'] ?? '2', 1);
  const diary = diaryOf({ kills, from, file: flags.json });
  const reporter: Reporter = { onTestCaseResult: diary.told };
  const vitest = await startVitest([], {
    ...{ root: import.meta.dirname, config: false, run: true, watch: false, include: ['**/*.faults.ts'] },
    ...{ testTimeout: 600_000, hookTimeout: 600_000, maxConcurrency: atOnce },
    provide: { seeds: { from, kills } },
    reporters: [reporter, 'default'],
  });
  await vitest.close();
  diary.write(true);
  // Vitest says by the exit code whether anything failed.
  return Number(process.exitCode ?? 0);
}

function whole(flag: string, typed: string, least: number): number {
  const number = Number(typed);
  if (Number.isInteger(number) && number >= least) return number;
  throw new UsageError({
    ru: `--${flag}: нужно целое число не меньше ${least}`,
    en: `--${flag}: give a whole number of at least ${least}`,
  });
}

/** What was done so far: told line by line, and kept in a file where one is asked for. */
function diaryOf({ kills, from, file }: { kills: number; from: number; file: string | null }) {
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
    if (file === null) return;
    const count = (end: Kill['end']) => done.filter((one) => one.end === end).length;
    const broken = done.filter(({ errors }) => errors.length > 0).map(({ seed }) => seed);
    const summary = {
      ...{ started, finished, kills, from, done: done.length, broken },
      ...{ killed: count('killed'), endedByItself: count('ended by itself') },
    };
    writeFileSync(resolve(file), `${JSON.stringify({ ...summary, each: done }, null, 2)}\n`);
  }

  return { told, write };
}

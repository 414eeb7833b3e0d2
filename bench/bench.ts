/**
 * `npm run bench`: speed and memory against the goals. Agencies of the seeded workload (`workload.ts`) are built one
 * after another; a table is printed, and everything that was measured is written to bench/results/<date>.json, anew
 * after each agency. Seconds belong to the machine and to its load: compare what one run measured.
 */
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { runCommand, type Given } from '../src/cli/options.ts';
import { UsageError, type CommandLine } from '../src/cli/usage.ts';
import { nodeEffects } from '../src/effects/node.ts';
import { LOCALES } from '../src/types/locale.ts';
import { Agency, PROJECT, type Run } from './agency.ts';
import { figuresOf, tableOf, type Reading } from './figures.ts';
import { pdfRates, ROW_NAMES, ROWS } from './table-rows.ts';

const line = {
  command: 'npm run bench',
  about: {
    ru: 'Измеряет скорость и память на посеянных агентствах и сверяет с целями; всё измеренное — в bench/results.',
    en: 'Measures speed and memory on seeded agencies against the goals; all that was measured goes to bench/results.',
  },
  flags: {
    sizes: {
      kind: 'list',
      value: { ru: 'ЧИСЛО', en: 'N' },
      about: {
        ru: 'сколько клиентов; без флага — 100,1000,5000',
        en: 'how many clients; 100,1000,5000 when not given',
      },
    },
    only: {
      kind: 'list',
      value: { ru: 'строка', en: 'row' },
      oneOf: ROW_NAMES,
      about: { ru: 'только эти строки таблицы', en: 'these rows of the table only' },
    },
    'no-pdf': { kind: 'switch', about: { ru: 'без PDF', en: 'without PDFs' } },
    lang: {
      kind: 'text',
      value: 'ru|en',
      oneOf: LOCALES,
      about: { ru: 'язык справки; таблица всегда английская', en: 'language of the help; the table is in English' },
    },
  },
} as const satisfies CommandLine;

process.exitCode = await runCommand(line, process.argv.slice(2), measure, nodeEffects());

async function measure({ flags }: Given<(typeof line)['flags']>): Promise<number> {
  const sizes = (flags.sizes ?? ['100', '1000', '5000']).map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size > 0)) {
    throw new UsageError({ ru: '--sizes: нужны целые числа клиентов', en: '--sizes: give whole numbers of clients' });
  }
  const rows = flags.only ?? ROW_NAMES;
  const pdf = !flags['no-pdf'];
  const started = new Date();
  const file = join(PROJECT, 'bench', 'results', `${started.toISOString().slice(0, 10)}.json`);
  const readings = new Map<number, Reading[]>();
  const runs: Run[] = [];
  const machine = { cores: cpus().length, model: cpus()[0]?.model ?? '', load: loadavg()[0], node: process.version };
  const keep = () => write(file, { machine, sizes, figures: figuresOf(readings), runs });
  try {
    for (const clients of sizes) {
      const agency = await Agency.of(clients, pdf);
      const own: Reading[] = [];
      for (const [name, read] of Object.entries(ROWS)) if (rows.includes(name)) own.push(...(await read(agency)));
      readings.set(clients, own);
      runs.push(...agency.runs);
      await keep();
    }
    if (rows.includes('pdf') && pdf) readings.get(Math.max(...sizes))!.push(...(await pdfRates()));
  } finally {
    await Agency.leave();
    await sweep(join(PROJECT, '.accountpress', 'cache'), started);
  }
  await keep();

  console.log(tableOf(figuresOf(readings), sizes));
  if (runs.some(({ memory }) => memory === 'RSS')) {
    console.log(
      'Memory is the sum of resident pages: this machine does not say how they are shared, so they count twice.',
    );
  }
  console.log(`All of it: ${file}`);
  return 0;
}

async function write(file: string, measured: { runs: Run[] } & Record<string, unknown>): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const runs = measured.runs.map(({ output: _, ...run }) => run);
  await writeFile(file, `${JSON.stringify({ ...measured, runs }, null, 2)}\n`);
}

/** Gigabytes of made-up documents are of no use to later builds: entries that were born since the start go. */
async function sweep(cache: string, started: Date): Promise<void> {
  for (const entry of await readdir(cache, { recursive: true, withFileTypes: true }).catch(() => [])) {
    if (!/^[0-9a-f]{64}$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    // A build of somebody else may sweep at the same time.
    const { birthtimeMs } = await stat(path).catch(() => ({ birthtimeMs: 0 }));
    if (birthtimeMs >= started.getTime()) await rm(path, { force: true });
  }
}

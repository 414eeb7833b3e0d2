/**
 * `npm run bench [-- --sizes 100,1000] [--no-pdf] [--only row,row]`: speed and memory against the goals. Agencies of the
 * seeded workload (`workload.ts`), of 100, 1,000 and 5,000 clients where no sizes are given, are built one after
 * another; a table is printed, and everything that was measured is written to bench/results/<date>.json, anew after each
 * agency. Seconds belong to the machine and to its load: compare what one run measured.
 */
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Agency, PROJECT, type Run } from './agency.ts';
import { figuresOf, tableOf, type Reading } from './figures.ts';
import { pdfRates, ROW_NAMES, ROWS } from './table-rows.ts';

const { values: asked } = parseArgs({
  options: {
    sizes: { type: 'string', default: '100,1000,5000' },
    only: { type: 'string', default: ROW_NAMES.join() },
    'no-pdf': { type: 'boolean', default: false },
  },
});
const sizes = asked.sizes.split(',').map(Number);
const rows = asked.only.split(',');
const strangers = rows.filter((row) => !ROW_NAMES.includes(row));
if (strangers.length > 0 || !sizes.every((size) => size > 0)) {
  throw new Error(`--sizes: numbers of clients; --only: ${ROW_NAMES.join(', ')}`);
}

const started = new Date();
const machine = { cores: cpus().length, model: cpus()[0]?.model ?? '', load: loadavg()[0], node: process.version };
const file = join(PROJECT, 'bench', 'results', `${started.toISOString().slice(0, 10)}.json`);
const readings = new Map<number, Reading[]>();
const runs: Run[] = [];
try {
  for (const clients of sizes) {
    const agency = await Agency.of(clients, !asked['no-pdf']);
    const own: Reading[] = [];
    for (const [name, read] of Object.entries(ROWS)) if (rows.includes(name)) own.push(...(await read(agency)));
    readings.set(clients, own);
    runs.push(...agency.runs);
    await write();
  }
  if (rows.includes('pdf') && !asked['no-pdf']) readings.get(Math.max(...sizes))!.push(...(await pdfRates()));
} finally {
  await Agency.leave();
  await sweep(join(PROJECT, '.accountpress', 'cache'));
}
await write();

console.log(tableOf(figuresOf(readings), sizes));
if (runs.some(({ memory }) => memory === 'RSS')) {
  console.log(
    'Memory is the sum of resident pages: this machine does not say how they are shared, so they count twice.',
  );
}
console.log(`All of it: ${file}`);

async function write(): Promise<void> {
  await mkdir(join(file, '..'), { recursive: true });
  const kept = runs.map(({ output: _, ...run }) => run);
  const measured = { machine, sizes, figures: figuresOf(readings), runs: kept };
  await writeFile(file, `${JSON.stringify(measured, null, 2)}\n`);
}

/** Gigabytes of made-up documents are of no use to later builds: entries that were born since the start go. */
async function sweep(cache: string): Promise<void> {
  for (const entry of await readdir(cache, { recursive: true, withFileTypes: true }).catch(() => [])) {
    if (!/^[0-9a-f]{64}$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    // A build of somebody else may sweep at the same time.
    const { birthtimeMs } = await stat(path).catch(() => ({ birthtimeMs: 0 }));
    if (birthtimeMs >= started.getTime()) await rm(path, { force: true });
  }
}

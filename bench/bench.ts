/**
 * `npm run bench [-- --sizes 100,1000] [--full] [--no-pdf] [--only row,row]`: speed and memory against the goals.
 * Agencies of the seeded workload (`workload.ts`) are built one after another; a table is printed, and everything that
 * was measured is written to bench/results/<date>.json. `--full` adds 5,000 clients. Seconds belong to the machine and
 * to its load: compare what one run measured.
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
    sizes: { type: 'string' },
    only: { type: 'string' },
    full: { type: 'boolean' },
    'no-pdf': { type: 'boolean' },
  },
});
const sizes = asked.sizes?.split(',').map(Number) ?? (asked.full ? [100, 1000, 5000] : [100, 1000]);
const rows = asked.only?.split(',') ?? ROW_NAMES;
const strangers = rows.filter((row) => !ROW_NAMES.includes(row));
if (strangers.length > 0 || !sizes.every((size) => size > 0)) {
  throw new Error(`--sizes: numbers of clients; --only: ${ROW_NAMES.join(', ')}`);
}

const started = Date.now();
const load = loadavg()[0];
const readings = new Map<number, Reading[]>();
const runs: Run[] = [];
try {
  for (const clients of sizes) {
    const agency = await Agency.of(clients, !asked['no-pdf']);
    const own: Reading[] = [];
    for (const [name, read] of Object.entries(ROWS)) if (rows.includes(name)) own.push(...(await read(agency)));
    readings.set(clients, own);
    runs.push(...agency.runs);
  }
  if (rows.includes('pdf') && !asked['no-pdf']) readings.get(Math.max(...sizes))!.push(...(await pdfRates()));
} finally {
  await Agency.leave();
  await sweep(join(PROJECT, '.accountpress', 'cache'), started);
}

const figures = figuresOf(readings);
console.log(tableOf(figures, sizes));
if (runs.some(({ memory }) => memory === 'RSS')) {
  console.log(
    'Memory is the sum of resident pages: this machine does not say how they are shared, so they count twice.',
  );
}
const machine = { cores: cpus().length, model: cpus()[0]?.model ?? '', load, node: process.version };
const results = join(PROJECT, 'bench', 'results');
await mkdir(results, { recursive: true });
const file = join(results, `${new Date().toISOString().slice(0, 10)}.json`);
const kept = runs.map(({ output: _, ...run }) => run);
await writeFile(file, `${JSON.stringify({ machine, sizes, figures, runs: kept }, null, 2)}\n`);
console.log(`All of it: ${file}`);

/** Gigabytes of made-up documents are of no use to later builds: entries that were born since then go. */
async function sweep(cache: string, since: number): Promise<void> {
  for (const entry of await readdir(cache, { recursive: true, withFileTypes: true }).catch(() => [])) {
    if (!/^[0-9a-f]{64}$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    if ((await stat(path)).birthtimeMs >= since) await rm(path);
  }
}

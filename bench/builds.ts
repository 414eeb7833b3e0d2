/**
 * How builds grow with the number of clients: `npm run bench [-- --sizes 100,1000] [--full] [--no-pdf]`.
 * Each agency's month is built from nothing without and with PDFs, again unchanged, and with one client's export
 * changed. `--full` adds 5,000 clients. Prints a table and writes bench/results/<date>.json.
 * Seconds belong to the machine and to its load; compare only what one run measured.
 */
import { appendFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measured, type Measured } from './measured.ts';
import { AS_OF, exportOf, MONTH, writeWorkload } from './workload.ts';

const PROJECT = join(import.meta.dirname, '..');
const HOME = join(PROJECT, '.accountpress', 'workload');

interface Row extends Measured {
  clients: number;
  what: string;
  msPerReport: number;
}

const { values: asked } = parseArgs({
  options: { sizes: { type: 'string' }, full: { type: 'boolean' }, 'no-pdf': { type: 'boolean' } },
});
const sizes = asked.sizes?.split(',').map(Number) ?? (asked.full ? [100, 1000, 5000] : [100, 1000]);

async function benchSize(clients: number): Promise<Row[]> {
  const workspace = join(HOME, `agency-${clients}`);
  await rm(HOME, { recursive: true, force: true });
  await writeWorkload(workspace, clients);
  const rows: Row[] = [];
  const run = async (what: string, out: string, flags: string[]): Promise<void> => {
    const site = ['--site', 'reports', '--period', MONTH, '--as-of', AS_OF];
    const place = ['--workspace', workspace, '--out', join(HOME, out)];
    const took = await measured([join(PROJECT, 'scripts', 'build.ts'), ...place, ...site, ...flags], PROJECT);
    rows.push({ clients, what, ...took, msPerReport: (took.seconds / clients) * 1000 });
    console.log(line(rows.at(-1)!));
  };
  const rounds = asked['no-pdf'] ? [['--no-pdf']] : [['--no-pdf'], []];
  for (const [index, flags] of rounds.entries()) {
    const kind = flags.length > 0 ? 'pages' : 'pages and PDFs';
    const out = `out-${index}`;
    await run(`${kind}: from nothing`, out, [...flags, '--no-cache']);
    await run(`${kind}: fills the cache`, out, flags);
    await run(`${kind}: unchanged`, out, flags);
    await appendFile(join(workspace, exportOf(1 + index)), `${MONTH}-31,partners,1000,50,10.00,5,400.00\n`);
    await run(`${kind}: one export changed`, out, flags);
  }
  await rm(HOME, { recursive: true, force: true });
  return rows;
}

function line({ clients, what, seconds, msPerReport, peakMegabytes }: Row): string {
  const memory = peakMegabytes === null ? '–' : `${peakMegabytes} MB`;
  return [
    ...[String(clients).padStart(6), what.padEnd(38), `${seconds.toFixed(1)} s`.padStart(9)],
    ...[`${msPerReport.toFixed(1)} ms`.padStart(9), memory.padStart(9)],
  ].join('  ');
}

/** How seconds and memory grow: the power of n, 1 when twice the clients cost twice as much. */
function growth(rows: Row[]): string[] {
  const [smallest, largest] = [Math.min(...sizes), Math.max(...sizes)];
  if (smallest === largest) return [];
  return rows
    .filter(({ clients }) => clients === largest)
    .map((large) => {
      const small = rows.find(({ clients, what }) => clients === smallest && what === large.what)!;
      const power = (of: (row: Row) => number) => Math.log(of(large) / of(small)) / Math.log(largest / smallest);
      const memory = power((row) => row.peakMegabytes ?? 1).toFixed(2);
      return `${large.what.padEnd(38)}  seconds ~ n^${power((row) => row.seconds).toFixed(2)}, memory ~ n^${memory}`;
    });
}

const rows: Row[] = [];
console.log('clients  what                                      seconds  a report       peak');
for (const size of sizes) rows.push(...(await benchSize(size)));
console.log(growth(rows).join('\n'));
const results = join(PROJECT, 'bench', 'results');
await mkdir(results, { recursive: true });
const file = join(results, `${new Date().toISOString().slice(0, 10)}.json`);
const machine = { cores: cpus().length, model: cpus()[0]?.model ?? '', load: loadavg()[0], node: process.version };
await writeFile(file, `${JSON.stringify({ machine, rows }, null, 2)}\n`);

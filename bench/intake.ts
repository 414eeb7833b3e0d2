/**
 * How much memory and time exports take: `node bench/intake.ts [megabytes [files]]`, 1024 and 10000 when not given.
 * One daily export of that size is read in pieces, then that many small files are read and put together.
 * The figures stand in docs/decisions/intake.md.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, openSync, rmSync, writeFileSync, writeSync, closeSync } from 'node:fs';
import { join } from 'node:path';
import { nodeEffects } from '../src/effects/node.ts';
import { gatherFacts } from '../src/figures/facts.ts';
import { readFile } from '../src/intake/read-file.ts';
import type { IntakeFile } from '../src/types/intake.ts';
import type { Client } from '../src/types/workspace.ts';
import { builtinMetrics } from '../src/workspace/metrics.ts';

const [what = '1024', more = '10000'] = process.argv.slice(2);
const megabytes = Number(what);
const smallFiles = Number(more);
const folder = join(import.meta.dirname, '..', '.accountpress', 'bench');
/** The first word when only the large file is read. */
const LARGE = 'large';
const context = { metrics: builtinMetrics(), client: 'bench' };
const { fs } = nodeEffects();

const dayOf = (index: number): string => new Date(Date.UTC(2000, 0, 1 + index)).toISOString().slice(0, 10);

/** Rows of keywords by day, as an advertising system writes them, until the file is large enough. */
function writeLarge(path: string, bytes: number): void {
  const file = openSync(path, 'w');
  let written = writeSync(
    file,
    'Campaign report\nDay,Campaign,Ad group,Ad group ID,Currency code,Impr.,Clicks,Cost,CTR\n',
  );
  for (let block = 0; written < bytes; block += 1) {
    const rows = Array.from({ length: 10_000 }, (_, index) => {
      const at = block * 10_000 + index;
      const day = dayOf(9000 + Math.floor((written / bytes) * 730));
      const impressions = `"${(at % 9) + 1},${String((at * 13) % 1000).padStart(3, '0')}"`;
      const money = `${(at * 3) % 5000}.${String(at % 100).padStart(2, '0')}`;
      return `${day},Campaign ${at % 300},Group ${at % 7000},${120210000000000000n + BigInt(at % 7000)},EUR,${impressions},${at % 90},${money},1.${at % 10}%\n`;
    });
    written += writeSync(file, rows.join(''));
  }
  closeSync(file);
}

async function read(name: string): Promise<IntakeFile> {
  const path = join(folder, name);
  const input = { file: name, source: 'ads', size: await fs.size(path) };
  const [read] = await readFile({ ...input, read: () => fs.read(path), chunks: () => fs.chunks(path) }, context);
  return read!.file;
}

const seconds = (since: number): number => (performance.now() - since) / 1000;
const megabyte = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;

/** In a process of its own: writing the file must not count as memory of reading it. */
async function benchLarge(): Promise<void> {
  const idle = process.memoryUsage.rss();
  let peak = idle;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
  const started = performance.now();
  const file = await read('large.csv');
  const took = seconds(started);
  clearInterval(watch);
  if (file.problems.length > 0) throw new Error(JSON.stringify(file.problems[0]));
  const { user, system } = process.cpuUsage();
  const rate = Math.round(file.rows.read / took).toLocaleString('en');
  console.log(`${more} MB, ${file.rows.read.toLocaleString('en')} rows: ${took.toFixed(1)} s, ${rate} rows/s`);
  console.log(`processor: ${((user + system) / 1e6).toFixed(1)} s`);
  console.log(`memory: ${megabyte(idle)} idle, ${megabyte(peak)} at most, ${megabyte(peak - idle)} above idle`);
}

async function benchSmall(count: number): Promise<number> {
  const started = performance.now();
  const files: IntakeFile[] = [];
  for (let index = 0; index < count; index += 1) files.push(await read(`${index}.csv`));
  const { value, problems } = gatherFacts(CLIENT, files, context.metrics);
  const took = seconds(started);
  if (problems.length > 0 || value.days.length !== count) throw new Error('small files were misread');
  console.log(`${count} files: ${took.toFixed(2)} s, ${((took / count) * 1000).toFixed(2)} ms a file`);
  return took;
}

const CLIENT: Client = {
  ...{ id: 'bench', name: 'Bench', locale: 'en', currency: 'EUR', timeZone: 'UTC', team: [], brand: {}, kpis: [] },
  ...{ reports: [], services: [], channels: {}, sources: { sources: {}, precedence: {} }, targets: [], mediaPlan: [] },
  ...{ work: [], plan: [], events: [], initiatives: [], notes: {}, exports: [] },
};

async function benchAll(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  try {
    writeLarge(join(folder, 'large.csv'), megabytes * 1024 * 1024);
    spawnSync(process.execPath, [import.meta.filename, LARGE, what], { stdio: 'inherit' });
    for (let index = 0; index < smallFiles; index += 1) {
      const rows = Array.from(
        { length: 10 },
        (_, row) => `${dayOf(index)},Campaign ${row},EUR,${row * 10},${row},1.50\n`,
      );
      writeFileSync(join(folder, `${index}.csv`), `Day,Campaign,Currency code,Impr.,Clicks,Cost\n${rows.join('')}`);
    }
    await benchSmall(Math.ceil(smallFiles / 10));
    await benchSmall(smallFiles);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await (what === LARGE ? benchLarge() : benchAll());

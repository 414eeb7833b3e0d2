import { join } from 'node:path';
import type { Effects } from '../types/effects.ts';
import type { Problem } from '../types/problem.ts';
import type { Assets } from './assets.ts';
import { engineFingerprint, type Cache } from './cache.ts';
import { readText } from './finish.ts';
import type { BuildOptions } from './options.ts';
import type { PreparedClient, PreparedReport } from './prepare.ts';
import { printReport } from './print-report.ts';
import { openPrinter, type Printer } from './printer.ts';
import { printFailed } from './problems.ts';

/** Pages read ahead of the printer: enough to keep its tabs busy, few enough to stay small in memory. */
const IN_FLIGHT = 8;

/**
 * Prints every staged report beside its page; a client one of whose PDFs fails is broken from here on.
 * Throws `BrowserMissing` when there is nothing to print with.
 * @returns the browser's version, `null` when there was nothing to print
 */
export async function printClients(
  prepared: PreparedClient[],
  assetsOf: Map<string, Assets>,
  stage: string,
  options: BuildOptions,
  effects: Effects,
): Promise<{ clients: PreparedClient[]; browser: string | null }> {
  const jobs = prepared
    .filter((one) => !one.broken)
    .flatMap((one) => one.reports.map((report) => ({ client: one.client, report })));
  if (jobs.length === 0) return { clients: prepared, browser: null };

  await using printer = await openPrinter({ project: options.project, warn: options.warn }, effects);
  const { cache, project } = options;
  const engine = await engineFingerprint(project, effects);
  const progress = options.progress({ ru: 'PDF', en: 'PDFs' }, jobs.length);
  const failed = new Map<string, Problem[]>();
  await inParallel(jobs, IN_FLIGHT, async ({ client, report }) => {
    const assets = assetsOf.get(client.id)!;
    const problems = await printOne(
      { client, report, assets, asOf: options.asOf, stage, printer, cache, engine },
      effects,
    );
    failed.set(client.id, [...(failed.get(client.id) ?? []), ...problems]);
    progress.step();
  });
  progress.end();
  const clients = prepared.map((one) => {
    const problems = failed.get(one.client.id) ?? [];
    return problems.length === 0 ? one : { ...one, broken: true, problems: [...one.problems, ...problems] };
  });
  return { clients, browser: printer.version };
}

interface PrintOne {
  client: PreparedClient['client'];
  report: PreparedReport;
  assets: Assets;
  asOf: BuildOptions['asOf'];
  stage: string;
  printer: Printer;
  cache: Cache;
  engine: string;
}

async function printOne({ client, report, stage, ...print }: PrintOne, effects: Effects): Promise<Problem[]> {
  const { period } = report;
  const folder = join(stage, client.id, period.id);
  try {
    const html = await readText(join(folder, 'index.html'), effects);
    const pdf = await printReport({ html, client, period, ...print });
    await effects.fs.write(join(folder, `${client.id}-${period.id}.pdf`), pdf);
    return [];
  } catch (error) {
    return [printFailed(client, period.id, error)];
  }
}

async function inParallel<T>(items: T[], limit: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: limit }, worker));
}

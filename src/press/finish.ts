import { dirname, join } from 'node:path';
import { figuresCsv } from '../figures/csv.ts';
import type { Effects } from '../types/effects.ts';
import type { Day } from '../types/period.ts';
import type { Problem } from '../types/problem.ts';
import type { ReportModel } from '../types/report.ts';
import type { Workspace } from '../types/workspace.ts';
import { clientAssets, sharedAssets, type Assets } from './assets.ts';
import type { BuildOptions } from './options.ts';
import type { PreparedClient } from './prepare.ts';
import { openPrinter, type Printer } from './printer.ts';
import { printReport } from './print-report.ts';
import { printFailed } from './problems.ts';
import type { SiteFolders } from './site.ts';

export interface Finished {
  clients: PreparedClient[];
  /** Version of the browser that printed; `null` without PDFs. */
  browser: string | null;
  problems: Problem[];
}

/** Makes the staged folders whole: assets, `figures.json`, `figures.csv` and the PDFs beside every page. */
export async function finishClients(
  workspace: Workspace,
  prepared: PreparedClient[],
  folders: SiteFolders,
  options: BuildOptions,
  effects: Effects,
): Promise<Finished> {
  const whole = prepared.filter((one) => !one.broken);
  const shared = await sharedAssets(workspace, folders.project, effects);
  const assetsOf = new Map<string, Assets>();
  for (const { client, reports } of whole) {
    const assets = await clientAssets(workspace, client, shared, effects);
    assetsOf.set(client.id, assets);
    const folder = join(folders.stage, client.id);
    for (const [name, content] of assets) await effects.fs.write(join(folder, 'assets', name), content);
    for (const { file, period } of reports)
      await writeFigures(join(folders.models, file), join(folder, period.id), effects);
  }
  if (!options.pdf || whole.every((one) => one.reports.length === 0)) {
    return { clients: prepared, browser: null, problems: [] };
  }
  await using printer = await openPrinter({ project: folders.project }, effects);
  const total = whole.reduce((sum, one) => sum + one.reports.length, 0);
  const progress = options.progress({ ru: 'PDF', en: 'PDFs' }, total);
  const printed = new Map<string, Problem[]>();
  await Promise.all(
    whole.map(async (one) => {
      const assets = assetsOf.get(one.client.id)!;
      const print = { stage: folders.stage, asOf: options.asOf, assets, printer, progress };
      printed.set(one.client.id, await printClient(one, print, effects));
    }),
  );
  progress.end();
  const clients = prepared.map((one) => {
    const problems = printed.get(one.client.id) ?? [];
    return problems.length === 0 ? one : { ...one, broken: true, problems: [...one.problems, ...problems] };
  });
  return { clients, browser: printer.version, problems: [] };
}

async function writeFigures(modelFile: string, folder: string, effects: Effects): Promise<void> {
  const model = JSON.parse(new TextDecoder().decode(await effects.fs.read(modelFile))) as ReportModel;
  await effects.fs.write(join(folder, model.documents.json), `${JSON.stringify(model.figures, null, 2)}\n`);
  await effects.fs.write(join(folder, model.documents.csv), figuresCsv(model.figures, model));
}

interface Printing {
  stage: string;
  asOf: Day;
  assets: Assets;
  printer: Printer;
  progress: { step(): void };
}

async function printClient(
  { client, reports }: PreparedClient,
  { stage, asOf, assets, printer, progress }: Printing,
  effects: Effects,
): Promise<Problem[]> {
  const problems = await Promise.all(
    reports.map(async ({ period }) => {
      const page = join(stage, client.id, period.id, 'index.html');
      const pdf = join(dirname(page), `${client.id}-${period.id}.pdf`);
      try {
        const html = new TextDecoder().decode(await effects.fs.read(page));
        await effects.fs.write(pdf, await printReport({ html, assets, client, period, asOf, printer }));
        return [];
      } catch (error) {
        return [printFailed(client, period.id, error instanceof Error ? error.message : String(error))];
      } finally {
        progress.step();
      }
    }),
  );
  return problems.flat();
}

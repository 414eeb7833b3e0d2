import { join } from 'node:path';
import { figuresCsv } from '../figures/csv.ts';
import type { Effects } from '../types/effects.ts';
import type { ReportModel } from '../types/report.ts';
import type { Workspace } from '../types/workspace.ts';
import { clientAssets, sharedAssets, type Assets } from './assets.ts';
import { foreignLetters } from './fallback-fonts.ts';
import type { PreparedClient } from './prepare.ts';
import type { SiteFolders } from './site.ts';

/**
 * Lays beside the staged pages what they load and what the client may take away: `assets/`, `figures.json` and
 * `figures.csv`.
 * @returns each client's assets, for printing
 */
export async function finishFolders(
  workspace: Workspace,
  whole: PreparedClient[],
  folders: SiteFolders,
  effects: Effects,
): Promise<Map<string, Assets>> {
  if (whole.length === 0) return new Map();
  const shared = await sharedAssets(workspace, 'reports', folders.project, effects);
  const assetsOf = new Map<string, Assets>();
  for (const { client, reports } of whole) {
    const folder = join(folders.stage, client.id);
    const letters = new Set<string>();
    for (const page of ['index.html', ...reports.map(({ period }) => `${period.id}/index.html`)]) {
      for (const letter of foreignLetters(await readText(join(folder, page), effects))) letters.add(letter);
    }
    const assets = await clientAssets(workspace, client, { shared, letters, project: folders.project }, effects);
    assetsOf.set(client.id, assets);
    for (const [name, content] of assets) await effects.fs.write(join(folder, 'assets', name), content);
    for (const { file, period } of reports) {
      await writeFigures(join(folders.models, file), join(folder, period.id), effects);
    }
  }
  return assetsOf;
}

async function writeFigures(modelFile: string, folder: string, effects: Effects): Promise<void> {
  const model = JSON.parse(await readText(modelFile, effects)) as ReportModel;
  await effects.fs.write(join(folder, model.documents.json), `${JSON.stringify(model.figures, null, 2)}\n`);
  await effects.fs.write(join(folder, model.documents.csv), figuresCsv(model.figures, model));
}

export async function readText(path: string, effects: Effects): Promise<string> {
  return new TextDecoder().decode(await effects.fs.read(path));
}

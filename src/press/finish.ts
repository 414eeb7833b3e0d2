import { join } from 'node:path';
import type { Effects } from '../types/effects.ts';
import type { ReportModel } from '../types/report.ts';
import type { Client, Workspace } from '../types/workspace.ts';
import type { Assets } from './assets.ts';
import { besidePages, finishingKit } from './beside-pages.ts';
import { writtenOf, type Written } from './inputs.ts';
import type { ManifestDocument } from './manifest.ts';
import { SITE } from './manifest-documents.ts';
import type { PreparedClient } from './prepare.ts';
import type { SiteFolders } from './site.ts';

export interface Finished {
  /** Each client's assets, for printing. */
  assetsOf: Map<string, Assets>;
  /** Every file that waits, by its path in the stage: the manifest need not read it again. */
  written: Map<string, Written>;
}

/**
 * Lays beside the staged pages what they load and what the client may take away: `assets/`, `figures.json` and
 * `figures.csv`.
 * @param earlier documents in the manifest of the build before
 */
export async function finishFolders(
  workspace: Workspace,
  whole: PreparedClient[],
  folders: SiteFolders,
  earlier: ManifestDocument[],
  effects: Effects,
): Promise<Finished> {
  const finished: Finished = { assetsOf: new Map(), written: new Map() };
  if (whole.length === 0) return finished;
  const kit = await finishingKit(workspace, folders.project, effects);
  const alike = new Map([...kit.shared.values()].map((content) => [content, writtenOf(content)]));
  for (const one of whole) {
    const { client } = one;
    const folder = join(folders.stage, client.id);
    const pages = await readPages(folder, one, effects);
    const [cabinet, ...drawn] = [...pages.values()].map((page) => new TextDecoder().decode(page));
    const models = await Promise.all(one.reports.map(({ file }) => readModel(join(folders.models, file), effects)));
    const reports = one.reports.map(({ period }, i) => ({ period: period.id, page: drawn[i]!, model: models[i]! }));
    const standing = () => standingAssets(client, earlier);
    const beside = await besidePages(workspace, { client, cabinet: cabinet!, reports, standing }, kit, effects);
    const files = new Map([...beside.assets].map(([name, content]) => [`assets/${name}`, content]));
    for (const [path, text] of beside.figures) files.set(path, new TextEncoder().encode(text));
    await effects.fs.fill(folder, files);
    for (const [path, content] of [...pages, ...files]) {
      finished.written.set(`${client.id}/${path}`, alike.get(content) ?? writtenOf(content));
    }
    finished.assetsOf.set(client.id, beside.assets);
  }
  return finished;
}

/** Names of the client's assets in the manifest: true even when a file is lost. */
export function standingAssets(client: Client, earlier: ManifestDocument[]): Set<string> {
  const folder = `${SITE}/${client.id}/assets/`;
  const own = earlier.filter((one) => one.site === SITE && one.client === client.id && one.period === null);
  const files = own.flatMap(({ outputs }) => outputs.map(({ file }) => file));
  return new Set(files.filter((file) => file.startsWith(folder)).map((file) => file.slice(folder.length)));
}

/** The client's staged pages by their paths in its folder, the cabinet first. */
async function readPages(folder: string, { reports }: PreparedClient, effects: Effects) {
  const paths = ['index.html', ...reports.map(({ period }) => `${period.id}/index.html`)];
  const read = paths.map(async (path) => [path, await effects.fs.read(join(folder, path))] as const);
  return new Map(await Promise.all(read));
}

async function readModel(path: string, effects: Effects): Promise<ReportModel> {
  return JSON.parse(await readText(path, effects)) as ReportModel;
}

export async function readText(path: string, effects: Effects): Promise<string> {
  return new TextDecoder().decode(await effects.fs.read(path));
}

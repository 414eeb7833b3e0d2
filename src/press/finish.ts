import { join } from 'node:path';
import type { Effects } from '../types/effects.ts';
import type { ReportModel } from '../types/report.ts';
import type { Client, Workspace } from '../types/workspace.ts';
import { siteSheets } from '../ui/stylesheet.ts';
import { clientAssets, sharedAssets, type AssetKit, type Assets } from './assets.ts';
import { foreignLetters } from './fallback-fonts.ts';
import { figuresFiles } from './figures-files.ts';
import type { ManifestDocument } from './manifest.ts';
import { SITE } from './manifest-documents.ts';
import { neededFaces } from './needed-faces.ts';
import type { PreparedClient } from './prepare.ts';
import type { SiteFolders } from './site.ts';

/** What is the same for every client: made once, however many are finished. */
export type FinishingKit = Required<Pick<AssetKit, 'shared' | 'sheets' | 'project'>>;

/** One client's pages as they will be published, and what its reports show. */
export interface DrawnClient {
  client: Client;
  cabinet: string;
  reports: { period: string; page: string; model: ReportModel }[];
  /** Assets as they stand in the output; reports that stay as they are may load any of them. */
  standing: ReadonlySet<string>;
}

export async function finishingKit(workspace: Workspace, project: string, effects: Effects): Promise<FinishingKit> {
  const shared = await sharedAssets(workspace, 'reports', project, effects);
  return { shared, sheets: siteSheets('reports'), project };
}

/**
 * Lays beside the staged pages what they load and what the client may take away: `assets/`, `figures.json` and
 * `figures.csv`.
 * @param earlier documents in the manifest of the build before
 * @returns each client's assets, for printing
 */
export async function finishFolders(
  workspace: Workspace,
  whole: PreparedClient[],
  folders: SiteFolders,
  earlier: ManifestDocument[],
  effects: Effects,
): Promise<Map<string, Assets>> {
  if (whole.length === 0) return new Map();
  const kit = await finishingKit(workspace, folders.project, effects);
  const assetsOf = new Map<string, Assets>();
  for (const one of whole) {
    const drawn = { ...(await readDrawn(one, folders, effects)), standing: standingAssets(one.client, earlier) };
    const { assets, figures } = await beside(workspace, drawn, kit, effects);
    assetsOf.set(one.client.id, assets);
    const named = [...assets].map(([name, content]) => [`assets/${name}`, content] as const);
    await effects.fs.fill(join(folders.stage, one.client.id), [...named, ...figures]);
  }
  return assetsOf;
}

/** What lies beside the pages of one client: `assets/` by name, figures by their paths in the client's folder. */
export async function beside(
  workspace: Workspace,
  { client, cabinet, reports, standing }: DrawnClient,
  kit: FinishingKit,
  effects: Effects,
): Promise<{ assets: Assets; figures: Map<string, string> }> {
  const drawn = new Set(reports.map(({ period }) => period));
  const listed = [...cabinet.matchAll(/ href="([^"/]+)\/index\.html"/g)];
  const kept = listed.some(([, period]) => !drawn.has(period!)) ? standing : new Set<string>();
  const pages = [cabinet, ...reports.map(({ page }) => page)];
  const fonts = {
    letters: foreignLetters(...pages),
    faces: neededFaces(workspace.agency.brand.font, pages, kept),
    kept,
  };
  const assets = await clientAssets(workspace, client, { ...kit, ...fonts }, effects);
  const figures = reports.flatMap(({ period, model }) =>
    [...figuresFiles(model)].map(([name, content]) => [`${period}/${name}`, content] as const),
  );
  return { assets, figures: new Map(figures) };
}

/** Names of the client's assets in the manifest: true even when a file is lost. */
export function standingAssets(client: Client, earlier: ManifestDocument[]): Set<string> {
  const folder = `${SITE}/${client.id}/assets/`;
  const own = earlier.filter((one) => one.site === SITE && one.client === client.id && one.period === null);
  const files = own.flatMap(({ outputs }) => outputs.map(({ file }) => file));
  return new Set(files.filter((file) => file.startsWith(folder)).map((file) => file.slice(folder.length)));
}

async function readDrawn(
  { client, reports }: PreparedClient,
  { stage, models }: SiteFolders,
  effects: Effects,
): Promise<Omit<DrawnClient, 'standing'>> {
  const folder = join(stage, client.id);
  const read = reports.map(async ({ period: { id }, file }) => ({
    period: id,
    page: await readText(join(folder, id, 'index.html'), effects),
    model: JSON.parse(await readText(join(models, file), effects)) as ReportModel,
  }));
  return { client, cabinet: await readText(join(folder, 'index.html'), effects), reports: await Promise.all(read) };
}

export async function readText(path: string, effects: Effects): Promise<string> {
  return new TextDecoder().decode(await effects.fs.read(path));
}

import type { Effects } from '../../types/effects.ts';
import type { ReportModel } from '../../types/report.ts';
import type { Client, Workspace } from '../../types/workspace.ts';
import { siteSheets } from '../../ui/stylesheet.ts';
import { brandFonts, clientAssets, type AssetKit, type Assets } from '../assets.ts';
import { foreignLetters } from '../fallback-fonts.ts';
import { figuresFiles } from './figures-files.ts';
import { writtenOf, type Written } from '../inputs.ts';
import { neededFaces } from './needed-faces.ts';

/** What is the same for every client: made once, however many are finished. */
export interface FinishingKit extends Required<Pick<AssetKit, 'shared' | 'sheets' | 'project'>> {
  /** Hash and size of each shared file. */
  alike: ReadonlyMap<Uint8Array, Written>;
}

/** @param scripts what the pages run, see `browserScripts` */
export async function finishingKit(
  workspace: Workspace,
  scripts: Assets,
  project: string,
  effects: Effects,
): Promise<FinishingKit> {
  const shared = new Map([...scripts, ...(await brandFonts(workspace, project, effects))]);
  const alike = new Map([...shared.values()].map((content) => [content, writtenOf(content)]));
  return { shared, sheets: siteSheets('reports'), project, alike };
}

/** One client's pages as they will be published, and what its reports show. */
export interface DrawnClient {
  client: Client;
  cabinet: string;
  reports: { period: string; page: string; model: ReportModel }[];
  /** Names of the client's assets in the output: reports that stay as they are may load any of them. */
  standing(): ReadonlySet<string>;
}

/** What lies beside the pages of one client: `assets/` by name, figures by their paths in the client's folder. */
export async function besidePages(
  workspace: Workspace,
  { client, cabinet, reports, standing }: DrawnClient,
  kit: FinishingKit,
  effects: Effects,
): Promise<{ assets: Assets; figures: Map<string, string> }> {
  const drawn = new Set(reports.map(({ period }) => period));
  const listed = [...cabinet.matchAll(/ href="([^"/]+)\/index\.html"/g)];
  const kept = listed.some(([, period]) => !drawn.has(period!)) ? standing() : new Set<string>();
  const pages = [cabinet, ...reports.map(({ page }) => page)];
  const faces = neededFaces(workspace.agency.brand.font, pages, kept);
  const asked = { ...kit, letters: foreignLetters(...pages), faces, kept };
  const assets = await clientAssets(workspace, client, asked, effects);
  const figures = reports.flatMap(({ period, model }) =>
    [...figuresFiles(model)].map(([name, content]) => [`${period}/${name}`, content] as const),
  );
  return { assets, figures: new Map(figures) };
}

import type { Effects } from '../../types/effects.ts';
import type { ReportModel } from '../../types/report.ts';
import type { Client, Workspace } from '../../types/workspace.ts';
import type { Assets } from '../assets.ts';
import { besidePages, type FinishingKit } from './beside-pages.ts';
import type { DrawnPages } from './drawing.ts';
import { writtenOf, type Written } from '../inputs.ts';
import type { ManifestDocument } from '../output/manifest.ts';
import { SITE } from '../output/manifest-documents.ts';

export interface FinishedClient {
  /** For printing. */
  assets: Assets;
  /** Every file that waits, by its path in the client's folder: the manifest need not read it again. */
  written: Map<string, Written>;
}

/**
 * Writes a client's pages into `folder`, and beside them what they load and what the client may take away: `assets/`,
 * `figures.json` and `figures.csv`.
 */
export async function finishClient(
  { client, pages, models }: { client: Client; pages: DrawnPages; models: ReportModel[] },
  { workspace, earlier, kit }: { workspace: Workspace; earlier: ManifestDocument[]; kit: FinishingKit },
  folder: string,
  effects: Effects,
): Promise<FinishedClient> {
  const reports = models.map((model) => ({ period: model.period.id, page: pages.get(model.period.id)!, model }));
  const standing = () => standingAssets(client, earlier);
  const drawn = { client, cabinet: pages.get(null)!, reports, standing };
  const { assets, figures } = await besidePages(workspace, drawn, kit, effects);
  const files = new Map([...assets].map(([name, content]) => [`assets/${name}`, content]));
  for (const [path, text] of figures) files.set(path, new TextEncoder().encode(text));
  for (const [period, html] of pages) {
    files.set(period === null ? 'index.html' : `${period}/index.html`, new TextEncoder().encode(html));
  }
  await effects.fs.fill(folder, files);
  const written = [...files].map(([path, content]) => [path, kit.alike.get(content) ?? writtenOf(content)] as const);
  return { assets, written: new Map(written) };
}

/** Names of the client's assets in the manifest: true even when a file is lost. */
function standingAssets(client: Client, earlier: ManifestDocument[]): Set<string> {
  const folder = `${SITE}/${client.id}/assets/`;
  const own = earlier.filter((one) => one.site === SITE && one.client === client.id && one.period === null);
  const files = own.flatMap(({ outputs }) => outputs.map(({ file }) => file));
  return new Set(files.filter((file) => file.startsWith(folder)).map((file) => file.slice(folder.length)));
}

import { join } from 'node:path';
import { build as bundle } from 'esbuild';
import type { Effects } from '../types/effects.ts';
import type { Locale } from '../types/locale.ts';
import type { Client, Workspace } from '../types/workspace.ts';
import { fontFaces, type FontFace } from '../ui/fonts.ts';
import { stylesheet } from '../ui/stylesheet.ts';
import { tokens } from '../ui/tokens.ts';
import { fallbackFonts } from './fallback-fonts.ts';
import { agencyCard, clientCard, clientPictures } from './cards.ts';

/** File name → content of everything a client's pages load, the same for the cabinet and every report. */
export type Assets = Map<string, Uint8Array>;

/** Scripts of each site's pages: name of the file → its entry. */
const SCRIPTS = {
  desk: {},
  reports: { report: 'src/ui/browser.ts', charts: 'src/charts/browser.ts' },
  proposals: { proposal: 'src/ui/proposal/browser.ts', brief: 'src/ui/proposal/brief/browser.ts' },
  exam: { exam: 'src/ui/browser/exam.ts' },
  handbook: { handbook: 'src/ui/browser/handbook.ts' },
};

/** What every `assets/` of a site shares: the browser scripts and the brand's fonts. Made once per build. */
export async function sharedAssets(
  workspace: Workspace,
  site: keyof typeof SCRIPTS,
  project: string,
  effects: Effects,
): Promise<Assets> {
  return new Map([...(await browserScripts(site, project)), ...(await brandFonts(workspace, project, effects))]);
}

/** Every file of the brand's font. */
export async function brandFonts(workspace: Workspace, project: string, effects: Effects): Promise<Assets> {
  const assets: Assets = new Map();
  for (const { file } of fontFaces(workspace.agency.brand.font)) {
    const folder = join(project, 'node_modules', '@fontsource', workspace.agency.brand.font, 'files');
    assets.set(file, await effects.fs.read(join(folder, file)));
  }
  return assets;
}

/** What the assets of one document are made of. */
export interface AssetKit {
  shared: Assets;
  /** Letters of the pages that the brand's font lacks; see `foreignLetters`. */
  letters: Set<string>;
  project: string;
  /** Files of the brand's font the pages need, of those in `shared`; all of them when absent. */
  faces?: FontFace[];
  /** Files of fallback fonts that are needed beside those of `letters`. */
  kept?: ReadonlySet<string>;
  /** What style sheets of the site share; read anew when absent. */
  sheets?: string;
}

/** The shared assets, the client's style sheet and its pictures. */
export async function clientAssets(
  workspace: Workspace,
  client: Client,
  kit: AssetKit,
  effects: Effects,
): Promise<Assets> {
  const look = { locale: client.locale, accent: clientCard(client).accent, site: 'reports' as const };
  return dressedAssets(workspace, look, { ...kit, pictures: clientPictures(workspace, client) }, effects);
}

/** The shared assets, a style sheet in the colours of one document, and pictures (name → path in the workspace). */
export async function dressedAssets(
  workspace: Workspace,
  look: { locale: Locale; accent: string | null; site: keyof typeof SCRIPTS },
  kit: AssetKit & { pictures: Map<string, string> },
  effects: Effects,
): Promise<Assets> {
  const { font } = workspace.agency.brand;
  const fallback = await fallbackFonts(kit.letters, font, kit.project, effects, kit.kept);
  const assets: Assets = new Map([...kit.shared, ...fallback.files]);
  if (kit.faces !== undefined) for (const { file } of fontFaces(font)) assets.delete(file);
  for (const { file } of kit.faces ?? []) assets.set(file, kit.shared.get(file)!);
  const css = stylesheet(tokens(agencyCard(workspace.agency, look.locale), look.accent), look.site, kit);
  assets.set('style.css', new TextEncoder().encode(fallback.css + css));
  for (const [name, file] of kit.pictures) {
    assets.set(name, await effects.fs.read(join(workspace.root, file)));
  }
  return assets;
}

/** Classic scripts, not modules: a page opened from disk may not load modules. */
export async function browserScripts(site: keyof typeof SCRIPTS, project: string): Promise<Assets> {
  const result = await bundle({
    absWorkingDir: project,
    entryPoints: SCRIPTS[site],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    // What others wrote may be handed on with their notice only.
    legalComments: 'eof',
    outdir: 'assets',
    write: false,
    logLevel: 'silent',
  });
  return new Map(result.outputFiles.map((file) => [file.path.split(/[\\/]/).at(-1)!, file.contents]));
}

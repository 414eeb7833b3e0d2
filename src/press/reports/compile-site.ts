import { join } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import { browserScripts, type Assets } from '../assets.ts';
import { engineFingerprint, NO_CACHE, type Cache } from '../cache.ts';
import { filesUnder, hashOf, sha256 } from '../inputs.ts';
import { buildSite, TemplateFailed, type SiteFolders, type SiteTemplates } from '../site.ts';
import { readText } from '../read-text.ts';
import { Compiler } from './compiler.ts';

/** The reports site as modules that draw a page whenever they are asked to. */
export interface CompiledSite {
  /** Absolute path of the module that exports `drawPage`. */
  entry: string;
  /** Absolute path of the folder of what its pages run; see `scriptsOf`. */
  scripts: string;
  /** Templates that do not compile: key → what is wrong. No page of theirs can be drawn. */
  failed: Record<string, string>;
}

interface Compilation {
  /** Path below the compiled folder → code. */
  files: Record<string, string>;
  failed: Record<string, string>;
}

/** Modules Astro writes for a site that draws its pages when asked. */
const SERVER = 'server';
const ENTRY = `${SERVER}/entry.mjs`;
const SCRIPTS = 'scripts';

/**
 * Compiles the reports site with Astro into `folders.stage`, or lays out there what was compiled before from the same
 * engine and templates. However many processes draw pages, this is done once.
 * @param ready a process that waits to compile; one is started when absent
 */
export async function compileSite(
  folders: SiteFolders,
  templates: SiteTemplates,
  cache: Cache,
  effects: Effects,
  ready?: Compiler,
): Promise<CompiledSite> {
  const key = cache === NO_CACHE ? null : await keyOf(folders, templates, effects);
  const kept = key === null ? null : await cache.get(key);
  // Within a run of its own, so that no two builds load each other's modules.
  const home = join(folders.stage, '..', 'compiled');
  if (kept !== null) {
    const { files, failed } = JSON.parse(new TextDecoder().decode(kept)) as Compilation;
    for (const [file, code] of Object.entries(files)) await effects.fs.write(join(home, file), code);
    return { entry: join(home, ENTRY), scripts: join(home, SCRIPTS), failed };
  }
  const inside = { ...folders, stage: home };
  const failed =
    (await (ready ?? Compiler.start()).compile({ folders: inside, templates })) ??
    (await compileTemplates(inside, templates, effects));
  const packed = new TextEncoder().encode(JSON.stringify({ files: await codeOf(home, effects), failed }));
  // Astro says nothing when a full disk loses a module; this is told.
  await effects.fs.write(join(home, 'packed.json'), packed);
  await effects.fs.size(join(home, ENTRY));
  if (key !== null) await cache.put(key, packed);
  return { entry: join(home, ENTRY), scripts: join(home, SCRIPTS), failed };
}

/** What the pages of a compiled site run: file name → code. */
export async function scriptsOf({ scripts }: CompiledSite, { fs }: Effects): Promise<Assets> {
  const files = (await fs.list(scripts)).map(async ({ name }) => [name, await fs.read(join(scripts, name))] as const);
  return new Map(await Promise.all(files));
}

/**
 * One template that does not compile must not keep the others from being drawn: it is left out, and told.
 * @returns templates that do not compile: key → what is wrong
 */
export async function compileTemplates(
  folders: SiteFolders,
  templates: SiteTemplates,
  effects: Effects,
): Promise<Record<string, string>> {
  const failed: Record<string, string> = {};
  for (;;) {
    const whole = Object.entries(templates).filter(([key]) => !(key in failed));
    try {
      await buildSite('reports', folders, Object.fromEntries(whole), effects);
      await effects.fs.fill(join(folders.stage, SCRIPTS), await browserScripts('reports', folders.project));
      return failed;
    } catch (error) {
      if (!(error instanceof TemplateFailed)) throw error;
      failed[error.template] = error.message;
    }
  }
}

async function codeOf(home: string, effects: Effects): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  const names = await Promise.all([SERVER, SCRIPTS].map((folder) => filesUnder(home, folder, effects)));
  for (const file of names.flat()) {
    files[file] = await readText(join(home, file), effects);
  }
  return files;
}

/** `null` when a template imports files of its own, of which nobody knows whether they have changed. */
async function keyOf(folders: SiteFolders, templates: SiteTemplates, effects: Effects): Promise<string | null> {
  const texts: [string, string, string][] = [];
  for (const [key, path] of Object.entries(templates).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const text = await readText(path, effects);
    if (IMPORTS.test(text)) return null;
    texts.push([key, path, sha256(text)]);
  }
  const engine = await engineFingerprint(folders.project, effects);
  const drawing = process.env['ACCOUNTPRESS_BENCH_DRAWING'] ?? '';
  return hashOf(['compiled', engine, process.version, folders.workspace, drawing, texts]);
}

/** An import or export of the template's own. */
export const IMPORTS = /^\s*(?:import|export)\b|\bimport\s*[(.]/m;

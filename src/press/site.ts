import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Effects } from '../types/effects.ts';
import { oneListAtATime } from './astro-lists.ts';
import type { BuildOptions, Site } from './options.ts';

/** Where one build of one site reads and writes. All absolute. */
export interface SiteFolders {
  workspace: string;
  /** `pages.json` and the models it names. */
  models: string;
  /** Where Astro writes the pages. */
  stage: string;
  cache: string;
  project: string;
}

/** @param run folder of everything half-done of this site */
export function siteFolders(
  { workspace, project }: Pick<BuildOptions, 'workspace' | 'project'>,
  run: string,
): SiteFolders {
  return { workspace, models: join(run, 'models'), stage: join(run, 'stage'), cache: join(run, 'cache'), project };
}

/** Templates of one site's pages: `monthly.ru` → absolute path. */
export type SiteTemplates = Record<string, string>;

/** A page that threw while it was drawn. `client` is the proposal's id on the proposals site. */
export interface PageFailure {
  client: string;
  period: string | null;
  error: string;
}

/** A template that does not compile: no page of the site exists. */
export class TemplateFailed extends Error {
  readonly template: string;

  constructor(template: string, cause: unknown) {
    super(stripVTControlCharacters(messageOf(cause)), { cause });
    this.template = template;
  }
}

/**
 * Runs Astro for one site. A page that throws is returned, not thrown; a template that does not compile is thrown
 * as TemplateFailed, anything else as it is, since then no page of the site exists.
 */
export async function buildSite(
  site: Site,
  folders: SiteFolders,
  templates: SiteTemplates,
  effects: Effects,
): Promise<PageFailure[]> {
  const failures = join(folders.models, 'failures.jsonl');
  await effects.fs.remove(failures);
  readersEnvironment();
  Object.assign(process.env, siteEnvironment(site, folders, templates), { ACCOUNTPRESS_FAILURES: failures });
  // Loaded when it is needed: most builds find the compiled site, or everything, in the cache.
  const { build } = await import('astro');
  // No other site has lists of anything.
  const lists = site === 'handbook' ? oneListAtATime(folders.project, effects) : null;
  const integrations = lists === null ? [] : [lists.integration];
  try {
    await build({ root: folders.project, mode: 'production', logLevel: 'silent', integrations });
  } catch (error) {
    const failed = Object.keys(templates).find((key) => messageOf(error).includes(`/${site}/${key}.mdx`));
    throw failed === undefined ? error : new TemplateFailed(failed, error);
  } finally {
    lists?.end();
  }
  if (!(await effects.fs.exists(failures))) return [];
  const lines = new TextDecoder()
    .decode(await effects.fs.read(failures))
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as PageFailure);
}

/** Whatever the operator's machine is set to, pages are made for readers. */
export function readersEnvironment(): void {
  for (const name of VITE_ENVIRONMENT) delete process.env[name];
  process.env['NODE_ENV'] = 'production';
}

/** What pages see as `import.meta.env`: variables of the same names would stand in for Vite's own. */
const VITE_ENVIRONMENT = ['DEV', 'PROD', 'MODE', 'SSR', 'BASE_URL', 'SITE', 'ASSETS_PREFIX'];

/** What `astro.config.mjs` and the pages read to know which site they are. */
export function siteEnvironment(site: Site, folders: SiteFolders, templates: SiteTemplates): Record<string, string> {
  return {
    ASTRO_TELEMETRY_DISABLED: '1',
    // When it has asked the network it writes that down in the engine's folder, and every other server restarts.
    ASTRO_DISABLE_UPDATE_CHECK: 'true',
    ACCOUNTPRESS_SITE: site,
    ACCOUNTPRESS_WORKSPACE: folders.workspace,
    ACCOUNTPRESS_TEMPLATES: JSON.stringify(templates),
    ACCOUNTPRESS_MODELS: folders.models,
    ACCOUNTPRESS_STAGE: folders.stage,
    ACCOUNTPRESS_CACHE: folders.cache,
  };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

import { join } from 'node:path';
import { build } from 'astro';
import type { Effects } from '../types/effects.ts';
import type { Site } from './options.ts';

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

/** A page that threw while it was drawn. */
export interface PageFailure {
  client: string;
  period: string | null;
  error: string;
}

/**
 * Runs Astro for one site. A page that throws is returned, not thrown; anything else (a component that does not
 * compile) is thrown, since then no page of the site exists.
 */
export async function buildSite(site: Site, folders: SiteFolders, effects: Effects): Promise<PageFailure[]> {
  const failures = join(folders.models, 'failures.jsonl');
  await effects.fs.remove(failures);
  Object.assign(process.env, siteEnvironment(site, folders), { ACCOUNTPRESS_FAILURES: failures });
  await build({ root: folders.project, mode: 'production', logLevel: 'error' });
  if (!(await effects.fs.exists(failures))) return [];
  const lines = new TextDecoder()
    .decode(await effects.fs.read(failures))
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as PageFailure);
}

/** What `astro.config.mjs` and the pages read to know which site they are. */
export function siteEnvironment(site: Site, folders: SiteFolders): Record<string, string> {
  return {
    ASTRO_TELEMETRY_DISABLED: '1',
    ACCOUNTPRESS_SITE: site,
    ACCOUNTPRESS_WORKSPACE: folders.workspace,
    ACCOUNTPRESS_MODELS: folders.models,
    ACCOUNTPRESS_STAGE: folders.stage,
    ACCOUNTPRESS_CACHE: folders.cache,
  };
}

import { join } from 'node:path';
import { dev, type AstroIntegration } from 'astro';
import type { ViteDevServer } from 'vite';
import type { Effects } from '../types/effects.ts';
import type { Day } from '../types/period.ts';
import { devFiles } from './dev-files.ts';
import { devProposals } from './dev-proposals.ts';
import { devReports } from './dev-reports.ts';
import type { DevSite, StartModel } from './dev-site.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { siteEnvironment, type SiteFolders } from './site.ts';

export interface DevOptions {
  workspace: string;
  site: StartModel['site'];
  asOf: Day;
  port: number;
  project: string;
}

const SITES = { reports: devReports, proposals: devProposals };

/**
 * Serves a site as it would be built, with a start page of everything in it, every problem and link at `/`.
 * A change under `content/` or `data/` computes the models anew and reloads the open pages.
 */
export async function startDev(options: DevOptions, effects: Effects): Promise<{ url: string; stop(): Promise<void> }> {
  const run = join(options.project, '.accountpress', 'dev', String(options.port));
  const folders: SiteFolders = {
    workspace: options.workspace,
    models: join(run, 'models'),
    stage: join(run, 'stage'),
    cache: join(run, 'cache'),
    project: options.project,
  };
  const site = await SITES[options.site](options, folders.models, effects);
  const announce = () => void Object.assign(process.env, siteEnvironment(options.site, folders, site.templates()));
  announce();
  const server = await dev({
    root: options.project,
    mode: 'development',
    logLevel: 'warn',
    server: { port: options.port },
    integrations: [startPage(options.project), live(options, site, announce)],
  });
  return { url: `http://localhost:${server.address.port}/`, stop: () => server.stop() };
}

/** The start page exists only here: it names everybody, so it must never be in anything that is published. */
function startPage(project: string): AstroIntegration {
  return {
    name: 'accountpress:start',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        injectRoute({
          pattern: '/',
          entrypoint: join(project, 'src', 'sites', 'start', 'index.astro'),
          prerender: true,
        });
      },
    },
  };
}

/** @param announce tells the pages which texts there are now */
function live(options: DevOptions, site: DevSite, announce: () => void): AstroIntegration {
  const watched = [join(options.workspace, 'data'), join(options.workspace, 'content')];
  const reload = oneAtATime(async (server: ViteDevServer) => {
    await site.refresh();
    announce();
    for (const environment of Object.values(server.environments)) {
      environment.moduleGraph.invalidateAll();
      environment.hot.send({ type: 'full-reload' });
    }
  });
  return {
    name: 'accountpress:live',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.watcher.add(watched);
        server.watcher.on('all', (_event, path) => {
          if (watched.some((folder) => path.startsWith(folder))) void reload(server);
        });
        server.middlewares.use(devFiles(site));
      },
    },
  };
}

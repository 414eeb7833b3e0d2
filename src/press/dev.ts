import { join, sep } from 'node:path';
import { dev, type AstroIntegration } from 'astro';
import type { ViteDevServer } from 'vite';
import { operatorLocale } from '../cli/options.ts';
import { systemFault } from '../effects/system-fault.ts';
import { printProblem } from '../locale/problem.ts';
import { localText } from '../locale/text.ts';
import type { Effects } from '../types/effects.ts';
import { changesOf, SETTLED_MS, type Changes } from './dev/changes.ts';
import { devFiles } from './dev/files.ts';
import { devProposals } from './dev/proposals.ts';
import { devReports } from './dev/reports.ts';
import type { DevOptions, DevSite } from './dev/site.ts';
import { oneAtATime } from './dev/one-at-a-time.ts';
import { ownFolder } from './output/run-folder.ts';
import { siteEnvironment, siteFolders, type SiteFolders } from './site.ts';

const SITES = { reports: devReports, proposals: devProposals };

/**
 * Serves a site as it would be built, with a start page of everything in it, every problem and link at `/`.
 * A change under `content/` or `data/` computes the models anew and reloads the open pages.
 */
export async function startDev(options: DevOptions, effects: Effects): Promise<{ url: string; stop(): Promise<void> }> {
  // Of its own: the port may be taken, or not be known yet, and another server shows another agency.
  const own = await ownFolder(options.project, effects);
  const folders = siteFolders(options, own.run);
  // From before anything is read, so that no change falls in between.
  const locale = options.lang ?? operatorLocale(effects.env);
  const changes = changesOf(options.workspace, (warning) => effects.err(localText(warning, locale)));
  const leave = async (): Promise<void> => {
    changes.stop();
    await own.leave();
  };
  try {
    const server = await served({ folders, changes }, options, effects);
    return {
      url: `http://localhost:${server.address.port}/`,
      stop: async () => {
        changes.stop();
        await server.stop();
        await leave();
      },
    };
  } catch (error) {
    // Whatever is still watched would keep the command from its end.
    await leave();
    throw error;
  }
}

interface Shown {
  folders: SiteFolders;
  changes: Changes;
}

async function served({ folders, changes }: Shown, options: DevOptions, effects: Effects): ReturnType<typeof dev> {
  const site = await SITES[options.site](options, folders.models, effects);
  const announce = () => void Object.assign(process.env, siteEnvironment(options.site, folders, site.templates()));
  announce();
  return dev({
    root: options.project,
    mode: 'development',
    logLevel: 'warn',
    server: { port: options.port },
    vite: { server: { watch: { ignored: [(path: string) => changes.scarce() || isOthers(path, options)] } } },
    integrations: [startPage(options.project), live({ site, changes, announce }, options, effects)],
  });
}

/** What other commands write, thousands of files of a large agency, is no page of this server. */
function isOthers(path: string, { project, workspace }: DevOptions): boolean {
  const within = (folder: string): boolean => path === folder || path.startsWith(folder + sep);
  const shown = workspace !== project && within(workspace);
  return !shown && ['.accountpress', 'dist'].some((name) => within(join(project, name)));
}

/**
 * The start page exists only here: it names everybody, so it must never be in anything that is published. It also
 * stands where a page is not, and says why; once that is mended, it is the page again.
 */
function startPage(project: string): AstroIntegration {
  return {
    name: 'accountpress:start',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        const entrypoint = join(project, 'src', 'sites', 'start', 'index.astro');
        for (const pattern of ['/', '/404']) injectRoute({ pattern, entrypoint, prerender: true });
      },
    },
  };
}

interface Live {
  site: DevSite;
  changes: Changes;
  /** Tells the pages which texts there are now. */
  announce(): void;
}

function live({ site, changes, announce }: Live, { workspace, lang }: DevOptions, effects: Effects): AstroIntegration {
  const renew = oneAtATime(async (server: ViteDevServer) => {
    await effects.sleep(SETTLED_MS);
    try {
      await site.refresh();
    } catch (error) {
      // A file that goes while it is read is told of, and the pages stay as they were until the next change.
      const fault = systemFault(error, workspace);
      if (fault === null) throw error;
      effects.err(printProblem(fault, lang ?? operatorLocale(effects.env)));
      return;
    }
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
        server.middlewares.use(devFiles(site));
        // What it cannot watch are thousands of the engine's own sources, and it would tell of each of them.
        server.watcher.removeAllListeners('error').on('error', () => undefined);
        changes.tell(() => void renew(server));
      },
    },
  };
}

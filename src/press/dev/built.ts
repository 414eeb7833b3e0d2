import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { operatorLocale } from '../../cli/options.ts';
import { localText } from '../../locale/text.ts';
import type { Effects } from '../../types/effects.ts';
import type { Locale } from '../../types/locale.ts';
import type { Problem } from '../../types/problem.ts';
import { build } from '../build.ts';
import { NO_CACHE } from '../cache.ts';
import { changesOf, SETTLED_MS } from './changes.ts';
import { withNews } from './news.ts';
import { TYPES } from './files.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { Site } from '../options.ts';
import { ownFolder } from '../output/run-folder.ts';
import { readText } from '../read-text.ts';

export interface DevBuiltOptions {
  workspace: string;
  site: Site;
  asOf: string;
  port: number;
  project: string;
  /** What problems are told in; `null` for the agency's language. */
  lang: Locale | null;
}

/**
 * Serves a site as `npm run build` makes it, without PDFs, and makes it anew when anything under `content/` or `data/`
 * changes; open pages reload themselves. While something is wrong the last good pages stay, with the problems on top.
 */
export async function startDevBuilt(
  options: DevBuiltOptions,
  effects: Effects,
): Promise<{ url: string; stop(): Promise<void> }> {
  // Of its own: the port may be taken, or not be known yet, and another server shows another agency.
  const own = await ownFolder(options.project, effects);
  const out = join(own.run, 'dist');
  const readers = new Set<ServerResponse>();
  let state: { problems: Problem[]; locale: Locale } = { problems: [], locale: 'ru' };
  const renew = oneAtATime(async () => {
    await effects.sleep(SETTLED_MS);
    state = await madeAnew(options, out, effects);
    for (const reader of readers) reader.write('data: changed\n\n');
  });
  // From before anything is read, so that no change falls in between.
  const locale = options.lang ?? operatorLocale(effects.env);
  const changes = changesOf(options.workspace, (warning) => effects.err(localText(warning, locale)));
  const leave = async (): Promise<void> => {
    changes.stop();
    await own.leave();
  };
  const server = createServer((request, response) => {
    const path = pathOf(request.url ?? '/');
    if (path === CHANGES) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(': open\n\n');
      readers.add(response);
      request.on('close', () => readers.delete(response));
      return;
    }
    answer(join(out, options.site), path, state, effects).then(
      ({ status, type, body }) =>
        response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body),
      () => response.writeHead(500).end(),
    );
  });
  try {
    await renew(undefined);
    changes.tell(() => void renew(undefined));
    const port = await listening(server, options.port);
    return {
      url: `http://localhost:${port}/`,
      stop: async () => {
        changes.stop();
        server.closeAllConnections();
        await new Promise<void>((resolve) => server.close(() => resolve()));
        await leave();
      },
    };
  } catch (error) {
    // Whatever is still watched would keep the command from its end.
    await leave();
    throw error;
  }
}

/** Takes the next port where another server has this one. @returns the port taken */
async function listening(server: Server, wanted: number): Promise<number> {
  for (let port = wanted; ; port++) {
    server.listen(port, 'localhost');
    try {
      await once(server, 'listening');
      return (server.address() as AddressInfo).port;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
}

/** Where pages hear that they have changed. */
const CHANGES = '/changes-of-this-site';

async function madeAnew({ workspace, site, asOf, project, lang }: DevBuiltOptions, out: string, effects: Effects) {
  let locale: Locale = 'ru';
  const { problems } = await build(
    {
      ...{ workspace, out, project, asOf, sites: [site], clients: null, proposals: null, periods: null },
      ...{ pdf: false, workers: 1, shard: null, cache: NO_CACHE, speak: (one) => void (locale = one) },
      ...{ progress: () => ({ step: () => undefined, end: () => undefined }), warn: () => undefined },
    },
    effects,
  );
  return { problems, locale: lang ?? locale };
}

/** A file of the site; pages tell what is wrong and listen for changes. */
const NOWHERE = '/nowhere';

/** What an address asks for; nothing that is there where no browser would write it so. */
function pathOf(url: string): string {
  try {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    return path.includes('\0') ? NOWHERE : path;
  } catch {
    return NOWHERE;
  }
}

async function answer(
  root: string,
  path: string,
  state: { problems: Problem[]; locale: Locale },
  effects: Effects,
): Promise<{ status: number; type: string; body: string | Uint8Array }> {
  const file = join(root, normalize(`/${path}`), path.endsWith('/') ? 'index.html' : '');
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  const there = await effects.fs.exists(file);
  if (extname(file) !== '.html') {
    return there
      ? { status: 200, type, body: await effects.fs.read(file) }
      : { status: 404, type: 'text/plain', body: '' };
  }
  const html = there ? await readText(file, effects) : '';
  return { status: there ? 200 : 404, type, body: withNews(html, { ...state, changes: CHANGES }) };
}

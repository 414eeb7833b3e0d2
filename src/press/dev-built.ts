import { watch } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import type { Effects } from '../types/effects.ts';
import type { Locale } from '../types/locale.ts';
import type { Problem } from '../types/problem.ts';
import { build } from './build.ts';
import { NO_CACHE } from './cache.ts';
import { withNews } from './dev-news.ts';
import { TYPES } from './dev-files.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { Site } from './options.ts';

export interface DevBuiltOptions {
  workspace: string;
  site: Site;
  asOf: string;
  port: number;
  project: string;
}

/** Editors write a file in several steps. */
const SETTLED_MS = 150;

/**
 * Serves a site as `npm run build` makes it, without PDFs, and makes it anew when anything under `content/` or `data/`
 * changes; open pages reload themselves. While something is wrong the last good pages stay, with the problems on top.
 */
export async function startDevBuilt(
  options: DevBuiltOptions,
  effects: Effects,
): Promise<{ url: string; stop(): Promise<void> }> {
  const out = join(options.project, '.accountpress', 'dev', `${options.site}-${options.port}`);
  await effects.fs.remove(out);
  const readers = new Set<ServerResponse>();
  let state: { problems: Problem[]; locale: Locale } = { problems: [], locale: 'ru' };
  const renew = oneAtATime(async () => {
    await effects.sleep(SETTLED_MS);
    state = await madeAnew(options, out, effects);
    for (const reader of readers) reader.write('data: changed\n\n');
  });
  const watchers = ['content', 'data'].map((folder) =>
    watch(join(options.workspace, folder), { recursive: true }, () => void renew(undefined)),
  );
  await renew(undefined);

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === CHANGES) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(': open\n\n');
      readers.add(response);
      request.on('close', () => readers.delete(response));
      return;
    }
    answer(join(out, options.site), decodeURIComponent(pathname), state, effects).then(
      ({ status, type, body }) => response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body), // prettier-ignore
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(options.port, 'localhost', resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `http://localhost:${port}/`,
    stop: async () => {
      for (const watcher of watchers) watcher.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** Where pages hear that they have changed. */
const CHANGES = '/changes-of-this-site';

async function madeAnew({ workspace, site, asOf, project }: DevBuiltOptions, out: string, effects: Effects) {
  let locale: Locale = 'ru';
  const { problems } = await build(
    {
      ...{ workspace, out, project, asOf, sites: [site], clients: null, proposals: null, periods: null },
      ...{ pdf: false, workers: 1, shard: null, cache: NO_CACHE, speak: (one) => void (locale = one) },
      ...{ progress: () => ({ step: () => undefined, end: () => undefined }), warn: () => undefined },
    },
    effects,
  );
  return { problems, locale };
}

/** A file of the site; pages tell what is wrong and listen for changes. */
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
  const html = there ? new TextDecoder().decode(await effects.fs.read(file)) : '';
  return { status: there ? 200 : 404, type, body: withNews(html, { ...state, changes: CHANGES }) };
}

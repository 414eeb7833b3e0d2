import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { figuresCsv } from '../figures/csv.ts';
import type { Effects } from '../types/effects.ts';
import { join } from 'node:path';
import type { ReportModel } from '../types/report.ts';
import { clientAssets, sharedAssets } from './assets.ts';
import { NO_CACHE } from './cache.ts';
import type { DevOptions } from './dev.ts';
import type { DevState } from './dev-state.ts';
import { foreignLetters } from './fallback-fonts.ts';
import { openPrinter } from './printer.ts';
import { printPage } from './print-page.ts';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.pdf': 'application/pdf',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

type Next = (error?: unknown) => void;

/** Serves what a build would lay beside the pages: assets, figures and, printed when asked for, the PDF. */
export function devFiles(options: DevOptions, state: () => DevState, effects: Effects) {
  return (request: IncomingMessage, response: ServerResponse, next: Next) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
    // Links end in index.html, as they must on a disk; the development server knows the folder only.
    if (url.pathname.endsWith('/index.html')) {
      request.url = url.pathname.slice(0, -'index.html'.length);
      return next();
    }
    fileOf(url, options, state(), effects).then((content) => {
      if (content === null) return next();
      response.setHeader('content-type', TYPES[extname(url.pathname)] ?? 'application/octet-stream');
      response.end(content);
    }, next);
  };
}

async function fileOf(
  url: URL,
  options: DevOptions,
  { workspace, prepared }: DevState,
  effects: Effects,
): Promise<Uint8Array | string | null> {
  const [, id, folder, name] = decodeURIComponent(url.pathname).split('/');
  const one = prepared.find(({ client }) => client.id === id);
  if (!one || name === undefined || name === '') return null;
  const assets = async (page = '') => {
    const shared = await sharedAssets(workspace, 'reports', options.project, effects);
    const kit = { shared, letters: foreignLetters(page), project: options.project };
    return clientAssets(workspace, one.client, kit, effects);
  };
  if (folder === 'assets') return (await assets()).get(name) ?? null;

  const report = one.reports.find(({ period }) => period.id === folder);
  const models = process.env['ACCOUNTPRESS_MODELS'];
  if (!report || models === undefined) return null;
  const model = JSON.parse(new TextDecoder().decode(await effects.fs.read(join(models, report.file)))) as ReportModel;
  if (name === model.documents.json) return `${JSON.stringify(model.figures, null, 2)}\n`;
  if (name === model.documents.csv) return figuresCsv(model.figures, model);
  if (name !== model.documents.pdf) return null;
  const html = await (await fetch(new URL('.', url))).text();
  await using printer = await openPrinter({ project: options.project }, effects);
  return printPage({
    html,
    assets: await assets(html),
    locale: one.client.locale,
    name,
    date: options.asOf,
    printer,
    cache: NO_CACHE,
    engine: '',
  });
}

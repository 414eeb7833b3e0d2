import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import type { DevSite } from './site.ts';

/** What a browser is told of files, by the end of their names. */
export const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
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
export function devFiles(site: DevSite) {
  return (request: IncomingMessage, response: ServerResponse, next: Next) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
    // Links end in index.html, as they must on a disk; the development server knows the folder only.
    if (url.pathname.endsWith('/index.html')) {
      request.url = url.pathname.slice(0, -'index.html'.length);
      return next();
    }
    site.file(url).then((content) => {
      if (content === null) return next();
      response.setHeader('content-type', TYPES[extname(url.pathname)] ?? 'application/octet-stream');
      response.end(content);
    }, next);
  };
}

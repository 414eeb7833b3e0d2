import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const TYPES: Record<string, string> = {
  ...{ '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.json': 'application/json' },
  '.html': 'text/html',
};

/** A site deep in somebody else's: nothing answers at the root of the server. */
export interface ServedSite extends AsyncDisposable {
  /** Address of the site's own folder, with a slash. */
  address: string;
}

export async function serveSite(folder: string): Promise<ServedSite> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url!, 'http://localhost').pathname);
    const file = path.startsWith('/some/where/') ? join(folder, path.slice('/some/where/'.length)) : '';
    readFile(path.endsWith('/') ? join(file, 'index.html') : file).then(
      (content) => response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'text/html' }).end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    address: `http://127.0.0.1:${port}/some/where/`,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

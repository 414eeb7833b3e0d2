import type { Effects, Entry } from '../../src/types/effects.ts';
import type { Problem } from '../../src/types/problem.ts';
import type { LoadOptions } from '../../src/workspace/load.ts';
import { loadWorkspace } from '../../src/workspace/load.ts';

export const ROOT = '/workspace';

/** A world of files in memory (path from the workspace → text or bytes), which keeps what is printed. */
export function memory(files: Record<string, string | Uint8Array>, now = '2026-11-21T09:00:00Z') {
  const store = new Map(Object.entries(files).map(([path, content]) => [`${ROOT}/${path}`, content]));
  const out: string[] = [];
  const err: string[] = [];
  const under = (path: string): string[] => [...store.keys()].filter((key) => key.startsWith(`${path}/`));
  const exists = (path: string): boolean => store.has(path) || under(path).length > 0;
  const entry = (path: string, name: string): Entry => ({
    name,
    kind: store.has(`${path}/${name}`) ? 'file' : 'folder',
  });
  const unused = (): never => {
    throw new Error('not expected here');
  };
  const read = async (path: string): Promise<Uint8Array> => {
    const content = store.get(path);
    if (content === undefined) throw new Error(`no ${path}`);
    return typeof content === 'string' ? new TextEncoder().encode(content) : content;
  };
  const effects: Effects = {
    fs: {
      read,
      chunks: async function* (path) {
        yield await read(path);
      },
      size: async (path) => (await read(path)).length,
      write: async (path, content) => void store.set(path, content),
      fill: unused,
      append: unused,
      list: async (path) => {
        const names = new Set(under(path).map((key) => key.slice(path.length + 1).split('/')[0] ?? ''));
        return [...names].sort().map((name) => entry(path, name));
      },
      exists: async (path) => exists(path),
      trace: unused,
      look: unused,
      lookAll: unused,
      usage: unused,
      use: unused,
      realPath: async (path) => (exists(path) ? path : null),
      rename: unused,
      copy: unused,
      remove: unused,
    },
    now: () => new Date(now),
    sleep: unused,
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    terminal: false,
    redraw: unused,
    env: {},
  };
  const written = () => Object.fromEntries([...store].map(([path, content]) => [path.slice(ROOT.length + 1), content]));
  return { effects, out, err, written };
}

export const AGENCY = '{"name": "Маяк", "locale": "ru", "currency": "RUB", "timeZone": "Europe/Moscow"}';

/** The smallest workspace: an agency, a client, an export, a template. */
export const SMALLEST: Record<string, string> = {
  'data/agency.json': AGENCY,
  'data/clients/hotel/client.json': '{"name": "Отель"}',
  'data/clients/hotel/exports/direct/2026-10.csv': 'date,channel,cost\n2026-10-01,search,10\n',
  'content/reports/monthly.ru.mdx': '# Отчёт\n',
};

/** Loads the smallest workspace with some files changed, added, or (`null`) taken away. */
export async function load(changes: Record<string, string | Uint8Array | null> = {}, options: LoadOptions = {}) {
  const merged = { ...SMALLEST, ...changes };
  const files = Object.fromEntries(
    Object.entries(merged).filter((each): each is [string, string | Uint8Array] => each[1] !== null),
  );
  return loadWorkspace(ROOT, memory(files).effects, options);
}

/** Problems as short lines: `severity client file:row:column code`. */
export function lines(problems: Problem[]): string[] {
  return problems.map(({ severity, client, file, row, column, code }) =>
    [severity, client ?? '-', [file, row, column].filter((part) => part !== undefined).join(':'), code].join(' '),
  );
}

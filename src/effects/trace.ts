import { createHash, type Hash } from 'node:crypto';
import { lstatSync, readdirSync, type BigIntStats } from 'node:fs';
import type { Sight } from '../types/effects.ts';

/** See `Files.trace`. */
export function trace(path: string): string | null {
  try {
    return look(path).trace;
  } catch (error) {
    if (['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}

/**
 * See `Files.look`. In one go and without promises: a build looks at hundreds of thousands of entries before it does
 * anything else, and waiting for each by itself takes ten times as long.
 */
export function look(path: string): Sight {
  const sight = { latest: 0, files: [] as string[], links: [] as string[] };
  const hash = createHash('sha256');
  follow(path, '', hash, sight);
  const order = (a: string, b: string): number => (a < b ? -1 : 1);
  sight.files.sort(order);
  return { ...sight, trace: sight.links.length > 0 ? null : hash.digest('hex') };
}

function follow(path: string, name: string, hash: Hash, sight: Omit<Sight, 'trace'>): void {
  const stat = statOf(path);
  if (stat === undefined) {
    hash.update(`${name}\0absent\n`);
    return;
  }
  if (stat.isSymbolicLink()) {
    sight.links.push(name);
    return;
  }
  const folder = stat.isDirectory();
  // A folder's own times tell that something in it was added, removed or renamed; its size is the file system's matter.
  hash.update(`${name}\0${folder ? 'folder' : stat.size} ${stat.mtimeNs} ${stat.ctimeNs} ${stat.ino}\n`);
  sight.latest = Math.max(sight.latest, Number(stat.mtimeNs) / 1e6, Number(stat.ctimeNs) / 1e6);
  if (!folder) {
    sight.files.push(name);
    return;
  }
  const home = name === '' ? '' : `${name}/`;
  for (const entry of readdirSync(path).sort()) follow(`${path}/${entry}`, `${home}${entry}`, hash, sight);
}

function statOf(path: string): BigIntStats | undefined {
  try {
    return lstatSync(path, { bigint: true, throwIfNoEntry: false });
  } catch (error) {
    // Below a file there is nothing either.
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
    throw error;
  }
}

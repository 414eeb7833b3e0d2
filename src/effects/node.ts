import { randomBytes } from 'node:crypto';
import {
  constants,
  createReadStream,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
  type Dirent,
} from 'node:fs';
import * as fs from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Effects, Entry, Files, Usage } from '../types/effects.ts';
import { makeFolder } from './make-folder.ts';
import { lookAll } from './look-all.ts';
import { look, trace } from './trace.ts';

/** The real world: files of this machine, its clock, this process's output and environment. */
export function nodeEffects(): Effects {
  return {
    fs: nodeFiles,
    now: () => new Date(),
    sleep: (milliseconds) => setTimeout(milliseconds),
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    terminal: process.stderr.isTTY === true,
    // Carriage return and "erase to the end of the line".
    redraw: (line) => void process.stderr.write(`\r\u001b[K${line}`),
    env: process.env,
  };
}

// `npm run check | head -3`: a reader who has seen enough is no reason to stop the work or to tell of a crash.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const CHUNK_BYTES = 1 << 18;

// What looks at files, reads a whole one or fills a folder does so in one go: a build asks for hundreds of thousands,
// most of them small, and a promise of the file system for each takes longer than the answer.
const nodeFiles: Files = {
  read,
  chunks: (path) => createReadStream(path, { highWaterMark: CHUNK_BYTES }),
  size: async (path) => statSync(path).size,
  write: (path, content) => intoPlace(path, (temporary) => fs.writeFile(temporary, content)),
  fill: fillFolder,
  append,
  copy: (from, to) => intoPlace(to, (temporary) => fs.copyFile(from, temporary, constants.COPYFILE_FICLONE)),
  list,
  exists: async (path) => statSync(path, { throwIfNoEntry: false }) !== undefined,
  trace: async (path) => trace(path),
  look: async (path) => look(path),
  lookAll,
  usage,
  use: async (path) => fs.utimes(path, new Date(), new Date()),
  realPath: async (path) => absent(() => realpathSync.native(path)),
  rename: async (from, to) => {
    makeFolder(dirname(to));
    try {
      await fs.rename(from, to);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
      // Another disk: copied beside the target first, so that the target still appears in one step.
      await intoPlace(to, (temporary) => fs.cp(from, temporary, { recursive: true }));
      await fs.rm(from, { recursive: true });
    }
  },
  remove: (path) => fs.rm(path, { recursive: true, force: true }),
};

/** What cannot be read is named in the error: the system keeps silent of the path where it opened it before it failed. */
async function read(path: string): Promise<Uint8Array> {
  try {
    return readFileSync(path);
  } catch (error) {
    throw error instanceof Error ? Object.assign(error, { path, syscall: 'read' }) : error;
  }
}

/**
 * Makes `path` in one step: filled under a temporary name in the same folder, then renamed,
 * so that a reader (or an interrupted run) never sees half a file.
 */
async function intoPlace(path: string, fill: (temporary: string) => Promise<void>): Promise<void> {
  makeFolder(dirname(path));
  const temporary = join(dirname(path), `.${basename(path).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await fill(temporary);
    await fs.rename(temporary, path);
  } catch (error) {
    await fs.rm(temporary, { recursive: true, force: true });
    throw error;
  }
}

async function fillFolder(folder: string, files: Iterable<readonly [string, Uint8Array | string]>): Promise<void> {
  const placed = [...files].map(([path, content]) => ({ path: join(folder, path), content }));
  for (const parent of new Set(placed.map(({ path }) => dirname(path)))) makeFolder(parent);
  for (const { path, content } of placed) writeFileSync(path, content);
}

async function append(path: string, content: string): Promise<void> {
  const folder = dirname(path);
  makeFolder(folder);
  const born = statSync(path, { throwIfNoEntry: false }) === undefined;
  await synced(path, 'a', (file) => file.appendFile(content));
  // A new file's name stands in its folder, which has to reach the disk too; Windows cannot open one.
  if (born && process.platform !== 'win32') await synced(folder, 'r', async () => undefined);
}

async function synced(path: string, flags: string, work: (file: fs.FileHandle) => Promise<void>): Promise<void> {
  const file = await fs.open(path, flags);
  try {
    await work(file);
    await file.sync();
  } catch (error) {
    // What fails on an open file does not name it.
    throw error instanceof Error ? Object.assign(error, { path }) : error;
  } finally {
    await file.close();
  }
}

async function list(path: string): Promise<Entry[]> {
  const entries = absent(() => readdirSync(path, { withFileTypes: true }));
  return (entries ?? [])
    .map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

async function usage(path: string): Promise<Usage[]> {
  const files = (await list(path)).filter(({ kind }) => kind === 'file');
  return files.flatMap(({ name }) => {
    const stat = statSync(join(path, name), { throwIfNoEntry: false });
    return stat === undefined ? [] : [{ name, bytes: stat.size, used: stat.mtime }];
  });
}

function kindOf(entry: Dirent): Entry['kind'] {
  if (entry.isSymbolicLink()) return 'link';
  return entry.isDirectory() ? 'folder' : 'file';
}

/** What is found, or `null` when there is nothing at the path; every other failure is thrown on. */
function absent<T>(look: () => T): T | null {
  try {
    return look();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
}

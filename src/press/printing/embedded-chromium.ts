import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliDecompress, createBrotliDecompress } from 'node:zlib';
import { trace } from '../../effects/trace.ts';
import { untar } from './untar.ts';

/** The Chromium of the npm package, unpacked and ready to start. */
export interface EmbeddedChromium {
  /** Absolute path of the executable. */
  path: string;
  /** What its process needs on top of the parent's environment: its own libraries and fonts. */
  env: Record<string, string>;
  /** Empty, and stays so: it wants a folder for its profile even when it is told to keep nothing in it. */
  profile: string;
  /** The package's version, e.g. `153.0.0`. */
  version: string;
}

/** Written last: what every unpacked file must look like. */
interface Marker {
  files: Record<string, { size: number; sha256: string }>;
}

const MARKER = 'unpacked.json';

/** What the files looked like when they were hashed last: while nobody has touched them, 210 MB are not hashed again. */
const SEEN = 'seen.json';

/** Only the fonts beside this file: the machine's own would change the pages from one machine to the next. */
const FONTS_CONF = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

const PROFILE = 'no-profile';

const underWay = new Map<string, Promise<EmbeddedChromium>>();

/**
 * Unpacks `@sparticuz/chromium` into `<cacheFolder>/chromium-<version>/`, or takes what is there when every file
 * still has the size and hash it was unpacked with, or nobody has touched any since that was seen. Several processes
 * may do this at once: each unpacks beside, the first rename wins. About 2 s when unpacking; once per process.
 * Throws when the package is incomplete or the folder cannot be written.
 */
export function embeddedChromium(cacheFolder: string, archives = packageArchives()): Promise<EmbeddedChromium> {
  const key = `${cacheFolder}\n${archives.folder}`;
  const running = underWay.get(key);
  if (running) return running;
  const started = unpackOnce(cacheFolder, archives);
  underWay.set(key, started);
  started.catch(() => underWay.delete(key));
  return started;
}

/** Where the package keeps its archives, and its version. Throws when the package is not installed. */
function packageArchives(): { folder: string; version: string } {
  const require = createRequire(import.meta.url);
  const root = path.join(path.dirname(require.resolve('@sparticuz/chromium')), '..');
  const { version } = require(path.join(root, 'package.json')) as { version: string };
  return { folder: path.join(root, 'bin'), version };
}

async function unpackOnce(
  cacheFolder: string,
  archives: { folder: string; version: string },
): Promise<EmbeddedChromium> {
  const folder = path.join(cacheFolder, `chromium-${archives.version}`);
  if (!(await isIntact(folder))) {
    await mkdir(cacheFolder, { recursive: true });
    const fresh = await mkdtemp(`${folder}.`);
    try {
      await unpack(archives.folder, fresh);
      await putInPlace(fresh, folder);
    } finally {
      await rm(fresh, { recursive: true, force: true });
    }
  }
  return {
    path: path.join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: path.join(folder, 'lib'),
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
      XDG_CACHE_HOME: path.join(folder, 'cache'),
    },
    profile: path.join(folder, PROFILE),
    version: archives.version,
  };
}

/** Renames `fresh` to `folder`, unless another process has put a good one there meanwhile. */
async function putInPlace(fresh: string, folder: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await rename(fresh, folder);
    } catch (error) {
      if (await isIntact(folder)) return;
      if (attempt === 3) throw error;
      const broken = `${fresh}.broken-${attempt}`;
      // Another process may be clearing the same remains.
      await rename(folder, broken).catch(() => undefined);
      await rm(broken, { recursive: true, force: true });
    }
  }
}

async function unpack(archives: string, folder: string): Promise<void> {
  const marker: Marker = { files: {} };
  await mkdir(path.join(folder, PROFILE));
  const note = async (name: string): Promise<void> => {
    marker.files[name] = await measure(path.join(folder, name));
  };
  await pipeline(
    createReadStream(path.join(archives, 'chromium.br')),
    createBrotliDecompress({ chunkSize: 2 ** 21 }),
    createWriteStream(path.join(folder, 'chromium'), { mode: 0o755, flush: true }),
  );
  await note('chromium');
  for (const name of ['al2023.tar.br', 'fonts.tar.br']) {
    const tar = await promisify(brotliDecompress)(await readFile(path.join(archives, name)));
    for (const file of untar(tar)) {
      if (file.path === 'fonts.conf') continue;
      await writeWhole(path.join(folder, file.path), file.bytes, file.mode & 0o755);
      await note(file.path);
    }
  }
  await writeWhole(path.join(folder, 'fonts.conf'), FONTS_CONF, 0o644);
  await note('fonts.conf');
  await writeWhole(path.join(folder, MARKER), JSON.stringify(marker), 0o644);
  // mkdtemp makes a private folder; another user may build in the same project.
  await chmod(folder, 0o755);
}

async function writeWhole(file: string, content: Uint8Array | string, mode: number): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content, { mode, flush: true });
}

async function isIntact(folder: string): Promise<boolean> {
  try {
    const marker = await readFile(path.join(folder, MARKER), 'utf8');
    const { files } = JSON.parse(marker) as Marker;
    const seen = JSON.stringify([marker, ...Object.keys(files).map((name) => trace(path.join(folder, name)))]);
    if ((await readFile(path.join(folder, SEEN), 'utf8').catch(() => null)) === seen) return true;
    for (const [name, expected] of Object.entries(files)) {
      const found = await measure(path.join(folder, name));
      if (found.size !== expected.size || found.sha256 !== expected.sha256) return false;
    }
    await remember(path.join(folder, SEEN), seen);
    return true;
  } catch {
    // No marker, half a marker, a file gone or unreadable: unpacking again mends all of them.
    return false;
  }
}

/** Where that is not allowed, the next process hashes again. */
async function remember(file: string, seen: string): Promise<void> {
  const fresh = `${file}.${process.pid}`;
  await writeFile(fresh, seen)
    .then(() => rename(fresh, file))
    .catch(() => rm(fresh, { force: true }));
}

async function measure(file: string): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 2 ** 20 })) {
    hash.update(chunk as Buffer);
    size += (chunk as Buffer).length;
  }
  return { size, sha256: hash.digest('hex') };
}

import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { embeddedChromium } from '../../src/press/printing/embedded-chromium.ts';
import { untar } from '../../src/press/printing/untar.ts';

/** One ustar entry. */
function entry(name: string, content: string, type = '0'): Buffer {
  const size = Buffer.byteLength(content);
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write('0000755', 100);
  header.write(size.toString(8).padStart(11, '0'), 124);
  header.write(type, 156);
  const padding = Buffer.alloc((512 - (size % 512)) % 512);
  return Buffer.concat([header, Buffer.from(content), padding]);
}

const tar = (...entries: Buffer[]): Buffer => Buffer.concat([...entries, Buffer.alloc(1024)]);

let root: string;
let archives: { folder: string; version: string };
let cache: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'accountpress-unpack-'));
  cache = path.join(root, 'cache');
  archives = { folder: root, version: '1.2.3' };
  const put = (name: string, content: Uint8Array | string): Promise<void> =>
    writeFile(path.join(root, name), brotliCompressSync(content));
  await put('chromium.br', 'the browser');
  await put('al2023.tar.br', tar(entry('lib/', '', '5'), entry('lib/libnss3.so', 'a library')));
  await put('fonts.tar.br', tar(entry('fonts.conf', 'theirs'), entry('fonts/Open_Sans/Bold.ttf', 'a font')));
});

afterEach(() => rm(root, { recursive: true, force: true }));

/** The module keeps one promise per folder in a process, so a second look needs a second folder name. */
async function lookAgain(): Promise<string> {
  const copy = `${cache}-${Math.random().toString(36).slice(2)}`;
  await cp(cache, copy, { recursive: true, preserveTimestamps: true });
  await embeddedChromium(copy, archives);
  return path.join(copy, 'chromium-1.2.3');
}

describe('the embedded Chromium', () => {
  it('is unpacked with its libraries, its fonts and its own font configuration', async () => {
    const chromium = await embeddedChromium(cache, archives);
    const folder = path.join(cache, 'chromium-1.2.3');
    expect(chromium).toEqual({
      path: path.join(folder, 'chromium'),
      env: {
        LD_LIBRARY_PATH: path.join(folder, 'lib'),
        FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
        XDG_CACHE_HOME: path.join(folder, 'cache'),
      },
      profile: path.join(folder, 'no-profile'),
      version: '1.2.3',
    });
    expect(await readdir(chromium.profile)).toEqual([]);
    expect(await readFile(chromium.path, 'utf8')).toBe('the browser');
    expect((await stat(chromium.path)).mode & 0o111).toBe(0o111);
    expect(await readFile(path.join(folder, 'lib/libnss3.so'), 'utf8')).toBe('a library');
    expect(await readFile(path.join(folder, 'fonts/Open_Sans/Bold.ttf'), 'utf8')).toBe('a font');
    expect(await readFile(path.join(folder, 'fonts.conf'), 'utf8')).toContain('<dir prefix="relative">fonts</dir>');
    expect(await readdir(cache)).toEqual(['chromium-1.2.3']);
    expect(process.env['LD_LIBRARY_PATH']).toBeUndefined();
  });

  it('is taken as it is when it was unpacked before', async () => {
    await embeddedChromium(cache, archives);
    for (const name of await readdir(root)) if (name.endsWith('.br')) await rm(path.join(root, name));
    expect(await readFile(path.join(await lookAgain(), 'chromium'), 'utf8')).toBe('the browser');
  });

  it.each([
    ['a changed byte', (folder: string) => writeFile(path.join(folder, 'chromium'), 'the BROWSER')],
    ['a file cut short', (folder: string) => truncate(path.join(folder, 'lib/libnss3.so'), 3)],
    ['a missing file', (folder: string) => rm(path.join(folder, 'fonts.conf'))],
    ['half a marker', (folder: string) => truncate(path.join(folder, 'unpacked.json'), 10)],
    ['no marker', (folder: string) => rm(path.join(folder, 'unpacked.json'))],
  ])('is unpacked again after %s', async (_, damage) => {
    await embeddedChromium(cache, archives);
    await damage(path.join(cache, 'chromium-1.2.3'));
    const folder = await lookAgain();
    expect(await readFile(path.join(folder, 'chromium'), 'utf8')).toBe('the browser');
    expect(await readFile(path.join(folder, 'lib/libnss3.so'), 'utf8')).toBe('a library');
    expect((await readdir(path.dirname(folder))).sort()).toEqual(['chromium-1.2.3']);
  });

  it('is hashed again when a file was touched, whatever its size and time say, and else is not', async () => {
    const folder = path.join(cache, 'chromium-1.2.3');
    const file = path.join(folder, 'chromium');
    await embeddedChromium(cache, archives);
    // The same folder by other names: the module keeps one promise for each.
    await embeddedChromium(`${cache}/.`, archives);
    const before = await stat(path.join(folder, 'seen.json'));
    await embeddedChromium(`${cache}/./.`, archives);
    expect((await stat(path.join(folder, 'seen.json'))).ino).toBe(before.ino);
    const { atime, mtime } = await stat(file);
    await writeFile(file, 'the BROWSER');
    await utimes(file, atime, mtime);
    await embeddedChromium(`${cache}/././.`, archives);
    expect(await readFile(file, 'utf8')).toBe('the browser');
  });

  it.each([
    ['from nothing', false],
    ['over the remains of a broken one', true],
  ])('is unpacked by several processes at once without harm, %s', async (_, remains) => {
    if (remains) {
      await mkdir(path.join(cache, 'chromium-1.2.3'), { recursive: true });
      await writeFile(path.join(cache, 'chromium-1.2.3', 'chromium'), 'half a brow');
    }
    const module = path.resolve('src/press/printing/embedded-chromium.ts');
    const script =
      `const { embeddedChromium } = await import(${JSON.stringify(module)});` +
      `const found = await embeddedChromium(${JSON.stringify(cache)}, ${JSON.stringify(archives)});` +
      `process.stdout.write((await import('node:fs')).readFileSync(found.path, 'utf8'));`;
    const runs = Array.from({ length: 4 }, () =>
      promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]),
    );
    for (const { stdout } of await Promise.all(runs)) expect(stdout).toBe('the browser');
    expect(await readdir(cache)).toEqual(['chromium-1.2.3']);
  });

  it('says so when the package is incomplete, leaves nothing behind and tries anew when asked again', async () => {
    const archive = path.join(root, 'al2023.tar.br');
    const whole = await readFile(archive);
    await rm(archive);
    await expect(embeddedChromium(cache, archives)).rejects.toThrow('al2023.tar.br');
    expect(await readdir(cache)).toEqual([]);
    await writeFile(archive, whole);
    expect((await embeddedChromium(cache, archives)).version).toBe('1.2.3');
  });
});

describe('an archive', () => {
  it('may not write outside its folder', () => {
    expect(() => untar(tar(entry('../x', 'bad')))).toThrow('unsafe path ../x');
    expect(() => untar(tar(entry('/x', 'bad')))).toThrow('unsafe path /x');
  });

  it('is refused when it is cut short, holds links or is something else', () => {
    expect(() => untar(entry('a', 'x'.repeat(600)).subarray(0, 600))).toThrow('a is cut short');
    expect(() => untar(tar(entry('link', '', '2')))).toThrow('link is of unknown type 2');
    expect(() => untar(Buffer.alloc(1024, 'x'))).toThrow('not a tar archive');
  });
});

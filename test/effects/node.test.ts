import { existsSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';

const { fs: files } = nodeEffects();
let root: string;

beforeAll(async () => {
  root = await fs.mkdtemp(join(tmpdir(), 'effects-'));
});
afterAll(() => fs.rm(root, { recursive: true, force: true }));

describe('the real files', () => {
  it('writes a file with its parent folders and leaves no temporary name behind', async () => {
    await files.write(join(root, 'a/b/c.txt'), 'Привет');
    expect(Buffer.from(await files.read(join(root, 'a/b/c.txt'))).toString('utf8')).toBe('Привет');
    expect(await fs.readdir(join(root, 'a/b'))).toEqual(['c.txt']);
  });

  it('leaves the old file and no temporary one when a write cannot finish', async () => {
    await files.write(join(root, 'kept/folder/inside.txt'), 'old');
    await expect(files.write(join(root, 'kept/folder'), 'new')).rejects.toThrow();
    expect(await fs.readdir(join(root, 'kept'))).toEqual(['folder']);
  });

  it.skipIf(!existsSync('/proc/self'))('tells that no folder can be made where the system lets none', async () => {
    const file = '/proc/no-such-folder/below/file';
    await expect(files.write(file, 'x')).rejects.toThrow(/ENOENT|EACCES/);
    await expect(files.append(file, 'x')).rejects.toThrow(/ENOENT|EACCES/);
  });

  it('names what cannot be read, a folder too', async () => {
    const folder = join(root, 'a folder');
    await fs.mkdir(folder);
    await expect(files.read(folder)).rejects.toMatchObject({ code: 'EISDIR', path: folder });
    await expect(files.read(join(folder, 'x'))).rejects.toMatchObject({ code: 'ENOENT', path: join(folder, 'x') });
  });

  it('fills a folder in one go, and stops at the first file that cannot be written', async () => {
    const folder = join(root, 'filled');
    await files.fill(folder, [
      ['index.html', '<p>'],
      ['assets/a.css', new TextEncoder().encode('a{}')],
    ]);
    expect(await fs.readFile(join(folder, 'assets/a.css'), 'utf8')).toBe('a{}');
    await expect(
      files.fill(folder, [
        ['assets', 'taken'],
        ['late.txt', 'x'],
      ]),
    ).rejects.toThrow('EISDIR');
    expect(await fs.readdir(folder)).toEqual(['assets', 'index.html']);
  });

  it('appends to a file that may not be there yet, with its folders', async () => {
    await files.append(join(root, 'journal/lines.jsonl'), '1\n');
    await files.append(join(root, 'journal/lines.jsonl'), '2\n');
    expect(await fs.readFile(join(root, 'journal/lines.jsonl'), 'utf8')).toBe('1\n2\n');
  });

  it('lists entries in code-unit order and tells links from files and folders', async () => {
    const folder = join(root, 'list');
    for (const name of ['б.csv', 'a.csv', 'B.csv']) await files.write(join(folder, name), '');
    await fs.mkdir(join(folder, 'sub'));
    await fs.symlink(join(folder, 'a.csv'), join(folder, 'link.csv'));
    expect(await files.list(folder)).toEqual([
      { name: 'B.csv', kind: 'file' },
      { name: 'a.csv', kind: 'file' },
      { name: 'link.csv', kind: 'link' },
      { name: 'sub', kind: 'folder' },
      { name: 'б.csv', kind: 'file' },
    ]);
    expect(await files.list(join(root, 'nowhere'))).toEqual([]);
  });

  it('resolves links and answers null for what is not there', async () => {
    await files.write(join(root, 'real.txt'), '');
    await fs.symlink(join(root, 'real.txt'), join(root, 'alias.txt'));
    expect(await files.realPath(join(root, 'alias.txt'))).toBe(await fs.realpath(join(root, 'real.txt')));
    expect(await files.realPath(join(root, 'missing'))).toBeNull();
  });

  it('renames, copies and removes, making folders as needed', async () => {
    await files.write(join(root, 'from.txt'), 'one');
    await files.copy(join(root, 'from.txt'), join(root, 'deep/copy.txt'));
    await files.rename(join(root, 'from.txt'), join(root, 'deep/moved.txt'));
    expect((await files.list(join(root, 'deep'))).map((entry) => entry.name)).toEqual(['copy.txt', 'moved.txt']);
    expect(await files.exists(join(root, 'from.txt'))).toBe(false);
    await files.remove(join(root, 'deep'));
    await files.remove(join(root, 'deep'));
    expect(await files.exists(join(root, 'deep/copy.txt'))).toBe(false);
  });
});

describe('a look at thousands of folders', () => {
  let paths: string[];
  beforeAll(async () => {
    const folder = await fs.mkdtemp(join(root, 'thousands-'));
    paths = Array.from({ length: 1_200 }, (_, place) => join(folder, String(place)));
    await files.fill(
      folder,
      paths.flatMap((_, place): [string, string][] => [
        [`${place}/index.html`, 'x'],
        [`${place}/assets/ё.css`, 'x'],
      ]),
    );
    await fs.symlink(paths[0]!, join(paths[700]!, 'link'));
    await fs.rm(join(paths[800]!, 'index.html'));
    await fs.rm(join(paths[800]!, 'assets'), { recursive: true });
    paths.push(join(folder, '7/index.html'), join(folder, 'nothing'));
  }, 60_000);

  it('shows of each what a look at it alone shows, in their order, as often as it is asked for', async () => {
    const alone = await Promise.all(paths.map((path) => files.look(path)));
    expect(alone.filter(({ trace }) => trace === null)).toHaveLength(1);
    const [once, again] = await Promise.all([files.lookAll(paths), files.lookAll([...paths].reverse())]);
    expect(once).toEqual(alone);
    expect(again.reverse()).toEqual(alone);
    expect(await files.lookAll(paths)).toEqual(alone);
    expect(await files.lookAll(paths, true)).toEqual(alone);
  });

  it('is taken by others alone while whoever asked is busy', async () => {
    const asking = vi.spyOn(Worker.prototype, 'postMessage');
    onTestFinished(() => asking.mockRestore());
    await files.lookAll(paths, true);
    expect(asking.mock.calls.flatMap(([asked]) => asked as string[])).toEqual(paths);
  });

  it('is had without threads, when they die', async () => {
    const alone = await Promise.all(paths.map((path) => files.look(path)));
    const dying = vi.spyOn(Worker.prototype, 'postMessage').mockImplementation(function (this: Worker) {
      void this.terminate();
    });
    expect(await files.lookAll(paths)).toEqual(alone);
    expect(dying).toHaveBeenCalled();
    dying.mockRestore();
    expect(await files.lookAll(paths)).toEqual(alone);
  });

  it.skipIf(process.getuid?.() === 0)('leaves out what nobody may look at', async () => {
    const closed = join(root, 'closed');
    await fs.mkdir(join(closed, 'inside'), { recursive: true });
    await fs.chmod(closed, 0o000);
    expect(await files.lookAll([join(closed, 'inside'), root])).toEqual([null, expect.anything()]);
    await fs.chmod(closed, 0o700);
  });
});

describe('the trace of a folder', () => {
  let folder: string;
  const trace = () => files.trace(folder);

  beforeEach(async () => {
    folder = await fs.mkdtemp(join(root, 'trace-'));
    await files.write(join(folder, 'a/b.csv'), '1,2');
    await files.write(join(folder, 'c.csv'), '3');
  });

  it('stays the same while nothing is touched, and reading touches nothing', async () => {
    const before = await trace();
    await files.read(join(folder, 'a/b.csv'));
    expect(await trace()).toBe(before);
    expect(before).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['a file is written with other bytes of the same length', () => fs.writeFile(join(folder, 'a/b.csv'), '2,1')],
    [
      'other bytes of the same length get the old times back',
      async () => {
        const file = join(folder, 'a/b.csv');
        const { atime, mtime } = await fs.stat(file);
        await fs.writeFile(file, '2,1');
        await fs.utimes(file, atime, mtime);
      },
    ],
    ['a file is replaced by its copy', () => files.write(join(folder, 'c.csv'), '3')],
    ['a file is added', () => fs.writeFile(join(folder, 'a/new.csv'), '')],
    ['a file goes', () => fs.rm(join(folder, 'a/b.csv'))],
    ['a file is renamed', () => fs.rename(join(folder, 'c.csv'), join(folder, 'd.csv'))],
    ['an empty folder appears', () => fs.mkdir(join(folder, 'a/empty'))],
  ])('is another when %s', async (_, change) => {
    const before = await trace();
    // The clock of a file system may tick in steps of some milliseconds.
    await setTimeout(20);
    await change();
    expect(await trace()).not.toBe(before);
  });

  it('cannot be told with a link in it, since what it leads to may change elsewhere', async () => {
    await fs.symlink(join(folder, 'c.csv'), join(folder, 'link.csv'));
    expect(await trace()).toBeNull();
  });

  it('tells that nothing is there below a file', async () => {
    const below = (name: string) => files.trace(join(folder, name, 'deeper'));
    await fs.writeFile(join(folder, 'file'), 'x');
    expect(await below('file')).toBe(await below('nothing'));
  });

  it('tells a folder that is not there from one that is', async () => {
    const absent = await files.trace(join(folder, 'nothing'));
    await fs.mkdir(join(folder, 'nothing'));
    expect(await files.trace(join(folder, 'nothing'))).not.toBe(absent);
  });
});

import { access, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemFault } from '../../src/effects/system-fault.ts';
import { localText } from '../../src/locale/text.ts';
import { scratchFolder } from '../support/folders.ts';

const caught = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

describe('a fault of the machine', () => {
  // Linux has a device that is always full.
  it.runIf(existsSync('/dev/full'))('that is a full disk is told in both languages with its mend', async () => {
    const problem = systemFault(await caught(writeFile('/dev/full', 'x')), '/out')!;
    expect(problem).toMatchObject({ code: 'disk-full', severity: 'error', file: '/out' });
    expect(localText(problem.found, 'ru')).toBe('на диске нет места (ENOSPC, write)');
    expect(localText(problem.found, 'en')).toBe('no space left on the disk (ENOSPC, write)');
    expect(localText(problem.mend, 'ru')).toContain('.accountpress/cache');
    expect(localText(problem.mend, 'en')).toContain('.accountpress/cache');
  });

  it('is found behind the errors that wrap it, and names the file', async () => {
    const error = await caught(access('/nowhere/at/all'));
    const wrapped = new Error('the bundler failed', { cause: new Error('again', { cause: error }) });
    expect(systemFault(wrapped, '/out')).toMatchObject({ code: 'files-changed', file: '/nowhere/at/all' });
  });

  it.each([
    ['EROFS', 'not-writable'],
    ['EACCES', 'not-writable'],
    ['EDQUOT', 'disk-full'],
    ['EIO', 'disk-failed'],
    ['EMFILE', 'too-many-open-files'],
  ])('%s is %s', (code, name) => {
    const error = Object.assign(new Error(code), { code, syscall: 'open', path: '/out/a' });
    expect(systemFault(error, '/out')).toMatchObject({ code: name, file: '/out/a' });
  });

  it.each([
    ['a folder in the place of a file', 'EISDIR', 'rename', 'folder-not-file'],
    ['a file in the place of a folder', 'EEXIST', 'mkdir', 'file-not-folder'],
    ['a file on the way to another', 'ENOTDIR', 'lstat', 'file-not-folder'],
    ['a name another command took first', 'EEXIST', 'link', 'files-changed'],
    ['a file nobody may read', 'EACCES', 'read', 'access-denied'],
  ])('%s is told as such', (_what, code, syscall, name) => {
    const error = Object.assign(new Error(code), { code, syscall, path: '/out/a' });
    expect(systemFault(error, '/out')).toMatchObject({ code: name, file: '/out/a' });
  });

  it('that is a link to nowhere in the place of a folder is told as what it may be', async () => {
    const link = join(await scratchFolder('link'), 'dist');
    await symlink('/nowhere/at/all', link);
    const problem = systemFault(await caught(mkdir(join(link, 'reports'), { recursive: true })), '/out')!;
    expect(problem).toMatchObject({ code: 'file-not-folder', file: link });
    expect(localText(problem.found, 'ru')).toContain('ссылка, которая никуда не ведёт');
    expect(localText(problem.found, 'en')).toContain('a link that leads nowhere');
  });

  it.runIf(process.platform === 'linux')('is read out of what the bundler of pages says, and names its file', () => {
    const said = (number: number) =>
      new Error(
        `Build failed with 1 error:\n\n[UNHANDLEABLE_ERROR] Something went wrong inside rolldown.\nFailed to write file in /out/a b.mjs\n\nCaused by:\n    No space left on device (os error ${number})\n`,
      );
    expect(systemFault(said(28), '/out')).toMatchObject({ code: 'disk-full', file: '/out/a b.mjs' });
    expect(systemFault(new Error('(os error 13)'), '/out')).toMatchObject({ code: 'not-writable', file: '/out' });
    expect(systemFault(said(999), '/out')).toBeNull();
  });

  it('is no mistake of ours, no missing program and no silent host', async () => {
    expect(systemFault(new TypeError('x is not a function'), '')).toBeNull();
    expect(systemFault(await caught(readFile('\0')), '')).toBeNull();
    const [missing] = (await once(spawn('/nowhere/program'), 'error').catch((error: unknown) => [error])) as [unknown];
    expect(missing).toMatchObject({ code: 'ENOENT' });
    expect(systemFault(missing, '')).toBeNull();
    const [silent] = (await once(connect('/nowhere/socket'), 'error')) as [unknown];
    expect(silent).toMatchObject({ code: 'ENOENT' });
    expect(systemFault(silent, '')).toBeNull();
  });
});

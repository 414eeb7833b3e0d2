import { getSystemErrorMap } from 'node:util';
import type { LocalText } from '../types/locale.ts';
import type { Problem } from '../types/problem.ts';

type Told = Pick<Problem, 'code' | 'mend'> & { found: { ru: string; en: string }; expected: LocalText };

const FULL: Told = {
  code: 'disk-full',
  found: { ru: 'на диске нет места', en: 'no space left on the disk' },
  expected: { ru: 'место для документов и кэша', en: 'room for documents and cache' },
  mend: {
    ru: 'освободите место (папку .accountpress/cache можно удалить) и запустите ещё раз; прежние документы на месте',
    en: 'make room (the folder .accountpress/cache may be deleted) and run again; the earlier documents stand',
  },
};

const FORBIDDEN: Told = {
  code: 'not-writable',
  found: { ru: 'сюда нельзя писать', en: 'nothing may be written here' },
  expected: {
    ru: 'папка, в которую может писать тот, кто запускает команду',
    en: 'a folder that whoever runs the command may write to',
  },
  mend: {
    ru: 'откройте доступ на запись или укажите другую папку; прежние документы на месте',
    en: 'give permission to write or name another folder; the earlier documents stand',
  },
};

/** A file or folder whose reading is not allowed. */
export const UNREADABLE: Told = {
  code: 'access-denied',
  found: { ru: 'нет права на чтение', en: 'no permission to read it' },
  expected: {
    ru: 'файлы и папки, которые может читать тот, кто запускает команду',
    en: 'files and folders that whoever runs the command may read',
  },
  mend: { ru: 'откройте доступ на чтение', en: 'give permission to read' },
};

const FOLDER: Told = {
  code: 'folder-not-file',
  found: { ru: 'на месте файла лежит папка', en: 'a folder lies where a file is expected' },
  expected: { ru: 'файл', en: 'a file' },
  mend: {
    ru: 'укажите файл или уберите папку и запустите ещё раз',
    en: 'name a file, or move the folder away, and run again',
  },
};

const FILE: Told = {
  code: 'file-not-folder',
  found: {
    ru: 'на месте папки лежит файл или ссылка, которая никуда не ведёт',
    en: 'a file, or a link that leads nowhere, lies where a folder is expected',
  },
  expected: { ru: 'папка', en: 'a folder' },
  mend: {
    ru: 'укажите папку или уберите то, что лежит на её месте, и запустите ещё раз',
    en: 'name a folder, or move away what lies in its place, and run again',
  },
};

const BROKEN: Told = {
  code: 'disk-failed',
  found: { ru: 'диск не отвечает', en: 'the disk does not answer' },
  expected: { ru: 'исправный диск', en: 'a disk that works' },
  mend: {
    ru: 'проверьте диск или подключение сетевой папки и запустите ещё раз',
    en: 'look at the disk or at how the network folder is connected and run again',
  },
};

const OVERLOADED: Told = {
  code: 'too-many-open-files',
  found: { ru: 'система не даёт открыть больше файлов', en: 'the system lets no more files be opened' },
  expected: { ru: 'не меньше 1024 открытых файлов', en: 'at least 1024 open files' },
  mend: { ru: 'увеличьте предел (ulimit -n 4096)', en: 'raise the limit (ulimit -n 4096)' },
};

const MOVED: Told = {
  code: 'files-changed',
  found: { ru: 'файл или папка изменились во время работы', en: 'a file or folder changed while the command ran' },
  expected: {
    ru: 'файлы, которых никто другой в это время не трогает',
    en: 'files that nobody else touches meanwhile',
  },
  mend: {
    ru: 'проверьте, что по этому пути лежит то, что ожидается, и запустите ещё раз',
    en: 'see that what is expected lies at this path, and run again',
  },
};

const KNOWN: Record<string, Told> = {
  ...{ ENOSPC: FULL, EDQUOT: FULL, EFBIG: FULL },
  ...{ EROFS: FORBIDDEN, EACCES: FORBIDDEN, EPERM: FORBIDDEN },
  ...{ EIO: BROKEN, ESTALE: BROKEN, ENODEV: BROKEN },
  ...{ EMFILE: OVERLOADED, ENFILE: OVERLOADED },
  ...{ EISDIR: FOLDER, ENOTDIR: FILE },
  ...{ ENOENT: MOVED, EEXIST: MOVED, ENOTEMPTY: MOVED, EBUSY: MOVED },
};

/** What an error tells depends on what was tried where the system has one code for two things. */
function toldOf(code: string, syscall: string): Told | undefined {
  const told = KNOWN[code];
  if (told === FORBIDDEN && syscall === 'read') return UNREADABLE;
  // A folder that is there already is no error of `mkdir`: a file has its name.
  return code === 'EEXIST' && syscall === 'mkdir' ? FILE : told;
}

/** Calls of the system that fail with the same codes for other reasons: a program or a host that is not there. */
const NO_FILE = /^(spawn|connect|getaddrinfo|listen|bind)/;

/** A command cannot go on, for a reason that is told as a problem. */
export class Stopped extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.code}: ${problem.file}`);
    this.name = 'Stopped';
    this.problem = problem;
  }
}

/** The bundler of Astro's sites hands on what the system said as words alone. */
function bundlersFault({ message }: Error): (Partial<NodeJS.ErrnoException> & { dest?: string }) | null {
  const [, number] = /\(os error (\d+)\)/.exec(message) ?? [];
  if (number === undefined) return null;
  const [, path] = /^Failed to write file in (.+)$/m.exec(message) ?? [];
  const code = getSystemErrorMap().get(-Number(number))?.[0];
  return { ...(code && { code }), ...(path && { path }), syscall: 'write' };
}

/**
 * What a failed operation on files tells the operator: a full disk, a folder nobody may write to. `null` for every
 * other error, which is a mistake of ours.
 * @param place told when the system does not say which file it was
 */
export function systemFault(error: unknown, place: string): Problem | null {
  for (let one = error; one instanceof Error; one = one.cause) {
    if (one instanceof Stopped) return one.problem;
    const { code, path, dest, syscall } = bundlersFault(one) ?? (one as NodeJS.ErrnoException & { dest?: string });
    if (code === undefined || syscall === undefined || NO_FILE.test(syscall)) continue;
    const told = toldOf(code, syscall);
    if (told === undefined) continue;
    const words = (text: string): string => `${text} (${code}, ${syscall})`;
    return {
      ...{ code: told.code, severity: 'error', file: dest ?? path ?? place, expected: told.expected, mend: told.mend },
      found: { ru: words(told.found.ru), en: words(told.found.en) },
    };
  }
  return null;
}

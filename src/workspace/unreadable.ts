import { UNREADABLE } from '../effects/system-fault.ts';
import type { Finding } from './findings.ts';

/**
 * What a failed read of a file or folder tells its owner.
 * @param error what `Files.read`, `list` or `realPath` threw; one that is not the owner's to mend is thrown on
 */
export function unreadable(error: unknown): Finding {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  if (code === 'EISDIR') return FOLDER;
  if (code === 'EACCES' || code === 'EPERM') return { ...UNREADABLE, severity: 'error' };
  if (code === 'ELOOP') return LOOP;
  throw error;
}

const FOLDER: Finding = {
  code: 'folder-not-file',
  severity: 'error',
  found: { ru: 'это папка', en: 'a folder' },
  expected: { ru: 'файл', en: 'a file' },
  mend: { ru: 'переименуйте папку и положите файл на её место', en: 'rename the folder and put the file in its place' },
};

const LOOP: Finding = {
  code: 'link-loop',
  severity: 'error',
  found: { ru: 'ссылка, которая ведёт сама на себя', en: 'a link that leads to itself' },
  expected: { ru: 'файл', en: 'a file' },
  mend: { ru: 'удалите ссылку и положите на её место файл', en: 'remove the link and put the file in its place' },
};

import { join, sep } from 'node:path';
import { decode } from '../intake/decode.ts';
import type { Effects, Entry } from '../types/effects.ts';
import type { Problem } from '../types/problem.ts';
import { problemsOf, quoted, type Finding } from './findings.ts';
import { unreadable } from './unreadable.ts';

/** Reads files of one workspace and collects what is wrong with them, for one client or for all. */
export interface Desk {
  problems: Problem[];
  /** Adds findings of a file (path from the workspace, with `/`). */
  report(file: string, ...findings: Finding[]): void;
  /** The file's bytes; null when it is absent, or cannot be read and is reported. */
  bytes(file: string): Promise<Uint8Array | null>;
  /** The file for a reader that asks for its bytes itself, whole or in pieces; null as `bytes`. */
  open(file: string): Promise<OpenFile | null>;
  /** Reports why reading a file failed; throws on whatever is no property of the file. */
  refuse(file: string, error: unknown): null;
  /** The file's text in whatever encoding it was saved; null when it is absent, or refused and reported. */
  text(file: string): Promise<string | null>;
  /** Entries of a folder without the litter of editors and systems; none when it is absent, or locked and reported. */
  entries(folder: string): Promise<Entry[]>;
  /** Where a path really leads: outside the workspace is never read. */
  reach(file: string): Promise<'inside' | 'outside' | 'absent'>;
  absolute(file: string): string;
}

export interface OpenFile {
  size: number;
  read(): Promise<Uint8Array>;
  chunks(): AsyncIterable<Uint8Array>;
}

export function openDesk(root: string, effects: Effects, client?: string): Desk {
  const problems: Problem[] = [];
  const absolute = (file: string): string => join(root, ...file.split('/'));
  const report = (file: string, ...findings: Finding[]): void =>
    void problems.push(...problemsOf(file, client, findings));

  const reach: Desk['reach'] = async (file) => {
    const home = await effects.fs.realPath(root);
    const real = await effects.fs.realPath(absolute(file)).catch((error: unknown) => {
      // Reading it will tell; a loop leads nowhere and a locked folder hides what is in it, but something is there.
      unreadable(error);
      return absolute(file);
    });
    if (home === null || real === null) return 'absent';
    return real === home || real.startsWith(home.endsWith(sep) ? home : home + sep) ? 'inside' : 'outside';
  };

  const refuse: Desk['refuse'] = (file, error) => {
    const finding = unreadable(error);
    const known = problems.some((one) => one.file === file && one.code === finding.code);
    if (!known) report(file, finding);
    return null;
  };
  const orReport = (file: string) => (error: unknown) => refuse(file, error);

  const isInside = async (file: string): Promise<boolean> => {
    const where = await reach(file);
    if (where === 'outside') report(file, leadsOutside(file));
    return where === 'inside';
  };

  const bytes: Desk['bytes'] = async (file) =>
    (await isInside(file)) ? effects.fs.read(absolute(file)).catch(orReport(file)) : null;

  const open: Desk['open'] = async (file) => {
    const path = absolute(file);
    const size = (await isInside(file)) ? await effects.fs.size(path).catch(orReport(file)) : null;
    return size === null ? null : { size, read: () => effects.fs.read(path), chunks: () => effects.fs.chunks(path) };
  };

  const text: Desk['text'] = async (file) => {
    const content = await bytes(file);
    if (content === null) return null;
    const decoded = decode(content);
    if ('text' in decoded) return decoded.text;
    const words = /\.(json|mdx)$/.test(file) ? NOT_A_TABLE : {};
    report(file, { severity: 'error', ...decoded.refused, ...words });
    return null;
  };

  const entries: Desk['entries'] = async (folder) => {
    const all = await effects.fs.list(absolute(folder)).catch(orReport(folder));
    return (all ?? []).filter(({ name }) => !isLitter(name));
  };

  return { problems, report, bytes, open, refuse, text, entries, reach, absolute };
}

/** `decode` speaks of exports; a file written by hand is not exported again. */
const NOT_A_TABLE = {
  expected: { ru: 'текст в кодировке UTF-8', en: 'text in UTF-8' },
  mend: { ru: 'сохраните файл как обычный текст в UTF-8', en: 'save the file as plain text in UTF-8' },
};

/** Hidden files, locks of open documents, thumbnails: nobody put them there on purpose. */
function isLitter(name: string): boolean {
  return /^(\.|~\$)/.test(name) || /^(thumbs\.db|desktop\.ini)$/i.test(name) || name.endsWith('~');
}

export function leadsOutside(path: string): Finding {
  return {
    code: 'path-outside',
    severity: 'error',
    found: quoted(path),
    expected: { ru: 'путь внутри рабочей папки', en: 'a path inside the workspace' },
    mend: { ru: 'скопируйте файл в рабочую папку', en: 'copy the file into the workspace' },
  };
}

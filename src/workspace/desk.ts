import { join, sep } from 'node:path';
import { decode } from '../intake/decode.ts';
import type { Effects, Entry } from '../types/effects.ts';
import type { Problem } from '../types/problem.ts';
import { problemsOf, quoted, type Finding } from './findings.ts';

/** Reads files of one workspace and collects what is wrong with them, for one client or for all. */
export interface Desk {
  problems: Problem[];
  /** Adds findings of a file (path from the workspace, with `/`). */
  report(file: string, ...findings: Finding[]): void;
  /** The file's text in whatever encoding it was saved; null when it is absent, or refused and reported. */
  text(file: string): Promise<string | null>;
  /** Entries of a folder without the litter of editors and systems. */
  entries(folder: string): Promise<Entry[]>;
  /** Where a path really leads: outside the workspace is never read. */
  reach(file: string): Promise<'inside' | 'outside' | 'absent'>;
  absolute(file: string): string;
}

export function openDesk(root: string, effects: Effects, client?: string): Desk {
  const problems: Problem[] = [];
  const absolute = (file: string): string => join(root, ...file.split('/'));
  const report = (file: string, ...findings: Finding[]): void =>
    void problems.push(...problemsOf(file, client, findings));

  const reach: Desk['reach'] = async (file) => {
    const [home, real] = [await effects.fs.realPath(root), await effects.fs.realPath(absolute(file))];
    if (home === null || real === null) return 'absent';
    return real === home || real.startsWith(home.endsWith(sep) ? home : home + sep) ? 'inside' : 'outside';
  };

  const text: Desk['text'] = async (file) => {
    const where = await reach(file);
    if (where === 'outside') report(file, leadsOutside(file));
    if (where !== 'inside') return null;
    const decoded = decode(await effects.fs.read(absolute(file)));
    if ('text' in decoded) return decoded.text;
    report(file, { severity: 'error', ...decoded.refused });
    return null;
  };

  const entries: Desk['entries'] = async (folder) => {
    const all = await effects.fs.list(absolute(folder));
    return all.filter(({ name }) => !isLitter(name));
  };

  return { problems, report, text, entries, reach, absolute };
}

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

import { parsePeriod } from '../../figures/period.ts';
import type { Note, Person } from '../../types/workspace.ts';
import { leadsOutside, type Desk } from '../desk.ts';
import { didYouMean, listed, oneOf, quoted, type Finding } from '../findings.ts';
import { CLIENTS_FOLDER, NOTES_FOLDER } from '../places.ts';

/** A client's notes by period id; broken ones are reported and left out. */
export async function loadNotes(client: string, people: readonly Person[], desk: Desk): Promise<Record<string, Note>> {
  const notes: Record<string, Note> = {};
  const folder = `${NOTES_FOLDER}/${client}`;
  for (const { name, kind } of await desk.entries(folder)) {
    const file = `${folder}/${name}`;
    const period = name.endsWith('.mdx') ? parsePeriod(name.slice(0, -'.mdx'.length)) : null;
    if (period === null || kind === 'folder') {
      desk.report(file, { ...NOT_A_PERIOD, found: quoted(name) });
      continue;
    }
    const text = await desk.text(file);
    if (text === null) continue;
    // MDX takes longer to load than all that reads a client without notes.
    const { readNote } = await import('./note.ts');
    const { value, findings } = await readNote(file, text, people);
    desk.report(file, ...findings);
    if (value !== null) notes[period.id] = value;
  }
  return notes;
}

const NOT_A_PERIOD = {
  code: 'note-name',
  severity: 'error' as const,
  expected: {
    ru: 'имя — период: 2026-10.mdx, 2026-Q4.mdx, 2026.mdx или 2026-09-15..2026-10-14.mdx',
    en: 'a period as the name: 2026-10.mdx, 2026-Q4.mdx, 2026.mdx or 2026-09-15..2026-10-14.mdx',
  },
  mend: { ru: 'переименуйте файл', en: 'rename the file' },
};

/**
 * Notes written for clients that do not exist would never be read. Where there are notes and no client at all, the
 * clients are lost: an agency that never had any has no notes either.
 */
export async function checkNoteFolders(clients: readonly string[], desk: Desk): Promise<void> {
  const known = new Set(clients);
  const entries = await desk.entries(NOTES_FOLDER);
  const folders = entries.flatMap(({ name, kind }) => (kind === 'file' ? [] : [name]));
  const lost = clients.length === 0 && folders.length > 0;
  if (lost) desk.report(CLIENTS_FOLDER, clientsLost(folders));
  for (const { name } of entries) {
    const path = `${NOTES_FOLDER}/${name}`;
    if ((await desk.reach(path)) === 'outside') desk.report(path, leadsOutside(path));
    if (known.has(name) || (lost && folders.includes(name))) continue;
    desk.report(path, {
      code: 'unknown-client',
      severity: 'warning',
      found: quoted(name),
      expected: clients.length === 0 ? { ru: 'папка клиента', en: 'a client’s folder' } : oneOf(clients),
      mend: didYouMean(name, clients, {
        ru: 'переименуйте папку по id клиента или удалите её',
        en: 'rename the folder after the client’s id or remove it',
      }),
    });
  }
}

const clientsLost = (notes: readonly string[]): Finding => ({
  code: 'no-clients',
  severity: 'error',
  found: {
    ru: `ни одного клиента, а заметки к их отчётам есть: ${listed(notes)}`,
    en: `no client at all, though there are notes to reports of ${listed(notes)}`,
  },
  expected: { ru: 'папка data/clients/<id> на каждого клиента', en: 'a folder data/clients/<id> for each client' },
  mend: {
    ru: `верните папку data/clients; если клиентов больше нет, удалите ${NOTES_FOLDER}`,
    en: `bring the folder data/clients back; if there are to be no clients any more, remove ${NOTES_FOLDER}`,
  },
});

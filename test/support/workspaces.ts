import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locale } from '../../src/types/locale.ts';
import { skeleton } from '../../src/workspace/skeleton/skeleton.ts';
import { PROJECT } from './command.ts';
import { writeFiles } from './folders.ts';

/** The day the test workspaces speak from: their data are September and October 2026. */
export const AS_OF = '2026-11-04';

export const AGENCY = {
  name: { ru: 'Маяк', en: 'Beacon' },
  legalName: 'ООО «Маяк»',
  locale: 'ru',
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
};

/**
 * Writes an agency whose clients are filled as `npm run new` fills them, with the project's own templates.
 * @param clients id → language
 */
export async function writeWorkspace(root: string, clients: Record<string, Locale>): Promise<void> {
  await writeFiles(root, [['data/agency.json', JSON.stringify(AGENCY)]]);
  for (const [id, locale] of Object.entries(clients)) await addClient(root, id, locale);
  const reports = join('content', 'reports');
  await cp(join(PROJECT, reports), join(root, reports), {
    recursive: true,
    filter: (source) => !source.includes(join(reports, 'notes')),
  });
}

export async function addClient(root: string, id: string, locale: Locale): Promise<void> {
  const files = skeleton({ id, locale, today: AS_OF, person: null });
  const profile = `data/clients/${id}/client.json`;
  const own = { ...(JSON.parse(files.get(profile)!) as object), locale, name: `${NAMES[locale]} ${id}` };
  files.set(profile, JSON.stringify(own, null, 2));
  await writeFiles(root, files);
}

const NAMES: Record<Locale, string> = { ru: 'Мастерская', en: 'Workshop' };

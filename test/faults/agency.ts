import { AGENCY_FILES, sampleHandbook, TRAINEE_FILES } from '../handbook/sample.ts';
import { runCommand } from '../support/command.ts';
import { writeFiles } from '../support/folders.ts';
import { writeWorkspace } from '../support/workspaces.ts';

export const CLIENTS = ['alder', 'birch', 'cedar'];

const person = (id: string, name: string) => ({ id, name, role: 'Менеджер', email: `${id}@beacon.example` });

const TRAINEE = {
  ...{ name: { ru: 'Вера Озёрная', en: 'Vera Lake' }, locale: 'ru', track: 'manager', start: '2026-11-02' },
  ...{ mentor: 'anna', manager: 'oleg' },
};

/** A small agency with all four sites: three clients, a proposal, the brief form, a handbook, a trainee on the desk. */
export async function writeFourSites(root: string): Promise<void> {
  await writeWorkspace(root, { alder: 'ru', birch: 'en', cedar: 'ru' });
  await writeFiles(root, [
    ...AGENCY_FILES,
    ...TRAINEE_FILES,
    ...sampleHandbook(),
    ['data/people.json', JSON.stringify([person('anna', 'Анна Лебедева'), person('oleg', 'Олег Гром')])],
    ['data/trainees/vera/trainee.json', JSON.stringify(TRAINEE)],
  ]);
  const { code, stderr } = await runCommand('new', ['proposal', 'site-dew', '--workspace', root]);
  if (code !== 0) throw new Error(stderr);
}

import { join, sep } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import type { Problem } from '../../types/problem.ts';
import { placeOf } from './output-lock.ts';

/** What the agency writes by hand lies in these folders of its workspace; `handbook` and `proposals` are there too. */
const SOURCES = ['content', 'data', '.git'];

/**
 * Why documents may not be laid into a folder: those of the handbook would take the place of its lessons, and
 * everything else in it would be a file that nobody has built.
 * @param out absolute path, as the others are
 */
export async function outOfPlace(
  { out, workspace, project }: { out: string; workspace: string; project: string },
  effects: Effects,
): Promise<Problem | null> {
  const place = await placeOf(out, effects);
  const root = await placeOf(workspace, effects);
  const sources = SOURCES.map((folder) => join(root, folder));
  const around = [root, await placeOf(project, effects)];
  const wrong = sources.some((folder) => isWithin(place, folder)) || around.some((folder) => isWithin(folder, place));
  return wrong ? amongSources(out) : null;
}

const isWithin = (path: string, folder: string): boolean =>
  `${path}${sep}`.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);

const amongSources = (out: string): Problem => ({
  code: 'output-among-sources',
  severity: 'error',
  file: out,
  found: {
    ru: 'здесь лежат файлы самого агентства или программы: готовые документы заняли бы их место',
    en: 'files of the agency or of the engine itself lie here: finished documents would take their place',
  },
  expected: { ru: 'отдельная папка для готового', en: 'a folder of its own for the result' },
  mend: { ru: 'укажите в --out другую папку, например dist', en: 'give another folder after --out, such as dist' },
});

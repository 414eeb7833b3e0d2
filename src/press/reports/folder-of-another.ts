import { SYSTEM_FORMATS, SYSTEM_NAMES } from '../../intake/system-names.ts';
import { localText } from '../../locale/text.ts';
import type { IntakeFile } from '../../types/intake.ts';
import type { Problem } from '../../types/problem.ts';
import type { Client, Workspace } from '../../types/workspace.ts';
import { quoted } from '../../workspace/findings.ts';
import { namesOfChannels } from './channel-names.ts';

/**
 * Exports of one system in the folder that is named after another: their rows would bear that system's name. What the
 * client's rules say of the folder's format or channel was meant so. A file of many tables is told of once.
 */
export function foldersOfOthers(workspace: Workspace, client: Client, files: readonly IntakeFile[]): Problem[] {
  const told = new Set<string>();
  const names = namesOfChannels(workspace, client);
  return files.flatMap(({ file, source, format }) => {
    const rule = client.sources.sources[source];
    const isDeclared = [rule?.format, rule?.channel, rule?.channelColumn].some((each) => each !== undefined);
    if (format === null || format === source || isDeclared) return [];
    if (!SYSTEM_FORMATS.has(source) || !SYSTEM_FORMATS.has(format)) return [];
    const path = file.split('!/')[0]!;
    if (told.size === told.add(path).size) return [];
    const [is, called] = [SYSTEM_NAMES[format]!, names[source]!];
    const folder = quoted(source);
    const [ru, en] = [quoted(localText(called, 'ru')).ru, quoted(localText(called, 'en')).en];
    return [
      {
        code: 'folder-of-another',
        severity: 'warning',
        client: client.id,
        file: path,
        found: {
          ru: `выгрузка ${localText(is, 'ru')} в папке ${folder.ru}: в отчёте она названа ${ru}`,
          en: `an export of ${localText(is, 'en')} in the folder ${folder.en}: the report calls it ${en}`,
        },
        expected: { ru: 'каждая система в своей папке', en: 'each system in a folder of its own' },
        mend: {
          ru: `проверьте, этого ли клиента файл, и перенесите его в exports/${format}/`,
          en: `make sure that the file is this client’s and move it to exports/${format}/`,
        },
      },
    ];
  });
}

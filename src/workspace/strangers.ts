import type { Desk } from './desk.ts';
import { didYouMean, oneOf, quoted } from './findings.ts';

/**
 * Warns of data files with unknown names: `target.csv` for `targets.csv` would otherwise silently
 * remove a section. Pictures, read-me files and folders are the agency's own business.
 */
export async function warnOfStrangers(desk: Desk, folder: string, known: readonly string[]): Promise<void> {
  for (const { name, kind } of await desk.entries(folder)) {
    if (kind === 'folder' || known.includes(name) || !/\.(csv|tsv|json|ya?ml|mdx|xlsx?)$/i.test(name)) continue;
    desk.report(`${folder}/${name}`, {
      code: 'unknown-file',
      severity: 'warning',
      found: quoted(name),
      expected: oneOf(known),
      mend: didYouMean(name, known, {
        ru: 'переименуйте или удалите файл: его никто не читает',
        en: 'rename or remove the file: nobody reads it',
      }),
    });
  }
}

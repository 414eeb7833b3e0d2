import type { SealBreak } from '../breaks.ts';
import { INTERNAL, type Published } from '../folders.ts';

/** What says something; scripts, fonts and style sheets may be the same on every site. */
const SAYING = /\.(?:html|json|csv|pdf|ics|txt|svg|xml)$/;

/** No file of the agency's own site is in any other folder. @param hashes of every published file */
export function deskCopies({ folders }: Published, hashes: ReadonlyMap<string, string>): SealBreak[] {
  const inside = folders.find(({ path }) => path === INTERNAL)?.files ?? [];
  const own = new Map(inside.filter((file) => SAYING.test(file)).map((file) => [hashes.get(file), file]));
  if (own.size === 0) return [];
  return folders
    .filter(({ path }) => path !== INTERNAL)
    .flatMap(({ files }) => files)
    .flatMap((file) => {
      const original = own.get(hashes.get(file));
      if (original === undefined) return [];
      const found = { ru: `это файл внутреннего сайта: ${original}`, en: `it is a file of the desk: ${original}` };
      return [{ code: 'seal-inner-desk', file, offset: null, found }];
    });
}

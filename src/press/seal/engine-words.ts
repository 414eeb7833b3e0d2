import { join } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import { filesUnder } from '../inputs.ts';
import { canonical } from './canonical.ts';

/** What pages, their scripts and their style sheets are made of, relative to the project. */
const SOURCES = [
  ...['src/ui', 'src/sites', 'src/charts', 'src/locale', 'src/estimate', 'src/figures', 'src/calendar', 'src/types'],
  ...['node_modules/chart.js/dist', 'node_modules/@kurkle/color/dist'],
];
/** Its fonts stand in style sheets and file names. */
const FONTS = 'src/press/fallback-fonts.ts';
const TEXT = /\.(?:ts|astro|css|js|json)$/;
const WORD = /[\p{L}\d]{4,}/gu;

/** Every single word the engine itself may write: a client named by one of them is not told by it. */
export async function engineWords(project: string, effects: Effects): Promise<Set<string>> {
  const words = new Set<string>();
  const files = [FONTS];
  for (const folder of SOURCES) files.push(...(await filesUnder(project, folder, effects)));
  for (const file of files.filter((name) => TEXT.test(name))) {
    const text = canonical(new TextDecoder().decode(await effects.fs.read(join(project, file))));
    for (const [word] of text.matchAll(WORD)) words.add(word);
  }
  return words;
}

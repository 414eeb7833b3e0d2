import { join } from 'node:path';
import type { Effects } from '../../../types/effects.ts';
import { filesUnder } from '../../inputs.ts';
import { readText } from '../../read-text.ts';
import { canonical } from '../reading/canonical.ts';

/** What pages, their scripts and their style sheets are made of, relative to the project. */
const SOURCES = [
  ...['src/ui', 'src/sites', 'src/charts', 'src/locale', 'src/estimate', 'src/figures', 'src/calendar', 'src/types'],
  'src/decimals',
  ...['node_modules/chart.js/dist', 'node_modules/@kurkle/color/dist'],
];
/** Its fonts stand in style sheets and file names. */
const FONTS = 'src/press/fallback-fonts.ts';
const TEXT = /\.(?:ts|astro|css|js|json)$/;

/** Everything the engine itself may write, as `canonical` spells it: who is named by a part of it is not told by it. */
export async function engineTexts(project: string, effects: Effects): Promise<string[]> {
  const files = [FONTS];
  for (const folder of SOURCES) files.push(...(await filesUnder(project, folder, effects)));
  const texts: string[] = [];
  for (const file of files.filter((name) => TEXT.test(name))) {
    texts.push(canonical(await readText(join(project, file), effects)));
  }
  return texts;
}

import { join } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import { filesUnder } from '../inputs.ts';
import { canonical } from './canonical.ts';

/** What pages, their scripts and their style sheets are made of, relative to the project. */
const SOURCES = ['src/ui', 'src/sites', 'src/charts', 'src/locale', 'node_modules/chart.js/dist'];
const TEXT = /\.(?:ts|astro|css|js|json)$/;
const WORD = /[\p{L}\d]{4,}/gu;

/** Every single word the engine itself may write: a client named by one of them is not told by it. */
export async function engineWords(project: string, effects: Effects): Promise<Set<string>> {
  const words = new Set<string>();
  for (const folder of SOURCES) {
    for (const file of await filesUnder(project, folder, effects)) {
      if (!TEXT.test(file)) continue;
      const text = canonical(new TextDecoder().decode(await effects.fs.read(join(project, file))));
      for (const [word] of text.matchAll(WORD)) words.add(word);
    }
  }
  return words;
}

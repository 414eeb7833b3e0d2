import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Effects } from '../../types/effects.ts';
import type { HandbookModel } from '../../types/handbook-model.ts';
import type { Problem } from '../../types/problem.ts';
import type { Workspace } from '../../types/workspace.ts';
import { foreignLetters } from '../fallback-fonts.ts';
import type { BuildOptions } from '../options.ts';
import { buildSite, type SiteFolders } from '../site.ts';
import { deadAnchors } from './anchors.ts';
import { examAssets, handbookAssets } from './assets.ts';
import { finishPages } from './finish-pages.ts';
import { printHandbook } from './print.ts';
import { handbookNotDrawn } from './problems.ts';
import { writeSearchIndex } from './search-index.ts';

/** Draws, dresses and prints the whole handbook in the stage; with a problem nothing of it may be published. */
export async function drawHandbook(
  model: HandbookModel,
  workspace: Workspace,
  folders: SiteFolders,
  options: BuildOptions,
  effects: Effects,
): Promise<{ problems: Problem[]; browser: string | null }> {
  const json = JSON.stringify(model);
  await effects.fs.write(join(folders.models, 'handbook.json'), json);
  try {
    await buildSite('handbook', folders, {}, effects);
    await writeSearchIndex(folders.stage, effects);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // Astro saves its store half a second after the last change, also when it has failed; the folder must still be there.
    await effects.sleep(ASTRO_SAVES_MS);
    return { problems: [handbookNotDrawn(stripVTControlCharacters(message))], browser: null };
  }
  const kit = { letters: foreignLetters(json), project: folders.project };
  const { site, paper } = await handbookAssets(workspace, kit, effects);
  const printed = options.pdf ? await printHandbook(folders.stage, paper, options, effects) : NOT_PRINTED;
  for (const [name, content] of site) await effects.fs.write(join(folders.stage, 'assets', name), content);
  if (model.forms.length > 0) {
    for (const [name, content] of await examAssets(workspace, kit, effects)) {
      await effects.fs.write(join(folders.stage, 'exams', 'assets', name), content);
    }
  }
  await finishPages(folders.stage, effects);
  const dead = await deadAnchors(folders.stage, effects);
  return { ...printed, problems: [...printed.problems, ...dead] };
}

const ASTRO_SAVES_MS = 1_500;

const NOT_PRINTED = { problems: [], browser: null };

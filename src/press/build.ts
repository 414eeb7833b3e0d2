import { systemFault } from '../effects/system-fault.ts';
import type { Effects } from '../types/effects.ts';
import type { Locale } from '../types/locale.ts';
import type { Problem } from '../types/problem.ts';
import { GONE_CODES } from './output/gone.ts';
import { earlierDocuments, sortedDocuments, type ManifestDocument } from './output/manifest.ts';
import type { BuildOptions } from './options.ts';
import { outOfPlace } from './output/out-of-place.ts';
import { whileAlone } from './output/output-lock.ts';
import { Compiler } from './reports/compiler.ts';
import { EarlySights } from './standing/early-sights.ts';
import { LastBuild } from './standing/unchanged.ts';

export interface BuildResult {
  documents: ManifestDocument[];
  problems: Problem[];
  /** False when the whole workspace is unusable or a document failed. */
  ok: boolean;
  /** False when somebody was asked for whom nobody knows: nothing was done. */
  understood: boolean;
}

/**
 * Workspace in, documents of every asked site out, proven, and one manifest of them all. Waits for another build of the
 * same output. A disk that is full, broken or closed is a problem like any other.
 */
export async function build(options: BuildOptions, effects: Effects): Promise<BuildResult> {
  try {
    const misplaced = await outOfPlace(options, effects);
    if (misplaced !== null) return { documents: [], problems: [misplaced], ok: false, understood: true };
    return await whileAlone(options, effects, () => buildOrRecall(options, effects));
  } catch (error) {
    const fault = systemFault(error, options.out);
    if (fault === null) throw error;
    return { documents: [], problems: [fault], ok: false, understood: true };
  }
}

async function buildOrRecall(options: BuildOptions, effects: Effects): Promise<BuildResult> {
  const last = await LastBuild.find(options, effects);
  const said = await last.recall();
  if (said !== null) {
    options.speak(said.locale);
    const documents = sortedDocuments(await earlierDocuments(options.out, effects));
    return { documents, problems: said.problems, ok: true, understood: true };
  }
  // Where nothing is kept Astro has to compile the reports site, and to load it takes longer than all that builds.
  const fromNothing = options.sites.includes('reports') && (await options.cache.empty());
  const compiler = fromNothing ? Compiler.start() : undefined;
  const seen = new EarlySights(options.out, effects);
  // All that builds takes half a second to load, and is not needed where nothing is to be built.
  const { buildAnew } = await import('./build-anew.ts');
  let locale: Locale = 'ru';
  const speak = (agency: Locale) => options.speak((locale = agency));
  const building = buildAnew({ ...options, speak }, { sights: last.sights, outputs: seen, compiler }, effects);
  const { outputs, ...result } = await building.finally(() => compiler?.end());
  // What this build took out of the output is no news of the next one.
  const lasting = result.problems.filter(({ code }) => !GONE_CODES.has(code));
  if (result.ok && outputs !== null) await last.remember({ locale, problems: lasting }, outputs);
  await options.cache.sweep();
  return result;
}

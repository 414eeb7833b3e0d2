import type { Effects } from '../types/effects.ts';
import type { Problem } from '../types/problem.ts';
import { BrowserMissing } from './browser.ts';
import { engine } from './engine.ts';
import { earlierDocuments, writeManifest, type ManifestDocument } from './manifest.ts';
import type { BuildOptions } from './options.ts';
import { browserMissing, unknownClients } from './problems.ts';
import { readWorkspace } from './read-workspace.ts';
import { buildProposals } from './proposals.ts';
import { buildReports, type SiteResult } from './reports.ts';
import { newRunFolder } from './run-folder.ts';

export interface BuildResult {
  documents: ManifestDocument[];
  problems: Problem[];
  /** False when the whole workspace is unusable or a document failed. */
  ok: boolean;
}

/** Workspace in, documents of every asked site out, and one manifest of them all. */
export async function build(options: BuildOptions, effects: Effects): Promise<BuildResult> {
  const { value: workspace, problems } = await readWorkspace(options.workspace, effects);
  const common = problems.filter((one) => one.client === undefined);
  common.push(...unknownClients(workspace, options.clients));
  options.speak(workspace.agency.locale);
  if (common.some(isError)) {
    const clients = problems.filter((one) => one.client !== undefined);
    return { documents: [], problems: [...common, ...clients], ok: false };
  }

  const run = await newRunFolder(options.project, effects);
  try {
    const earlier = await earlierDocuments(options.out, effects);
    const results: SiteResult[] = [];
    for (const site of options.sites) {
      results.push(
        site === 'reports'
          ? await buildReports({ workspace, problems, options, earlier, run }, effects)
          : await buildProposals({ workspace, options, earlier, run }, effects),
      );
    }
    const documents = results.flatMap((result) => result.documents);
    documents.push(...earlier.filter(({ site }) => !options.sites.some((built) => built === site)));
    const browser = results.find((result) => result.browser !== null)?.browser ?? null;
    await writeManifest(options.out, { engine, browser, documents }, effects);
    const all = [...common, ...results.flatMap((result) => result.problems)];
    return { documents, problems: all, ok: !all.some(isError) };
  } catch (error) {
    if (!(error instanceof BrowserMissing)) throw error;
    return { documents: [], problems: [browserMissing(error), ...problems], ok: false };
  } finally {
    await effects.fs.remove(run);
  }
}

function isError(problem: Problem): boolean {
  return problem.severity === 'error';
}

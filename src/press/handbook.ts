import { join } from 'node:path';
import type { Effects } from '../types/effects.ts';
import type { HandbookModel } from '../types/handbook-model.ts';
import type { Day } from '../types/period.ts';
import type { Checked, Problem } from '../types/problem.ts';
import type { Workspace } from '../types/workspace.ts';
import { hasHandbook } from '../workspace/handbook/load-handbook.ts';
import { drawHandbook } from './handbook/draw.ts';
import { openForms } from './handbook/forms.ts';
import { handbookModel } from './handbook/model.ts';
import { noHandbook } from './handbook/problems.ts';
import { handbookInputs, handbookKey, remember, standingHandbook } from './handbook/standing.ts';
import { filesUnder, hashedOutputs, InputHashes } from './inputs.ts';
import type { ManifestDocument } from './output/manifest.ts';
import type { BuildOptions } from './options.ts';
import type { OutputHashes } from './standing/output-hashes.ts';
import { inShard } from './shards/shard.ts';
import { siteFolders } from './site.ts';
import type { StagedSite } from './output/staged.ts';

const HANDBOOK = 'handbook';

export interface HandbookBuild {
  workspace: Workspace;
  options: BuildOptions;
  /** Documents in the manifest of the build before. */
  earlier: ManifestDocument[];
  /** Hashes of what the output holds now. */
  outputs: OutputHashes;
  /** Folder for everything half-done. */
  run: string;
}

/**
 * The handbook: one folder for all its readers, drawn and printed. With an error anywhere in it the last good one stays;
 * one of which nothing has changed is left alone. Throws `BrowserMissing` when nothing can print.
 */
export async function stageHandbook(input: HandbookBuild, effects: Effects): Promise<StagedSite> {
  const { workspace, options, earlier, outputs, run } = input;
  const unit = `${HANDBOOK}/${HANDBOOK}`;
  const before = earlier.filter(({ site }) => site === HANDBOOK);
  const nothing: StagedSite = {
    units: [unit],
    folders: [],
    documents: [],
    kept: () => [],
    problems: [],
    browser: null,
  };
  if (!(await hasHandbook(workspace.root, effects))) {
    const asked = options.sites.length === 1;
    return { ...nothing, units: [], problems: asked ? [noHandbook()] : [] };
  }
  if (!inShard(options.shard, unit)) return nothing;

  const { asOf } = options;
  const hashes = new InputHashes(workspace.root, effects);
  const inputs = await hashes.of(await handbookInputs(workspace.root, workspace.agency.brand.logo, effects));
  const key = await handbookKey(inputs, options, effects);
  const standing = await standingHandbook(key, options, outputs, effects);
  if (standing !== null) {
    return { ...nothing, documents: [standing.document], problems: standing.problems, browser: standing.browser };
  }
  const failed = failedDocuments(before, asOf);
  const { value: model, problems } = await readHandbook(workspace, options, effects);
  if (problems.some(isError)) return { ...nothing, documents: failed, problems };

  const folders = siteFolders(options, join(run, HANDBOOK));
  const drawn = await drawHandbook(model, workspace, folders, options, effects);
  const all = [...problems, ...drawn.problems];
  if (all.some(isError)) return { ...nothing, documents: failed, problems: all, browser: drawn.browser };

  const files = await filesUnder(folders.stage, '', effects);
  const staged = await hashedOutputs(folders.stage, files, HANDBOOK, effects);
  const document: ManifestDocument = { ...base(asOf), status: 'built', inputs, outputs: staged };
  const placed = () => remember(key, { document, problems: all, browser: drawn.browser }, options);
  const folder = {
    path: HANDBOOK,
    staged: folders.stage,
    entries: null,
    owner: {},
    documents: [document],
    failed,
    placed,
  };
  return { ...nothing, folders: [folder], problems: all, browser: drawn.browser };
}

/** The handbook as it would be drawn, with every problem of its files. */
export async function readHandbook(
  workspace: Pick<Workspace, 'root' | 'agency'>,
  { asOf, pdf }: { asOf: Day; pdf: boolean },
  effects: Effects,
): Promise<Checked<HandbookModel>> {
  const forms = await openForms(workspace, asOf, effects);
  const { value, problems } = await handbookModel(workspace, { asOf, pdf, forms: forms.value }, effects);
  return { value, problems: [...problems, ...forms.problems] };
}

const base = (asOf: Day) => ({ site: HANDBOOK, client: HANDBOOK, period: null, asOf });

function failedDocuments(before: readonly ManifestDocument[], asOf: Day): ManifestDocument[] {
  if (before.length > 0) return before.map((one) => ({ ...one, status: 'failed' }));
  return [{ ...base(asOf), status: 'failed', inputs: [], outputs: [] }];
}

const isError = ({ severity }: Problem): boolean => severity === 'error';

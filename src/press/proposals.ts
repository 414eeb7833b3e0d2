import { join } from 'node:path';
import type { LedgerLine } from '../delivery/ledger.ts';
import { checkLedger } from '../delivery/outbox.ts';
import { estimateFile } from '../estimate/file.ts';
import type { Effects } from '../types/effects.ts';
import type { Checked, Problem } from '../types/problem.ts';
import type { Proposal, Proposals } from '../types/proposal.ts';
import type { Workspace } from '../types/workspace.ts';
import { PROPOSAL_COMPONENTS } from '../ui/proposal/names.ts';
import { loadProposals } from '../workspace/proposals/load-proposals.ts';
import { damagedDocuments } from './standing/damage.ts';
import { dressedAssets, sharedAssets, type Assets } from './assets.ts';
import { drawProposals } from './proposals/draw.ts';
import { foreignLetters } from './fallback-fonts.ts';
import { readText } from './read-text.ts';
import { sha256 } from './inputs.ts';
import type { ManifestDocument } from './output/manifest.ts';
import type { BuildOptions } from './options.ts';
import type { OutputHashes } from './standing/output-hashes.ts';
import { prepareProposal, type PreparedProposal } from './proposals/prepare.ts';
import { printAll } from './printing/print-all.ts';
import { BRIEF_FOLDER, linkSecret } from './proposals/folder.ts';
import { pdfName } from './proposals/model.ts';
import { archiveDamaged, proposalNotPrinted, unknownProposals } from './proposals/problems.ts';
import { inShard } from './shards/shard.ts';
import { siteFolders, type SiteFolders } from './site.ts';
import { keptProposals, PROPOSALS, stageFolders } from './proposals/stage.ts';
import type { StagedSite } from './output/staged.ts';

export interface ProposalsBuild {
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
 * The proposals site: one folder per proposal, and the brief form, drawn and printed. A proposal with an error is
 * named, keeps its last good output and does not stop the others; one that was not asked for and is not what the
 * manifest says is built again. Throws `BrowserMissing` when nothing can print.
 */
export async function stageProposals(input: ProposalsBuild, effects: Effects): Promise<StagedSite> {
  const { workspace, options, earlier, outputs, run } = input;
  const { value, problems } = await loadProposals(workspace, effects, PROPOSAL_COMPONENTS);
  const ledger = await checkLedger(workspace.root, effects);
  const known = idsOf(value.proposals, problems);
  // Without the ledger nobody knows which versions have left and have to stay as they are.
  const common = [...problems.filter(({ proposal }) => proposal === undefined), ...ledger.problems];
  const before = earlier.filter(({ site }) => site === PROPOSALS);
  if (common.some(isError)) {
    const told = problems.filter(({ proposal }) => proposal !== undefined);
    return { ...NOTHING, kept: () => before, problems: [...common, ...told] };
  }
  // An agency that makes no proposals is not given an empty site, unless it asks for this one.
  if (known.length === 0 && before.length === 0 && options.sites.length > 1) return { ...NOTHING, problems: common };

  const mine = (id: string) => inShard(options.shard, `${PROPOSALS}/${id}`);
  const named = (id: string) => options.proposals === null || options.proposals.includes(id);
  const others = before.filter(({ client }) => client !== BRIEF_FOLDER && mine(client) && !named(client));
  const damaged = (await damagedDocuments(others, outputs)).map(({ client }) => client);
  const asked = (id: string) => mine(id) && (named(id) || damaged.includes(id));
  const folders = siteFolders(options, join(run, 'proposals'));
  const about = { workspace, folders, options, earlier };
  const site = {
    units: [...known.filter(named), BRIEF_FOLDER].map((id) => `${PROPOSALS}/${id}`),
    kept: (made: ManifestDocument[]) => keptProposals(made, earlier, known, options.shard),
  };
  // Those that could not even be read have no model; their problems stand for them.
  const unread = known.filter((id) => asked(id) && !value.proposals.some((one) => one.id === id));
  const told = [...common, ...problems.filter(({ proposal }) => proposal !== undefined && unread.includes(proposal))];
  const drawable = value.proposals.filter(({ id }) => asked(id));
  if (drawable.length === 0 && !mine(BRIEF_FOLDER)) {
    const staged = await stageFolders({ ...about, proposals: [], unread }, effects);
    return { ...site, ...staged, problems: told, browser: null };
  }

  const prepared = await prepareAll(drawable, { value, problems }, ledger.value, input, effects);
  const drawn = await drawProposals(prepared, workspace, folders, effects);
  const assetsOf = await finish(drawn, workspace, folders, effects);
  const { proposals, browser } = await print(drawn, assetsOf, folders, options, effects);
  const staged = await stageFolders({ ...about, proposals, unread }, effects);
  return { ...site, ...staged, problems: [...told, ...proposals.flatMap((one) => one.problems)], browser };
}

const NOTHING: StagedSite = { units: [], folders: [], documents: [], kept: () => [], problems: [], browser: null };

async function prepareAll(
  proposals: readonly Proposal[],
  { value, problems }: Checked<Proposals>,
  ledger: readonly LedgerLine[],
  { workspace, options }: ProposalsBuild,
  effects: Effects,
): Promise<PreparedProposal[]> {
  const kit = {
    ...{ workspace, movedDays: value.movedDays, ledger, pdf: options.pdf, asOf: options.asOf },
    secret: await linkSecret(workspace.root, proposals, effects),
  };
  const prepared: PreparedProposal[] = [];
  for (const proposal of proposals) {
    const own = problems.filter((one) => one.proposal === proposal.id);
    prepared.push(await prepareProposal(proposal, own, kit, effects));
  }
  return prepared;
}

/** Lays beside each staged page what it loads and the promise, `estimate.json`; the brief form gets its assets too. */
async function finish(
  drawn: PreparedProposal[],
  workspace: Workspace,
  folders: SiteFolders,
  effects: Effects,
): Promise<Map<string, Assets>> {
  const shared = await sharedAssets(workspace, 'proposals', folders.project, effects);
  const assetsOf = new Map<string, Assets>();
  const dress = async (
    folder: string,
    pages: string[],
    look: Parameters<typeof dressedAssets>[1],
    script: string,
  ): Promise<Assets> => {
    const letters = new Set<string>();
    for (const page of pages) {
      for (const letter of foreignLetters(await readText(join(folder, page), effects))) letters.add(letter);
    }
    // Each page has one script; a folder holds no other page's.
    const own = new Map([...shared].filter(([name]) => !name.endsWith('.js') || name === script));
    const kit = { shared: own, letters, project: folders.project, pictures: new Map<string, string>() };
    return dressedAssets(workspace, look, kit, effects);
  };
  for (const { proposal, model, pictures, folder, broken } of drawn) {
    if (broken) continue;
    const place = join(folders.stage, folder);
    const look = { locale: proposal.locale, accent: proposal.theme.accent, site: 'proposals' as const };
    const assets: Assets = new Map([...(await dress(place, ['index.html'], look, 'proposal.js')), ...pictures]);
    assetsOf.set(proposal.id, assets);
    for (const [name, content] of assets) await effects.fs.write(join(place, 'assets', name), content);
    const promise = estimateFile(proposal, model.estimate);
    await effects.fs.write(join(place, model.documents.json), `${JSON.stringify(promise, null, 2)}\n`);
  }
  const brief = join(folders.stage, 'brief');
  const look = { locale: workspace.agency.locale, accent: null, site: 'proposals' as const };
  const other = workspace.agency.locale === 'ru' ? 'en' : 'ru';
  const assets = await dress(brief, ['index.html', `${other}/index.html`], look, 'brief.js');
  for (const [name, content] of assets) await effects.fs.write(join(brief, 'assets', name), content);
  return assetsOf;
}

/** Prints each staged proposal beside its page; of a version that was sent, the very document that left is laid there. */
async function print(
  drawn: PreparedProposal[],
  assetsOf: Map<string, Assets>,
  folders: SiteFolders,
  options: BuildOptions,
  effects: Effects,
): Promise<{ proposals: PreparedProposal[]; browser: string | null }> {
  if (!options.pdf) return { proposals: drawn, browser: null };
  const failures = new Map<string, Problem>();
  const whole = drawn.filter(({ broken }) => !broken);
  for (const { proposal, folder, sent } of whole) {
    if (sent === null) continue;
    const bytes = await archived(join(options.workspace, sent.pdf), sent.sha256, effects);
    if (bytes === null) failures.set(proposal.id, archiveDamaged(proposal, sent.pdf));
    else await effects.fs.write(join(folders.stage, folder, pdfName(proposal)), bytes);
  }
  const jobs = whole
    .filter(({ sent }) => sent === null)
    .map(({ proposal, folder }) => ({
      page: join(folders.stage, folder, 'index.html'),
      assets: assetsOf.get(proposal.id)!,
      locale: proposal.locale,
      name: pdfName(proposal),
      date: proposal.date,
      failed: (error: unknown) => void failures.set(proposal.id, proposalNotPrinted(proposal, error)),
    }));
  const browser = await printAll(jobs, options, effects);
  const proposals = drawn.map((one) => {
    const problem = failures.get(one.proposal.id);
    return problem === undefined ? one : { ...one, broken: true, problems: [...one.problems, problem] };
  });
  return { proposals, browser };
}

/** The archived document; `null` when it is gone or is not what was sent. */
async function archived(path: string, hash: string, effects: Effects): Promise<Uint8Array | null> {
  if (!(await effects.fs.exists(path))) return null;
  const bytes = await effects.fs.read(path);
  return sha256(bytes) === hash ? bytes : null;
}

/** Every proposal there is, readable or not, in code-unit order. */
export function idsOf(proposals: readonly { id: string }[], problems: readonly Problem[]): string[] {
  const ids = [...proposals.map(({ id }) => id), ...problems.flatMap(({ proposal }) => proposal ?? [])];
  return [...new Set(ids)].sort();
}

/** Those who were asked for and are not among the workspace's proposals. */
export async function unknownAmongProposals(
  workspace: Workspace,
  asked: readonly string[],
  effects: Effects,
): Promise<Problem[]> {
  const { value, problems } = await loadProposals(workspace, effects, PROPOSAL_COMPONENTS);
  return unknownProposals(idsOf(value.proposals, problems), asked);
}

const isError = ({ severity }: Problem): boolean => severity === 'error';

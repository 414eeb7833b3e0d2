import { join } from 'node:path';
import { checkLedger } from '../../delivery/outbox.ts';
import { estimateFile } from '../../estimate/file.ts';
import type { Effects } from '../../types/effects.ts';
import type { Problem } from '../../types/problem.ts';
import type { Workspace } from '../../types/workspace.ts';
import { PROPOSAL_COMPONENTS } from '../../ui/proposal/names.ts';
import { briefWords } from '../../ui/proposal/brief/words.ts';
import { loadProposals } from '../../workspace/proposals/load-proposals.ts';
import { dressedAssets, sharedAssets, type Assets } from '../assets.ts';
import { devPdf } from './pdf.ts';
import type { DevOptions, DevSite, StartEntry, StartModel } from './site.ts';
import { proposalTexts, writeProposalPages } from '../proposals/draw.ts';
import { foreignLetters } from '../fallback-fonts.ts';
import { prepareProposal, type PreparedProposal } from '../proposals/prepare.ts';
import { BRIEF_FOLDER } from '../proposals/folder.ts';
import { readWorkspace } from '../read-workspace.ts';

interface State {
  workspace: Workspace;
  prepared: PreparedProposal[];
}

/** Every proposal, under its id whatever its published address, and the brief form. */
export async function devProposals(options: DevOptions, models: string, effects: Effects): Promise<DevSite> {
  let state = await prepareProposals(options, models, effects);
  return {
    templates: () => proposalTexts(state.prepared, state.workspace),
    refresh: async () => {
      state = await prepareProposals(options, models, effects);
    },
    file: (url) => fileOf(url, options, state, effects),
  };
}

async function prepareProposals(options: DevOptions, models: string, effects: Effects): Promise<State> {
  const { value: workspace, problems: found } = await readWorkspace(options.workspace, effects);
  const { value, problems } = await loadProposals(workspace, effects, PROPOSAL_COMPONENTS);
  const ledger = await checkLedger(workspace.root, effects);
  const kit = {
    workspace,
    movedDays: value.movedDays,
    ledger: ledger.value,
    secret: '',
    pdf: true,
    asOf: options.asOf,
  };
  const prepared: PreparedProposal[] = [];
  for (const proposal of value.proposals) {
    const own = problems.filter((one) => one.proposal === proposal.id);
    prepared.push({ ...(await prepareProposal(proposal, own, kit, effects)), folder: proposal.id });
  }
  await writeProposalPages(prepared, workspace, models, effects);
  // Clients' own mistakes spoil no proposal.
  const common = [...found, ...problems, ...ledger.problems].filter(
    ({ client, proposal }) => client === undefined && proposal === undefined,
  );
  const unread = problems.filter(({ proposal }) => proposal !== undefined && !prepared.some(isOf(proposal)));
  const all = [...common, ...unread, ...prepared.flatMap((one) => one.problems)];
  const start = startModel(workspace, prepared, all, options);
  await effects.fs.write(join(models, 'start.json'), JSON.stringify(start));
  return { workspace, prepared };
}

const isOf =
  (id: string) =>
  ({ proposal }: PreparedProposal): boolean =>
    proposal.id === id;

function startModel(
  { agency }: Workspace,
  prepared: PreparedProposal[],
  problems: Problem[],
  { asOf, lang }: DevOptions,
): StartModel {
  const known = prepared.map(({ proposal: { id, number, version, prospect }, model, broken }): StartEntry => {
    const page = { name: `${number} v${version}`, href: `/${id}/`, pdf: `/${id}/${model.documents.pdf}` };
    return { id, name: prospect.name, broken, pages: broken ? [] : [page] };
  });
  const lost = new Set(problems.flatMap(({ proposal }) => proposal ?? []));
  for (const { id } of known) lost.delete(id);
  const first = agency.locale;
  const briefs = [first, first === 'ru' ? 'en' : 'ru'] as const;
  const brief: StartEntry = {
    ...{ id: BRIEF_FOLDER, name: briefWords(lang ?? first).title, broken: false },
    pages: briefs.map((one) => ({
      ...{ name: one, href: `/${BRIEF_FOLDER}/${one === first ? '' : `${one}/`}`, pdf: null },
    })),
  };
  return {
    ...{ agency: agency.name, locale: lang ?? first, asOf, site: 'proposals' },
    entries: [...known, ...[...lost].map((id) => ({ id, name: id, broken: true, pages: [] })), brief],
    problems,
  };
}

async function fileOf(
  url: URL,
  options: DevOptions,
  { workspace, prepared }: State,
  effects: Effects,
): Promise<Uint8Array | string | null> {
  const [, id, folder, name] = decodeURIComponent(url.pathname).split('/');
  const one = prepared.find(({ proposal }) => proposal.id === id);
  if (!one && id !== BRIEF_FOLDER) return null;
  const assets = async (page = ''): Promise<Assets> => {
    const shared = await sharedAssets(workspace, 'proposals', options.project, effects);
    const kit = {
      shared,
      letters: foreignLetters(page),
      project: options.project,
      pictures: new Map<string, string>(),
    };
    const { locale, theme } = one?.proposal ?? { locale: workspace.agency.locale, theme: { accent: null } };
    const dressed = await dressedAssets(workspace, { locale, accent: theme.accent, site: 'proposals' }, kit, effects);
    return new Map([...dressed, ...(one?.pictures ?? [])]);
  };
  if (folder === 'assets') return (await assets()).get(name ?? '') ?? null;
  if (!one || name !== undefined) return null;
  const { proposal, model } = one;
  if (folder === model.documents.json) {
    return `${JSON.stringify(estimateFile(proposal, model.estimate), null, 2)}\n`;
  }
  if (folder === undefined || folder !== model.documents.pdf) return null;
  return devPdf(url, { assets, locale: proposal.locale, name: folder, date: proposal.date }, options.project, effects);
}

import { join } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import type { Workspace } from '../../types/workspace.ts';
import { isClosed } from './list.ts';
import { briefModel } from './brief-model.ts';
import type { PreparedProposal } from './prepare.ts';
import { proposalNotCompiled, proposalNotDrawn } from './problems.ts';
import { buildSite, TemplateFailed, type SiteFolders } from '../site.ts';

/**
 * Runs Astro over the proposals that are whole, and the brief form; one whose page throws, or whose text does not
 * compile, is broken from here on.
 */
export async function drawProposals(
  prepared: PreparedProposal[],
  workspace: Workspace,
  folders: SiteFolders,
  effects: Effects,
): Promise<PreparedProposal[]> {
  const texts = proposalTexts(prepared, workspace);
  await writeProposalPages(prepared, workspace, folders.models, effects);
  try {
    const failures = await buildSite('proposals', folders, texts, effects);
    return prepared.map((one) => {
      const own = failures.find(({ client }) => client === one.proposal.id);
      return own ? broken(one, proposalNotDrawn(one.proposal, own.error)) : one;
    });
  } catch (error) {
    if (!(error instanceof TemplateFailed)) throw error;
    // Each round breaks one proposal, so the rounds come to an end.
    const rest = prepared.map((one) =>
      one.proposal.id === error.template ? broken(one, proposalNotCompiled(one.proposal, error.message)) : one,
    );
    return drawProposals(rest, workspace, folders, effects);
  }
}

/** MDX texts of the proposals that are whole: id → absolute path. */
export function proposalTexts(prepared: readonly PreparedProposal[], { root }: Workspace): Record<string, string> {
  return Object.fromEntries(whole(prepared).map(({ proposal: { id, file } }) => [id, join(root, file)]));
}

/** `pages.json` and the models it names, of the proposals that are whole and of the brief form. */
export async function writeProposalPages(
  prepared: readonly PreparedProposal[],
  workspace: Workspace,
  models: string,
  effects: Effects,
): Promise<void> {
  for (const { proposal, model } of whole(prepared)) {
    await effects.fs.write(join(models, `${proposal.id}.proposal.json`), JSON.stringify(model));
  }
  await effects.fs.write(join(models, 'brief.json'), JSON.stringify(briefModel(workspace)));
  const pages = {
    proposals: whole(prepared).map(({ proposal: { id, status }, folder }) => ({
      ...{ id, folder, file: `${id}.proposal.json` },
      closed: isClosed(status) ? status : null,
      draft: status === 'draft',
    })),
    brief: 'brief.json',
  };
  await effects.fs.write(join(models, 'pages.json'), JSON.stringify(pages));
}

const whole = (prepared: readonly PreparedProposal[]): PreparedProposal[] => prepared.filter((one) => !one.broken);

const broken = (one: PreparedProposal, problem: PreparedProposal['problems'][number]): PreparedProposal => ({
  ...one,
  broken: true,
  problems: [...one.problems, problem],
});

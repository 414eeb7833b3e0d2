import { join } from 'node:path';
import type { Effects } from '../types/effects.ts';
import type { Workspace } from '../types/workspace.ts';
import { briefModel } from './brief-model.ts';
import type { PreparedProposal } from './prepare-proposal.ts';
import { proposalNotCompiled, proposalNotDrawn } from './proposal-problems.ts';
import { buildSite, TemplateFailed, type SiteFolders } from './site.ts';

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
  const whole = prepared.filter((one) => !one.broken);
  const texts = Object.fromEntries(whole.map(({ proposal: { id, file } }) => [id, join(workspace.root, file)]));
  for (const { proposal, model } of whole) {
    await effects.fs.write(join(folders.models, `${proposal.id}.proposal.json`), JSON.stringify(model));
  }
  await effects.fs.write(join(folders.models, 'brief.json'), JSON.stringify(briefModel(workspace)));
  const pages = {
    proposals: whole.map(({ proposal: { id }, folder }) => ({ id, folder, file: `${id}.proposal.json` })),
    brief: 'brief.json',
  };
  await effects.fs.write(join(folders.models, 'pages.json'), JSON.stringify(pages));
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

const broken = (one: PreparedProposal, problem: PreparedProposal['problems'][number]): PreparedProposal => ({
  ...one,
  broken: true,
  problems: [...one.problems, problem],
});

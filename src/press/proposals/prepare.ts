import { join } from 'node:path';
import { frozen, type FrozenVersion } from '../../delivery/frozen.ts';
import type { LedgerLine } from '../../delivery/ledger.ts';
import type { Effects } from '../../types/effects.ts';
import type { Problem } from '../../types/problem.ts';
import type { Day } from '../../types/period.ts';
import type { MovedDay, Proposal, ProposalStatus } from '../../types/proposal.ts';
import type { ProposalModel } from '../../types/proposal-model.ts';
import type { Workspace } from '../../types/workspace.ts';
import { asItLeft } from './as-it-left.ts';
import { proposalModel, proposalPictures } from './model.ts';
import { BRIEF_FOLDER, folderOf } from './folder.ts';
import { nameTaken } from './problems.ts';
import { sealed, type Sealed } from './seal.ts';

/** One proposal, ready to be drawn. */
export interface PreparedProposal {
  proposal: Proposal;
  model: ProposalModel;
  /** Folder in the output. */
  folder: string;
  /** Asset name → bytes. */
  pictures: Map<string, Uint8Array>;
  /** Paths of the pictures in the workspace. */
  pictureFiles: string[];
  seal: string;
  /** The version as it left, when it has. */
  sent: FrozenVersion | null;
  broken: boolean;
  problems: Problem[];
}

/** What every proposal of a build is prepared with. */
export interface ProposalKit {
  workspace: Workspace;
  movedDays: readonly MovedDay[];
  ledger: readonly LedgerLine[];
  secret: string | null;
  pdf: boolean;
  /** The day by which an offer has run out. */
  asOf: Day;
}

/** What a version says and shows, its hash, and every problem of it that is known before it is drawn. */
export interface SealedProposal extends Pick<PreparedProposal, 'model' | 'pictures' | 'pictureFiles'>, Sealed {
  problems: Problem[];
}

/** Computes a proposal's page model and compares it with what was sent of this version. */
export async function sealProposal(
  proposal: Proposal,
  own: readonly Problem[],
  { workspace, movedDays, ledger, pdf, asOf }: Omit<ProposalKit, 'secret'>,
  effects: Pick<Effects, 'fs'>,
): Promise<SealedProposal> {
  const today = proposalModel(workspace, proposal, movedDays, pdf);
  const files = proposalPictures(workspace, proposal);
  const pictures = new Map<string, Uint8Array>();
  for (const [name, file] of files) pictures.set(name, await effects.fs.read(join(workspace.root, file)));
  const made = { model: today, ...sealed(proposal, today, pictures) };
  const { id, version, status, validUntil } = proposal;
  const kept = frozen(ledger, { id, version });
  const about = { workspace, proposal, isOver: CLOSED.includes(status) || validUntil < asOf };
  const { problem, ...left } = kept === null ? { ...made, problem: null } : await asItLeft(made, kept, about, effects);
  const problems = [...own, ...(problem === null ? [] : [problem])];
  if (id === BRIEF_FOLDER) problems.push(nameTaken(proposal));
  return { ...left, pictures, pictureFiles: [...files.values()], problems };
}

/** Nobody is asked to accept any more. */
const CLOSED: readonly ProposalStatus[] = ['accepted', 'declined', 'expired', 'superseded'];

/** A proposal with its place in the output, ready to be drawn. */
export async function prepareProposal(
  proposal: Proposal,
  own: readonly Problem[],
  kit: ProposalKit,
  effects: Pick<Effects, 'fs'>,
): Promise<PreparedProposal> {
  const { id, version } = proposal;
  const sealed = await sealProposal(proposal, own, kit, effects);
  return {
    ...{ proposal, ...sealed, folder: folderOf(proposal, kit.secret) },
    sent: frozen(kit.ledger, { id, version }),
    broken: sealed.problems.some(({ severity }) => severity === 'error'),
  };
}

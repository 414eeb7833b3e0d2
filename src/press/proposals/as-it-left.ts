import { join } from 'node:path';
import { versionChanged, type FrozenVersion } from '../../delivery/frozen.ts';
import { changesOf, isOfTheHouse, type VersionContent } from '../../delivery/version-content.ts';
import type { Effects } from '../../types/effects.ts';
import type { Problem } from '../../types/problem.ts';
import type { Proposal } from '../../types/proposal.ts';
import type { ProposalModel } from '../../types/proposal-model.ts';
import type { PersonCard } from '../../types/report.ts';
import type { Workspace } from '../../types/workspace.ts';
import { sha256 } from '../inputs.ts';
import type { Sealed } from './seal.ts';

/** A version as its data make it now. */
export interface MadeNow extends Sealed {
  model: ProposalModel;
}

/** The version as its page is drawn, and why it must not be. */
export interface AsItLeft extends MadeNow {
  problem: Problem | null;
}

export interface AboutVersion {
  workspace: Workspace;
  proposal: Proposal;
  /** Accepted, declined, replaced or run out: a new version would be of no use to anybody. */
  isOver: boolean;
}

/**
 * Holds a version that went out against what was kept of it. What changes nothing of what it says counts for nothing.
 * When an offer is over, its page goes on naming the agency and its people as it did, with their logo, portraits
 * and addresses of today; anything else stops the build.
 */
export async function asItLeft(
  made: MadeNow,
  kept: FrozenVersion,
  { workspace, proposal, isOver }: AboutVersion,
  effects: Pick<Effects, 'fs'>,
): Promise<AsItLeft> {
  if (made.seal === kept.seal) return { ...made, problem: null };
  const content = await keptContent(join(workspace.root, kept.content), kept.seal, effects);
  const before = content === null ? null : (JSON.parse(content) as VersionContent);
  const changes = before && changesOf(before, JSON.parse(made.content) as VersionContent);
  if (content !== null && changes!.every((change) => isOver && isOfTheHouse(change))) {
    const model = houseOf(made.model, before!.said as unknown as ProposalModel);
    return { model, seal: kept.seal, content, problem: null };
  }
  const problem = versionChanged(kept, proposal, changes, workspace.agency.timeZone);
  return { ...made, problem: { ...problem, proposal: proposal.id } };
}

/** `null` when nothing was kept, or something else than left: then nobody knows what the version said. */
async function keptContent(path: string, seal: string, { fs }: Pick<Effects, 'fs'>): Promise<string | null> {
  if (!(await fs.exists(path))) return null;
  const bytes = await fs.read(path);
  return sha256(bytes) === seal ? new TextDecoder().decode(bytes) : null;
}

/**
 * The same page with the names, the legal entity and the roles that left. Where to write, to call and to look are the
 * house's as they are, and so are pictures and colours.
 */
function houseOf(now: ProposalModel, said: ProposalModel): ProposalModel {
  const person = <P extends PersonCard>(was: P, is: P): P => ({ ...is, name: was.name, role: was.role });
  const { name, legalName } = said.agency;
  return {
    ...now,
    agency: { ...now.agency, name, legalName },
    requisites: { ...now.requisites, agency: said.requisites.agency },
    author: person(said.author, now.author),
    team: said.team.map((was, place) => person(was, now.team[place]!)),
    people: Object.fromEntries(Object.entries(said.people).map(([id, was]) => [id, person(was, now.people[id]!)])),
  };
}

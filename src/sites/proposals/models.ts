import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClosedStatus } from '../../types/proposal.ts';
import type { ProposalModel } from '../../types/proposal-model.ts';
import type { BriefModel } from '../../ui/proposal/brief/model.ts';

/** What the press lays out for one build of the site: `pages.json` and the models it names. */
export interface ProposalPages {
  /**
   * `folder` is the address: the proposal's id, or the id and its secret part. `closed` and `draft` are no part of the model,
   * for they may change after a version was sent.
   */
  proposals: { id: string; folder: string; file: string; closed: ClosedStatus | null; draft: boolean }[];
  /** Model of the brief form; the same for both languages. */
  brief: string;
}

function folder(): string {
  const models = process.env.ACCOUNTPRESS_MODELS;
  if (!models) throw new Error('ACCOUNTPRESS_MODELS names no folder: this site is built by npm run build.');
  return models;
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(join(folder(), file), 'utf8'));

export const readPages = (): ProposalPages => readJson('pages.json') as ProposalPages;
export const readProposal = (file: string): ProposalModel => readJson(file) as ProposalModel;
export const readBrief = (file: string): BriefModel => readJson(file) as BriefModel;

import type { ProposalModel } from '../../types/proposal-model.ts';

declare global {
  namespace App {
    interface Locals {
      /** What a proposal's page lays out for its components. */
      proposal?: ProposalModel;
    }
  }
}

import type { ProposalModel } from '../../types/proposal-model.ts';
import type { ClosedStatus } from '../../types/proposal.ts';

declare global {
  namespace App {
    interface Locals {
      /** What a proposal's page lays out for its components. */
      proposal?: ProposalModel;
      /** Set where nobody is asked to accept it any more. */
      closed?: ClosedStatus | null;
      /** Its author is still writing: nobody is to take it for the offer. */
      draft?: boolean;
    }
  }
}

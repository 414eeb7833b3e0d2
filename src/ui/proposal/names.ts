/** Every component a proposal may use; `check` refuses others by name. */
export const PROPOSAL_COMPONENTS: readonly string[] = [
  'Acceptance',
  'Approach',
  'Brief',
  'Cover',
  'Estimate',
  'Goals',
  'Packages',
  'Payments',
  'References',
  'Team',
  'Terms',
  'Timeline',
];

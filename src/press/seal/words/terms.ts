/** Whose a published folder is: `reports/<client>` or `proposals/<id>`, whatever key the folder's name bears. */
export type Owner = string;

/** Owner of what every folder shares. */
export const NOBODY: Owner = '';

/** `secret` and `mentors` belong into no published folder. */
export type TermKind = 'name' | 'id' | 'domain' | 'link' | 'email' | 'phone' | 'path' | 'mentors' | 'secret';

/** A text that tells whose a document is. */
export interface Term {
  /** As `canonical` spells it. */
  text: string;
  kind: TermKind;
  /** Those in whose folders it may stand, several when clients share it; of a mentors' word its file. */
  owners: Set<Owner>;
  /** Of a name: how names of files have it; absent where it is too short, or anybody’s. */
  slug?: string;
}

/** Whether a term is the agency's own: it may not be on the machine that proves, so the record does not tell of it. */
export const isOwn = ({ kind }: Pick<Term, 'kind'>): boolean => kind === 'secret' || kind === 'mentors';

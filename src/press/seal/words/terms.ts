/** Whose a published folder is: `reports/<client>` or `proposals/<id>`, whatever key the folder's name bears. */
export type Owner = string;

/** Owner of what every folder shares. */
export const NOBODY: Owner = '';

/** Who may say what the agency lets everybody say. */
export const EVERYBODY: Owner = '*';

/** `secret` and `mentors` belong into no published folder; a `mention` is nobody's, only somebody may say it. */
export type TermKind =
  'name' | 'id' | 'domain' | 'link' | 'email' | 'phone' | 'path' | 'mention' | 'mentors' | 'secret';

/** A text that tells whose a document is. */
export interface Term {
  /** As `canonical` spells it. */
  text: string;
  kind: TermKind;
  /** Those in whose folders it may stand, several when clients share it; of a mentors' word its file. */
  owners: Set<Owner>;
  /** Those whose documents may say it although it is not theirs: the workspace says so under `mentions`. */
  allowed?: Set<Owner>;
  /** Of a name: how names of files have it; absent where it is too short, or anybody’s. */
  slug?: string;
}

/** Whether a term is the agency's own: it may not be on the machine that proves, so the record does not tell of it. */
export const isOwn = ({ kind }: Pick<Term, 'kind'>): boolean => kind === 'secret' || kind === 'mentors';

/** What the author of a text may name on purpose; mail, phones and paths of others have no such excuse. */
const EXCUSED = new Set<TermKind>(['name', 'id', 'domain', 'link', 'mention']);

/** Whether an owner's documents may say a text that is not its own. */
export const isAllowed = ({ kind, allowed }: Term, owner: Owner): boolean =>
  allowed !== undefined && EXCUSED.has(kind) && (allowed.has(owner) || allowed.has(EVERYBODY));

/** Whether what may be said excuses a text that stands within it. */
export const isExcusable = ({ kind }: Pick<Term, 'kind'>): boolean => EXCUSED.has(kind);

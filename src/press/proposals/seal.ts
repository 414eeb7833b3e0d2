import type { ProposalModel } from '../../types/proposal-model.ts';
import type { Proposal } from '../../types/proposal.ts';
import { sha256 } from '../inputs.ts';

/** Everything a version says and shows, and its hash. */
export interface Sealed {
  seal: string;
  /** JSON of `VersionContent`; its sha256 is the seal. */
  content: string;
}

/**
 * What changes with any word, figure, date, person, picture or colour of a version of a proposal, and with nothing
 * else: not with its status, its address, nor with other proposals, rates and people.
 * @param pictures asset name → bytes
 */
export function sealed(
  { body, theme }: Pick<Proposal, 'body' | 'theme'>,
  model: ProposalModel,
  pictures: ReadonlyMap<string, Uint8Array>,
): Sealed {
  const derived = ['documents', 'estimate', 'sections'];
  const said = Object.entries(model).filter(([name]) => !derived.includes(name));
  const shown = [...pictures].map(([name, bytes]) => [name, sha256(bytes)]).sort();
  const content = JSON.stringify(sorted({ body, accent: theme.accent, said: Object.fromEntries(said), shown }));
  return { seal: sha256(content), content };
}

/** The same value with the keys of every object in code-unit order, so that their order of writing says nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

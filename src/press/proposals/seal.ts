import type { ProposalModel } from '../../types/proposal-model.ts';
import type { Proposal } from '../../types/proposal.ts';
import { hashOf, sha256 } from '../inputs.ts';

/**
 * Hash of everything a version of a proposal says and shows: changes with any word, figure, date, person, picture or
 * colour of it, and with nothing else: not with its status, its address, nor with other proposals, rates and people.
 * @param pictures asset name → bytes
 */
export function sealOf(
  { body, theme }: Pick<Proposal, 'body' | 'theme'>,
  model: ProposalModel,
  pictures: ReadonlyMap<string, Uint8Array>,
): string {
  const derived = ['documents', 'estimate', 'sections'];
  const said = Object.entries(model).filter(([name]) => !derived.includes(name));
  const shown = [...pictures].map(([name, bytes]) => [name, sha256(bytes)]).sort();
  return hashOf(sorted({ body, accent: theme.accent, said: Object.fromEntries(said), shown }));
}

/** The same value with the keys of every object in code-unit order, so that their order of writing says nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

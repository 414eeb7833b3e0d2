import { join } from 'node:path';
import type { Effects } from '../../../types/effects.ts';
import type { Proposal } from '../../../types/proposal.ts';
import type { Workspace } from '../../../types/workspace.ts';
import { HANDBOOK_FOLDER } from '../../../workspace/handbook/places.ts';
import { filesUnder } from '../../inputs.ts';
import { canonical } from '../reading/canonical.ts';

/** A word in small letters: no name, and no part of an address, a path or another word. */
const SMALL = /(?<![\p{L}\p{N}./@_-])\p{Ll}+(?![\p{L}\p{N}/@_-]|\.\p{L})/gu;

/**
 * Words that the agency's lessons and templates write in small letters, and given names of contacts without another
 * name: a client called «Парк», or a contact called Елена, is not told by them.
 */
export async function commonWords(
  { root, templates, clients }: Workspace,
  proposals: readonly Proposal[],
  effects: Effects,
): Promise<Set<string>> {
  const words = new Set<string>();
  const lessons = (await filesUnder(root, HANDBOOK_FOLDER, effects)).filter((file) => file.endsWith('.mdx'));
  for (const path of [...lessons.map((file) => join(root, file)), ...Object.values(templates)]) {
    for (const [word] of new TextDecoder().decode(await effects.fs.read(path)).matchAll(SMALL)) words.add(word);
  }
  const contacts = [...clients.flatMap((client) => client.contacts ?? []), ...proposals.map(({ contact }) => contact)];
  for (const name of contacts.map((contact) => (contact.name ?? '').trim())) if (!/\s/.test(name)) words.add(name);
  return new Set([...words].map((word) => canonical(word.normalize('NFC'))));
}

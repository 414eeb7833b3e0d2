import { createHmac, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { whileHolding } from '../../effects/lock.ts';
import type { Effects } from '../../types/effects.ts';
import type { Proposal } from '../../types/proposal.ts';

/** The environment's name for the agency's link secret; it wins over the stored one. */
export const SECRET_VARIABLE = 'ACCOUNTPRESS_LINK_SECRET';

/** Where the secret lies when the environment has none, relative to the workspace. Never to be published. */
export const SECRET_FILE = '.link-secret';

/** Folder of the brief form among the proposals; no proposal may be called so. */
export const BRIEF_FOLDER = 'brief';

/** Half of a SHA-256: nobody guesses 128 bits. */
const KEY_LENGTH = 32;

/**
 * Folder of a proposal in the output. Published by link, it is `<id>-<key>`: the key is the author's own, else a hash
 * of the id under the agency's secret, which stays the same from build to build.
 */
export function folderOf({ id, publish }: Pick<Proposal, 'id' | 'publish'>, secret: string | null): string {
  if (publish.as === 'open') return id;
  if (publish.key !== null) return `${id}-${publish.key}`;
  if (secret === null) throw new Error(`No secret for the link of ${id}`);
  return `${id}-${createHmac('sha256', secret).update(id).digest('hex').slice(0, KEY_LENGTH)}`;
}

/**
 * The agency's secret, made and stored when a proposal needs it for the first time; `null` when none needs it. Of
 * several commands that need it at once one makes it: what the others have published would lose its address.
 */
export async function linkSecret(
  root: string,
  proposals: readonly Pick<Proposal, 'publish'>[],
  effects: Pick<Effects, 'fs' | 'env' | 'sleep'>,
): Promise<string | null> {
  if (!proposals.some(({ publish }) => publish.as === 'link' && publish.key === null)) return null;
  const known = await storedSecret(root, effects);
  if (known !== null) return known;
  return whileHolding(join(root, '.accountpress', 'link-secret.lock'), effects, async () => {
    const theirs = await storedSecret(root, effects);
    if (theirs !== null) return theirs;
    const made = randomBytes(32).toString('hex');
    await effects.fs.write(join(root, SECRET_FILE), `${made}\n`);
    return made;
  });
}

/** The agency's link secret, of the environment or of the workspace; `null` when there is none yet. */
export async function storedSecret(root: string, { fs, env }: Pick<Effects, 'fs' | 'env'>): Promise<string | null> {
  const given = env[SECRET_VARIABLE]?.trim();
  if (given) return given;
  const file = join(root, SECRET_FILE);
  const stored = (await fs.exists(file)) ? new TextDecoder().decode(await fs.read(file)).trim() : '';
  return stored === '' ? null : stored;
}

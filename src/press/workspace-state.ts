import { join } from 'node:path';
import type { Effects } from '../types/effects.ts';
import type { Workspace } from '../types/workspace.ts';
import { filesUnder, hashOf, InputHashes } from './inputs.ts';
import { SECRET_FILE, SECRET_VARIABLE } from './proposal-folder.ts';

/** Hash of every file of the agency and of its link secret: the same on two machines if their builds must be the same. */
export async function workspaceState({ root, clients }: Workspace, effects: Effects): Promise<string> {
  const files: string[] = clients.flatMap((client) => client.exports.map(({ file }) => file));
  for (const folder of ['content', 'data']) files.push(...(await filesUnder(root, folder, effects)));
  const hashes = await new InputHashes(root, effects).of(files);
  return hashOf([hashes.map(({ file, sha256 }) => [file, sha256]), await storedSecret(root, effects)]);
}

/** The agency's link secret, of the environment or of the workspace; `null` when there is none yet. */
export async function storedSecret(root: string, { fs, env }: Pick<Effects, 'fs' | 'env'>): Promise<string | null> {
  const given = env[SECRET_VARIABLE]?.trim();
  if (given) return given;
  const file = join(root, SECRET_FILE);
  const stored = (await fs.exists(file)) ? new TextDecoder().decode(await fs.read(file)).trim() : '';
  return stored === '' ? null : stored;
}

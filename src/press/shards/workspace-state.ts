import type { Effects } from '../../types/effects.ts';
import type { Workspace } from '../../types/workspace.ts';
import { filesUnder, hashOf, InputHashes } from '../inputs.ts';
import { storedSecret } from '../proposals/folder.ts';

/** Hash of every file of the agency and of its link secret: the same on two machines if their builds must be the same. */
export async function workspaceState({ root, clients }: Workspace, effects: Effects): Promise<string> {
  const files: string[] = clients.flatMap((client) => client.exports.map(({ file }) => file));
  for (const folder of ['content', 'data']) files.push(...(await filesUnder(root, folder, effects)));
  const hashes = await new InputHashes(root, effects).of(files);
  return hashOf([hashes.map(({ file, sha256 }) => [file, sha256]), await storedSecret(root, effects)]);
}

import { join } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import type { Client } from '../../types/workspace.ts';
import { CLIENTS_FOLDER, NOTES_FOLDER } from '../../workspace/places.ts';
import { filesUnder, hashOf, type InputHashes } from '../inputs.ts';
import type { ManifestDocument } from '../output/manifest.ts';

/** Folders that are read of one client alone. */
const foldersOf = (id: string): string[] => [`${CLIENTS_FOLDER}/${id}`, `${NOTES_FOLDER}/${id}`];

/** What of one client alone lies elsewhere. */
export const pictureOf = ({ brand: { logo } }: Client): string[] => (logo === undefined ? [] : [`data/${logo}`]);

/** Everything that is read of one client alone; what lies elsewhere as far as the client is known. */
export const pathsOf = (id: string, client: Client | undefined): string[] => [
  ...foldersOf(id),
  ...(client === undefined ? [] : pictureOf(client)),
];

/** Hash of the names and hashes of all files of one client, as they are read now. */
export async function contentRead(client: Client, hashes: InputHashes, effects: Effects): Promise<string> {
  const files: string[] = [];
  for (const folder of foldersOf(client.id)) files.push(...(await filesUnder(hashes.root, folder, effects)));
  return hashOf([await hashes.of(files), await hashes.of(pictureOf(client))]);
}

/** The same, of what the client's documents name. */
export async function contentListed(
  documents: readonly ManifestDocument[],
  client: Client,
  hashes: InputHashes,
): Promise<string> {
  const own = foldersOf(client.id);
  const cabinet = documents.find(({ period }) => period === null);
  const files = (cabinet?.inputs ?? []).filter(({ file }) => own.some((folder) => file.startsWith(`${folder}/`)));
  return hashOf([files, await hashes.of(pictureOf(client))]);
}

/** Whether no link stands on the way to the clients' files: then none leads outside but one among the files themselves. */
export async function leadsStraight(root: string, { fs }: Pick<Effects, 'fs'>): Promise<boolean> {
  const home = await fs.realPath(root);
  for (const folder of [CLIENTS_FOLDER, NOTES_FOLDER]) {
    const real = await fs.realPath(join(root, folder));
    if (real !== null && real !== join(home ?? root, folder)) return false;
  }
  return true;
}

import type { ManifestDocument } from '../output/manifest.ts';
import type { OutputHashes } from './output-hashes.ts';

/**
 * Documents of an earlier build that are not what its manifest says: a file has other bytes or is gone, as after a
 * build that was killed before it could write its manifest.
 */
export async function damagedDocuments(
  documents: ManifestDocument[],
  hashes: OutputHashes,
): Promise<ManifestDocument[]> {
  const damaged: ManifestDocument[] = [];
  for (const document of documents) {
    for (const { file, sha256 } of document.outputs) {
      if ((await hashes.of(file)) === sha256) continue;
      damaged.push(document);
      break;
    }
  }
  return damaged;
}

/** Entries of a folder of the output with files that no document names. */
export async function unlistedEntries(
  folder: string,
  documents: ManifestDocument[],
  hashes: OutputHashes,
): Promise<string[]> {
  const listed = new Set(documents.flatMap(({ outputs }) => outputs.map(({ file }) => file)));
  const files = (await hashes.filesIn(folder)).filter((file) => !listed.has(file));
  return [...new Set(files.map((file) => file.slice(folder.length + 1).split('/')[0]!))];
}

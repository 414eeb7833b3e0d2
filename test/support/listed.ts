import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest } from '../../src/press/output/manifest.ts';
import { readJson, sha256 } from './folders.ts';

/** Enters a file into the manifest as it stands, as a build that leaks would have done. */
export async function listed(out: string, file: string, before = file): Promise<void> {
  const manifest = await readJson<Manifest>(join(out, 'manifest.json'));
  const bytes = await readFile(join(out, file));
  const entry = { file, sha256: sha256(bytes), bytes: bytes.length };
  const known = manifest.documents.flatMap(({ outputs }) => outputs).find((one) => one.file === before);
  if (known) Object.assign(known, entry);
  else manifest.documents.find(({ client }) => file.includes(`/${client}/`))!.outputs.push(entry);
  await writeFile(join(out, 'manifest.json'), JSON.stringify(manifest));
}

import { join } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import type { Day } from '../../types/period.ts';
import type { HashedFile, Output } from '../inputs.ts';
import { readText } from '../read-text.ts';

/** `dist/manifest.json`: what was made of what. It is never published with a client. */
export interface Manifest {
  engine: { name: string; version: string };
  /** Version of the browser that printed, or `null` when no PDF was made. */
  browser: string | null;
  documents: ManifestDocument[];
}

export interface ManifestDocument {
  site: string;
  /** Id of the client, of the proposal, or `brief` for the brief form. */
  client: string;
  /** Period id; `null` for the cabinet and for whatever is not of a period. */
  period: string | null;
  /** Of a proposal: hash of what its version says; see `sealed`. */
  seal?: string;
  /** `failed` documents keep the outputs of their last good build, listed here. */
  status: 'built' | 'failed';
  /** As-of date the outputs speak from. */
  asOf: Day;
  /** Paths relative to the workspace. */
  inputs: HashedFile[];
  /** Paths relative to the output folder. */
  outputs: Output[];
}

export const MANIFEST = 'manifest.json';

/** The manifest of an output folder; `null` when there is none or it cannot be read. */
export async function readManifest(out: string, effects: Effects): Promise<Manifest | null> {
  const path = join(out, MANIFEST);
  if (!(await effects.fs.exists(path))) return null;
  try {
    const manifest = JSON.parse(await readText(path, effects)) as Manifest;
    return Array.isArray(manifest.documents) ? manifest : null;
  } catch {
    // A damaged manifest is only a record of the past: the folder itself is built anew.
    return null;
  }
}

/** Documents of an earlier build; none when its manifest is not there or cannot be read. */
export async function earlierDocuments(out: string, effects: Effects): Promise<ManifestDocument[]> {
  return (await readManifest(out, effects))?.documents ?? [];
}

/** The file as it is written. */
export function manifestText(manifest: Manifest): string {
  // Of thousands of clients it is tens of megabytes long, and asked for at every proof.
  const text =
    texts.get(manifest) ??
    `${JSON.stringify({ ...manifest, documents: sortedDocuments(manifest.documents) }, null, 2)}\n`;
  texts.set(manifest, text);
  return text;
}

const texts = new WeakMap<Manifest, string>();

/** Published file → its hash in the manifest. */
export function listedFiles(manifest: Manifest): ReadonlyMap<string, string> {
  let listed = lists.get(manifest);
  if (listed === undefined) {
    listed = new Map();
    for (const { outputs } of manifest.documents) for (const { file, sha256 } of outputs) listed.set(file, sha256);
    lists.set(manifest, listed);
  }
  return listed;
}

const lists = new WeakMap<Manifest, Map<string, string>>();

/** In the order of their places. */
export function sortedDocuments(documents: ManifestDocument[]): ManifestDocument[] {
  return [...documents].sort(byPlace);
}

export async function writeManifest(out: string, manifest: Manifest, effects: Effects): Promise<void> {
  await effects.fs.write(join(out, MANIFEST), manifestText(manifest));
}

function byPlace(a: ManifestDocument, b: ManifestDocument): number {
  const key = (one: ManifestDocument) => `${one.site}/${one.client}/${one.period ?? ''}`;
  return key(a) < key(b) ? -1 : 1;
}

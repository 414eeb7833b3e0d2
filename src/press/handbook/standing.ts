import { join } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import type { Problem } from '../../types/problem.ts';
import { engineFingerprint } from '../cache.ts';
import { filesUnder, sha256, type HashedFile } from '../inputs.ts';
import type { ManifestDocument } from '../output/manifest.ts';
import type { BuildOptions } from '../options.ts';
import type { OutputHashes } from '../standing/output-hashes.ts';
import { openPrinter } from '../printing/printer.ts';

/** What a build of the handbook gave, kept in the cache by everything it was made of. */
export interface HandbookStanding {
  document: ManifestDocument;
  problems: Problem[];
  /** Version of the browser that printed; `null` without PDFs. */
  browser: string | null;
}

/** Hash of everything the handbook is made of: its inputs, the engine, the day. */
export async function handbookKey(
  inputs: readonly HashedFile[],
  options: BuildOptions,
  effects: Effects,
): Promise<string> {
  const engine = await engineFingerprint(options.project, effects);
  const machine = [process.version, process.versions['icu']];
  return sha256(JSON.stringify(['handbook', engine, machine, options.asOf, options.pdf, inputs]));
}

/**
 * The last build of the same inputs, when every file it gave stands in the output as it was written, no other stands
 * beside them, and the browser is the one that printed them; else `null`.
 */
export async function standingHandbook(
  key: string,
  options: BuildOptions,
  outputs: OutputHashes,
  effects: Effects,
): Promise<HandbookStanding | null> {
  const kept = await options.cache.get(key);
  if (kept === null) return null;
  const standing = JSON.parse(new TextDecoder().decode(kept)) as HandbookStanding;
  const there = await filesUnder(options.out, 'handbook', effects);
  if (there.length !== standing.document.outputs.length) return null;
  for (const { file, sha256: written } of standing.document.outputs) {
    if ((await outputs.of(file)) !== written) return null;
  }
  return standing.browser === null || standing.browser === (await browserVersion(options, effects)) ? standing : null;
}

export async function remember(key: string, standing: HandbookStanding, { cache }: BuildOptions): Promise<void> {
  await cache.put(key, new TextEncoder().encode(JSON.stringify(standing)));
}

async function browserVersion({ project }: BuildOptions, effects: Effects): Promise<string> {
  // Nothing is printed, so the operator need not hear how the browser runs.
  await using printer = await openPrinter({ project, warn: () => undefined }, effects);
  return printer.version;
}

/** Every file the handbook is made of, as far as it is there. @param logo path from the folder `data` */
export async function handbookInputs(root: string, logo: string | undefined, effects: Effects): Promise<string[]> {
  const trainees = await filesUnder(root, 'data/trainees', effects);
  return [
    ...['data/agency.json', 'data/holidays.csv'],
    ...(logo === undefined ? [] : [join('data', logo).replaceAll('\\', '/')]),
    ...(await filesUnder(root, 'content/handbook', effects)),
    // A ledger tells which forms are out; nothing else of the folder is read.
    ...trainees.filter((file) => /\/(ledger\.jsonl|forms\/[^/]+\.json)$/.test(file)),
  ];
}

import { join } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import type { SealBreak } from './breaks.ts';
import type { Evidence } from './folder-proof.ts';
import { SEAL, type Published } from './folders.ts';

/** `dist/seal.json`: what was proven of the output, and of which state. Nothing in it depends on clock or machine. */
export interface SealRecord {
  ok: boolean;
  /** Hash of the manifest and of everything that was looked for, but for paths of the machine and secrets. */
  state: string;
  looked: {
    /** Names, ids, domains, addresses, paths. */
    terms: number;
    /** Figures one owner alone has, and how many digits make one of them proof. */
    figures: number;
    figureDigits: number;
    hashes: number;
    /** Too short or too common to tell anything. */
    unsearched: string[];
  };
  folders: { folder: string; owner: string; files: number; bytes: number; breaks: number }[];
  /** Names that stand in a folder on purpose: exports of the client, references or `mentions` have them. */
  mentions: { folder: string; text: string }[];
  breaks: SealBreak[];
}

/** @param evidence by folder */
export function recordOf(
  proof: Pick<SealRecord, 'state' | 'looked' | 'breaks'>,
  published: Published,
  evidence: ReadonlyMap<string, Pick<Evidence, 'bytes' | 'mentions'>>,
): SealRecord {
  const breaks = [...proof.breaks].sort(byPlace);
  const folders = published.folders.map(({ path, owner, files }) => ({
    ...{ folder: path, owner, files: files.length, bytes: evidence.get(path)!.bytes },
    breaks: breaks.filter(({ file }) => file.startsWith(`${path}/`)).length,
  }));
  const mentions = published.folders.flatMap(({ path }) =>
    [...new Set(evidence.get(path)!.mentions)].sort().map((text) => ({ folder: path, text })),
  );
  return { ok: breaks.length === 0, state: proof.state, looked: proof.looked, folders, mentions, breaks };
}

export async function writeRecord(out: string, record: SealRecord, effects: Effects): Promise<void> {
  await effects.fs.write(join(out, SEAL), `${JSON.stringify(record, null, 2)}\n`);
}

function byPlace(a: SealBreak, b: SealBreak): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.offset ?? 0) - (b.offset ?? 0) || (a.code < b.code ? -1 : 1);
}

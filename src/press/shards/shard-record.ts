import { join } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import type { Day } from '../../types/period.ts';
import type { Problem } from '../../types/problem.ts';
import { engineFingerprint } from '../cache.ts';
import { readText } from '../read-text.ts';
import { isShardRecord } from './part-shapes.ts';
import { SHARD, type Shard } from './shard.ts';

/** `shard.json`, written last beside the manifest of a part: what `merge` must know to put the parts together. */
export interface ShardRecord {
  shard: Shard;
  /** Everything that may change a byte of the output beside the workspace; see `makerOf`. */
  maker: Maker;
  /** Hash of the workspace; see `workspaceState`. */
  state: string;
  asOf: Day;
  asked: Asked;
  /** Units of the whole build, those of all parts, in order. */
  units: string[];
  /** Hash of the part's `manifest.json`. */
  manifest: string;
  /** What the part's build has told. */
  problems: Problem[];
}

/** What the build was asked for, in words that compare. */
export interface Asked {
  sites: string[];
  clients: string[] | null;
  proposals: string[] | null;
  periods: string[] | null;
  pdf: boolean;
}

export interface Maker {
  engine: string;
  node: string;
  icu: string;
}

export async function makerOf(project: string, effects: Effects): Promise<Maker> {
  const engine = await engineFingerprint(project, effects);
  return { engine, node: process.version, icu: process.versions['icu'] ?? '' };
}

/** The record of a part; `null` when the folder holds none that can be read. */
export async function readShard(out: string, effects: Effects): Promise<ShardRecord | null> {
  const path = join(out, SHARD);
  if (!(await effects.fs.exists(path))) return null;
  try {
    const record: unknown = JSON.parse(await readText(path, effects));
    return isShardRecord(record) ? record : null;
  } catch {
    // Half a record is none, as is one of another version: the part has to be built again.
    return null;
  }
}

export async function writeShard(out: string, record: ShardRecord, effects: Effects): Promise<void> {
  await effects.fs.write(join(out, SHARD), `${JSON.stringify(record, null, 2)}\n`);
}

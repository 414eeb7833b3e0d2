import { sha256 } from '../inputs.ts';

/** One part of a build's documents: the `index`th of `count`, from 1. */
export interface Shard {
  index: number;
  count: number;
}

/** What a part's output folder holds beside its manifest; see `ShardRecord`. */
export const SHARD = 'shard.json';

/** More parts than that are a slip of the hand. */
const MOST = 10_000;

/** `2/3`; `null` when it is not one of so many parts. */
export function parseShard(text: string): Shard | null {
  const found = /^([1-9]\d{0,4})\/([1-9]\d{0,4})$/.exec(text);
  const [index, count] = [Number(found?.[1]), Number(found?.[2])];
  return found && index <= count && count <= MOST ? { index, count } : null;
}

/**
 * Whether a part makes what belongs together under this name. Only the name tells, so that a client stays in its part,
 * and with its part's cache, whoever else comes or goes.
 * @param unit `reports/<client>`, `proposals/<id>` or `proposals/brief`
 * @param shard `null` for a build of everything
 */
export function inShard(shard: Shard | null, unit: string): boolean {
  if (shard === null) return true;
  return Number.parseInt(sha256(unit).slice(0, 12), 16) % shard.count === shard.index - 1;
}

import type { Cache } from '../cache.ts';
import { hashOf } from '../inputs.ts';

/** What an earlier build has hashed of an output: folder → its trace, and a hash of its files' names and hashes. */
export type OutputRecord = { [folder: string]: [trace: string, content: string] };

/** To be raised whenever the record is written in another way. */
const LAYOUT = 1;

const recordKey = (out: string): string => hashOf(['output', LAYOUT, out]);

/** @param out absolute path of the output folder */
export async function recallRecord(out: string, cache: Cache): Promise<OutputRecord | null> {
  const kept = await cache.get(recordKey(out));
  return kept === null ? null : (JSON.parse(new TextDecoder().decode(kept)) as OutputRecord);
}

export function keepRecord(out: string, record: OutputRecord, cache: Cache): Promise<void> {
  return cache.put(recordKey(out), new TextEncoder().encode(JSON.stringify(record)));
}

/** The hash of a folder's files by their names and hashes, in whatever order they are given. */
export function contentOf(files: readonly [file: string, hash: string][]): string {
  const order = (a: readonly string[], b: readonly string[]): number => (a[0]! < b[0]! ? -1 : 1);
  return hashOf([...files].sort(order));
}

import type { Cache } from '../cache.ts';
import { sha256 } from '../inputs.ts';
import type { Evidence } from './folder-proof.ts';
import type { Reach } from './proofs/outward-proof.ts';

/** One folder without breaks and mentions, as it is written: its numbers follow in one array after all of these. */
type Line = [key: string, bytes: number, named: Evidence['named'], telling: number, others: number, seen: number];

/** To be raised whenever the way it is written changes. */
const LAYOUT = 2;

/** First digits of keys: what is filed under each is a piece of its own. */
const PIECES = [...'0123456789abcdef'];

/**
 * Evidence of folders, kept by the bytes of every file and by all that was looked for in them. That of an output is
 * kept in a few pieces, of which those are written anew in which something is another. Only what is without any break
 * or mention is kept: everything else is read again each time.
 */
export class EvidenceStore {
  readonly #memory: Cache;
  readonly #out: string;
  readonly #common: string;
  readonly #known = new Map<string, Evidence>();
  #opening: Promise<void> | undefined;
  /** Keys that are written down, by pieces. */
  readonly #written = new Map<string, string[]>();
  #standing: readonly string[] = [];

  /**
   * @param out absolute path of the output the evidence is of
   * @param looked everything that is looked for, and what looks
   */
  constructor(memory: Cache, out: string, looked: unknown[]) {
    this.#memory = memory;
    this.#out = out;
    this.#common = sha256(JSON.stringify(['evidence', ...looked]));
  }

  /**
   * `null` for a folder that is not what the manifest says: it is never taken for proven.
   * @param hashes of the folder's files, and of no others
   */
  keyOf(
    { folder, hosts }: Pick<Reach, 'folder' | 'hosts'>,
    hashes: ReadonlyMap<string, string>,
    listed: ReadonlyMap<string, string>,
  ): string | null {
    const files = folder.files.map((file) => [file, hashes.get(file)] as const);
    if (files.some(([file, hash]) => !hash || listed.get(file) !== hash)) return null;
    const reach = hosts === null ? null : [...hosts].sort();
    return sha256(JSON.stringify([this.#common, folder.path, folder.owner, reach, files]));
  }

  async recall(key: string): Promise<Evidence | null> {
    await (this.#opening ??= this.#open());
    return this.#known.get(key) ?? null;
  }

  /** @param read hashes of the bytes the evidence was taken from @param known those that `key` was made of */
  learn(key: string, evidence: Evidence, read: ReadonlyMap<string, string>, known: ReadonlyMap<string, string>): void {
    const same = [...known].every(([file, hash]) => read.get(file) === hash);
    if (!same || evidence.breaks.length > 0 || evidence.mentions.length > 0) return;
    this.#known.set(key, evidence);
  }

  /** @param keys of the folders that stand: only their evidence is held on to */
  stands(keys: readonly string[]): void {
    this.#standing = keys;
  }

  /** Writes down the evidence of what stands, as far as it is not what is written already. */
  async keep(): Promise<void> {
    const pieces = Map.groupBy(this.#standing, pieceOf);
    for (const piece of PIECES) {
      const lines = (pieces.get(piece) ?? []).flatMap((key): [string, Evidence][] => {
        const evidence = this.#known.get(key);
        return evidence === undefined ? [] : [[key, evidence]];
      });
      const written = this.#written.get(piece) ?? [];
      if (lines.length === written.length && lines.every(([key], index) => key === written[index])) continue;
      await this.#memory.put(this.#placeOf(piece), packed(lines));
    }
  }

  async #open(): Promise<void> {
    for (const piece of PIECES) {
      const content = await this.#memory.get(this.#placeOf(piece));
      const known = content === null ? [] : unpacked(content);
      const keys = known.map(([key]) => key);
      this.#written.set(piece, keys);
      for (const [key, evidence] of known) this.#known.set(key, evidence);
    }
  }

  #placeOf(piece: string): string {
    return sha256(JSON.stringify(['evidence', LAYOUT, this.#out, piece]));
  }
}

const pieceOf = (key: string): string => key[0]!;

const WORD = Uint32Array.BYTES_PER_ELEMENT;

/** The length of the head, the head with a line for each folder, then the words of all prints. */
function packed(kept: [key: string, evidence: Evidence][]): Uint8Array {
  const lines = kept.map(([key, { bytes, named, prints }]): Line => [
    ...([key, bytes, named] as const),
    ...([prints.telling.length, prints.others.length, prints.seen.length] as const),
  ]);
  const json = JSON.stringify(lines);
  // Spaces, so that the words begin at a whole one.
  const head = Buffer.from(json.padEnd(json.length + WORD - (Buffer.byteLength(json) % WORD)));
  const words = kept.flatMap(([, { prints }]) => [prints.telling, prints.others, prints.seen]);
  const parts = words.map((one) => Buffer.from(one.buffer, one.byteOffset, one.byteLength));
  return Buffer.concat([Buffer.from(Uint32Array.of(head.length).buffer), head, ...parts]);
}

function unpacked(content: Uint8Array): [key: string, evidence: Evidence][] {
  // A copy begins at a whole word wherever the content lay.
  const aligned = content.byteOffset % WORD === 0 ? content : content.slice();
  const { buffer, byteOffset } = aligned;
  const length = new Uint32Array(buffer, byteOffset, 1)[0]!;
  const lines = JSON.parse(new TextDecoder().decode(aligned.subarray(WORD, WORD + length))) as Line[];
  let at = byteOffset + WORD + length;
  const take = (count: number): Uint32Array => {
    const words = new Uint32Array(buffer, at, count);
    at += count * WORD;
    return words;
  };
  return lines.map(([key, bytes, named, telling, others, seen]) => {
    const prints = { telling: take(telling), others: take(others), seen: take(seen) };
    return [key, { bytes, breaks: [], mentions: [], named, prints }];
  });
}

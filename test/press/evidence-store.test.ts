import { beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/press/inputs.ts';
import type { Cache } from '../../src/press/cache.ts';
import { EvidenceStore } from '../../src/press/seal/evidence-store.ts';
import type { Evidence } from '../../src/press/seal/folder-proof.ts';

const OUT = '/agency/dist';
let kept: Map<string, Uint8Array>;
/** Keys of entries that were written. */
let written: string[];
const memory: Cache = {
  get: async (key) => kept.get(key) ?? null,
  put: async (key, content) => void (written.push(key), kept.set(key, content)),
  empty: async () => kept.size === 0,
  sweep: async () => undefined,
};

beforeEach(() => {
  kept = new Map();
  written = [];
});

const open = (looked: unknown[] = ['alder', 'birch'], out = OUT) => new EvidenceStore(memory, out, looked);

const evidenceOf = (number: number): Evidence => ({
  ...{ bytes: 1_000 + number, breaks: [], mentions: [], named: [{ file: 'a', hash: sha256(String(number)) }] },
  prints: {
    telling: Uint32Array.of(number, 2, 7),
    others: Uint32Array.of(),
    seen: Uint32Array.from({ length: 3 * (number % 4) }, (_, at) => 10 * number + at),
  },
});

const folderOf = (number: number) => ({
  path: `reports/c${number}`,
  owner: `reports/c${number}`,
  files: [`reports/c${number}/index.html`],
});

/** Keeps the evidence of folders as a build does. @param changed numbers of folders whose page has other bytes */
async function build(numbers: number[], changed: number[] = [], store = open()): Promise<string[]> {
  const keys: string[] = [];
  for (const number of numbers) {
    const folder = folderOf(number);
    const hashes = new Map([[folder.files[0]!, sha256(`${number} ${changed.includes(number)}`)]]);
    const key = store.keyOf({ folder, hosts: new Set(['agency.example']) }, hashes, hashes)!;
    if ((await store.recall(key)) === null) store.learn(key, evidenceOf(number), hashes, hashes);
    keys.push(key);
  }
  store.stands(keys);
  await store.keep();
  return keys;
}

const HUNDRED = Array.from({ length: 100 }, (_, number) => number);

describe('evidence of folders', () => {
  it('is recalled as it was learnt, by another build', async () => {
    const keys = await build(HUNDRED);
    const later = open();
    for (const [number, key] of keys.entries()) expect(await later.recall(key)).toEqual(evidenceOf(number));
  });

  it('is written anew only where something of it is another', async () => {
    await build(HUNDRED);
    expect(written.length).toBeGreaterThan(8);
    written = [];
    await build(HUNDRED);
    expect(written).toEqual([]);
    const keys = await build(HUNDRED, [50]);
    // What went and what came may lie in two pieces.
    expect([1, 2]).toContain(written.length);
    expect(await open().recall(keys[50]!)).toEqual(evidenceOf(50));
    expect(await open().recall(keys[49]!)).toEqual(evidenceOf(49));
  });

  it('of folders that stand no more is forgotten', async () => {
    const keys = await build(HUNDRED);
    await build([7]);
    expect(await open().recall(keys[7]!)).toEqual(evidenceOf(7));
    for (const key of keys.filter((_, number) => number !== 7)) expect(await open().recall(key)).toBeNull();
  });

  it('is not recalled for other bytes, other hosts, another owner or anything else that is looked for', () => {
    const folder = folderOf(1);
    const hosts = new Set(['agency.example']);
    const hashes = new Map([[folder.files[0]!, sha256('page')]]);
    const other = new Map([[folder.files[0]!, sha256('another page')]]);
    const key = open().keyOf({ folder, hosts }, hashes, hashes);
    expect(open().keyOf({ folder, hosts }, hashes, hashes)).toBe(key);
    const others = [
      open().keyOf({ folder, hosts }, other, other),
      open().keyOf({ folder, hosts: null }, hashes, hashes),
      open().keyOf({ folder, hosts: new Set() }, hashes, hashes),
      open().keyOf({ folder: { ...folder, owner: 'reports/c2' }, hosts }, hashes, hashes),
      open(['alder']).keyOf({ folder, hosts }, hashes, hashes),
    ];
    expect(new Set([key, ...others]).size).toBe(6);
    expect(others).not.toContain(null);
  });

  it('is not kept of a folder that is not what the manifest says, nor of one with a break or a mention', async () => {
    const folder = folderOf(1);
    const hashes = new Map([[folder.files[0]!, sha256('page')]]);
    expect(open().keyOf({ folder, hosts: null }, hashes, new Map())).toBeNull();
    expect(open().keyOf({ folder, hosts: null }, new Map(), hashes)).toBeNull();
    const store = open();
    const key = store.keyOf({ folder, hosts: null }, hashes, hashes)!;
    store.learn(key, { ...evidenceOf(1), mentions: ['birch'] }, hashes, hashes);
    store.learn(key, evidenceOf(1), new Map([[folder.files[0]!, sha256('read otherwise')]]), hashes);
    expect(await store.recall(key)).toBeNull();
  });
});

import type { Manifest } from '../../output/manifest.ts';
import { JOINING, NONE, WORTH } from '../reading/base64.ts';
import type { View } from '../reading/views.ts';
import type { Owner } from '../words/terms.ts';

/** Whose a file is, by a hash of it in hexadecimal digits; `null` when several have the same bytes. */
export type HashOwners = ReadonlyMap<string, Owner | null>;

/** A file of somebody's own. */
export interface OwnSource {
  owner: Owner;
  /** Relative to the workspace. */
  file: string;
  sha256: string;
}

/** Inputs that lie in a client's own folders. */
export function ownSources(manifest: Manifest): OwnSource[] {
  return manifest.documents.flatMap(({ site, client, inputs }) => {
    const mine = [`/${client}/`, `/${client}.mdx`];
    return inputs
      .filter(({ file }) => mine.some((part) => file.includes(part)))
      .map((input) => ({ owner: `${site}/${client}`, ...input }));
  });
}

/** Hashes of every input that lies in a client's own folders, and of every output. */
export function hashOwners(manifest: Manifest): HashOwners {
  const owners = new Map<string, Owner | null>();
  for (const { owner, sha256 } of ownSources(manifest)) own(owners, sha256, owner);
  for (const { site, client, outputs } of manifest.documents) {
    for (const { sha256 } of outputs) own(owners, sha256, `${site}/${client}`);
  }
  return owners;
}

export function own(owners: Map<string, Owner | null>, hash: string, owner: Owner): void {
  const known = owners.get(hash);
  if (known === undefined) owners.set(hash, owner);
  else if (known !== owner) owners.set(hash, null);
}

/** The hash of some file, written in a file. */
export interface NamedHash {
  file: string;
  /** In hexadecimal digits. */
  hash: string;
  /** As it stands there, where that is in base64. */
  written?: string;
}

/** Hexadecimal digits of MD5, SHA-1 and SHA-256. */
export const [MD5, SHA1, SHA256] = [32, 40, 64] as const;
const LENGTHS: readonly number[] = [MD5, SHA1, SHA256];

/** Every hash a file names, once. */
export function namedHashes(file: string, views: readonly View[]): NamedHash[] {
  const found = new Map<string, NamedHash>();
  const add = (hash: string, written?: string): void => {
    if (!found.has(hash)) found.set(hash, written === undefined ? { file, hash } : { file, hash, written });
  };
  for (const { bytes } of views) {
    if (bytes === null) continue;
    for (const hash of hashesIn(bytes)) add(hash.toLowerCase());
    for (const written of base64HashesIn(bytes)) add(Buffer.from(written, 'base64').toString('hex'), written);
  }
  return [...found.values()];
}

/** Runs of as many hexadecimal digits as a hash has. Any such run has a digit at a multiple of the shortest. */
function hashesIn(bytes: Buffer): string[] {
  const found: string[] = [];
  for (let at = 0; at < bytes.length; at += MD5) {
    if (!isDigit(bytes[at])) continue;
    let [start, end] = [at, at];
    while (isDigit(bytes[end])) end++;
    while (start > 0 && isDigit(bytes[start - 1])) start--;
    if (LENGTHS.includes(end - start) && !isWideText(bytes, start, end))
      found.push(bytes.toString('latin1', start, end));
    while (at + MD5 < end) at += MD5;
  }
  return found;
}

/** `<FEFF041A…>`: a text of a PDF, such as a Russian bookmark, which is read as one. */
function isWideText(bytes: Buffer, start: number, end: number): boolean {
  return bytes[start - 1] === 0x3c && bytes[end] === 0x3e && /^feff/i.test(bytes.toString('latin1', start, start + 4));
}

/** Signs of a SHA-256 in base64; an equals sign may follow. */
const BASE64 = 43;
/** Bits of the last one that say nothing. */
const REST = 3;

/**
 * SHA-256 in base64, of files or of addresses, such as `integrity="sha256-…"` and a part of an address have it. What
 * joins parts of an address may be a sign of it, too, so a run is read behind each of those.
 */
function base64HashesIn(bytes: Buffer): string[] {
  const found: string[] = [];
  for (let at = 0; at < bytes.length; at += BASE64) {
    const end = endOfRun(bytes, at);
    if (end === at) continue;
    const start = startOfRun(bytes, at);
    for (let from = start; from + BASE64 <= end; from++) {
      if (isHash(bytes, start, from, end)) found.push(bytes.toString('latin1', from, from + BASE64));
    }
    while (at + BASE64 < end) at += BASE64;
  }
  return found;
}

function endOfRun(bytes: Buffer, at: number): number {
  let end = at;
  while (end < bytes.length && WORTH[bytes[end]!] !== NONE) end++;
  return end;
}

function startOfRun(bytes: Buffer, at: number): number {
  let start = at;
  while (start > 0 && WORTH[bytes[start - 1]!] !== NONE) start--;
  return start;
}

/** Whether the signs from `from` on may be a hash: a part of the run, whose last sign has no bits that say nothing. */
function isHash(bytes: Buffer, start: number, from: number, end: number): boolean {
  const to = from + BASE64;
  const begins = from === start || WORTH[bytes[from - 1]!]! >= JOINING;
  return begins && (to === end || WORTH[bytes[to]!]! >= JOINING) && (WORTH[bytes[to - 1]!]! & REST) === 0;
}

function isDigit(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  const letter = byte | 0x20;
  return (byte >= 0x30 && byte <= 0x39) || (letter >= 0x61 && letter <= 0x66);
}

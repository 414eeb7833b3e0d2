import { gzipSync } from 'node:zlib';
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { argon2id } from '@noble/hashes/argon2.js';
import type { Locked } from '../../types/locked.ts';

/**
 * 64 MiB and three rounds: above what OWASP asks of Argon2id (19 MiB, two rounds), and about a second or two of a phone,
 * for whoever guesses as for whoever knows.
 */
const COST = { m: 65536, t: 3, p: 1 };

/**
 * Encrypts a page with a passphrase.
 * @param random so many random bytes
 */
export function lock(html: string, passphrase: string, random: (bytes: number) => Uint8Array): Locked {
  const [salt, nonce] = [random(16), random(24)];
  const key = argon2id(passphrase, salt, { ...COST, dkLen: 32 });
  const sealed = xchacha20poly1305(key, nonce).encrypt(gzipSync(html));
  return { argon2id: COST, salt: base64(salt), nonce: base64(nonce), sealed: base64(sealed) };
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** A page that only its passphrase opens, as it stands inside the locked page; bytes are base64. */
export interface Locked {
  /** Argon2id: kibibytes of memory, rounds, lanes. */
  argon2id: { m: number; t: number; p: number };
  salt: string;
  /** Of XChaCha20-Poly1305. */
  nonce: string;
  /** The page as HTML, gzipped, then encrypted with its authentication tag. */
  sealed: string;
}

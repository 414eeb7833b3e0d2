/** 30 signs that nobody takes for one another, read aloud or from paper: no i, l, o, u, 0, 1. */
const SIGNS = 'abcdefghjkmnpqrstvwxyz23456789';
const LENGTH = 20;

/**
 * A passphrase of 20 signs, each drawn evenly: about 98 bits.
 * @param random so many random bytes
 */
export function newPassphrase(random: (bytes: number) => Uint8Array): string {
  // Bytes beyond the last whole round of the alphabet would favour its beginning.
  const limit = 256 - (256 % SIGNS.length);
  let phrase = '';
  while (phrase.length < LENGTH) {
    const drawn = [...random(LENGTH)].filter((byte) => byte < limit).map((byte) => SIGNS[byte % SIGNS.length]!);
    phrase = (phrase + drawn.join('')).slice(0, LENGTH);
  }
  return phrase;
}

/**
 * SHA-256 and HMAC for the command and for the trainee's browser alike: a page opened from disk or from a plain-http
 * address has no cryptography of its own.
 */

/** 32 bytes. */
export function sha256(bytes: Uint8Array): Uint8Array {
  const state = Uint32Array.from(INITIAL);
  const padded = pad(bytes);
  const schedule = new Uint32Array(64);
  for (let at = 0; at < padded.length; at += 64) mix(state, padded, at, schedule);
  const out = new Uint8Array(32);
  const view = new DataView(out.buffer);
  state.forEach((word, index) => view.setUint32(index * 4, word));
  return out;
}

/** Lower-case hex of a text's UTF-8. */
export function sha256Hex(text: string): string {
  return hex(sha256(new TextEncoder().encode(text)));
}

/** HMAC-SHA-256 of a text under a text, as hex. */
export function hmacHex(key: string, text: string): string {
  const encode = (value: string): Uint8Array => new TextEncoder().encode(value);
  const long = encode(key);
  const block = new Uint8Array(64);
  block.set(long.length > 64 ? sha256(long) : long);
  const inner = sha256(
    joined(
      block.map((byte) => byte ^ 0x36),
      encode(text),
    ),
  );
  return hex(
    sha256(
      joined(
        block.map((byte) => byte ^ 0x5c),
        inner,
      ),
    ),
  );
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function pad(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x20000000));
  view.setUint32(padded.length - 4, (bytes.length << 3) >>> 0);
  return padded;
}

const rotated = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function mix(state: Uint32Array, bytes: Uint8Array, at: number, w: Uint32Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let i = 0; i < 16; i++) w[i] = view.getUint32(at + i * 4);
  for (let i = 16; i < 64; i++) {
    const [a, b] = [w[i - 15]!, w[i - 2]!];
    const low = rotated(a, 7) ^ rotated(a, 18) ^ (a >>> 3);
    const high = rotated(b, 17) ^ rotated(b, 19) ^ (b >>> 10);
    w[i] = w[i - 16]! + low + w[i - 7]! + high;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let i = 0; i < 64; i++) {
    const one = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25);
    const first = (h + one + ((e & f) ^ (~e & g)) + ROUND[i]! + w[i]!) | 0;
    const two = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22);
    const second = (two + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => (state[index]! += word));
}

const PRIMES = firstPrimes(64);
/** First 32 bits of the fractional part. */
const fraction = (root: number): number => ((root - Math.floor(root)) * 0x100000000) >>> 0;
const INITIAL = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const ROUND = PRIMES.map((prime) => fraction(Math.cbrt(prime)));

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return primes;
}

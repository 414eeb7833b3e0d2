import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newPassphrase } from '../../src/press/encrypt/passphrase.ts';

describe('a passphrase', () => {
  it('has twenty signs that cannot be taken for one another', () => {
    for (let count = 0; count < 500; count += 1) expect(newPassphrase(randomBytes)).toMatch(/^[a-hjkmnp-tv-z2-9]{20}$/);
  });

  it('draws every sign equally often', () => {
    // Every byte there is, in turn: an uneven choice would show in the counts.
    let next = 0;
    const everyByte = (bytes: number) => Uint8Array.from({ length: bytes }, () => next++ % 256);
    const counts = new Map<string, number>();
    for (let count = 0; count < 240; count += 1) {
      for (const sign of newPassphrase(everyByte)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
    }
    expect(counts.size).toBe(30);
    expect(Math.max(...counts.values()) - Math.min(...counts.values())).toBeLessThan(40);
  });
});

import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newPassphrase } from '../../src/press/encrypt/passphrase.ts';

describe('a passphrase', () => {
  it('has twenty signs that cannot be taken for one another', () => {
    for (let count = 0; count < 500; count += 1) expect(newPassphrase(randomBytes)).toMatch(/^[a-hjkmnp-tv-z2-9]{20}$/);
  });

  it('draws every sign by as many bytes as any other, and draws again for those left over', () => {
    const drawn = new Map<string, number>();
    for (let byte = 0; byte < 256; byte += 1) {
      let draws = 0;
      const phrase = newPassphrase((bytes) => new Uint8Array(bytes).fill(draws++ === 0 ? byte : 0));
      if (draws === 1) drawn.set(phrase, (drawn.get(phrase) ?? 0) + 1);
    }
    expect(drawn.size).toBe(30);
    expect(new Set(drawn.values())).toEqual(new Set([8]));
  });
});

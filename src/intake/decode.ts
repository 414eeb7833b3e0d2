import { isAscii } from 'node:buffer';
import type { Refusal } from './refusals.ts';
import { asciiText } from './ascii.ts';
import { Sniffer } from './sniffer.ts';
import type { Encoding } from './encoding.ts';

export type Decoded = { text: string; encoding: Encoding } | { refused: Refusal };

/** The text of a file, its byte order marks removed; see `Sniffer` for how the encoding is found. */
export function decode(bytes: Uint8Array): Decoded {
  const sniffer = new Sniffer();
  sniffer.push(bytes);
  const found = sniffer.endText();
  if ('refused' in found) return found;
  return { text: textDecoder(found.encoding).push(bytes, true), encoding: found.encoding };
}

/** Turns bytes that come in pieces into text. Files saved twice begin with two byte order marks: none is kept. */
export function textDecoder(encoding: Encoding): { push(bytes: Uint8Array, last?: boolean): string } {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  let begun = false;
  let plain = !encoding.startsWith('utf-16');
  return {
    push(bytes, last = false) {
      // As long as all bytes are ASCII the decoder has nothing to do, and nothing to remember.
      plain &&= isAscii(bytes);
      if (plain) {
        begun ||= bytes.length > 0;
        return asciiText(bytes);
      }
      const text = decoder.decode(bytes, { stream: !last });
      if (begun || text === '') return text;
      const start = text.replace(/^\ufeff+/, '');
      begun = start !== '';
      return start;
    },
  };
}

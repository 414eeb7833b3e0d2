const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The text string at `/key` of a dictionary, written as `<hex>` or `(literal)`; `null` when there is none. */
export function pdfText(dictionary: string, key: string): string | null {
  const found = new RegExp(String.raw`/${key} (?:<([0-9A-Fa-f\s]*)>|\(((?:[^\\()]|\\[\s\S])*)\))`).exec(dictionary);
  if (!found) return null;
  const [, hex, literal = ''] = found;
  return decode(hex === undefined ? literalBytes(literal) : Buffer.from(hex.replace(/\s/g, ''), 'hex'));
}

/** Bytes of a string that is written in parentheses, without them. */
export function literalBytes(literal: string): Buffer {
  const plain = literal.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, escaped: string) =>
    /^[0-7]/.test(escaped) ? String.fromCharCode(Number.parseInt(escaped, 8) & 255) : (ESCAPES[escaped] ?? escaped),
  );
  return Buffer.from(plain, 'latin1');
}

/** UTF-16 with a byte order mark, else the PDF's own encoding, which for Chrome's plain strings is ASCII. */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes.subarray(2));
  return bytes.toString('latin1');
}

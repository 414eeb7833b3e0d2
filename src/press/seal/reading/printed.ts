/** How many bytes a letter still needs behind this one; -1 when it is none of a printed text. */
export function bytesFollowing(byte: number, expected: number): number {
  if (expected > 0) return byte >> 6 === 2 ? expected - 1 : -1;
  if (byte < 0x80)
    return byte >= 0x20 ? (byte === 0x7f ? -1 : 0) : byte === 0x09 || byte === 0x0a || byte === 0x0d ? 0 : -1;
  return byte >= 0xc2 && byte < 0xe0 ? 1 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xf0 && byte < 0xf5 ? 3 : -1;
}

/** The text that bytes begin with. */
export function printed(bytes: Buffer): Buffer {
  let [end, following] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    following = bytesFollowing(bytes[at]!, following);
    if (following < 0) break;
    if (following === 0) end = at + 1;
  }
  return bytes.subarray(0, end);
}

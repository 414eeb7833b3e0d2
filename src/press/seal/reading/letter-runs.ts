/** Bytes that look like letters of a text, from the first to behind the last. */
export interface Run {
  from: number;
  to: number;
}

/** So many letters in a row are a text, and as many as any name has that is looked for. */
const FEWEST = 4;

const [NO_LETTER, SIGN, RUSSIAN] = [0, 1, 2];

/** Letters of an encoding, with what stands among them: ASCII, quotation marks, № and the space that breaks no line. */
function lettersOf(encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  return Uint8Array.from({ length: 0x100 }, (_, byte) => {
    if (byte < 0x80) return byte >= 0x20 && byte < 0x7f ? SIGN : NO_LETTER;
    const letter = decoder.decode(Uint8Array.of(byte));
    return /[а-яё]/i.test(letter) ? RUSSIAN : /[\u00a0«»№]/.test(letter) ? SIGN : NO_LETTER;
  });
}

const tables = new Map<string, Uint8Array>();

/** Runs that may be Russian in an encoding of one byte a letter. */
export function russianRuns(bytes: Buffer, encoding: string): Run[] {
  const narrow = tables.get(encoding) ?? lettersOf(encoding);
  tables.set(encoding, narrow);
  const runs: Run[] = [];
  let [from, row, most] = [0, 0, 0];
  for (let at = 0; at <= bytes.length; at++) {
    const kind = at < bytes.length ? narrow[bytes[at]!]! : NO_LETTER;
    row = kind === RUSSIAN ? row + 1 : 0;
    if (row > most) most = row;
    if (kind !== NO_LETTER) continue;
    if (most >= FEWEST) runs.push({ from, to: at });
    from = at + 1;
    most = 0;
  }
  return runs;
}

/** High bytes of Latin and Russian letters, and of the dashes, quotation marks and signs of money among them. */
const isHigh = (byte: number | undefined): boolean => byte === 0x00 || byte === 0x04;
const isHighAmong = (byte: number | undefined): boolean => isHigh(byte) || byte === 0x20 || byte === 0x21;

/** Runs that may be letters of two bytes. @param order which byte of a letter is the first */
export function wideRuns(bytes: Buffer, order: 'little' | 'big'): Run[] {
  const runs: Run[] = [];
  const before = order === 'little' ? 1 : 0;
  for (let at = before; at < bytes.length; at++) {
    if (!isHigh(bytes[at]) || !isHigh(bytes[at + 2]) || !isHigh(bytes[at + 4]) || !isHigh(bytes[at + 6])) continue;
    let end = at + 2 * FEWEST;
    while (isHighAmong(bytes[end])) end += 2;
    runs.push({ from: at - before, to: Math.min(bytes.length, end - before) });
    // Noughts of a table before a text may end a byte within it: the next run may begin there.
    at = end - 2;
  }
  return runs;
}

const isLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a && byte < 0x80;

/**
 * Tells old single-byte encodings by their words. In Windows-1251 a Russian word is made of high bytes only; in Windows-1252 an accented letter
 * stands among plain Latin ones. Words vote with the number of their high bytes.
 */
export class ByteLetters {
  #cyrillic = 0;
  #latin = 0;
  #high = 0;
  #plain = 0;

  add(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at += 1) {
      const byte = bytes[at]!;
      if (byte >= 0xc0 || byte === 0xa8 || byte === 0xb8) this.#high += 1;
      else if (isLetter(byte)) this.#plain += 1;
      else if (this.#high > 0 || this.#plain > 0) this.#endWord();
    }
  }

  /** The same for bytes that are all ASCII: only words that reach over their ends can matter. */
  addPlain(bytes: Uint8Array): void {
    const first = bytes.findIndex((byte) => !isLetter(byte));
    const last = bytes.findLastIndex((byte) => !isLetter(byte));
    if (first < 0) this.#plain += bytes.length;
    else {
      this.#plain += first;
      this.#endWord();
      this.#plain = bytes.length - 1 - last;
    }
  }

  encoding(): 'windows-1251' | 'windows-1252' {
    this.#endWord();
    return this.#cyrillic > this.#latin ? 'windows-1251' : 'windows-1252';
  }

  #endWord(): void {
    if (this.#plain > 0) this.#latin += this.#high;
    else if (this.#high > 1) this.#cyrillic += this.#high;
    this.#high = 0;
    this.#plain = 0;
  }
}

/** Ends every line, the last one too. */
export const LINE_FEED = 0x0a;

/** The character codes of one text at a time: scanning them is several times faster than asking a string for each. */
export class LineCodes {
  text = '';
  /** One code a character, then a line feed; what stands behind it is of an earlier text. */
  codes = new Uint16Array(0);
  #bytes = Buffer.alloc(0);

  set(text: string): void {
    this.text = text;
    if (this.codes.length <= text.length) {
      this.codes = new Uint16Array(text.length + 1);
      this.#bytes = Buffer.from(this.codes.buffer);
    }
    this.#bytes.write(text, 0, 'utf16le');
    this.codes[text.length] = LINE_FEED;
  }
}

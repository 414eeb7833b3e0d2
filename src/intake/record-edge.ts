/** Text is divided in stretches of whole records, at least so many characters each. */
export const STRETCH = 1 << 16;

/** Looks for the first end of a record beyond a stretch, remembering how far it has looked. */
export class RecordEdge {
  #at = 0;
  #inQuotes = false;
  /** Where a quotation mark closed: one more right after it is a doubled mark. */
  #closed = -1;
  #opened = 0;

  reset(): void {
    this.#at = 0;
    this.#inQuotes = false;
    this.#closed = -1;
    this.#opened = 0;
  }

  /** Index of the line feed that ends the stretch; -1 when the text does not reach so far. */
  find(text: string, delimiter: string): number {
    while (this.#at < text.length) {
      const quote = text.indexOf('"', this.#at);
      const plainTo = quote < 0 ? text.length : quote;
      if (!this.#inQuotes && plainTo > STRETCH) {
        const end = text.indexOf('\n', Math.max(this.#at, STRETCH));
        if (end >= 0 && end < plainTo) return end;
      }
      if (quote < 0) {
        this.#at = text.length;
        return -1;
      }
      this.#take(quote, text, delimiter);
    }
    return -1;
  }

  /** Where the record begins that reaches beyond the text. */
  recordStart(text: string): number {
    return this.#inQuotes ? text.lastIndexOf('\n', this.#opened) + 1 : text.lastIndexOf('\n') + 1;
  }

  /** A mark inside a cell that does not begin with one is a letter like any other. */
  #take(quote: number, text: string, delimiter: string): void {
    this.#at = quote + 1;
    const before = text[quote - 1];
    if (this.#inQuotes) {
      this.#inQuotes = false;
      this.#closed = quote;
    } else if (quote === 0 || before === delimiter || before === '\n' || this.#closed === quote - 1) {
      if (this.#closed !== quote - 1) this.#opened = quote;
      this.#inQuotes = true;
    }
  }
}

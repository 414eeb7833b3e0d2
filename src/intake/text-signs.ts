import { asciiText } from './ascii.ts';
import { DelimiterTally, statedDelimiter } from './delimiter.ts';
import { notText, webPage, type Refusal } from './refusals.ts';

/** So many first characters tell a web page and binary data. */
const HEAD_TEXT = 4096;
const RETURN = 0x0d;

/** What the text itself shows while it passes: its delimiter, and that it is no table at all. */
export class TextSigns {
  #head = '';
  #zero = false;
  #returnHeld = false;
  readonly #tally = new DelimiterTally();

  add(text: string): void {
    if (this.#head.length < HEAD_TEXT) this.#head += text.slice(0, HEAD_TEXT - this.#head.length);
    this.#zero ||= text.includes('\0');
    const whole = this.#returnHeld ? `\r${text}` : text;
    this.#returnHeld = whole.endsWith('\r');
    const ready = this.#returnHeld ? whole.slice(0, -1) : whole;
    this.#tally.add(ready.includes('\r') ? ready.replace(/\r\n?/g, '\n') : ready);
  }

  /** The same for ASCII bytes: of most of them no text is ever made. */
  addPlain(bytes: Uint8Array): void {
    if (this.#returnHeld || bytes.includes(RETURN)) return this.add(asciiText(bytes));
    const missing = HEAD_TEXT - this.#head.length;
    if (missing > 0) this.#head += asciiText(bytes.subarray(0, missing));
    this.#zero ||= bytes.includes(0);
    this.#tally.addPlain(bytes);
  }

  refusal(): Refusal | null {
    if (isWebPage(this.#head)) return webPage;
    return this.#zero || holdsControlCharacters(this.#head) ? notText : null;
  }

  delimiter(): { delimiter: string; statesDelimiter: boolean } {
    const stated = statedDelimiter(this.#head.replace(/^\ufeff+/, '').replace(/\r\n?/g, '\n'));
    return { delimiter: stated ?? this.#tally.end(), statesDelimiter: stated !== null };
  }
}

function isWebPage(head: string): boolean {
  const start = head
    .replace(/^\ufeff+/, '')
    .slice(0, 400)
    .trimStart()
    .toLowerCase();
  return ['<!doctype html', '<html', '<head', '<body', '<?xml'].some((tag) => start.startsWith(tag));
}

/** All but tabulators and line ends. */
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f]/g;

function holdsControlCharacters(head: string): boolean {
  return (head.match(CONTROL)?.length ?? 0) > head.length / 100;
}

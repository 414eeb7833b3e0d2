import { DelimiterTally, statedDelimiter } from './delimiter.ts';
import { notText, webPage, type Refusal } from './refusals.ts';

/** So many first characters tell a web page and binary data. */
const HEAD_TEXT = 4096;

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

function holdsControlCharacters(head: string): boolean {
  let controls = 0;
  for (let index = 0; index < head.length; index += 1) {
    const code = head.charCodeAt(index);
    if (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) controls += 1;
  }
  return controls > head.length / 100;
}

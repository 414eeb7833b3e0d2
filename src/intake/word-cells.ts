import { LINE_FEED, type LineCodes } from './line-codes.ts';
import { decimalEvidence } from './numbers.ts';
import type { OrdinaryColumn } from './ordinary-cells.ts';

/** Words that tell nothing of number forms and are taken as they stand: channels. Each has a number. */
export class WordCells implements OrdinaryColumn {
  /** By number. */
  readonly words: string[] = [];
  /** The number of the word taken last. */
  word = -1;
  readonly #delimiter: number;
  readonly #most: number;
  readonly #numbers = new Map<string, number>();
  readonly #codes: Uint16Array[] = [];
  /** By number, the word that came after it the last time: the channels of a day mostly stand in one order. */
  readonly #after: number[] = [];

  /** @param most how many different words are taken */
  constructor(delimiter: number, most: number) {
    this.#delimiter = delimiter;
    this.#most = most;
  }

  take(line: LineCodes, at: number): number {
    const { codes } = line;
    const guess = this.word < 0 ? -1 : this.#after[this.word]!;
    if (guess >= 0) {
      const word = this.#codes[guess]!;
      let length = 0;
      while (length < word.length && codes[at + length] === word[length]) length += 1;
      const end = codes[at + length];
      if (length === word.length && (end === this.#delimiter || end === LINE_FEED)) {
        this.word = guess;
        return at + length;
      }
    }
    return this.#find(line, at);
  }

  #find({ codes, text }: LineCodes, at: number): number {
    let end = at;
    while (codes[end] !== this.#delimiter && codes[end] !== LINE_FEED) end += 1;
    const word = text.slice(at, end);
    const number = this.#numbers.get(word) ?? this.#add(word);
    if (number < 0) return -1;
    if (this.word >= 0) this.#after[this.word] = number;
    this.word = number;
    return end;
  }

  #add(word: string): number {
    if (this.words.length >= this.#most || word.trim() !== word || word === '') return -1;
    if (decimalEvidence(word) !== null) return -1;
    const number = this.words.push(word) - 1;
    this.#numbers.set(word, number);
    this.#codes.push(Uint16Array.from({ length: word.length }, (_, index) => word.charCodeAt(index)));
    this.#after.push(-1);
    return number;
  }
}

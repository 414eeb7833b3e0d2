import { asciiText } from './ascii.ts';

const CANDIDATES = ['\t', ';', ',', '|'] as const;
/** Kinds of characters besides delimiters, which are told by their places in `CANDIDATES`. */
const [QUOTE, LINE_END, SPACE, OTHER] = [4, 5, 6, 7];
/** The kind by character code; every character of a file is looked up. */
const KINDS = new Uint8Array(128).fill(OTHER);
[...CANDIDATES, '"', '\n', ' '].forEach((character, kind) => (KINDS[character.charCodeAt(0)] = kind));

const QUOTE_CODE = 0x22;
/** First characters that a mark is looked for in. */
const HEAD = 1 << 15;

/** Longer texts are counted as they come. */
const MOST_HELD = 1 << 20;

/** The delimiter a first line `sep=;` states; `null` for any other line. */
export function statedDelimiter(text: string): string | null {
  const firstLine = text.slice(0, 20).split('\n', 1)[0] ?? '';
  return /^"?sep=(.)"?$/i.exec(firstLine)?.[1] ?? null;
}

/** The delimiter of a whole text with LF line ends; see `DelimiterTally`. */
export function findDelimiter(text: string): string {
  const tally = new DelimiterTally();
  tally.add(text);
  return tally.end();
}

/** Records that hold one delimiter the same number of times. */
interface Regular {
  delimiter: string;
  /** How many delimiters each of them holds. */
  count: number;
  records: number;
  /** Where the run of such records begins that is being counted, how long it is, and its last record. */
  start: number;
  run: number;
  last: number;
  /** The second record of the run has one delimiter more: a header and a total, or a title and a header of another. */
  bridged: boolean;
  /** The longest run, the first of equally long ones. */
  longest: { start: number; run: number; bridged: boolean };
}

/**
 * Finds the delimiter of the table as a whole, from text that comes in pieces. A true delimiter stands equally often
 * in the header and in the records below it, so the one whose longest run of like records begins earliest wins, then
 * the one that makes more cells. Decimal commas and `|` inside names begin below the header; a mark that only some
 * records hold (a stray `;`) has too few of them to be asked; lines above the table are few.
 */
export class DelimiterTally {
  readonly #counts = CANDIDATES.map(() => 0);
  readonly #histograms = CANDIDATES.map(() => new Map<number, Regular>());
  /** Nothing is counted before somebody asks: not every text is a table, and many have one mark at most. */
  #held: (string | Uint8Array)[] | null = [];
  #quoted = false;
  #length = 0;
  readonly #present = CANDIDATES.map(() => false);
  #records = 0;
  #inQuotes = false;
  #cellStart = true;
  #blank = true;

  /** @param text with LF line ends */
  add(text: string): void {
    if (this.#held === null) return this.#count(text);
    for (let which = 0; which < CANDIDATES.length; which += 1) {
      this.#present[which] ||= text.includes(CANDIDATES[which]!);
    }
    this.#hold(text, text.includes('"'));
  }

  /** The same for ASCII bytes with LF line ends, which must not change any more. */
  addPlain(bytes: Uint8Array): void {
    if (this.#held === null) return this.#count(asciiText(bytes));
    for (let which = 0; which < CANDIDATES.length; which += 1) {
      this.#present[which] ||= bytes.includes(CANDIDATES[which]!.charCodeAt(0));
    }
    this.#hold(bytes, bytes.includes(QUOTE_CODE));
  }

  #hold(text: string | Uint8Array, quoted: boolean): void {
    this.#held!.push(text);
    this.#length += text.length;
    this.#quoted ||= quoted;
    if (this.#length > MOST_HELD) this.#countHeld();
  }

  #countHeld(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const text of held) this.#count(textOf(text));
  }

  #count(text: string): void {
    for (let at = 0; at < text.length;) at = this.#inQuotes ? this.#leaveQuotes(text, at) : this.#addPlain(text, at);
  }

  #leaveQuotes(text: string, from: number): number {
    const end = text.indexOf('"', from);
    if (end < 0) return text.length;
    this.#inQuotes = false;
    // A doubled mark closes and opens again at once.
    this.#cellStart = true;
    return end + 1;
  }

  /** Up to the next cell in quotation marks. */
  #addPlain(text: string, from: number): number {
    let [cellStart, blank] = [this.#cellStart, this.#blank];
    let at = from;
    for (; at < text.length && !this.#inQuotes; at += 1) {
      const code = text.charCodeAt(at);
      const kind = code < 128 ? KINDS[code]! : OTHER;
      if (kind < QUOTE) this.#counts[kind]! += 1;
      else if (kind === LINE_END) {
        this.#blank = blank;
        this.#endRecord();
        blank = true;
      } else {
        this.#inQuotes = kind === QUOTE && cellStart;
        blank &&= kind === SPACE;
      }
      cellStart = kind < QUOTE || kind === LINE_END;
    }
    this.#cellStart = cellStart;
    this.#blank = blank;
    return at;
  }

  /** The delimiter; a comma when there is nothing to divide. */
  end(): string {
    const [only, another] = CANDIDATES.filter((_, which) => this.#present[which]);
    // Between one mark and no other there is nothing to choose.
    const simple = this.#held !== null && !this.#quoted && only !== undefined && another === undefined;
    if (simple && divides(only, textOf(this.#held![0] ?? '', HEAD))) return only;
    this.#countHeld();
    this.#endRecord();
    const best = this.#histograms.map(mostRegular).filter((each) => each !== null);
    const most = Math.max(0, ...best.map((each) => each.records));
    const frequent = best.filter((each) => each.records * 2 >= most);
    // A run that ends before one as wide begins is of the lines above the table.
    const regular = frequent.filter((each) => !frequent.some((other) => isAbove(each, other)));
    const cells = ({ count, records }: Regular): number => count * records;
    regular.sort((a, b) => anchor(a) - anchor(b) || cells(b) - cells(a));
    // Where the first run begins is not certain: then more cells decide.
    if (regular[0]?.longest.bridged) regular.sort((a, b) => cells(b) - cells(a));
    return regular[0]?.delimiter ?? ',';
  }

  #endRecord(): void {
    if (!this.#blank) {
      for (let which = 0; which < CANDIDATES.length; which += 1) this.#countRecord(CANDIDATES[which]!, which);
      this.#records += 1;
    }
    this.#counts.fill(0);
    this.#cellStart = true;
    this.#blank = true;
    this.#inQuotes = false;
  }

  #countRecord(delimiter: string, which: number): void {
    const count = this.#counts[which]!;
    if (count === 0) return;
    const histogram = this.#histograms[which]!;
    const at = this.#records;
    // A total among the records may have a cell too many: it does not end their run.
    const narrower = histogram.get(count - 1);
    if (narrower?.last === at - 1) {
      narrower.last = at;
      narrower.bridged ||= narrower.run === 1;
    }
    const regular = histogram.get(count) ?? unmet(delimiter, count, at);
    if (regular.records === 0) histogram.set(count, regular);
    const goesOn = regular.run > 0 && regular.last === at - 1;
    if (!goesOn) {
      regular.start = at;
      regular.bridged = false;
    }
    regular.run = goesOn ? regular.run + 1 : 1;
    regular.records += 1;
    regular.last = at;
    if (regular.run > regular.longest.run) {
      const { longest } = regular;
      longest.start = regular.start;
      longest.run = regular.run;
      longest.bridged = regular.bridged;
    }
  }
}

function textOf(held: string | Uint8Array, most = held.length): string {
  return typeof held === 'string' ? held : asciiText(held.subarray(0, most));
}

/** Whether a mark stands beside anything else in one of the first lines. */
function divides(mark: string, text: string): boolean {
  return text.split('\n', 50).some((line) => line.includes(mark) && line.replaceAll(mark, ' ').trimStart() !== '');
}

const unmet = (delimiter: string, count: number, at: number): Regular => ({
  ...{ delimiter, count, records: 0, start: at, run: 0, last: at, bridged: false },
  longest: { start: at, run: 0, bridged: false },
});

/** A single record is no run: lines above the table often hold a mark of their own. */
const anchor = ({ longest }: Regular): number => (longest.run > 1 ? longest.start : longest.start + 1_000_000_000);

const isAbove = (one: Regular, other: Regular): boolean =>
  other.count >= one.count && other.longest.run > 1 && one.longest.start + one.longest.run <= other.longest.start;

function mostRegular(histogram: Map<number, Regular>): Regular | null {
  let best: Regular | null = null;
  for (const each of histogram.values()) {
    const better = best === null || each.records > best.records;
    if (better || (each.records === best!.records && each.count > best!.count)) best = each;
  }
  return best;
}

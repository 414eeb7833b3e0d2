const CANDIDATES = ['\t', ';', ',', '|'] as const;
const QUOTE = 0x22;
const LINE_END = 0x0a;
const SPACE = 0x20;
const CODES = CANDIDATES.map((delimiter) => delimiter.charCodeAt(0));
/** Place in `CANDIDATES` and one more by character code; every character of a file is looked up. */
const PLACES = new Uint8Array(128);
CODES.forEach((code, which) => (PLACES[code] = which + 1));

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
  /** Index of the first such record, and of the first that is followed by another. */
  first: number;
  followed: number;
}

/**
 * Finds the delimiter of the table as a whole, from text that comes in pieces. A true delimiter stands equally often
 * in the header and in most records, so the one whose regularity begins earliest wins, then the one that makes more
 * cells; a mark that only some records hold (a stray `;`, a `|` inside names) has too few regular records to be asked.
 */
export class DelimiterTally {
  readonly #counts = CODES.map(() => 0);
  readonly #previous = CODES.map(() => 0);
  readonly #histograms = CANDIDATES.map(() => new Map<number, Regular>());
  #records = 0;
  #inQuotes = false;
  #cellStart = true;
  #blank = true;

  /** @param text with LF line ends */
  add(text: string): void {
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (code === QUOTE && (this.#inQuotes || this.#cellStart)) {
        this.#inQuotes = !this.#inQuotes;
        // A doubled mark closes and opens again at once.
        this.#cellStart = !this.#inQuotes;
        this.#blank = false;
      } else if (this.#inQuotes) {
        continue;
      } else if (code === LINE_END) {
        this.#endRecord();
      } else {
        const which = code < 128 ? PLACES[code]! - 1 : -1;
        this.#cellStart = which >= 0;
        if (which >= 0) this.#counts[which]! += 1;
        else if (code !== SPACE) this.#blank = false;
      }
    }
  }

  /** The delimiter; a comma when there is nothing to divide. */
  end(): string {
    this.#endRecord();
    const best = this.#histograms.map(mostRegular).filter((each) => each !== null);
    const most = Math.max(0, ...best.map((each) => each.records));
    const regular = best.filter((each) => each.records * 2 >= most);
    regular.sort((a, b) => anchor(a) - anchor(b) || b.count * b.records - a.count * a.records);
    return regular[0]?.delimiter ?? ',';
  }

  #endRecord(): void {
    if (!this.#blank) {
      CANDIDATES.forEach((delimiter, which) => this.#count(delimiter, which));
      this.#records += 1;
    }
    this.#counts.fill(0);
    this.#cellStart = true;
    this.#blank = true;
    this.#inQuotes = false;
  }

  #count(delimiter: string, which: number): void {
    const count = this.#counts[which]!;
    const histogram = this.#histograms[which]!;
    const regular = histogram.get(count);
    if (regular) {
      regular.records += 1;
      if (regular.followed < 0 && this.#previous[which] === count) regular.followed = this.#records - 1;
    } else if (count > 0) {
      histogram.set(count, { delimiter, count, records: 1, first: this.#records, followed: -1 });
    }
    this.#previous[which] = count;
  }
}

const anchor = (each: Regular): number => (each.followed >= 0 ? each.followed : each.first);

function mostRegular(histogram: Map<number, Regular>): Regular | null {
  let best: Regular | null = null;
  for (const each of histogram.values()) {
    const better = best === null || each.records > best.records;
    if (better || (each.records === best!.records && each.count > best!.count)) best = each;
  }
  return best;
}

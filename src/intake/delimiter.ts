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
  readonly #counts = CODES.map(() => 0);
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
    if (count === 0) return;
    const histogram = this.#histograms[which]!;
    const at = this.#records;
    // A total among the records may have a cell too many: it does not end their run.
    const narrower = histogram.get(count - 1);
    if (narrower?.last === at - 1) {
      narrower.last = at;
      narrower.bridged ||= narrower.run === 1;
    }
    const fresh = {
      delimiter,
      count,
      records: 0,
      start: at,
      run: 0,
      last: at,
      bridged: false,
      longest: { start: at, run: 0, bridged: false },
    };
    const regular = histogram.get(count) ?? fresh;
    histogram.set(count, regular);
    const goesOn = regular.run > 0 && regular.last === at - 1;
    if (!goesOn) {
      regular.start = at;
      regular.bridged = false;
    }
    regular.run = goesOn ? regular.run + 1 : 1;
    regular.records += 1;
    regular.last = at;
    if (regular.run > regular.longest.run) {
      regular.longest = { start: regular.start, run: regular.run, bridged: regular.bridged };
    }
  }
}

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

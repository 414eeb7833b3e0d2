/** A number as it is compared with those of other folders. */
export interface Print {
  /** Two words that its digits are mixed to; the first is never 0. */
  one: number;
  two: number;
}

/** Mixes a text in two words: cyrb53 with all of its bits. */
export function printOf(text: string): Print {
  let [one, two] = SEEDS;
  for (let place = 0; place < text.length; place++) {
    const code = text.charCodeAt(place);
    one = Math.imul(one ^ code, FACTORS[0]);
    two = Math.imul(two ^ code, FACTORS[1]);
  }
  return mixed(one, two);
}

/** The same of a text in code units. */
export function printOfUnits(units: Uint16Array, length: number): Print {
  let [one, two] = SEEDS;
  for (let place = 0; place < length; place++) {
    const code = units[place]!;
    one = Math.imul(one ^ code, FACTORS[0]);
    two = Math.imul(two ^ code, FACTORS[1]);
  }
  return mixed(one, two);
}

const SEEDS: readonly [number, number] = [0xdeadbeef, 0x41c6ce57];
const FACTORS: readonly [number, number] = [0x9e3779b1, 0x5f356495];

function mixed(first: number, second: number): Print {
  const sum = Math.imul(first ^ (first >>> 16), 0x85ebca6b) ^ Math.imul(second ^ (second >>> 13), 0xc2b2ae35);
  // Tables tell by the first word whether a place is free.
  const one = sum === 0 ? 1 : sum;
  return { one, two: Math.imul(second ^ (second >>> 16), 0x85ebca6b) ^ Math.imul(one ^ (one >>> 13), 0xc2b2ae35) };
}

const FEW = 128;

/** Prints, each once. */
export class PrintSet {
  #words: Int32Array;
  #room: number;

  /** @param most how many are expected; more find room too */
  constructor(most = FEW) {
    let room = FEW;
    while (room < most) room *= 2;
    // Half of the places stay empty, and a place is two words.
    this.#words = new Int32Array(4 * room);
    this.#room = room;
  }

  has({ one, two }: Print): boolean {
    return this.#words[this.#slotOf(one, two)] !== 0;
  }

  /** @returns whether it is new */
  add({ one, two }: Print): boolean {
    const slot = this.#slotOf(one, two);
    if (this.#words[slot] !== 0) return false;
    this.#words[slot] = one;
    this.#words[slot + 1] = two;
    if (--this.#room === 0) this.#grow();
    return true;
  }

  /** Where a print stands, or where it would. */
  #slotOf(one: number, two: number): number {
    const words = this.#words;
    const mask = words.length - 2;
    let slot = (two << 1) & mask;
    while (words[slot] !== 0 && (words[slot] !== one || words[slot + 1] !== two)) slot = (slot + 2) & mask;
    return slot;
  }

  #grow(): void {
    const before = this.#words;
    this.#words = new Int32Array(2 * before.length);
    // Half of the places there are now, less those that are taken.
    this.#room = before.length / 4;
    for (let at = 0; at < before.length; at += 2) {
      const [one, two] = [before[at]!, before[at + 1]!];
      if (one === 0) continue;
      const slot = this.#slotOf(one, two);
      this.#words[slot] = one;
      this.#words[slot + 1] = two;
    }
  }
}

import { RunningSum } from '../decimals/running-sum.ts';

/** The figures of the row that is being taken, a place for each column of figures, and what is known of all rows taken. */
export class RowFigures {
  /** Whole numbers of units of the last digit written. */
  readonly units: Float64Array;
  /** Digits after the mark, -1 in an empty cell. */
  readonly scales: Int8Array;
  /** No cell of the row is empty. */
  whole = true;
  /** Some figure of the row has more digits after the mark than `finest` says. */
  finer = false;
  /** By place, of all rows taken: whether any figure had a mark, and most digits after it, zeros at the end apart. */
  readonly marked: Uint8Array;
  readonly finest: Uint8Array;
  /** By place, what rows come to that stand in no table of a channel. */
  readonly sums: readonly RunningSum[];

  constructor(columns: number) {
    this.units = new Float64Array(columns);
    this.scales = new Int8Array(columns);
    this.marked = new Uint8Array(columns);
    this.finest = new Uint8Array(columns);
    this.sums = Array.from({ length: columns }, () => new RunningSum());
  }

  /** A row begins whose figures are to be read. */
  begin(): void {
    this.whole = true;
    this.finer = false;
  }

  /** The row is taken for good. */
  keep(): void {
    if (!this.finer) return;
    const { scales, finest } = this;
    for (let place = 0; place < scales.length; place += 1) {
      if (scales[place]! > finest[place]!) this.#learn(place);
    }
  }

  #learn(place: number): void {
    const digits = finestOf(this.units[place]!, this.scales[place]!);
    this.marked[place] = 1;
    this.finest[place] = Math.max(this.finest[place]!, digits);
  }
}

/** Digits after the mark without zeros at the end. */
function finestOf(units: number, scale: number): number {
  let [rest, digits] = [units, scale];
  while (digits > 0 && rest % 10 === 0) {
    rest /= 10;
    digits -= 1;
  }
  return digits;
}

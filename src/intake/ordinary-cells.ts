import { LINE_FEED, type LineCodes } from './line-codes.ts';
import type { NumberForms } from './number-forms.ts';

/**
 * A column whose cells are taken straight from the codes of a line. `take` is given where a cell begins and returns
 * where it ends: at its delimiter or at the line's end, where the caller looks. -1 leaves the line to be read as any
 * other, and so may a cell that is no longer than it says.
 */
export interface OrdinaryColumn {
  take(line: LineCodes, at: number): number;
}

const POINT = 0x2e;
const COMMA = 0x2c;

/** Cells that count for nothing, but for what they may tell of number forms. */
export class OtherCells implements OrdinaryColumn {
  readonly #index: number;
  readonly #delimiter: number;
  readonly #forms: NumberForms;

  constructor(index: number, delimiter: number, forms: NumberForms) {
    this.#index = index;
    this.#delimiter = delimiter;
    this.#forms = forms;
  }

  take({ codes, text }: LineCodes, at: number): number {
    let end = at;
    let marked = false;
    for (; ; end += 1) {
      const code = codes[end]!;
      if (code === this.#delimiter || code === LINE_FEED) break;
      if (code === POINT || code === COMMA) marked = true;
    }
    return marked && this.#forms.learns(this.#index, text.slice(at, end)) ? -1 : end;
  }
}

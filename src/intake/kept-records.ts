import type { TableRecord } from './table-record.ts';

/** A file of more is read once more from its text. */
const MOST = 5000;

/**
 * The records of the first pass, kept for the second, and how many rows were taken before each without becoming a
 * record. What it keeps is bounded.
 */
export class KeptRecords {
  readonly #records: TableRecord[] = [];
  readonly #taken: number[] = [];
  #whole = true;

  /** Whether no record was too many. */
  get whole(): boolean {
    return this.#whole;
  }

  add(record: TableRecord, taken: number): void {
    this.#whole &&= this.#records.length < MOST;
    if (this.#whole) {
      this.#records.push(record);
      this.#taken.push(taken);
    } else if (this.#records.length > 0) {
      this.#records.length = 0;
      this.#taken.length = 0;
    }
  }

  /** In their order, rows without a record told by how many there are between the others. */
  forEach(taken: number, eachRecord: (record: TableRecord) => void, others: (count: number) => void): void {
    let before = 0;
    this.#records.forEach((record, index) => {
      if (this.#taken[index]! > before) others(this.#taken[index]! - before);
      before = this.#taken[index]!;
      eachRecord(record);
    });
    if (taken > before) others(taken - before);
  }
}

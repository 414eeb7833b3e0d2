import type { FactStore } from './fact-store.ts';
import type { MetricColumn } from './metric-columns.ts';
import type { NumberCells } from './number-cells.ts';
import { RowsBuilder } from './rows-builder.ts';
import type { SeriesBuilder } from './series-builder.ts';

/** What rows of one channel come to that are taken straight from the text. */
export class ChannelSums {
  /** Parallel to the columns of figures. */
  readonly #series: readonly SeriesBuilder[];
  /** As long as every row has had all figures. */
  #rows: RowsBuilder | null;

  constructor(store: FactStore, metrics: readonly MetricColumn[], channel: string) {
    const rows = new RowsBuilder();
    this.#series = metrics.map(({ metric }) => store.seriesOf(channel, metric));
    const share = new Set(this.#series).size === metrics.length && this.#series.every((each) => each.share(rows));
    this.#rows = share ? rows : null;
  }

  /**
   * Adds a row.
   * @param numbers its figures, in the order of the metrics
   * @param day the number the store gave it
   */
  add(numbers: readonly NumberCells[], day: number, row: number): void {
    // An empty cell parts the metrics' ways: each counts its own rows from there on.
    for (const { scale } of numbers) if (scale < 0) this.#rows = null;
    const entry = this.#rows?.note(day, row) ?? -1;
    for (let index = 0; index < numbers.length; index += 1) {
      const number = numbers[index]!;
      const { units, scale } = number;
      if (scale < 0) continue;
      if (entry >= 0) this.#series[index]!.addTo(entry, units, scale);
      else this.#series[index]!.add(day, units, scale, row);
      number.keep();
    }
  }
}

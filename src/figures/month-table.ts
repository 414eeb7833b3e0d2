import { decimalText, isSafe, tenTo } from '../decimals/units.ts';
import type { Decimal } from '../types/figures.ts';
import type { IntakeFile } from '../types/intake.ts';
import type { Period } from '../types/period.ts';
import type { MonthlyHistory, HistorySums } from '../types/report.ts';
import type { Metric } from '../types/workspace.ts';
import type { Facts } from './facts.ts';
import { quotient } from './history-value.ts';
import { byText } from './order.ts';
import { entriesAt, placesWithin, type CountedSeries, type Entries } from './series.ts';

/** The sums of one metric by month, in units of its scale; `NaN` in a month without any value. Days are short months. */
interface Column {
  scale: number;
  units: number[];
}

type Stretch = Pick<Period, 'from' | 'to'>;

/** The places of a month among the days of a file. */
interface FilePlaces {
  month: number;
  places: Entries;
}

/** Columns of one channel or of the whole client, by metric id. */
type Columns = Map<string, Column>;

/**
 * The sums of many months at once, each day looked at once, in plain numbers: a history has thousands of values, and
 * each as an exact number of its own takes several times as long. What plain numbers do not hold is left to `sumPeriod`.
 */
export class MonthTable {
  readonly #total: Columns = new Map();
  readonly #channels = new Map<string, Columns>();
  readonly #months: readonly Stretch[];
  readonly #places = new Map<IntakeFile, FilePlaces[]>();

  private constructor(months: readonly Stretch[]) {
    this.#months = months;
  }

  /** `null` when a sum is longer than plain numbers are exact. */
  static of(facts: Facts, months: readonly Stretch[]): MonthTable | null {
    const table = new MonthTable(months);
    for (const [metric, channels] of facts.series) {
      const scale = finestOf([...channels.values()].flat());
      for (const [channel, parts] of channels) {
        for (const part of parts) if (!table.#add(metric, channel, part, scale)) return null;
      }
    }
    return table;
  }

  /** The sums of the whole client and of each channel, in code-unit order. */
  sums(): Pick<MonthlyHistory, 'total' | 'channels'> {
    const channels = [...this.#channels].sort(([a], [b]) => byText(a, b));
    return {
      total: sumsOf(this.#total),
      channels: Object.fromEntries(channels.map(([channel, columns]) => [channel, sumsOf(columns)])),
    };
  }

  /** Every metric's value of the whole client in the metrics' order for each month, `null` when unknown. */
  values(metrics: readonly Metric[]): Record<string, Decimal>[] {
    const columns = this.#total;
    const unknown = Object.fromEntries(metrics.map(({ id }): [string, Decimal] => [id, null]));
    const months = this.#months.map(() => ({ ...unknown }));
    for (const metric of metrics) {
      const top = columns.get(metric.kind === 'ratio' ? metric.numerator : metric.id);
      const bottom = metric.kind === 'ratio' ? columns.get(metric.denominator) : ONE;
      if (top === undefined || bottom === undefined) continue;
      for (let month = 0; month < months.length; month += 1) {
        const units = top.units[month]!;
        const by = bottom.units[bottom === ONE ? 0 : month]!;
        if (Number.isNaN(units) || Number.isNaN(by)) continue;
        months[month]![metric.id] =
          metric.kind === 'ratio'
            ? quotient(metric, { units, scale: top.scale }, { units: by, scale: bottom.scale })
            : decimalText(units, top.scale);
      }
    }
    return months;
  }

  #add(metric: string, channel: string, part: CountedSeries, scale: number): boolean {
    const own = columnOf(placeIn(this.#channels, channel), metric, scale, this.#months.length);
    const total = columnOf(this.#total, metric, scale, this.#months.length);
    const factor = tenTo(scale - part.series.scale);
    const { units } = part.series;
    for (const { month, places } of this.#monthsOf(part.file)) {
      const { start, end } = entriesAt(part, places);
      if (start === end) continue;
      let sum = 0;
      for (let entry = start; entry < end && isSafe(sum); entry += 1) sum += units[entry]!;
      if (!isSafe(sum)) return false;
      if (!increase(own.units, month, sum * factor) || !increase(total.units, month, sum * factor)) return false;
    }
    return true;
  }

  #monthsOf(file: IntakeFile): FilePlaces[] {
    let found = this.#places.get(file);
    if (found === undefined) {
      found = this.#months.map((stretch, month) => ({ month, places: placesWithin(file.days, stretch) }));
      found = found.filter(({ places }) => places.start < places.end);
      this.#places.set(file, found);
    }
    return found;
  }
}

/** What an additive metric is divided by. */
const ONE: Column = { scale: 0, units: [1] };

function finestOf(parts: readonly CountedSeries[]): number {
  return parts.reduce((finest, { series }) => Math.max(finest, series.scale), 0);
}

function placeIn(channels: Map<string, Columns>, channel: string): Columns {
  let columns = channels.get(channel);
  if (columns === undefined) channels.set(channel, (columns = new Map()));
  return columns;
}

function columnOf(columns: Columns, metric: string, scale: number, months: number): Column {
  let column = columns.get(metric);
  if (column === undefined) columns.set(metric, (column = { scale, units: new Array<number>(months).fill(NaN) }));
  return column;
}

/** False when the sum would not be exact. */
function increase(units: number[], month: number, by: number): boolean {
  const before = units[month]!;
  const sum = Number.isNaN(before) ? by : before + by;
  units[month] = sum;
  return isSafe(sum);
}

function sumsOf(columns: Columns): HistorySums {
  const sums: HistorySums = {};
  for (const [metric, { scale, units }] of columns) {
    sums[metric] = { scale, units: units.map((sum) => (Number.isNaN(sum) ? null : sum)) };
  }
  return sums;
}

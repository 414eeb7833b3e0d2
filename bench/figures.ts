/** What the bench tells: figures of agencies of several sizes, how they grow, and whether goals are met. */

export type Unit = 's' | '×' | 'MB' | 'KB' | 'µs' | '/s' | 'files';

export interface Goal {
  is: 'at most' | 'at least';
  value: number;
  /** The number of clients it was set for; absent when it does not depend on them. */
  of?: number;
}

export interface Reading {
  what: string;
  unit: Unit;
  /** `null`: could not be measured on this machine. */
  value: number | null;
  goal?: Goal;
  /** Must not grow with the number of clients. */
  flat?: boolean;
}

export interface Figure extends Omit<Reading, 'value'> {
  /** Number of clients → value. */
  values: Record<number, number | null>;
  /** The power of n between the two largest sizes: 1 where twice the clients cost twice as much. */
  growth: number | null;
  met: boolean | null;
  /** The number of clients by which it was judged. */
  judgedBy: number | null;
}

/** Up to this power of n a figure counts as flat: ten times the clients, a quarter more. */
export const FLAT = 0.1;

/** Readings of one agency after another, put together by name. */
export function figuresOf(readings: ReadonlyMap<number, readonly Reading[]>): Figure[] {
  const figures = new Map<string, Figure>();
  for (const [clients, own] of [...readings].sort(([a], [b]) => a - b)) {
    for (const { value, ...reading } of own) {
      const known = figures.get(reading.what);
      const values = { ...known?.values, [clients]: value };
      figures.set(reading.what, { ...reading, values, growth: growthOf(values), ...judge(reading, values) });
    }
  }
  return [...figures.values()];
}

function measuredSizes(values: Figure['values']): number[] {
  return Object.keys(values)
    .map(Number)
    .filter((size) => values[size] !== null)
    .sort((a, b) => a - b);
}

function growthOf(values: Figure['values']): number | null {
  const [small, large] = measuredSizes(values).slice(-2);
  if (small === undefined || large === undefined || !values[small] || !values[large]) return null;
  return Math.log(values[large] / values[small]) / Math.log(large / small);
}

/** By the size the goal was set for, else by the largest there is. */
function judge({ goal, flat }: Omit<Reading, 'value'>, values: Figure['values']): Pick<Figure, 'met' | 'judgedBy'> {
  const sizes = measuredSizes(values);
  const judgedBy = sizes.find((size) => size === goal?.of) ?? sizes.at(-1) ?? null;
  if (judgedBy === null || (!goal && !flat)) return { met: null, judgedBy: null };
  const value = values[judgedBy]!;
  const reached = !goal || (goal.is === 'at most' ? value <= goal.value : value >= goal.value);
  const growth = growthOf(values);
  // Without a second size nothing is known of growth.
  if (flat && growth === null) return { met: reached ? null : false, judgedBy };
  return { met: reached && (!flat || growth! <= FLAT), judgedBy };
}

/** One line a figure, in columns. */
export function tableOf(figures: readonly Figure[], sizes: readonly number[]): string {
  const head = ['', ...sizes.map((size) => size.toLocaleString('en')), 'grows as', 'goal', 'met'];
  const rows = figures.map((figure) => [
    figure.what,
    ...sizes.map((size) => written(figure.values[size], figure.unit)),
    figure.growth === null || sizes.length < 2 ? '' : `n^${figure.growth.toFixed(2)}`,
    goalText(figure),
    metText(figure),
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]!.length)));
  return [head, ...rows]
    .map((row) => row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('  '))
    .join('\n');
}

function written(value: number | null | undefined, unit: Unit): string {
  if (value === undefined) return '';
  if (value === null) return '–';
  const digits = unit === 'files' || unit === 'MB' ? 0 : unit === '×' || unit === 'µs' ? 2 : 1;
  return `${value.toFixed(digits)} ${unit}`;
}

function goalText({ goal, flat, unit }: Figure): string {
  const limit = goal ? `${goal.is === 'at most' ? '≤' : '≥'} ${goal.value} ${unit}` : '';
  return [limit, flat ? 'flat' : ''].filter(Boolean).join(', ');
}

function metText({ met, goal, flat, judgedBy }: Figure): string {
  if (!goal && !flat) return '';
  if (met === null) return '?';
  const by = goal?.of !== undefined && goal.of !== judgedBy ? ` (goal of ${goal.of.toLocaleString('en')})` : '';
  return `${met ? 'yes' : 'NO'}${by}`;
}

/**
 * What charts cost of processor time in one thread: `node bench/charts.ts [rounds]`.
 * Prints milliseconds, kilobytes of SVG and rows of the table of a figure of each kind, drawn as pages draw it (its
 * specification made anew, wide and narrow, and its table), and the mean of all kinds. The least of the rounds: the
 * machine has other work.
 */
import { drawChart } from '../src/charts/draw.ts';
import { loadFontMetrics } from '../src/charts/load-fonts.ts';
import type { ChartSpec } from '../src/charts/types.ts';
import { ordinary } from '../test/charts/examples.ts';
import { themeOf } from '../test/charts/theme.ts';

const rounds = Number(process.argv[2] ?? 40);
const REPEATS = 10;
const theme = themeOf(loadFontMetrics('inter'));

interface Figure {
  bytes: number;
  rows: number;
}

function drawFigure(spec: ChartSpec): Figure {
  const [wide, narrow] = (['wide', 'narrow'] as const).map((size) => drawChart({ ...spec, size }, theme));
  return { bytes: wide!.svg.length + narrow!.svg.length, rows: wide!.table.rows.length };
}

function milliseconds(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const names = ordinary('ru').map(({ id }) => id);
const least = names.map(() => Infinity);
const figures: Figure[] = [];
for (let round = 0; round < rounds; round++) {
  names.forEach((_, kind) => {
    // What was told of one specification is not told again of the same one.
    const anew = Array.from({ length: REPEATS }, () => ordinary('ru')[kind]!);
    const took = milliseconds(() => anew.forEach((spec) => (figures[kind] = drawFigure(spec))));
    least[kind] = Math.min(least[kind]!, took / REPEATS);
  });
}
names.forEach((name, kind) => {
  const { bytes, rows } = figures[kind]!;
  console.log(`${name.padEnd(24)} ${least[kind]!.toFixed(3)} ms  ${(bytes / 1024).toFixed(1)} KB  ${rows} rows`);
});
const mean = least.reduce((sum, each) => sum + each, 0) / least.length;
console.log(`${'a figure, on average'.padEnd(24)} ${mean.toFixed(3)} ms`);

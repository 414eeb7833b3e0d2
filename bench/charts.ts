/**
 * How quickly charts are drawn in one thread: `node bench/charts.ts`.
 * Prints milliseconds and kilobytes a chart by kind, and charts a second over all ordinary ones.
 */
import { drawChart } from '../src/charts/draw.ts';
import { loadFontMetrics } from '../src/charts/load-fonts.ts';
import { ordinary } from '../test/charts/examples.ts';
import { themeOf } from '../test/charts/theme.ts';

const theme = themeOf(loadFontMetrics('inter'));
const specs = ordinary('ru');
const rounds = 60;

const draw = (): void => specs.forEach((spec) => drawChart(spec, theme));
for (let i = 0; i < 10; i++) draw();

for (const spec of specs) {
  const start = performance.now();
  for (let i = 0; i < rounds; i++) drawChart(spec, theme);
  const each = (performance.now() - start) / rounds;
  const { svg } = drawChart(spec, theme);
  console.log(`${spec.id.padEnd(24)} ${each.toFixed(2)} ms  ${(svg.length / 1024).toFixed(1)} KB`);
}
const start = performance.now();
for (let i = 0; i < rounds; i++) draw();
const seconds = (performance.now() - start) / 1000;
console.log(`${Math.round((rounds * specs.length) / seconds)} charts a second`);

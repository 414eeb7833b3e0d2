/**
 * What one client costs of processor time, part by part: `node bench/client.ts [rounds]`.
 * Its export of 3,655 rows is read and put together, the figures of a month are computed, and charts of every kind
 * are drawn, wide and narrow. Prints the median of the rounds; each round takes ten clients, so that no result is
 * remembered from the last one.
 */
import { gatherFacts, type Facts } from '../src/figures/facts.ts';
import { parsePeriod } from '../src/figures/period.ts';
import { periodFigures } from '../src/figures/period-figures.ts';
import { drawChart } from '../src/charts/draw.ts';
import { loadFontMetrics } from '../src/charts/load-fonts.ts';
import { readExport } from '../src/intake/read-export.ts';
import type { IntakeFile } from '../src/types/intake.ts';
import type { Client } from '../src/types/workspace.ts';
import { builtinMetrics } from '../src/workspace/metrics.ts';
import { ordinary } from '../test/charts/examples.ts';
import { themeOf } from '../test/charts/theme.ts';
import { AS_OF, clientFiles, exportOf, MONTH, ROWS_PER_CLIENT } from './workload.ts';

const rounds = Number(process.argv[2] ?? 15);
const CLIENTS = 10;
const metrics = builtinMetrics();
const theme = themeOf(loadFontMetrics('inter'));
const exportText = new TextEncoder();

const client: Client = {
  ...{ id: 'bench', name: 'Bench', locale: 'en', currency: 'EUR', timeZone: 'UTC', team: [], brand: {} },
  ...{ kpis: ['leads', 'cpl', 'revenue', 'cost', 'clicks', 'cpc', 'ctr', 'impressions'], reports: [], services: [] },
  ...{ channels: {}, sources: { sources: {}, precedence: {} }, targets: [], mediaPlan: [], work: [], plan: [] },
  ...{ events: [], initiatives: [], notes: {}, exports: [] },
};

const inputs = Array.from({ length: CLIENTS }, (_, index) => {
  const file = exportOf(index + 1);
  const text = clientFiles(index + 1).find(([name]) => name === file)![1];
  return { file, source: 'ads', bytes: exportText.encode(text) };
});
const context = { rule: { vat: 'excluded' as const, currency: 'EUR' }, metrics, client: client.id };
const specs = [...ordinary('ru'), ...ordinary('en')];

let files: IntakeFile[] = [];
let facts: Facts[] = [];
const parts: [name: string, unit: string, per: number, run: () => void][] = [
  ['reading an export', 'ms', CLIENTS, () => (files = inputs.map((input) => readExport(input, context)))],
  [
    'putting it together',
    'ms',
    CLIENTS,
    () => (facts = files.map((file) => gatherFacts(client, [file], metrics).value)),
  ],
  [
    'figures of a month',
    'ms',
    CLIENTS,
    () => facts.forEach((each) => periodFigures(each, client, metrics, parsePeriod(MONTH)!, AS_OF)),
  ],
  [
    'a chart, wide and narrow',
    'ms',
    specs.length,
    () => {
      for (const spec of specs) for (const size of ['wide', 'narrow'] as const) drawChart({ ...spec, size }, theme);
    },
  ],
];

/** Processor time of all threads, garbage collection among them. */
function milliseconds(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

const taken = parts.map((): number[] => []);
for (let round = 0; round < rounds + 3; round += 1) {
  parts.forEach(([, , per, run], index) => {
    const each = milliseconds(run) / per;
    // The first rounds are compiled while they run.
    if (round >= 3) taken[index]!.push(each);
  });
}
parts.forEach(([name, unit], index) => console.log(`${name.padEnd(26)} ${median(taken[index]!).toFixed(2)} ${unit}`));
const rowCost = taken.slice(0, 3).reduce((sum, each) => sum + median(each), 0) / ROWS_PER_CLIENT;
console.log(`${'a row, up to the figures'.padEnd(26)} ${(rowCost * 1000).toFixed(2)} µs`);

import type { IntakeFile } from '../../src/types/intake.ts';
import type { Day } from '../../src/types/period.ts';
import type { Client, MediaPlanRow, Metric, Target } from '../../src/types/workspace.ts';
import { exact, plain } from '../../src/figures/exact.ts';
import { gatherFacts } from '../../src/figures/facts.ts';
import { parsePeriod } from '../../src/figures/period.ts';
import { periodFigures } from '../../src/figures/period-figures.ts';
import { FactStore } from '../../src/intake/fact-store.ts';
import { KeptRows } from '../../src/intake/row-index.ts';

const additive = (id: string, unit: Metric['unit'], better: Metric['better']): Metric => ({
  id,
  kind: 'additive',
  names: { ru: id, en: id },
  unit,
  better,
});
const ratio = (
  id: string,
  unit: Metric['unit'],
  better: Metric['better'],
  numerator: string,
  denominator: string,
): Metric => ({ id, kind: 'ratio', names: { ru: id, en: id }, unit, better, numerator, denominator });

export const METRICS: Record<string, Metric> = {
  impressions: additive('impressions', 'count', 'higher'),
  clicks: additive('clicks', 'count', 'higher'),
  cost: additive('cost', 'money', 'lower'),
  leads: additive('leads', 'count', 'higher'),
  revenue: additive('revenue', 'money', 'higher'),
  ctr: ratio('ctr', 'percent', 'higher', 'clicks', 'impressions'),
  cpl: ratio('cpl', 'money', 'lower', 'cost', 'leads'),
  cpm: { ...ratio('cpm', 'money', 'lower', 'cost', 'impressions'), factor: 1000 } as Metric,
  drr: ratio('drr', 'percent', 'lower', 'cost', 'revenue'),
};

export function clientWith(parts: Partial<Client> = {}): Client {
  return {
    id: 'hotel',
    name: 'Hotel',
    locale: 'ru',
    currency: 'RUB',
    timeZone: 'Europe/Moscow',
    team: [],
    brand: {},
    kpis: ['leads', 'cpl'],
    reports: ['monthly'],
    services: [],
    channels: {},
    sources: { sources: {}, precedence: {} },
    targets: [],
    mediaPlan: [],
    work: [],
    plan: [],
    events: [],
    initiatives: [],
    notes: {},
    exports: [],
    ...parts,
  };
}

export const target = (period: string, metric: string, channel: string | null, value: string | null): Target => ({
  period,
  metric,
  channel,
  target: value,
  row: 2,
});

export const planRow = (
  period: string,
  channel: string,
  budget: string | null,
  leads: string | null = null,
): MediaPlanRow => ({ period, channel, budget, impressions: null, clicks: null, leads, row: 2 });

/** One data row of an export; an absent metric is an empty cell. `campaign` only tells rows apart. */
export interface Row {
  date: Day;
  channel: string;
  campaign?: string;
  values: Record<string, string>;
}

/** An export as intake hands it over. */
export function fileOf(name: string, rows: Row[], parts: Partial<IntakeFile> = {}): IntakeFile {
  const source = parts.source ?? 'ads';
  const days = rows.map((row) => row.date).sort();
  const first = days[0];
  return {
    file: `data/clients/hotel/exports/${source}/${name}`,
    sha256: `sha-of-${name}`,
    source,
    format: 'tidy',
    encoding: 'utf-8',
    delimiter: ',',
    period: first === undefined ? null : { from: first, to: days.at(-1)! },
    currency: null,
    rows: { read: rows.length, totals: 0 },
    feeds: [...new Set(rows.flatMap((row) => Object.keys(row.values)))].sort(),
    ...factsOf(rows),
    identity: new KeptRows(keysOf(rows), null),
    controlSums: [],
    problems: [],
    ...parts,
  };
}

function factsOf(rows: Row[]) {
  const store = new FactStore();
  rows.forEach(({ date, channel, values }, index) => {
    store.countRows(store.numberOf(date), 1);
    for (const [metric, value] of Object.entries(values)) {
      store.add(date, channel, metric, plain(exact(value)), index + 2);
    }
  });
  return store.facts();
}

function keysOf(rows: Row[]): Record<Day, string[]> {
  const keys: Record<Day, string[]> = {};
  for (const { date, channel, campaign = '', values } of rows) {
    (keys[date] ??= []).push(`${channel}|${campaign}:${JSON.stringify(values)}`);
  }
  for (const list of Object.values(keys)) list.sort();
  return Object.fromEntries(Object.entries(keys).sort());
}

/** Gathers the files, which must be without errors, and computes one period. */
export function figuresFor(
  files: IntakeFile[],
  period: string,
  {
    client = clientWith(),
    asOf = '2027-06-01',
    metrics = METRICS,
  }: { client?: Client; asOf?: Day; metrics?: typeof METRICS } = {},
) {
  const { value, problems } = gatherFacts(client, files, metrics);
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return periodFigures(value, client, metrics, parsePeriod(period)!, asOf);
}

import type { Change, Comparison, Decimal, Figure, Lineage, PlanFact, Story } from '../../src/types/figures.ts';
import type { Locale } from '../../src/types/locale.ts';
import type { Period } from '../../src/types/period.ts';
import type {
  CabinetModel,
  HistorySums,
  MetricCard,
  MonthlyHistory,
  PersonCard,
  ReportModel,
} from '../../src/types/report.ts';
import { FIXTURE_BESIDE, fixtureLists } from './fixture-lists.ts';
import { fixtureTexts } from './fixture-texts.ts';

/** What a test varies; the rest is a believable hotel (ru) or software company (en). */
export interface FixtureOptions {
  locale: Locale;
  channels?: number;
  months?: number;
  elapsed?: number;
  note?: boolean;
  name?: string;
  /** Multiplies every figure; negative for refunds. */
  scale?: number;
  targets?: boolean;
}

type Values = Record<string, number>;
const ADDITIVE = ['impressions', 'clicks', 'cost', 'leads', 'sales', 'revenue'];
const KPIS = ['leads', 'sales', 'revenue', 'cost', 'cpl', 'roas', 'cr'];
const RATIOS: Record<string, [string, string]> = {
  cpl: ['cost', 'leads'],
  roas: ['revenue', 'cost'],
  cr: ['leads', 'clicks'],
};
const UNITS: Record<string, MetricCard['unit']> = {
  cost: 'money',
  revenue: 'money',
  cpl: 'money',
  cr: 'percent',
  roas: 'number',
};

const text = (value: number | null, digits = 2): Decimal =>
  value === null || !Number.isFinite(value) ? null : String(Number(value.toFixed(digits)));

/** A small repeatable noise in 0–1 from two whole numbers. */
const noise = (a: number, b: number): number => {
  const x = Math.sin(a * 127.1 + b * 311.7) * 43758.5453;
  return x - Math.floor(x);
};

function monthPeriod(index: number): Period {
  const year = Math.floor(index / 12);
  const month = String((index % 12) + 1).padStart(2, '0');
  const last = new Date(Date.UTC(year, (index % 12) + 1, 0)).getUTCDate();
  return { id: `${year}-${month}`, kind: 'month', from: `${year}-${month}-01`, to: `${year}-${month}-${last}` };
}

function channelMonth(channel: number, index: number, scale: number): Values {
  const season = 1 + 0.35 * Math.sin(((index % 12) / 12) * Math.PI * 2 - 1);
  const clicks = (14_600 / (channel + 1)) * season * (0.75 + 0.5 * noise(channel, index)) * (1 + (index % 100) * 0.004);
  const leads = clicks * (0.021 + 0.004 * noise(index, channel));
  const round = (value: number): number => Math.round(value * scale);
  const sales = leads * 0.31;
  return {
    impressions: round(clicks * 24),
    clicks: round(clicks),
    cost: channel % 5 === 4 ? 0 : round(clicks * (14 + 6 * noise(channel, index + 5))),
    leads: round(leads),
    sales: round(sales),
    revenue: round(sales * 14_200),
  };
}

const addUp = (all: Values[]): Values =>
  Object.fromEntries(ADDITIVE.map((id) => [id, all.reduce((sum, one) => sum + (one[id] ?? 0), 0)]));

function valueOf(id: string, sums: Values | null): number | null {
  if (sums === null) return null;
  const ratio = RATIOS[id];
  if (!ratio) return sums[id] ?? null;
  const below = sums[ratio[1]] ?? 0;
  return below === 0 ? null : (sums[ratio[0]] ?? 0) / below;
}

function change(from: number | null, to: number | null, better: 'higher' | 'lower'): Change {
  const gap = from === null || to === null ? null : to - from;
  const sense = !gap ? 'neutral' : gap > 0 === (better === 'higher') ? 'good' : 'bad';
  return {
    from: text(from, 6),
    to: text(to, 6),
    absolute: text(gap, 6),
    relative: gap === null || !from ? null : text(gap / Math.abs(from), 6),
    sense,
  };
}

const betterOf = (id: string): 'higher' | 'lower' => (id === 'cpl' || id === 'cost' ? 'lower' : 'higher');

function comparison(
  id: string,
  now: Values,
  before: Values | null,
  yearAgo: Values | null,
  target: number | null,
): Comparison {
  const [value, previous, old] = [valueOf(id, now), valueOf(id, before), valueOf(id, yearAgo)];
  const better = betterOf(id);
  const done = target && value !== null ? value / target : null;
  const figure: Figure = {
    value: text(value, 6),
    previous: text(previous, 6),
    yearAgo: text(old, 6),
    target: text(target),
    unit: UNITS[id] ?? 'count',
    better,
  };
  return {
    ...figure,
    metric: id,
    againstPrevious: change(previous, value, better),
    againstYearAgo: change(old, value, better),
    targetDone: text(done, 6),
    targetReached: false,
    targetSense: done === null ? 'neutral' : done >= 1 === (better === 'higher') ? 'good' : 'bad',
  };
}

function metricCards(locale: Locale): Record<string, MetricCard> {
  const names = fixtureTexts[locale].metrics;
  return Object.fromEntries(
    [...ADDITIVE, ...Object.keys(RATIOS)].map((id) => {
      const { name, about } = names[id] ?? { name: id, about: '' };
      const base = { id, names: { ru: name, en: name }, unit: UNITS[id] ?? 'count', better: betterOf(id) };
      const ratio = RATIOS[id];
      return [
        id,
        {
          id,
          name,
          about: about || null,
          unit: base.unit,
          better: base.better,
          decimals: null,
          definition: ratio
            ? { ...base, kind: 'ratio', numerator: ratio[0], denominator: ratio[1] }
            : { ...base, kind: 'additive' },
        },
      ];
    }),
  );
}

function lineageOf(channels: { id: string }[], byChannel: Values[]): Lineage[] {
  return [...ADDITIVE, ...Object.keys(RATIOS)].map((metric) => {
    const ratio = RATIOS[metric];
    return {
      anchor: `src-${metric}`,
      metric,
      formula: ratio ? { numerator: ratio[0], denominator: ratio[1], factor: 1 } : null,
      parts: ratio
        ? []
        : channels.map(({ id }, i) => ({
            file: `data/clients/demo/exports/${id}/2026-10.csv`,
            channel: id,
            rows: 31 * 4,
            firstRow: 9,
            lastRow: 9 + 31 * 4,
            sum: text(byChannel[i]?.[metric] ?? 0) ?? '0',
          })),
      yielded:
        metric === 'leads' && channels[0]
          ? [{ source: 'metrika', channel: channels[0].id, ours: '102', theirs: '97' }]
          : [],
      beside: metric === 'leads' && channels[0] ? FIXTURE_BESIDE : [],
    };
  });
}

function storiesOf(channels: { id: string }[], now: Values[], before: Values[]): Story[] {
  const [totalNow, totalBefore] = [addUp(now), addUp(before)];
  const total = (metric: string): Story => ({
    kind: 'total',
    metric,
    change: change(totalBefore[metric] ?? 0, totalNow[metric] ?? 0, betterOf(metric)),
    parts: channels.map(({ id }, i) => {
      const [from, to] = [before[i]?.[metric] ?? 0, now[i]?.[metric] ?? 0];
      return { channel: id, from: String(from), to: String(to), contribution: String(to - from) };
    }),
  });
  const cpl = change(valueOf('cpl', totalBefore), valueOf('cpl', totalNow), 'lower');
  const half = Number(cpl.absolute) / 2;
  const ratio: Story = {
    kind: 'ratio',
    metric: 'cpl',
    change: cpl,
    mix: String(half),
    rate: String(half),
    parts: channels.map(({ id }, i) => ({
      channel: id,
      from: text(valueOf('cpl', before[i] ?? null)),
      to: text(valueOf('cpl', now[i] ?? null)),
      mix: String(half / channels.length),
      rate: String(half / channels.length),
    })),
  };
  return channels.length === 0 ? [] : [total('leads'), total('revenue'), ratio];
}

function planFact(channel: string, sums: Values): PlanFact {
  const line = (id: string, factor: number): PlanFact['columns']['budget'] => {
    const fact = sums[id] ?? 0;
    const plan = Math.round(fact * factor);
    return { plan: plan ? String(plan) : null, fact: String(fact), done: plan ? text(fact / plan, 6) : null };
  };
  return {
    channel,
    columns: {
      budget: line('cost', 1.04),
      impressions: line('impressions', 0.93),
      clicks: line('clicks', 0.97),
      leads: line('leads', 1.12),
    },
  };
}

export function fixtureReport(options: FixtureOptions): ReportModel {
  const { locale, months = 26, scale = 1, note = true, targets = true } = options;
  const texts = fixtureTexts[locale];
  const channels = texts.channels.slice(0, options.channels ?? 6);
  const last = 2026 * 12 + 9;
  const period = monthPeriod(last);
  const at = (index: number): Values[] => channels.map((_, i) => channelMonth(i, index, scale));
  const known = (index: number): Values[] | null => (index > last - months ? at(index) : null);
  const sumsOf = (list: Values[] | null): Values | null => (list === null ? null : addUp(list));
  const [now, before, old] = [at(last), known(last - 1), known(last - 12)];
  const goal = (id: string, value: number | null): number | null =>
    !targets || id === 'cr' || value === null ? null : Math.round(value * (0.9 + 0.25 * noise(id.length, 7)));
  const compare = (id: string, a: Values[], b: Values[] | null, c: Values[] | null, total: boolean): Comparison =>
    comparison(id, addUp(a), sumsOf(b), sumsOf(c), total ? goal(id, valueOf(id, addUp(a))) : null);
  const all = [...KPIS, 'clicks', 'impressions'];
  const indices = Array.from({ length: months }, (_, i) => last - months + 1 + i);
  const monthly = indices.map(at);
  const sumsIn = (list: Values[]): HistorySums =>
    Object.fromEntries(ADDITIVE.map((id) => [id, { scale: 0, units: list.map((sums) => sums[id] ?? null) }]));
  const history: MonthlyHistory = {
    months: indices.map(monthPeriod),
    total: sumsIn(monthly.map(addUp)),
    channels: Object.fromEntries(channels.map(({ id }, k) => [id, sumsIn(monthly.map((list) => list[k] ?? {}))])),
  };
  const elapsed = options.elapsed ?? 31;
  const totals = all.map((id) => compare(id, now, before, old, true));
  const byChannel = Object.fromEntries(
    channels.map(({ id }, i) => [
      id,
      all.map((metric) => compare(metric, [now[i] ?? {}], before && [before[i] ?? {}], old && [old[i] ?? {}], false)),
    ]),
  );
  const coverage = channels.map(({ id }, i) => ({
    source: id,
    channel: id,
    days: i === 2 ? 26 : elapsed,
    of: elapsed,
    lastDay: i === 2 ? '2026-10-26' : `2026-10-${elapsed}`,
    freshness: {
      lastDay: `2026-10-${elapsed}`,
      takenOn: i === 0 ? '2026-11-02' : null,
      settled: i === 0 ? false : null,
    },
  }));
  return {
    kind: 'monthly',
    locale,
    currency: texts.currency,
    timeZone: 'Europe/Moscow',
    asOf: elapsed < 31 ? '2026-10-19' : '2026-11-04',
    period,
    compared: {
      current: period,
      previous: monthPeriod(last - 1),
      yearAgo: monthPeriod(last - 12),
      partial: elapsed < 31,
      elapsed,
      days: 31,
    },
    began: null,
    agency: texts.agency,
    client: { ...texts.client, name: options.name ?? texts.client.name },
    manager: texts.people[0] ?? null,
    metrics: metricCards(locale),
    channels,
    figures: {
      client: texts.client.id,
      period: period.id,
      currency: texts.currency,
      locale,
      asOf: '2026-11-04',
      metrics: Object.fromEntries(
        totals.map(({ metric, value, previous, yearAgo, target, unit, better }) => [
          metric,
          { value, previous, yearAgo, target, unit, better },
        ]),
      ),
      channels: {},
      days: Array.from({ length: channels.length ? elapsed : 0 }, (_, i) => ({
        date: `2026-10-${String(i + 1).padStart(2, '0')}`,
        ...Object.fromEntries(
          ADDITIVE.map((id) => [id, text(((addUp(now)[id] ?? 0) / 31) * (0.6 + 0.8 * noise(i, id.length)), 0)]),
        ),
      })),
      coverage,
      sources: channels.map(({ id }, i) => ({
        file: `data/clients/demo/exports/${id}/2026-10.csv`,
        sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
        format: 'tidy',
        rows: { read: 124 + i, used: 124, totals: 1, outside: i },
        controlSums: [{ column: 'clicks', ours: '2410', theirs: i === 1 ? '2411' : '2410', ok: i !== 1 }],
      })),
      warnings:
        channels.length > 1
          ? [
              {
                code: 'control-sum',
                message: texts.warning,
                file: `data/clients/demo/exports/${channels[1]?.id}/2026-10.csv`,
                row: 132,
              },
            ]
          : [],
    },
    kpis: channels.length === 0 ? [] : totals.filter(({ metric }) => KPIS.includes(metric)),
    totals,
    byChannel,
    history: channels.length === 0 ? { months: [], total: {}, channels: {} } : history,
    monthlyTargets: Object.fromEntries(
      totals
        .filter(({ target }) => target !== null)
        .map(({ metric, target }) => [metric, indices.map((index) => (index === last ? target : null))]),
    ),
    stories: before ? storiesOf(channels, now, before) : [],
    mediaPlan:
      channels.length === 0
        ? null
        : {
            rows: channels.map(({ id }, i) => planFact(id, now[i] ?? {})),
            total: planFact('total', addUp(now)),
            pacing:
              elapsed < 31
                ? [null, ...channels.map(({ id }) => id)].map((channel, i) => ({
                    channel,
                    budget: '62000',
                    spent: '38400',
                    due: '36000',
                    pace: '1.0667',
                    projection: '66133',
                    lastDay: i === 3 ? '2026-10-14' : '2026-10-18',
                    stale: i === 3,
                  }))
                : [],
          },
    note: note ? { author: texts.people[0] ?? null, ...texts.note } : null,
    work: note ? texts.work : [],
    plan: note ? texts.plan : [],
    events: note ? texts.events.map((event, row) => ({ ...event, row })) : [],
    initiatives: note ? texts.initiatives.map((one, row) => ({ ...one, row })) : [],
    gaps: coverage.filter(({ days, of }) => days < of),
    lineage: lineageOf(channels, now),
    lists: channels.length === 0 ? [] : fixtureLists(channels[0]!.id),
    documents: { pdf: `${texts.client.id}-${period.id}.pdf`, json: 'figures.json', csv: 'figures.csv' },
  };
}

export function fixtureCabinet(options: FixtureOptions): CabinetModel {
  const report = fixtureReport(options);
  const texts = fixtureTexts[options.locale];
  const team: PersonCard[] = texts.people.slice(1);
  const reports = [...report.history.months].reverse().map((period, i) => ({
    period,
    kind: 'monthly' as const,
    summary: i === 0 ? texts.note.summary : null,
    kpis: report.kpis,
    incomplete: i === 0 && report.gaps.length > 0,
    page: `${period.id}/index.html`,
    pdf: `${period.id}/${texts.client.id}-${period.id}.pdf`,
    json: `${period.id}/figures.json`,
    csv: `${period.id}/figures.csv`,
  }));
  const { locale, currency, timeZone, asOf, agency, client, manager, metrics, channels, history, initiatives } = report;
  return {
    locale,
    currency,
    timeZone,
    asOf,
    agency,
    client,
    manager,
    team,
    metrics,
    channels,
    reports,
    kpis: KPIS,
    history,
    chronology: [
      ...report.work.map((line) => ({ kind: 'work' as const, ...line })),
      ...texts.events.map((event) => ({ kind: 'event' as const, ...event })),
      ...report.work
        .slice(0, 4)
        .map((line) => ({ kind: 'work' as const, ...line, date: line.date.replace('-10-', '-09-') })),
    ].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0)),
    planned: report.plan.length
      ? [
          { period: '2026-11', items: report.plan },
          { period: '2026-12', items: report.plan.slice(0, 2) },
        ]
      : [],
    initiatives,
  };
}

import { warningLine } from '../../figures/figures-file.ts';
import type { PeriodFigures } from '../../figures/period-figures.ts';
import { localText } from '../../locale/text.ts';
import type { Problem } from '../../types/problem.ts';
import type { Locale } from '../../types/locale.ts';
import type { Day, Period } from '../../types/period.ts';
import type { MetricCard, PlanLine, ReportModel, WorkLine } from '../../types/report.ts';
import type { Client, Metric, Person, PlanItem, WorkItem, Workspace } from '../../types/workspace.ts';
import { agencyCard, clientCard, findPerson, metricCard, personName } from '../cards.ts';
import type { ReportPlan } from './documents.ts';

/** Everything one report shows, from the client's folder and its figures. */
export function reportModel(input: {
  workspace: Workspace;
  client: Client;
  plan: ReportPlan;
  figures: PeriodFigures;
  /** First day of the client's data. */
  began: Day | null;
  asOf: Day;
  pdf: boolean;
  /** Warnings beside those of the figures: numbers in the note that match none. */
  warnings: Problem[];
}): ReportModel {
  const { workspace, client, plan, figures, asOf } = input;
  const { locale } = client;
  const { period } = plan;
  const note = client.notes[period.id];
  const within = (day: Day) => day >= period.from && day <= period.to && day < asOf;
  return {
    kind: plan.kind,
    locale,
    currency: client.currency,
    timeZone: client.timeZone,
    asOf,
    period,
    compared: figures.compared,
    began: input.began,
    agency: agencyCard(workspace.agency, locale),
    client: clientCard(client),
    manager: findPerson(workspace.people, client.manager, locale),
    metrics: metricCards(workspace.metrics, locale),
    channels: channelNames(workspace, client, Object.keys(figures.byChannel)),
    figures: {
      ...figures.figures,
      warnings: [...figures.figures.warnings, ...input.warnings.map((problem) => warningLine(problem, locale))],
    },
    kpis: figures.kpis,
    totals: figures.totals,
    byChannel: figures.byChannel,
    history: figures.history,
    stories: figures.stories.filter(({ metric }) =>
      figures.kpis.some((one) => one.metric === metric && one.againstPrevious.absolute !== null),
    ),
    mediaPlan: figures.mediaPlan,
    note: note
      ? {
          author: findPerson(workspace.people, note.author ?? client.manager, locale),
          summary: note.summary,
          asks: note.asks,
          html: note.html,
        }
      : null,
    work: client.work.filter((item) => within(item.date)).map((item) => workLine(item, workspace.people, locale)),
    plan: client.plan.filter((item) => isNext(item, period)).map((item) => planLine(item, workspace.people, locale)),
    events: client.events.filter((event) => within(event.date)),
    initiatives: client.initiatives.filter(
      (one) => one.start <= period.to && (!['done', 'stopped'].includes(one.status) || one.due >= period.from),
    ),
    gaps: figures.gaps,
    lineage: figures.lineage,
    comparedSources: figures.comparedSources,
    lists: figures.lists,
    documents: { pdf: input.pdf ? `${client.id}-${period.id}.pdf` : null, json: 'figures.json', csv: 'figures.csv' },
  };
}

export function metricCards(metrics: Record<string, Metric>, locale: Locale): Record<string, MetricCard> {
  return Object.fromEntries(Object.entries(metrics).map(([id, metric]) => [id, metricCard(metric, locale)]));
}

/** Channels in the order they are always shown: as the client declares them, then as the agency does, then by name. */
export function channelNames(workspace: Workspace, client: Client, ids: string[]): { id: string; name: string }[] {
  const declared = [...Object.keys(client.channels), ...Object.keys(workspace.agency.channels)];
  const rank = (id: string) => {
    const place = declared.indexOf(id);
    return place < 0 ? declared.length : place;
  };
  const ordered = [...ids].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return ordered.map((id) => {
    // Own keys only: a channel may be called `constructor`.
    const name = [client.channels, workspace.agency.channels].find((names) => Object.hasOwn(names, id))?.[id];
    return { id, name: name === undefined ? id : localText(name, client.locale) };
  });
}

export function workLine(item: WorkItem, people: Person[], locale: Locale): WorkLine {
  const { date, area, title, hours, status, link, effect } = item;
  return { date, area, title, hours, status, link, effect, person: personName(people, item.person, locale) };
}

export function planLine(item: PlanItem, people: Person[], locale: Locale): PlanLine {
  return { area: item.area, title: item.title, due: item.due, person: personName(people, item.person, locale) };
}

/** A plan belongs to the period that follows: November's plan stands in October's report. */
function isNext(item: PlanItem, period: Period): boolean {
  return nextPeriodIds(period).includes(item.period);
}

function nextPeriodIds(period: Period): string[] {
  const year = Number(period.to.slice(0, 4));
  const month = Number(period.to.slice(5, 7));
  const next = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
  const monthId = `${next.year}-${String(next.month).padStart(2, '0')}`;
  if (period.kind === 'month' || period.kind === 'range') return [monthId];
  const quarterId = `${next.year}-Q${Math.ceil(next.month / 3)}`;
  if (period.kind === 'quarter') return [quarterId, ...monthsFrom(next.year, next.month, 3)];
  return [String(next.year), quarterId, ...monthsFrom(next.year, next.month, 12)];
}

function monthsFrom(year: number, month: number, count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const index = year * 12 + (month - 1) + i;
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
  });
}

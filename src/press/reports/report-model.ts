import type { PeriodFigures } from '../../figures/period-figures.ts';
import { channelNames } from './channel-names.ts';
import type { Locale } from '../../types/locale.ts';
import type { Day } from '../../types/period.ts';
import type { MetricCard, PlanLine, ReportModel, WorkLine } from '../../types/report.ts';
import type { Client, Metric, Person, PlanItem, WorkItem, Workspace } from '../../types/workspace.ts';
import { agencyCard, clientCard, findPerson, metricCard, personName } from '../cards.ts';
import { isAhead } from './ahead.ts';
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
}): ReportModel {
  const { workspace, client, plan, figures, asOf } = input;
  const { locale } = client;
  const { period } = plan;
  const note = client.notes[period.id];
  // What was done today is a fact already; the day's figures are not.
  const isToday = (day: Day) => day === asOf && day >= period.from && day <= period.to;
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
    channels: channelNames(workspace, client, channelsShown(figures)),
    figures: figures.figures,
    kpis: figures.kpis,
    totals: figures.totals,
    byChannel: figures.byChannel,
    history: figures.history,
    monthlyTargets: figures.monthlyTargets,
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
    work: client.work
      .filter(({ date }) => within(date) || isToday(date))
      .map((item) => workLine(item, workspace.people, locale)),
    plan: client.plan
      .filter((item) => isAhead(item, period, asOf))
      .map((item) => planLine(item, workspace.people, locale)),
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

/** Channels with figures or a target, and those of the media plan that have nothing else. */
function channelsShown({ byChannel, mediaPlan }: PeriodFigures): string[] {
  return [...new Set([...Object.keys(byChannel), ...(mediaPlan?.rows ?? []).map(({ channel }) => channel)])];
}

export function workLine(item: WorkItem, people: Person[], locale: Locale): WorkLine {
  const { date, area, title, hours, status, link, effect } = item;
  return { date, area, title, hours, status, link, effect, person: personName(people, item.person, locale) };
}

export function planLine(item: PlanItem, people: Person[], locale: Locale): PlanLine {
  return { area: item.area, title: item.title, due: item.due, person: personName(people, item.person, locale) };
}

import { comparePeriods, parsePeriod } from '../../figures/period.ts';
import type { Comparison } from '../../types/figures.ts';
import type { Day, Period } from '../../types/period.ts';
import type { CabinetModel, MonthlyHistory, PlanLine } from '../../types/report.ts';
import type { Client, Workspace } from '../../types/workspace.ts';
import { agencyCard, clientCard, findPerson } from '../cards.ts';
import type { ReportPlan } from './documents.ts';
import { channelNames } from './channel-names.ts';
import { metricCards, planLine, workLine } from './report-model.ts';

/** What the cabinet says of one report. */
export interface CabinetReport extends ReportPlan {
  kpis: Comparison[];
  incomplete: boolean;
  /** Whether a PDF stands beside its page. */
  pdf: boolean;
}

/** The client's own page: all reports, the long trend, the chronology, what is planned, the team. */
export function cabinetModel(input: {
  workspace: Workspace;
  client: Client;
  reports: CabinetReport[];
  history: MonthlyHistory;
  asOf: Day;
}): CabinetModel {
  const { workspace, client, asOf } = input;
  const { locale } = client;
  const { people } = workspace;
  return {
    locale,
    currency: client.currency,
    timeZone: client.timeZone,
    asOf,
    agency: agencyCard(workspace.agency, locale),
    client: clientCard(client),
    manager: findPerson(people, client.manager, locale),
    team: client.team.filter((id) => id !== client.manager).flatMap((id) => findPerson(people, id, locale) ?? []),
    metrics: metricCards(workspace.metrics, locale),
    channels: channelNames(workspace, client, Object.keys(input.history.channels)),
    reports: [...input.reports]
      .sort((a, b) => newestFirst(a.period, b.period))
      .map(({ period, kind, kpis, incomplete, pdf }) => ({
        period,
        kind,
        kpis,
        incomplete,
        summary: client.notes[period.id]?.summary ?? null,
        page: `${period.id}/index.html`,
        pdf: pdf ? `${period.id}/${client.id}-${period.id}.pdf` : null,
        json: `${period.id}/figures.json`,
        csv: `${period.id}/figures.csv`,
      })),
    kpis: client.kpis,
    history: input.history,
    chronology: chronology(workspace, client, asOf),
    planned: planned(workspace, client, asOf),
    initiatives: client.initiatives,
  };
}

/** By their last days; a quarter stands below its last month and above the one before. */
function newestFirst(a: Period, b: Period): number {
  return a.to === b.to ? comparePeriods(b, a) : a.to < b.to ? 1 : -1;
}

function chronology(workspace: Workspace, client: Client, asOf: Day): CabinetModel['chronology'] {
  const works = client.work.map((item) => ({
    kind: 'work' as const,
    ...workLine(item, workspace.people, client.locale),
  }));
  const events = client.events.map(({ date, title }) => ({ kind: 'event' as const, date, title }));
  return [...works, ...events]
    .filter((entry) => entry.date <= asOf)
    .sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1));
}

/** Plans of the period that runs on the as-of day and of later ones. */
function planned(workspace: Workspace, client: Client, asOf: Day): CabinetModel['planned'] {
  const groups = new Map<string, { period: Period; items: PlanLine[] }>();
  for (const item of client.plan) {
    const period = parsePeriod(item.period);
    if (period === null || period.to < asOf) continue;
    const group = groups.get(period.id) ?? { period, items: [] };
    group.items.push(planLine(item, workspace.people, client.locale));
    groups.set(period.id, group);
  }
  return [...groups.values()]
    .sort((a, b) => comparePeriods(a.period, b.period))
    .map(({ period, items }) => ({ period: period.id, items }));
}

import { defaultKpis } from '../../figures/default-kpis.ts';
import { periodFigures, type PeriodFigures } from '../../figures/period-figures.ts';
import { comparePeriods } from '../../figures/period.ts';
import type { Effects } from '../../types/effects.ts';
import type { Day, Period } from '../../types/period.ts';
import type { Problem } from '../../types/problem.ts';
import type { CabinetModel, MonthlyHistory, ReportModel } from '../../types/report.ts';
import type { Client, Workspace } from '../../types/workspace.ts';
import { cabinetModel } from './cabinet-model.ts';
import { namesOfChannels } from './channel-names.ts';
import { channelsAlike } from './channels-alike.ts';
import type { ReadExport } from './cached-intake.ts';
import { surveyClient } from './client-survey.ts';
import { kindOf, planReports, templateOf, type ReportPlan } from './documents.ts';
import { foldersOfOthers } from './folder-of-another.ts';
import { noteLanguage } from '../../figures/note-language.ts';
import { noteProblems } from '../../figures/note-numbers.ts';
import { strangeDays } from '../../figures/strange-days.ts';
import { examplesAmongData } from './examples-among-data.ts';
import { monthWithoutData } from './month-without-data.ts';
import { overdueInitiatives } from './overdue-initiatives.ts';
import { reportModel } from './report-model.ts';
import { unknownChannels } from './unknown-channels.ts';

/** What a build, a check and the development server want to know before any page is drawn. */
export interface PrepareOptions {
  asOf: Day;
  periods: Period[] | null;
  pdf: boolean;
  /** Periods already published, by client: the cabinet goes on listing them when only some periods are built. */
  published: ReadonlyMap<string, Period[]>;
  /** Ids of those that have a PDF, by client: one that this build does not touch keeps what it has. All when absent. */
  printed?: ReadonlyMap<string, ReadonlySet<string>>;
  /** How exports are read; anew when absent. */
  readExport?: ReadExport;
}

/** One client, ready to be drawn. */
export interface PreparedClient {
  client: Client;
  broken: boolean;
  problems: Problem[];
  reports: PreparedReport[];
}

export interface PreparedReport extends ReportPlan {
  /** Key of the template, `monthly.ru`. */
  template: string;
}

/** What a client's pages show; large, to be let go as soon as they are drawn. */
export interface ClientModels {
  /** In the order of the client's reports. */
  reports: ReportModel[];
  cabinet: CabinetModel;
}

/**
 * Reads one client's exports and computes every report.
 * @returns `models` is `null` when the client is broken already
 */
export async function prepareClient(
  workspace: Workspace,
  declared: Client,
  ownProblems: Problem[],
  options: PrepareOptions,
  effects: Effects,
): Promise<PreparedClient & { models: ClientModels | null }> {
  const survey = await surveyClient(workspace, declared, ownProblems, effects, options.readExport);
  if (survey.broken) return { client: declared, broken: true, problems: survey.problems, reports: [], models: null };
  const kpis = declared.kpis.length > 0 ? declared.kpis : defaultKpis(survey.facts, workspace.metrics);
  const client: Client = { ...declared, kpis };

  const channels = namesOfChannels(workspace, client);
  const figuresOf = (period: Period) =>
    periodFigures(survey.facts, client, workspace.metrics, period, options.asOf, channels);
  const plans = planReports(client.reports, survey.facts.days, options.asOf, options.periods);
  const listed = plansListed(plans, options, client);
  const computed = listed.map((plan) => ({ ...plan, figures: figuresOf(plan.period) }));

  const problems = [
    ...survey.problems,
    ...examplesAmongData(client, survey.files),
    ...unknownChannels(workspace, client, survey.facts),
    ...foldersOfOthers(workspace, client, survey.files),
    ...channelsAlike(workspace, client, survey.facts),
    ...strangeDays(client, survey.facts, options.asOf),
    ...overdueInitiatives(client, options.asOf),
    ...noDataAsked(client, plans, options),
    ...(options.periods === null ? monthWithoutData(client, survey.facts.days, options.asOf) : []),
  ];
  const began = survey.facts.days[0] ?? null;
  const reports: PreparedReport[] = [];
  const models: ReportModel[] = [];
  for (const { figures, ...plan } of computed) {
    if (!plans.some((one) => one.period.id === plan.period.id)) continue;
    // A gap is told with its month; the quarter and the year show it on their own pages.
    if (!toldByMonths(plan, client, options)) problems.push(...figures.problems);
    // The manager's own matter: the client's page and figures.json do not carry it.
    const note = client.notes[plan.period.id];
    if (note !== undefined) problems.push(...noteLanguage(client, note));
    problems.push(...noteProblems(client, plan.period, figures));
    const { asOf, pdf } = options;
    models.push(reportModel({ workspace, client, plan, figures, began, asOf, pdf }));
    reports.push({ ...plan, template: `${templateOf(plan.kind)}.${client.locale}` });
  }
  const cabinet = cabinetModel({
    workspace,
    client,
    reports: computed.map(({ figures, ...plan }) => ({
      ...plan,
      kpis: figures.kpis,
      incomplete: figures.gaps.length > 0,
      pdf: hasPdf(plan, plans, options, client),
    })),
    history: latestHistory(computed),
    asOf: options.asOf,
  });
  const broken = problems.some((one) => one.severity === 'error');
  return { client, broken, problems, reports, models: { reports: models, cabinet } };
}

/** What is being made has a PDF when this build prints; what was published before keeps what it has. */
function hasPdf(
  { period }: ReportPlan,
  plans: ReportPlan[],
  { pdf, printed }: PrepareOptions,
  client: Client,
): boolean {
  if (printed === undefined || plans.some((one) => one.period.id === period.id)) return pdf;
  return printed.get(client.id)?.has(period.id) ?? false;
}

/** Reports the cabinet lists: those being made, and those published before that this build does not touch. */
function plansListed(plans: ReportPlan[], options: PrepareOptions, client: Client): ReportPlan[] {
  const listed = new Map(plans.map((plan) => [plan.period.id, plan]));
  if (options.periods !== null) {
    for (const period of options.published.get(client.id) ?? []) {
      if (!listed.has(period.id)) listed.set(period.id, { period, kind: kindOf(period) });
    }
  }
  return [...listed.values()].sort((a, b) => comparePeriods(a.period, b.period));
}

function toldByMonths(plan: ReportPlan, client: Client, options: PrepareOptions): boolean {
  const longer = plan.kind === 'quarterly' || plan.kind === 'yearly';
  return longer && options.periods === null && client.reports.includes('monthly');
}

function latestHistory(computed: { period: Period; figures: PeriodFigures }[]): MonthlyHistory {
  const latest = computed.reduce<(typeof computed)[number] | null>(
    (best, one) => (best === null || one.period.to >= best.period.to ? one : best),
    null,
  );
  return latest?.figures.history ?? { months: [], total: {}, channels: {} };
}

function noDataAsked(client: Client, plans: ReportPlan[], options: PrepareOptions): Problem[] {
  const missing = (options.periods ?? []).filter((period) => !plans.some((plan) => plan.period.id === period.id));
  return missing.map((period) => ({
    code: 'no-data-for-period',
    severity: 'warning',
    client: client.id,
    file: `data/clients/${client.id}/exports`,
    found: { ru: `нет данных за период ${period.id}`, en: `no data for the period ${period.id}` },
    expected: {
      ru: `хотя бы одна строка за дни с ${period.from} по ${period.to} раньше даты отчёта ${options.asOf}`,
      en: `at least one row between ${period.from} and ${period.to}, before the as-of date ${options.asOf}`,
    },
    mend: { ru: 'добавьте выгрузку за этот период', en: 'add an export that covers this period' },
  }));
}

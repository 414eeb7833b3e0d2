import { join } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import type { Problem } from '../../types/problem.ts';
import type { ReportModel } from '../../types/report.ts';
import type { Workspace } from '../../types/workspace.ts';
import { clientAssets, sharedAssets } from '../assets.ts';
import { devPdf } from './pdf.ts';
import type { DevOptions, DevSite, StartModel } from './site.ts';
import { foreignLetters } from '../fallback-fonts.ts';
import { figuresFiles } from '../reports/figures-files.ts';
import { modelFile, writeModels, writePages } from '../reports/pages.ts';
import { prepareClient, type PreparedClient } from '../reports/prepare.ts';
import { noClients, strangersProblems } from '../problems.ts';
import { readWorkspace } from '../read-workspace.ts';
import { readText } from '../read-text.ts';

interface State {
  workspace: Workspace;
  prepared: PreparedClient[];
}

/** Every client's cabinet and reports. */
export async function devReports(options: DevOptions, models: string, effects: Effects): Promise<DevSite> {
  let state = await prepareReports(options, models, effects);
  return {
    templates: () => state.workspace.templates,
    refresh: async () => {
      state = await prepareReports(options, models, effects);
    },
    file: (url) => fileOf(url, options, state, models, effects),
  };
}

async function prepareReports(options: DevOptions, models: string, effects: Effects): Promise<State> {
  const { value: workspace, problems } = await readWorkspace(options.workspace, effects);
  const published = new Map();
  const prepared: PreparedClient[] = [];
  for (const client of workspace.clients) {
    const own = problems.filter((one) => one.client === client.id);
    const prepareOptions = { asOf: options.asOf, periods: null, pdf: true, published };
    const { models: shown, ...one } = await prepareClient(workspace, client, own, prepareOptions, effects);
    if (shown !== null) await writeModels(one, shown, models, effects);
    prepared.push(one);
  }
  const common = [...problems.filter((one) => one.client === undefined), ...strangersProblems(workspace, problems)];
  if (workspace.clients.length === 0 && common.length === 0) common.push(noClients());
  const all = [...common, ...prepared.flatMap((one) => one.problems)];
  const whole = prepared.filter((one) => !one.broken);
  await writePages(whole, models, effects);
  const start = startModel(workspace, prepared, all, options);
  await effects.fs.write(join(models, 'start.json'), JSON.stringify(start));
  return { workspace, prepared };
}

function startModel(
  { agency }: Workspace,
  prepared: PreparedClient[],
  problems: Problem[],
  { asOf, lang }: DevOptions,
): StartModel {
  return {
    ...{ agency: agency.name, locale: lang ?? agency.locale, asOf, site: 'reports' },
    entries: prepared.map(({ client: { id, name }, broken, reports }) => ({
      ...{ id, name, broken },
      pages: reports
        .map(({ period }) => period.id)
        .reverse()
        .map((period) => ({ name: period, href: `/${id}/${period}/`, pdf: `/${id}/${period}/${id}-${period}.pdf` })),
    })),
    problems,
  };
}

async function fileOf(
  url: URL,
  options: DevOptions,
  { workspace, prepared }: State,
  models: string,
  effects: Effects,
): Promise<Uint8Array | string | null> {
  const [, id, folder, name] = decodeURIComponent(url.pathname).split('/');
  const one = prepared.find(({ client }) => client.id === id);
  if (!one || name === undefined || name === '') return null;
  const assets = async (page = '') => {
    const shared = await sharedAssets(workspace, 'reports', options.project, effects);
    const kit = { shared, letters: foreignLetters(page), project: options.project };
    return clientAssets(workspace, one.client, kit, effects);
  };
  if (folder === 'assets') return (await assets()).get(name) ?? null;

  const report = one.reports.find(({ period }) => period.id === folder);
  if (!report) return null;
  const model = JSON.parse(
    await readText(join(models, modelFile(one.client.id, report.period.id)), effects),
  ) as ReportModel;
  const figures = figuresFiles(model).get(name);
  if (figures !== undefined) return figures;
  if (name !== model.documents.pdf) return null;
  return devPdf(url, { assets, locale: one.client.locale, name, date: options.asOf }, options.project, effects);
}

import { join } from 'node:path';
import type { Effects } from '../types/effects.ts';
import type { Problem } from '../types/problem.ts';
import type { Workspace } from '../types/workspace.ts';
import { readWorkspace } from './read-workspace.ts';
import { writePages } from './pages.ts';
import { strangersProblems } from './problems.ts';
import { prepareClient, type PreparedClient } from './prepare.ts';
import type { DevOptions } from './dev.ts';

/** What the development server shows at one moment. */
export interface DevState {
  workspace: Workspace;
  prepared: PreparedClient[];
  problems: Problem[];
}

/** Reads the whole workspace and writes the models of every client that is whole, and the start page's list. */
export async function prepareWorkspace(options: DevOptions, models: string, effects: Effects): Promise<DevState> {
  const { value: workspace, problems } = await readWorkspace(options.workspace, effects);
  const published = new Map();
  const prepared: PreparedClient[] = [];
  for (const client of workspace.clients) {
    const own = problems.filter((one) => one.client === client.id);
    const prepareOptions = { asOf: options.asOf, periods: null, pdf: true, models, published };
    prepared.push(await prepareClient(workspace, client, own, prepareOptions, effects));
  }
  const common = [...problems.filter((one) => one.client === undefined), ...strangersProblems(workspace, problems)];
  const all = [...common, ...prepared.flatMap((one) => one.problems)];
  const whole = prepared.filter((one) => !one.broken);
  await writePages(whole, models, effects);
  await effects.fs.write(
    join(models, 'start.json'),
    JSON.stringify(startModel(workspace, prepared, all, options.asOf)),
  );
  return { workspace, prepared, problems: all };
}

/** `start.json`: what the development server's start page lists. */
export interface StartModel {
  agency: Workspace['agency']['name'];
  locale: Workspace['agency']['locale'];
  asOf: string;
  clients: { id: string; name: string; broken: boolean; periods: string[] }[];
  problems: Problem[];
}

function startModel(workspace: Workspace, prepared: PreparedClient[], problems: Problem[], asOf: string): StartModel {
  return {
    agency: workspace.agency.name,
    locale: workspace.agency.locale,
    asOf,
    clients: prepared.map(({ client, broken, reports }) => ({
      id: client.id,
      name: client.name,
      broken,
      periods: reports.map(({ period }) => period.id).reverse(),
    })),
    problems,
  };
}

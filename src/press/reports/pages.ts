import { join } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import type { ClientModels, PreparedClient } from './prepare.ts';

/** `pages.json`: every page the development server shows, and the model file each one reads. */
export interface PagesFile {
  reports: { client: string; period: string; file: string; template: string }[];
  cabinets: { client: string; file: string }[];
}

/** Model file of a report, or of the cabinet, relative to the models folder. */
export const modelFile = (client: string, period: string | null): string => `${client}/${period ?? 'cabinet'}.json`;

export async function writeModels(
  { client, reports }: PreparedClient,
  models: ClientModels,
  folder: string,
  effects: Effects,
): Promise<void> {
  const write = (period: string | null, model: unknown) =>
    effects.fs.write(join(folder, modelFile(client.id, period)), JSON.stringify(model));
  for (const [place, { period }] of reports.entries()) await write(period.id, models.reports[place]);
  await write(null, models.cabinet);
}

export async function writePages(clients: PreparedClient[], folder: string, effects: Effects): Promise<void> {
  const pages: PagesFile = {
    reports: clients.flatMap(({ client: { id }, reports }) =>
      reports.map(({ period, template }) => ({
        ...{ client: id, period: period.id },
        ...{ file: modelFile(id, period.id), template },
      })),
    ),
    cabinets: clients.map(({ client: { id } }) => ({ client: id, file: modelFile(id, null) })),
  };
  await effects.fs.write(join(folder, 'pages.json'), JSON.stringify(pages));
}

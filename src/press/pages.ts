import { join } from 'node:path';
import type { Effects } from '../types/effects.ts';
import { cabinetFile, type PreparedClient } from './prepare.ts';

/** `pages.json`: every page the reports site draws, and the model file each one reads. */
export interface PagesFile {
  reports: { client: string; period: string; file: string; template: string }[];
  cabinets: { client: string; file: string }[];
}

export async function writePages(clients: PreparedClient[], models: string, effects: Effects): Promise<void> {
  const pages: PagesFile = {
    reports: clients.flatMap(({ client, reports }) =>
      reports.map(({ period, file, template }) => ({ client: client.id, period: period.id, file, template })),
    ),
    cabinets: clients.map(({ client }) => ({ client: client.id, file: cabinetFile(client.id) })),
  };
  await effects.fs.write(join(models, 'pages.json'), JSON.stringify(pages));
}

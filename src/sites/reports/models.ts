import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PagesFile } from '../../press/reports/pages.ts';
import type { CabinetModel, ReportModel } from '../../types/report.ts';

/** What one page shows. */
export type Shown = { cabinet: CabinetModel } | { report: ReportModel; template: string };

/**
 * What a page of the development server shows, from `pages.json` and the models it names.
 * @param period `null` for the cabinet
 */
export function modelOf(client: string, period: string | null): Shown | null {
  const pages = readJson('pages.json') as PagesFile;
  if (period === null) {
    const cabinet = pages.cabinets.find((one) => one.client === client);
    return cabinet ? { cabinet: readJson(cabinet.file) as CabinetModel } : null;
  }
  const report = pages.reports.find((one) => one.client === client && one.period === period);
  return report ? { report: readJson(report.file) as ReportModel, template: report.template } : null;
}

function readJson(file: string): unknown {
  const models = process.env.ACCOUNTPRESS_MODELS;
  if (!models) throw new Error('ACCOUNTPRESS_MODELS names no folder: this site is served by npm run dev.');
  return JSON.parse(readFileSync(join(models, file), 'utf8'));
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CabinetModel, ReportModel } from '../../types/report.ts';

/** What the press lays out for one build of the site: `pages.json` and the models it names. */
export interface Pages {
  reports: { client: string; period: string; file: string; template: string; cacheKey: string }[];
  cabinets: { client: string; file: string; cacheKey: string }[];
}

function folder(): string {
  const models = process.env.ACCOUNTPRESS_MODELS;
  if (!models) throw new Error('ACCOUNTPRESS_MODELS names no folder: this site is built by npm run build.');
  return models;
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(join(folder(), file), 'utf8'));

export const readPages = (): Pages => readJson('pages.json') as Pages;
export const readReport = (file: string): ReportModel => readJson(file) as ReportModel;
export const readCabinet = (file: string): CabinetModel => readJson(file) as CabinetModel;

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeskModel } from '../../types/desk.ts';
import { LOCALES, type Locale } from '../../types/locale.ts';

/** One page of the desk. */
export interface DeskPlace {
  locale: Locale;
  page: 'cohort' | 'trainee' | 'exams' | 'oral';
  /** Of a trainee's page. */
  trainee: string | null;
  /** Address without the language. */
  address: string;
}

function folder(): string {
  const models = process.env.ACCOUNTPRESS_MODELS;
  if (!models) throw new Error('ACCOUNTPRESS_MODELS names no folder: this site is built by npm run build.');
  return models;
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(join(folder(), file), 'utf8'));

export const readDesk = (locale: Locale): DeskModel => readJson(`desk.${locale}.json`) as DeskModel;

/** The agency's language: its pages stand at the top, the others in a folder of their own. */
export const mainLocale = (): Locale => (readJson('pages.json') as { main: Locale }).main;

/** Every page in both languages, by its address; the first is the cohort in the agency's language. */
export function places(): Map<string, DeskPlace> {
  const main = mainLocale();
  const all = new Map<string, DeskPlace>();
  for (const locale of [main, ...LOCALES.filter((one) => one !== main)]) {
    const { trainees, oral } = readDesk(locale);
    const pages: Omit<DeskPlace, 'locale'>[] = [
      { page: 'cohort', trainee: null, address: '' },
      { page: 'exams', trainee: null, address: 'exams' },
      ...(oral ? [{ page: 'oral' as const, trainee: null, address: 'oral' }] : []),
      ...trainees.map(({ id }) => ({ page: 'trainee' as const, trainee: id, address: `trainees/${id}` })),
    ];
    for (const page of pages) {
      all.set([...(locale === main ? [] : [locale]), page.address].filter(Boolean).join('/'), { ...page, locale });
    }
  }
  return all;
}

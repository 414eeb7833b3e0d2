import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { HandbookModel } from '../../types/handbook-model.ts';
import type { Locale } from '../../types/locale.ts';

let read: { file: string; written: number; model: HandbookModel } | undefined;

/** The model of this build, which the press lays out as `handbook.json`; read again only when it was written again. */
export function readHandbook(): HandbookModel {
  const folder = process.env.ACCOUNTPRESS_MODELS;
  if (!folder) throw new Error('ACCOUNTPRESS_MODELS names no folder: this site is built by npm run build.');
  const file = join(folder, 'handbook.json');
  const written = statSync(file).mtimeMs;
  if (read?.file !== file || read.written !== written) {
    read = { file, written, model: JSON.parse(readFileSync(file, 'utf8')) as HandbookModel };
  }
  return read.model;
}

/** Every page below `[locale]` exists in both languages. */
export const bothLocales = (): { params: { locale: Locale } }[] => [
  { params: { locale: 'ru' } },
  { params: { locale: 'en' } },
];

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Locale } from '../../src/types/locale.ts';
import { PROJECT } from './command.ts';

/** Where the demo was built. */
export const DEMO = inject('demo');

interface DemoClient {
  id: string;
  name: string;
  legalName: string;
  locale: Locale;
}

/** The demo's clients as their folders declare them, by id. */
export const CLIENTS: DemoClient[] = readdirSync(join(PROJECT, 'data', 'clients'))
  .sort()
  .map((id) => {
    const file = join(PROJECT, 'data', 'clients', id, 'client.json');
    const declared = JSON.parse(readFileSync(file, 'utf8')) as Omit<DemoClient, 'id' | 'locale'> & { locale?: Locale };
    return { ...declared, id, locale: declared.locale ?? 'ru' };
  });

/** One client of each language, with reports of every month. */
export const RUSSIAN = CLIENTS.find(({ id }) => id.startsWith('hotel'))!.id;
export const ENGLISH = CLIENTS.find(({ locale }) => locale === 'en')!.id;

export const clientFolder = (id: string): string => join(DEMO, 'reports', id);
export const reportPage = (id: string, period: string): string => join(clientFolder(id), period, 'index.html');
export const cabinetPage = (id: string): string => join(clientFolder(id), 'index.html');

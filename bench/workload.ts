/**
 * An agency of any size from a seed: every client has 24 months of daily figures in five channels, a work log, a plan
 * and a media plan, so that builds of different sizes can be compared. Client i depends on the seed and on i alone,
 * and only whole-number and rational arithmetic is used: the same bytes on every machine.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { tablesOf, type Draw } from './workload-tables.ts';

/** The month the benchmark reports on, and a day after it. */
export const MONTH = '2025-12';
export const AS_OF = '2026-01-05';
/** Rows of figures one client has. */
export const ROWS_PER_CLIENT = 731 * 5;

const SEED = 20260101;
const NAMES = {
  ru: [
    ['Северный', 'Золотой', 'Новый', 'Первый', 'Городской', 'Уральский', 'Морской', 'Тихий'],
    ['берег', 'сад', 'дом', 'мастер', 'рынок', 'горизонт', 'ключ', 'формат'],
  ],
  en: [
    ['North', 'Golden', 'Blue', 'First', 'Urban', 'Silver', 'Harbor', 'Quiet'],
    ['Coast', 'Garden', 'Works', 'Market', 'Horizon', 'Anchor', 'Lane & Co', 'Studio'],
  ],
} as const;
const ACCENTS = ['#2563eb', '#16803c', '#c52626', '#9333ea', '#b8440a', '#0a7288', '#be185d', '#4d7c0f'];
const KPIS = ['leads', 'cpl', 'revenue', 'cost', 'clicks', 'cpc', 'ctr', 'impressions'];
const PEOPLE = [
  ['anna', 'Анна', 'Anna'],
  ['ivan', 'Иван', 'John'],
  ['maria', 'Мария', 'Mary'],
  ['petr', 'Пётр', 'Peter'],
] as const;

export const clientId = (index: number): string => `c${String(index).padStart(4, '0')}`;
export const exportOf = (index: number): string => `data/clients/${clientId(index)}/exports/ads/metrics.csv`;

/** Writes the workspace of an agency with `count` clients into `folder`. */
export async function writeWorkload(folder: string, count: number): Promise<void> {
  for (const [file, text] of agencyFiles()) await put(folder, file, text);
  for (let index = 1; index <= count; index += 1) {
    for (const [file, text] of clientFiles(index)) await put(folder, file, text);
  }
}

async function put(folder: string, file: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), text);
}

function agencyFiles(): [string, string][] {
  const agency = {
    ...{ name: { ru: 'Маяк', en: 'Beacon' }, legalName: { ru: 'ООО «Маяк»', en: 'Beacon Ltd' } },
    ...{ locale: 'ru', currency: 'RUB', timeZone: 'Europe/Moscow' },
    channels: {
      search: { ru: 'Поиск', en: 'Search' },
      social: { ru: 'Соцсети', en: 'Social' },
      display: { ru: 'Медийная', en: 'Display' },
      video: { ru: 'Видео', en: 'Video' },
      email: { ru: 'Письма', en: 'E-mail' },
    },
  };
  const people = PEOPLE.map(([id, ru, en]) => ({
    ...{ id, name: { ru, en }, role: { ru: 'специалист', en: 'specialist' } },
    ...{ email: `${id}@beacon.example`, timeZone: 'Europe/Moscow' },
  }));
  return [
    ['data/agency.json', json(agency)],
    ['data/people.json', json(people)],
  ];
}

/** Path from the workspace → text of everything client `index` (from 1) has. */
export function clientFiles(index: number): [string, string][] {
  const random = randomOf(SEED ^ Math.imul(index, 0x9e3779b1));
  const draw: Draw = { random, pick: (values) => values[Math.floor(random() * values.length)]! };
  const locale = index % 2 === 0 ? 'ru' : 'en';
  const [first, second] = NAMES[locale];
  const profile = {
    name: `${draw.pick(first)} ${draw.pick(second)} ${index}`,
    locale,
    currency: locale === 'ru' ? 'RUB' : draw.pick(['USD', 'GBP']),
    manager: draw.pick(PEOPLE)[0],
    brand: { accent: draw.pick(ACCENTS) },
    kpis: KPIS,
    reports: ['monthly'],
  };
  const people = PEOPLE.map(([id]) => id);
  const sources = { sources: { ads: { vat: 'excluded', currency: profile.currency } } };
  const tables = tablesOf(draw, { locale, people, money: locale === 'ru' ? 80 : 1 });
  const home = `data/clients/${clientId(index)}`;
  return [
    [`${home}/client.json`, json(profile)],
    [`${home}/sources.json`, json(sources)],
    [exportOf(index), tables.metrics],
    [`${home}/work.csv`, tables.work],
    [`${home}/plan.csv`, tables.plan],
    [`${home}/media-plan.csv`, tables.mediaPlan],
  ];
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Mulberry32: the same numbers from 0 to 1 on every machine. */
function randomOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

import type { ExportFile } from '../export-file.ts';
import { quotedTable } from '../table.ts';
import { type SiteDay, sumOf } from './site-visits.ts';

/** A fraction with at most four digits, as Metrica writes rates in CSV. */
const fraction = (part: number, whole: number): string =>
  String((whole === 0 ? 0 : Math.round((part * 10_000) / whole)) / 10_000);

const clock = (seconds: number): string =>
  [0, Math.floor(seconds / 60), seconds % 60].map((part) => String(part).padStart(2, '0')).join(':');

const figures = (days: SiteDay[], seconds: number): string[] => [
  String(sumOf(days, 'visits')),
  String(sumOf(days, 'users')),
  String(sumOf(days, 'views')),
  fraction(sumOf(days, 'bounces'), sumOf(days, 'visits')),
  fraction(sumOf(days, 'views'), sumOf(days, 'visits')),
  clock(seconds),
];

/** Visits by day: every cell quoted, `Итого и средние` first, rates as fractions. */
export function yandexMetrica(label: string, days: SiteDay[]): ExportFile {
  const weighed = days.reduce((sum, day) => sum + day.seconds * day.visits, 0);
  const rows = [
    ['Дата визита', 'Визиты', 'Посетители', 'Просмотры', 'Отказы', 'Глубина просмотра', 'Время на сайте'],
    ['Итого и средние', ...figures(days, Math.round(weighed / sumOf(days, 'visits')))],
    ...days.map((day) => [day.day, ...figures([day], day.seconds)]),
  ];
  return { name: `metrika_${label}.csv`, text: quotedTable(rows), encoding: 'utf-8' };
}

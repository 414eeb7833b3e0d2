import { readExport } from '../../src/intake/read-export.ts';
import type { IntakeFile } from '../../src/types/intake.ts';
import type { LocalText } from '../../src/types/locale.ts';
import { cellsOf } from '../support/cells.ts';
import type { Metric, SourceRule } from '../../src/types/workspace.ts';

const additive = (id: string, ru: string, en: string, unit: 'count' | 'money' = 'count'): [string, Metric] => [
  id,
  { id, kind: 'additive', names: { ru, en }, unit, better: 'higher' },
];

/** The metrics an agency usually has, and one of its own. */
export const METRICS: Record<string, Metric> = Object.fromEntries([
  additive('impressions', 'Показы', 'Impressions'),
  additive('clicks', 'Клики', 'Clicks'),
  additive('cost', 'Расход', 'Spend', 'money'),
  additive('leads', 'Лиды', 'Leads'),
  additive('sales', 'Продажи', 'Sales'),
  additive('revenue', 'Выручка', 'Revenue', 'money'),
  additive('conversions', 'Конверсии', 'Conversions'),
  additive('sessions', 'Визиты', 'Sessions'),
  additive('pageviews', 'Просмотры страниц', 'Page views'),
  additive('bookings', 'Бронирования', 'Bookings'),
  [
    'ctr',
    {
      id: 'ctr',
      kind: 'ratio',
      names: { ru: 'CTR', en: 'CTR' },
      unit: 'percent',
      better: 'higher',
      numerator: 'clicks',
      denominator: 'impressions',
    },
  ],
]);

export type Encoding =
  'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16le-bom' | 'utf-16be-bom' | 'windows-1251' | 'windows-1252';

const oneByte = (encoding: string): Map<string, number> =>
  new Map(Array.from({ length: 256 }, (_, byte) => [new TextDecoder(encoding).decode(new Uint8Array([byte])), byte]));
const TABLES: Record<string, Map<string, number>> = {
  'windows-1251': oneByte('windows-1251'),
  'windows-1252': oneByte('windows-1252'),
};

/** Text as bytes; throws when a one-byte encoding has no such letter. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-8-bom') return new TextEncoder().encode(`\ufeff${text}`);
  const table = TABLES[encoding];
  if (table) {
    return Uint8Array.from(text, (letter) => {
      const byte = table.get(letter);
      if (byte === undefined) throw new RangeError(`${encoding} has no ${letter}`);
      return byte;
    });
  }
  const marked = encoding.endsWith('-bom') ? `\ufeff${text}` : text;
  const little = Uint8Array.from(Buffer.from(marked, 'utf16le'));
  if (encoding.startsWith('utf-16le')) return little;
  return little.map((_, index) => little[index ^ 1]!);
}

/** Reads text as the file `data/clients/hotel/exports/ads/report.csv`. */
export function read(text: string | Uint8Array, rule?: SourceRule, file = 'report.csv'): IntakeFile {
  const bytes = typeof text === 'string' ? encode(text, 'utf-8') : text;
  const path = `data/clients/hotel/exports/ads/${file}`;
  return readExport({ file: path, source: 'ads', bytes }, { rule, metrics: METRICS, client: 'hotel' });
}

/** Lines of a file from rows of cells. */
export function table(rows: readonly (readonly string[])[], delimiter = ','): string {
  const quote = (cell: string): string =>
    cell.includes(delimiter) || cell.includes('"') || cell.includes('\n') ? `"${cell.replaceAll('"', '""')}"` : cell;
  return rows.map((row) => `${row.map(quote).join(delimiter)}\n`).join('');
}

/** `day channel metric sum` lines of what was read. */
export function facts(file: IntakeFile): string[] {
  return cellsOf(file).map((cell) => `${cell.date} ${cell.channel} ${cell.metric} ${cell.sum}`);
}

export function codes(file: IntakeFile): string[] {
  return file.problems.map((problem) => `${problem.severity} ${problem.code}`);
}

export function english(text: LocalText): string {
  return typeof text === 'string' ? text : text.en;
}

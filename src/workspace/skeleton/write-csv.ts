import type { Locale } from '../../types/locale.ts';
import type { Columns } from '../tables/columns.ts';

/** A table as the spreadsheets of the country open it: semicolons and a byte order mark for Russian. */
export function csv(locale: Locale, rows: readonly string[][]): string {
  const delimiter = locale === 'ru' ? ';' : ',';
  const lines = rows.map((row) => row.map((cell) => quotedCell(cell, delimiter)).join(delimiter));
  return `${locale === 'ru' ? '\ufeff' : ''}${lines.join('\n')}\n`;
}

function quotedCell(cell: string, delimiter: string): string {
  return cell.includes(delimiter) || /["\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Headers of a table in the client's language, in the table's order. */
export function headerOf(columns: Columns, locale: Locale): string[] {
  return Object.entries(columns).map(([name, { headers }]) => (locale === 'ru' ? (headers[0] ?? name) : name));
}

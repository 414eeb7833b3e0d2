import type { RankedFormat } from './anatomy.ts';
import { meanings, nearestSignature, type Format } from './format.ts';
import { readColumns, type Column } from './headers.ts';
import type { TableRecord } from './table-record.ts';

/**
 * The format that a table nobody recognised comes nearest to, by the share of headers it knows, then by how few of its
 * telling columns are missing; `null` when no format knows any header.
 */
export function nearestFormat(records: readonly TableRecord[], formats: readonly Format[]): RankedFormat | null {
  let best: RankedFormat | null = null;
  const headers = records.map(({ cells }) => readColumns(cells).filter((column) => column.base !== ''));
  const widest = Math.max(...headers.map((columns) => columns.length));
  for (const columns of headers) {
    // A title above the table may be a known word; a header is about as wide as its rows.
    if (columns.length * 2 < widest) continue;
    for (const format of formats) {
      const near = nearness(columns, format);
      if (near && (best === null || order(near, best) < 0)) best = near;
    }
  }
  return best;
}

function nearness(columns: readonly Column[], format: Format): RankedFormat | null {
  const known = meanings(format);
  const told = columns.filter(({ base }) => known.has(base));
  if (told.length === 0 || format.signatures.length === 0) return null;
  const roles = told.map(({ base }) => `@${known.get(base)!.role}`);
  const lacks = nearestSignature(format, new Set([...told.map(({ base }) => base), ...roles]));
  return { id: format.id, name: format.name, confidence: told.length / columns.length, lacks };
}

const order = (a: RankedFormat, b: RankedFormat): number =>
  b.confidence - a.confidence || a.lacks.length - b.lacks.length;

const ROLES: Readonly<Record<string, { ru: string; en: string }>> = {
  '@day': { ru: 'день', en: 'a day' },
  '@channel': { ru: 'канал', en: 'a channel' },
  '@metric': { ru: 'любой показатель', en: 'any metric' },
};

/** Columns a format lacks, as a list to read. */
export function lackingColumns(lacks: readonly string[], locale: 'ru' | 'en'): string {
  const quote = (name: string): string => (locale === 'ru' ? `«${name}»` : `“${name}”`);
  return lacks.map((name) => (Object.hasOwn(ROLES, name) ? ROLES[name]![locale] : quote(name))).join(', ');
}

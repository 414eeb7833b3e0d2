import type { ExportFile } from '../export-file.ts';
import { delimited } from '../table.ts';
import type { SiteDay } from './site-visits.ts';

const RULE = '# ----------------------------------------';

/** A daily free-form table: `#` preamble with the period, days counted from its start, CRLF. */
export function ga4(label: string, property: string, days: SiteDay[]): ExportFile {
  const plain = (day: SiteDay) => day.day.replaceAll('-', '');
  const preamble = [
    RULE,
    '# Report CSV Export',
    `# Account: ${property}`,
    `# Property: ${property} - GA4`,
    RULE,
    '#  ',
    `# Start date: ${plain(days[0]!)}`,
    `# End date: ${plain(days.at(-1)!)}`,
  ];
  const rows = days.map((day, index) => [
    String(index).padStart(4, '0'),
    String(day.visits),
    String(day.visits - day.bounces),
    String(day.users),
    String(day.seconds),
  ]);
  const header = ['Nth day', 'Sessions', 'Engaged sessions', 'Total users', 'Average engagement time'];
  const text = preamble.map((line) => `${line}\r\n`).join('') + delimited([header, ...rows], ',', '\r\n');
  return { name: `Traffic_by_day_${label}.csv`, text, encoding: 'utf-8' };
}

import { parsePeriod, periodOf } from '../../figures/period.ts';
import { readDay } from '../../intake/dates.ts';

/**
 * The period id a cell states. Spreadsheets rewrite `2026-10` in their own way, so `окт.26`, `Oct-26`, `10.2026`,
 * `октябрь 2026`, `01.10.2026` (a first day) and `Q4 2026` are read too. `null` when it states none.
 */
export function readPeriodId(cell: string): string | null {
  const text = cell.replace(/\s+/g, ' ').trim();
  const exact = parsePeriod(text.replace(/-q/, '-Q').replace(/ ?(\.\.|…) ?/, '..'));
  if (exact !== null) return exact.id;
  const quarter = /^Q([1-4])[ -](\d{4})$/i.exec(text);
  if (quarter) return `${quarter[2]}-Q${quarter[1]}`;
  const monthDigits = /^(\d{1,2})[./-](\d{4})$/.exec(text) ?? /^(\d{4})[./](\d{1,2})$/.exec(text);
  const monthWord = /^(\p{L}{3,9})\.?[ -]?(\d{2}|\d{4})(?: ?г\.?)?$/u.exec(text);
  const firstDay = firstDayOf(monthDigits, monthWord) ?? readDay(text, null);
  return firstDay?.endsWith('-01') ? periodOf(firstDay, 'month').id : null;
}

function firstDayOf(digits: RegExpExecArray | null, word: RegExpExecArray | null): string | null {
  if (digits) {
    const [, a = '', b = ''] = digits;
    const [year, month] = a.length === 4 ? [a, b] : [b, a];
    return readDay(`01.${month}.${year}`, null);
  }
  if (!word) return null;
  const [, month = '', year = ''] = word;
  return readDay(`1 ${month} ${year.length === 2 ? `20${year}` : year}`, null);
}

/** Languages whose names of days occur in exports of international systems. */
const LANGUAGES = ['en', 'ru', 'uk', 'de', 'fr', 'es', 'pt', 'it', 'pl', 'nl', 'tr'];

/** Asked for with the first cell that is no day. */
let names: ReadonlySet<string> | null = null;

function namesOf(language: string): string[] {
  return (['long', 'short'] as const).flatMap((weekday) => {
    const format = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' });
    return Array.from({ length: 7 }, (_, day) => plain(format.format(Date.UTC(2026, 0, 5 + day))));
  });
}

/** True for `Monday`, `Mon`, `пн`, `Sonntag`: a day of every week, no day of a calendar. */
export function isWeekday(cell: string): boolean {
  names ??= new Set(LANGUAGES.flatMap(namesOf));
  return cell.length < 20 && names.has(plain(cell));
}

function plain(word: string): string {
  return word.trim().replace(/\.$/, '').toLowerCase();
}

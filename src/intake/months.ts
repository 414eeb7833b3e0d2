/** Languages whose month names occur in exports of international systems. */
const LANGUAGES = ['en', 'ru', 'uk', 'de', 'fr', 'es', 'pt', 'it', 'pl', 'nl', 'tr'];

type Names = readonly (readonly [string, number])[];

/** Asked for the first time with the first word: most files have none, and Intl takes a sixth of a second. */
let names: Names | null = null;

/** Full month names in lower case, both forms of languages that decline them, with the month's number. */
function namesOf(language: string): Names {
  const alone = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  const inDate = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => {
    const day = Date.UTC(2026, month, 1);
    const declined = inDate.formatToParts(day).find((part) => part.type === 'month')?.value ?? '';
    return [alone.format(day), declined].map((name) => [plain(name), month + 1] as const);
  }).flat();
}

const known = new Map<string, number>();

/** The month a word names, in full or cut to three letters and more (`окт`, `Sept`, `März`); 0 when it names none. */
export function monthNumber(word: string): number {
  const text = plain(word);
  const before = known.get(text);
  if (before !== undefined) return before;
  names ??= LANGUAGES.flatMap(namesOf);
  const found = text.length < 3 ? undefined : names.find(([name]) => name.startsWith(text));
  const month = found?.[1] ?? 0;
  if (known.size < 1000) known.set(text, month);
  return month;
}

/** Without accents, so that `fevr`, `févr` and `FÉVR` are one. */
function plain(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u0305\u0307-\u036f]/g, '')
    .normalize('NFC');
}

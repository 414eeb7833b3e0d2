import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDay } from '../../src/intake/dates.ts';
import { readNumber } from '../../src/intake/numbers.ts';
import { readFile } from '../../src/intake/read-file.ts';
import { cellsOf as sumsIn, rowsByDay } from '../support/cells.ts';
import { STYLES, workbook, zip, type SheetCell } from './containers/archives.ts';
import { encode, facts, METRICS, read, table, type Encoding } from './helpers.ts';

/** Money in hundredths; `null` is an empty cell. */
interface Row {
  day: number;
  channel: number;
  impressions: number;
  clicks: number | null;
  cents: number;
  leads: number | null;
}

interface Dialect {
  language: 'ru' | 'en';
  encoding: Encoding;
  delimiter: string;
  lineEnd: string;
  numbers: 'plain.' | 'plain,' | '1,234.56' | '1.234,56' | '1 234,56' | '1\u00a0234,56';
  dates: 'iso' | 'dots' | 'slashes' | 'packed' | 'words';
  empty: string;
  totals: 'none' | 'first' | 'last';
  preamble: 'none' | 'dots' | 'words' | 'month' | 'relative';
  /** In which column the label of the totals stands, and whether an empty cell follows it. */
  label: 0 | 1;
  extraCell: boolean;
  newestFirst: boolean;
}

const ENGLISH = ['date', 'channel', 'impressions', 'clicks', 'cost', 'leads'];
const RUSSIAN = ['Дата', 'Канал', 'Показы', 'Клики', 'Расход', 'Лиды'];
const CHANNELS = { ru: ['Поиск', 'Сети', 'Почта и прочее'], en: ['search', 'social, paid', 'e-mail; other'] };

const LABELS = { ru: 'Итого', en: 'Total' };
const PREAMBLES: Record<Dialect['language'], Record<Dialect['preamble'], string[]>> = {
  ru: {
    ...{ none: [], dots: ['Отчёт', 'Период: 01.09.2026 - 30.09.2026'], words: ['с 1 по 30 сентября 2026 г.'] },
    ...{ month: ['Отчёт за сентябрь 2026'], relative: ['Последние 3 месяца', 'Данные на 05.10.2026'] },
  },
  en: {
    ...{ none: [], dots: ['Report', '2026-09-01 - 2026-09-30'], words: ['September 1, 2026 - September 30, 2026'] },
    ...{ month: ['Report of September 2026'], relative: ['Last 3 months', 'Report Data as of: 2026-10-05 14:13'] },
  },
};

const optional = (max: number): fc.Arbitrary<number | null> => fc.option(fc.nat({ max }), { nil: null });
const row: fc.Arbitrary<Row> = fc
  .record({
    day: fc.integer({ min: 1, max: 28 }),
    channel: fc.nat({ max: 2 }),
    impressions: fc.integer({ min: 50, max: 3_000_000 }),
    // Below a thousand each, above it together: only their total has thousands apart.
    clicks: optional(900),
    cents: fc.nat({ max: 500_000_000 }),
    leads: optional(40),
  })
  .map((one) => ({ ...one, clicks: one.clicks === null ? null : Math.min(one.clicks, one.impressions) }));
const dialect: fc.Arbitrary<Dialect> = fc
  .record({
    language: fc.constantFrom('ru' as const, 'en' as const),
    encoding: fc.constantFrom<Encoding>(
      'utf-8',
      'utf-8-bom',
      'utf-16le',
      'utf-16le-bom',
      'utf-16be-bom',
      'windows-1251',
      'windows-1252',
    ),
    delimiter: fc.constantFrom(',', ';', '\t'),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    numbers: fc.constantFrom<Dialect['numbers']>(
      'plain.',
      'plain,',
      '1,234.56',
      '1.234,56',
      '1 234,56',
      '1\u00a0234,56',
    ),
    dates: fc.constantFrom<Dialect['dates']>('iso', 'dots', 'slashes', 'packed', 'words'),
    empty: fc.constantFrom('', '--', '-', ' '),
    totals: fc.constantFrom<Dialect['totals']>('none', 'first', 'last'),
    preamble: fc.constantFrom<Dialect['preamble']>('none', 'dots', 'words', 'month', 'relative'),
    label: fc.constantFrom<Dialect['label']>(0, 1),
    extraCell: fc.boolean(),
    newestFirst: fc.boolean(),
  })
  .filter((each) => each.language === 'en' || each.encoding !== 'windows-1252');

const pad = (number: number): string => String(number).padStart(2, '0');

function day(number: number, form: Dialect['dates']): string {
  const forms = {
    iso: `2026-09-${pad(number)}`,
    dots: `${pad(number)}.09.2026`,
    slashes: `2026/09/${pad(number)}`,
    packed: `202609${pad(number)}`,
    words: `Sep ${number}, 2026`,
  };
  return forms[form];
}

function numeral(units: number, decimals: 0 | 2, form: Dialect['numbers']): string {
  const digits = String(units).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const [, group = '', mark] = /^(?:plain|1(.)234)([.,])/.exec(form)!;
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return decimals === 0 ? grouped : `${grouped}${mark}${digits.slice(-decimals)}`;
}

function write(rows: Row[], as: Dialect): Uint8Array {
  const text = table(linesOf(rows, as), as.delimiter).replaceAll('\n', as.lineEnd);
  return encode(text, as.encoding);
}

function linesOf(rows: Row[], as: Dialect): string[][] {
  const count = (number: number | null): string => (number === null ? as.empty : numeral(number, 0, as.numbers));
  const data = rows.map((each) => [
    day(each.day, as.dates),
    CHANNELS[as.language][each.channel]!,
    count(each.impressions),
    count(each.clicks),
    numeral(each.cents, 2, as.numbers),
    count(each.leads),
  ]);
  const sum = (pick: (each: Row) => number | null): number =>
    rows.reduce((total, each) => total + (pick(each) ?? 0), 0);
  const total = [
    ...(as.label === 0 ? [LABELS[as.language], ''] : ['', LABELS[as.language]]),
    ...(as.extraCell ? [''] : []),
    numeral(
      sum((each) => each.impressions),
      0,
      as.numbers,
    ),
    numeral(
      sum((each) => each.clicks),
      0,
      as.numbers,
    ),
    numeral(
      sum((each) => each.cents),
      2,
      as.numbers,
    ),
    numeral(
      sum((each) => each.leads),
      0,
      as.numbers,
    ),
  ];
  if (as.newestFirst) data.reverse();
  return [
    ...PREAMBLES[as.language][as.preamble].map((line) => [line]),
    as.language === 'ru' ? RUSSIAN : ENGLISH,
    ...(as.totals === 'first' ? [total] : []),
    ...data,
    ...(as.totals === 'last' ? [total] : []),
  ];
}

/** The sums a reader must find, reckoned in whole numbers without the code under test. */
function expected(rows: Row[], language: Dialect['language']): string[] {
  const sums = new Map<string, number>();
  for (const each of rows) {
    const values = { clicks: each.clicks, cost: each.cents, impressions: each.impressions, leads: each.leads };
    for (const [metric, value] of Object.entries(values)) {
      if (value === null) continue;
      const key = `2026-09-${pad(each.day)} ${CHANNELS[language][each.channel]!} ${metric}`;
      sums.set(key, (sums.get(key) ?? 0) + value);
    }
  }
  return [...sums].map(([key, value]) => `${key} ${key.endsWith(' cost') ? hundredths(value) : value}`).sort();
}

function hundredths(cents: number): string {
  const fraction = pad(cents % 100).replace(/0+$/, '');
  return `${Math.floor(cents / 100)}${fraction === '' ? '' : `.${fraction}`}`;
}

const rows = fc.array(row, { minLength: 1, maxLength: 25 });

test('a table written in any dialect reads back as the same facts', () => {
  fc.assert(
    fc.property(rows, dialect, (data, as) => {
      const file = read(write(data, as));
      expect(file.problems).toEqual([]);
      expect(facts(file).sort()).toEqual(expected(data, as.language));
      expect(file.rows).toEqual({ read: data.length, totals: as.totals === 'none' ? 0 : 1 });
      expect(file.controlSums.map((sum) => sum.ok)).toEqual(as.totals === 'none' ? [] : [true, true, true, true]);
    }),
    { numRuns: 400 },
  );
});

test('the same table in an archive, or as a workbook of typed cells, says the same', async () => {
  await fc.assert(
    fc.asyncProperty(rows, dialect, fc.boolean(), async (data, as, typed) => {
      const packed = zip([{ name: 'data/report.csv', content: write(data, as) }]);
      const book = workbook({ Sheet: cellsOf(data, as, typed) });
      for (const [name, bytes] of [
        ['a.zip', packed],
        ['a.csv', packed],
        ['a.xlsx', book],
      ] as const) {
        const [file] = await readAny(bytes, name);
        expect(file!.problems).toEqual([]);
        expect(facts(file!).sort()).toEqual(expected(data, as.language));
      }
    }),
    { numRuns: 120 },
  );
});

/** The dialect's rows as a sheet: text as the dialect writes it, or days and figures typed. */
function cellsOf(data: Row[], as: Dialect, typed: boolean): SheetCell[][] {
  const lines = linesOf(data, as);
  if (!typed) return lines;
  const serial = (cell: string): string =>
    String((Date.parse(`${readDay(cell, null)!}T00:00:00Z`) - EPOCH) / 86_400_000);
  return lines.map((cells) =>
    cells.map((cell, index): SheetCell => {
      if (index === 0 && readDay(cell, null)) return { value: serial(cell), style: STYLES.day };
      const form =
        /\d/.test(cell) && index > 1
          ? readNumber(cell, as.numbers.includes(',56') || as.numbers === 'plain,' ? ',' : '.')
          : null;
      return typeof form === 'string' ? { value: form } : cell;
    }),
  );
}

const EPOCH = Date.UTC(1899, 11, 30);

async function readAny(bytes: Uint8Array, name: string): Promise<ReturnType<typeof read>[]> {
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    yield* [bytes];
  };
  const input = { file: name, source: 'ads', size: bytes.length, read: () => Promise.resolve(bytes), chunks };
  return (await readFile(input, { metrics: METRICS, client: 'hotel' })).map(({ file }) => file);
}

test('the order of rows does not matter', () => {
  const shuffled = rows.chain((data) =>
    fc.tuple(fc.constant(data), fc.shuffledSubarray(data, { minLength: data.length, maxLength: data.length })),
  );
  fc.assert(
    fc.property(shuffled, dialect, ([data, other], as) => {
      const [one, two] = [read(write(data, as)), read(write(other, as))];
      expect(facts(one)).toEqual(facts(two));
      expect(one.identity.keys()).toEqual(two.identity.keys());
      expect(rowsByDay(one)).toEqual(rowsByDay(two));
    }),
  );
});

test('splitting a file in two changes no sum and no row’s identity', () => {
  fc.assert(
    fc.property(rows, fc.nat(), dialect, (data, cut, as) => {
      const at = cut % data.length;
      const whole = read(write(data, as));
      const parts = [data.slice(0, at), data.slice(at)]
        .filter((part) => part.length > 0)
        .map((part) => read(write(part, as)));
      const keys = (files: (typeof whole)[]): string[] =>
        files.flatMap((file) => Object.values(file.identity.keys()).flat()).sort();
      expect(keys(parts)).toEqual(keys([whole]));
      expect(parts.flatMap(facts).length).toBeGreaterThanOrEqual(facts(whole).length);
      expect(sumsOf(parts)).toEqual(sumsOf([whole]));
    }),
  );
});

/** Hundredths by day, channel and metric over several files. */
function sumsOf(files: ReturnType<typeof read>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { date, channel, metric, sum } of files.flatMap((file) => sumsIn(file))) {
    const [whole = '0', fraction = ''] = sum.split('.');
    const key = `${date} ${channel} ${metric}`;
    sums[key] = (sums[key] ?? 0) + Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
  }
  return sums;
}

test('no bytes make the reader throw, and a file without a single row says why', () => {
  const words = fc.constantFrom(
    'date',
    'Дата',
    'channel',
    'clicks',
    'Impr.',
    'Cost',
    '"',
    ';',
    ',',
    '\t',
    '\n',
    '#',
    ' ',
    '1,5',
    '2026-10-01',
    'Total',
    '-',
    '%',
  );
  const texts = fc.array(words, { maxLength: 60 }).map((parts) => encode(parts.join(''), 'utf-8'));
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), texts), (bytes) => {
      const file = read(bytes);
      expect(file.rows.read > 0 || file.problems.length > 0).toBe(true);
      for (const problem of file.problems) expect(problem).toMatchObject({ client: 'hotel', file: file.file });
    }),
    { numRuns: 500 },
  );
});

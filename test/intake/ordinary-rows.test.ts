import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readExport, understandExport, understandStream } from '../../src/intake/read-export.ts';
import type { Understood } from '../../src/intake/intake-context.ts';
import { LateRows } from '../../src/intake/row-index.ts';
import type { SourceRule } from '../../src/types/workspace.ts';
import { METRICS } from './helpers.ts';

const place = { file: 'report.csv', source: 'ads' };
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Everything a file says, with the identities of its rows. */
const said = ({ file, anatomy }: Understood) => ({ file, anatomy, keys: file.identity.keys() });

/** The file read row by row: in pieces no row is taken the quick way. */
async function readThoroughly(text: string, rule?: SourceRule): Promise<Understood> {
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    yield bytesOf(text);
  };
  return understandStream({ ...place, chunks }, { rule, metrics: METRICS, client: 'hotel' });
}

const readQuickly = (text: string, rule?: SourceRule): Understood =>
  understandExport({ ...place, bytes: bytesOf(text) }, { rule, metrics: METRICS, client: 'hotel' });

/** Mostly the first, now and then one of the others. */
const mostly = <T>(weight: number, usual: fc.Arbitrary<T>, ...others: T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: usual }, { weight: 1, arbitrary: fc.constantFrom(...others) });

const two = (number: number): string => String(number).padStart(2, '0');
const whole = fc.integer({ min: 0, max: 99_999 }).map(String);
const decimal = (mark: string) =>
  fc.tuple(fc.nat(9999), fc.nat(99)).map(([units, cents]) => `${units}${mark}${two(cents)}`);

interface Form {
  delimiter: string;
  mark: string;
  day: (month: number, day: number) => string;
  end: string;
  /** How rare it is that a cell or a line is odd. */
  rare: number;
  /** The last column's header; with one that nobody knows the header is certain after 60 records only. */
  last: string;
}

const form: fc.Arbitrary<Form> = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  mark: fc.constantFrom('.', ','),
  day: fc.constantFrom(
    (month: number, day: number) => `2026-${two(month)}-${two(day)}`,
    (month: number, day: number) => `${two(day)}.${two(month)}.2026`,
    (month: number, day: number) => `${two(month)}/${two(day)}/2026`,
  ),
  end: fc.constantFrom('\n', '\n', '\r\n'),
  rare: fc.constantFrom(20, 200, 2000),
  last: fc.constantFrom('campaign', 'campaign', 'Ratio'),
});

/** Lines of a table as systems write them, with whatever may go wrong in a few of them. */
const tableOf = ({ delimiter, mark, day, end, rare, last }: Form): fc.Arbitrary<string> => {
  const days = mostly(
    rare,
    fc.tuple(fc.integer({ min: 9, max: 10 }), fc.integer({ min: 1, max: 30 })).map(([m, d]) => day(m, d)),
    ...['2026-02-30', '2026-10-01 ', '', 'Mon', 'Total', '46296', '2026-10-01..2026-10-03', '20261001'],
  );
  const channels = mostly(
    40,
    fc.constantFrom('site', 'search', 'Поиск', 'e-mail'),
    ' site',
    '',
    '2.900',
    'a "b',
    'x.y',
  );
  const odd = ['2.900', '1 200', '-5', '', '--', '12%', '007', '€5', '1e3', '123456789012345678', 'x', '0.50', '1,5'];
  const count = mostly(rare, whole, ...odd);
  const money = mostly(rare, fc.oneof(decimal(mark), whole), ...odd, `0${mark}123`, `1${mark}000`, `5${mark}`);
  const ratio = fc.constantFrom('1.25%', '3', '0.5', '', '1,25');
  const row = fc.tuple(days, channels, mostly(rare, fc.constant('EUR'), 'USD', ''), count, money, ratio);
  const line = mostly(
    rare,
    row.map((cells) => cells.join(delimiter)),
    ...['', delimiter.repeat(5), ['Итого', '', '', '100', '5', ''].join(delimiter), `a${delimiter}b`, '"quoted"'],
    ...['# campaign', ['2026-10-01', 'site', 'EUR', '5', '7', '3', ''].join(delimiter)],
  );
  const quoted = row.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter));
  const header = ['date', 'channel', 'currency', 'clicks', 'cost', last].join(delimiter);
  return fc
    .record({
      title: fc.constantFrom([], [], ['Report']),
      before: fc.oneof(
        { weight: 8, arbitrary: fc.constant([]) },
        { weight: 2, arbitrary: fc.array(fc.oneof(quoted, line), { minLength: 1, maxLength: 9 }) },
      ),
      lines: fc.array(line, { minLength: 1, maxLength: 90 }),
      after: fc.constantFrom([], [], [], [['2026-10-01', '"1,5"', 'EUR', '"1,5"', '"2,5"', ''].join(delimiter)]),
      tail: fc.constantFrom('', end),
      mark: fc.constantFrom('', '', '\ufeff'),
    })
    .map(({ title, before, lines, after, tail, mark }) => {
      const above = [...title, header];
      return mark + [...above, ...fillStretch(above, before), ...lines, ...after].join(end) + tail;
    });
};

/** A text is divided after so many characters, at the next line end. */
const STRETCH = 1 << 16;

/** The lines again and again, until a stretch of the text ends with one of them. */
function fillStretch(above: readonly string[], lines: readonly string[]): string[] {
  const filled: string[] = [];
  let length = above.reduce((sum, line) => sum + line.length + 1, 0);
  for (let index = 0; length <= STRETCH && lines.length > 0; index += 1) {
    filled.push(lines[index % lines.length]!);
    length += filled.at(-1)!.length + 1;
  }
  return filled;
}

const rules = fc.constantFrom<SourceRule | undefined>(
  ...[undefined, { channel: 'paid' }, { currency: 'EUR' }, { numberForm: '1 234,56' as const }],
  ...[
    { dateForm: 'mm/dd/yyyy' as const },
    { columns: { Ratio: 'leads', clicks: 'leads' } },
    { columns: { clicks: null } },
  ],
);

describe('rows that are taken straight from the text', () => {
  test('say what they say when each is read by itself, among whatever other rows', async () => {
    let quick = 0;
    await fc.assert(
      fc.asyncProperty(form.chain(tableOf), rules, async (text, rule) => {
        const read = readQuickly(text, rule);
        if (read.file.identity instanceof LateRows) quick += 1;
        expect(said(read)).toEqual(said(await readThoroughly(text, rule)));
      }),
      { numRuns: 300 },
    );
    expect(quick).toBeGreaterThan(50);
  });

  const rows = Array.from({ length: 9000 }, (_, index) => {
    const day = new Date(Date.UTC(2024, 0, 1 + Math.floor(index / 12))).toISOString().slice(0, 10);
    return `${day},channel ${index % 12},campaign ${index % 7},${index % 1000},${index % 97}.${two(index % 100)}`;
  });
  const text = (lines: string[]): string => `date,channel,campaign,clicks,cost\n${lines.join('\n')}\n`;

  test.each([
    ['in a file of several stretches', rows],
    ['with the days from the last to the first', rows.toReversed()],
    ['with an empty cell here and there', rows.map((row, index) => (index % 5 ? row : row.replace(/,\d+,/, ',,')))],
    ['with a quotation mark in one name', rows.with(4000, '2025-01-01,channel 1,"the ""best"" one",5,5.00')],
    [
      'with more odd rows than are kept',
      rows.map((row, index) => (index % 3 ? row : row.replace(/,(\d+),/, ',"$1",'))),
    ],
    [
      'with decimal commas in quotation marks, and cells too many after them',
      rows.map((row, index) => {
        const [day, channel] = row.split(',');
        const [clicks, cents] = [index % 1000, two(index % 100)];
        return index < 3000
          ? `${day},${channel},c,"${clicks},${cents}","7,${cents}"`
          : `${day},${channel},c,${clicks},${cents},`;
      }),
    ],
    ['when the last row changes the form of all numbers', [...rows, '2026-01-01,channel 1,campaign,5,"1,5"']],
    [
      'with figures of one digit and of fifteen, with and without decimals, and a total',
      [
        ...rows.map((row, index) => {
          const figures = ['7', '999999999999999', '0.5', '99999999999999.5', '0.0625', '', '12.50'];
          return row.replace(/[\d.]+$/, figures[(index * 5 + (index >> 6)) % figures.length]!);
        }),
        'Total,,,4456500,1499999999999.98',
      ],
    ],
    ['with sums beyond what a double holds', rows.map((row) => row.replace(/\d+\.\d\d$/, '900719925474.99'))],
  ])('say the same %s', async (_, lines) => {
    const read = readQuickly(text(lines));
    expect(said(read)).toEqual(said(await readThoroughly(text(lines))));
    expect(read.file.series.length).toBeGreaterThan(0);
  });

  test('have an identity that is read when somebody asks for it', () => {
    const { identity, days } = readExport(
      { ...place, bytes: bytesOf(text(rows)) },
      { metrics: METRICS, client: 'hotel' },
    );
    expect(identity).toBeInstanceOf(LateRows);
    expect(identity.days).toEqual(days);
    expect(Object.values(identity.keys()).flat()).toHaveLength(rows.length);
  });
});

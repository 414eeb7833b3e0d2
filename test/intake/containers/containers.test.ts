import { describe, expect, test } from 'vitest';
import { readFile } from '../../../src/intake/read-file.ts';
import type { IntakeFile } from '../../../src/types/intake.ts';
import type { SourceRule } from '../../../src/types/workspace.ts';
import { codes, encode, facts, METRICS } from '../helpers.ts';
import { STYLES, workbook, zip, type Packed } from './archives.ts';

async function read(bytes: Uint8Array, name: string, rule?: SourceRule): Promise<IntakeFile[]> {
  const file = `data/clients/hotel/exports/ads/${name}`;
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    yield bytes;
  };
  const input = { file, source: 'ads', size: bytes.length, read: () => Promise.resolve(bytes), chunks };
  const understood = await readFile(input, { rule, metrics: METRICS, client: 'hotel' });
  return understood.map((each) => each.file);
}

const CHART = 'Date,Clicks,Impressions,CTR,Position\n2026-04-01,2,17,11.76%,4.1\n2026-04-02,0,5,0%,7\n';
const QUERIES = 'Top queries,Clicks,Impressions,CTR,Position\nhotel,1,9,11.1%,3\n';
const filters = (date: string): string => `Filter,Value\nSearch type,Web\nDate,${date}\n`;
const zipOf = (files: Record<string, string>): Uint8Array =>
  zip(Object.entries(files).map(([name, content]) => ({ name, content })));

describe('an archive', () => {
  test('is as many files as it has tables, each under its own name', async () => {
    const files = await read(zipOf({ 'Chart.csv': CHART, 'Queries.csv': QUERIES }), 'site.zip');
    expect(files.map((file) => file.file)).toEqual([
      'data/clients/hotel/exports/ads/site.zip!/Chart.csv',
      'data/clients/hotel/exports/ads/site.zip!/Queries.csv',
    ]);
    expect(files.map((file) => file.feeds)).toEqual([['clicks', 'impressions'], []]);
    expect(facts(files[0]!)).toContain('2026-04-01 ads impressions 17');
  });

  test('shares the period of its Filters.csv among tables that state none', async () => {
    const files = await read(
      zipOf({ 'Queries.csv': QUERIES, 'Filters.csv': filters('2026-04-01 - 2026-04-30') }),
      'site.zip',
    );
    for (const { period } of files) expect(period).toEqual({ from: '2026-04-01', to: '2026-04-30' });
  });

  test('with a relative period is of the days of its only table by day', async () => {
    const files = await read(
      zipOf({ 'Chart.csv': CHART, 'Queries.csv': QUERIES, 'Filters.csv': filters('Last 3 months') }),
      'site.zip',
    );
    for (const { period } of files) expect(period).toEqual({ from: '2026-04-01', to: '2026-04-02' });
    const alone = await read(zipOf({ 'Queries.csv': QUERIES, 'Filters.csv': filters('Last 3 months') }), 'site.zip');
    expect(alone.map((file) => file.period)).toEqual([null, null]);
  });

  test('names a filter that makes its figures a part, and is silent about the search type and the dates', async () => {
    const filtered = `${filters('2026-04-01 - 2026-04-30')}Page,+https://example.test/blog\n`;
    const [, told] = await read(zipOf({ 'Chart.csv': CHART, 'Filters.csv': filtered }), 'site.zip');
    expect(codes(told!)).toEqual(['warning filtered-export']);
    expect(told!.problems[0]).toMatchObject({ row: 4, found: { en: expect.stringContaining('Page: +https://') } });
    const [, silent] = await read(zipOf({ 'Chart.csv': CHART, 'Filters.csv': filters('Last month') }), 'site.zip');
    expect(codes(silent!)).toEqual([]);
  });

  test('is read as what it is under any name', async () => {
    const [file] = await read(zipOf({ 'Chart.csv': CHART }), 'site.csv');
    expect(file!.feeds).toEqual(['clicks', 'impressions']);
  });

  test('may hold workbooks, and names what nobody reads', async () => {
    const book = workbook({
      Sheet: [
        ['date', 'clicks'],
        ['2026-10-01', { value: '4' }],
      ],
    });
    const files = await read(
      zip([
        { name: 'a.xlsx', content: book },
        { name: 'readme.pdf', content: '%PDF-1.4' },
        { name: '__MACOSX/._a.xlsx', content: 'x' },
      ]),
      'site.zip',
    );
    expect(files.map((file) => file.file.split('!/')[1])).toEqual(['a.xlsx', 'readme.pdf']);
    expect(facts(files[0]!)).toEqual(['2026-10-01 ads clicks 4']);
    expect(codes(files[1]!)).toEqual(['warning export-ignored']);
  });
});

describe('an archive is refused by name', () => {
  const refused = async (bytes: Uint8Array): Promise<string[]> => (await read(bytes, 'x.zip')).flatMap(codes);
  const one = (lies: Packed['lies'], content: Packed['content'] = CHART): Uint8Array =>
    zip([{ name: 'Chart.csv', content, ...(lies && { lies }) }]);

  test('when it is a bomb, told by what it states and by what comes out', async () => {
    const zeros = new Uint8Array(40 * 1024 * 1024);
    expect(await refused(one(undefined, zeros))).toEqual(['error archive-bomb']);
    expect(await refused(one({ size: 3_000_000_000 }))).toEqual(['error archive-bomb']);
    expect(await refused(one({ size: 100 }, zeros))).toEqual(['error archive-broken']);
  });

  test('when it is cut, changed, empty, encrypted or an archive of archives', async () => {
    const whole = one(undefined);
    expect(await refused(whole.slice(0, whole.length - 30))).toEqual(['error archive-broken']);
    expect(await refused(whole.slice(0, 40))).toEqual(['error archive-broken']);
    expect(await refused(one({ sum: 1 }))).toEqual(['error archive-broken']);
    expect(await refused(zip([]))).toEqual(['error archive-without-tables']);
    expect(await refused(one({ encrypted: true }))).toEqual(['error archive-encrypted']);
    expect(await refused(zip([{ name: 'inner.zip', content: whole }]))).toEqual(['error archive-in-archive']);
  });

  test('when its names lead out of it, or there are too many', async () => {
    expect(await refused(zip([{ name: '../../etc/passwd.csv', content: CHART }]))).toEqual(['error archive-broken']);
    const many = Array.from({ length: 2001 }, (_, index) => ({ name: `${index}.csv`, content: 'a' }));
    expect(await refused(zip(many))).toEqual(['error archive-too-large']);
  });
});

describe('a workbook', () => {
  const day = (value: string) => ({ value, style: STYLES.day });
  const number = (value: string, style: number = STYLES.general) => ({ value, style });

  test('has days as days, numbers as exact decimals and ids as text', async () => {
    const [file] = await read(
      workbook({
        Отчёт: [
          ['Мастер отчетов'],
          ['Дата', '№ Кампании', 'Название кампании', 'Показы', 'Клики', 'Расход, ₽'],
          [
            day('46296'),
            '000120210000000000017',
            'Бренд',
            number('14240'),
            number('782.0'),
            number('467913.17000000004'),
          ],
          [{ value: '46297', style: STYLES.russianDay }, '17', 'Бренд', number('1'), number('1'), number('1.234')],
          ['Итого', '', '', number('14241'), number('783'), number('467914.404', STYLES.roubles)],
        ],
      }),
      'direct.xlsx',
    );
    expect(codes(file!)).toEqual([]);
    expect(file!.file).toBe('data/clients/hotel/exports/ads/direct.xlsx');
    expect(file!.format).toBe('yandex-direct');
    expect(facts(file!)).toEqual([
      ...['2026-10-01 ads clicks 782', '2026-10-01 ads cost 467913.17', '2026-10-01 ads impressions 14240'],
      ...['2026-10-02 ads clicks 1', '2026-10-02 ads cost 1.234', '2026-10-02 ads impressions 1'],
    ]);
    expect(file!.controlSums.map((sum) => sum.ok)).toEqual([true, true, true]);
  });

  test('has a name or a day of merged cells in each of their rows, and a number once', async () => {
    const rows = [
      ['Реклама клиники'],
      ['Дата', 'Канал', 'Показатели', ''],
      ['', '', 'Клики', 'Расход, ₽'],
      [day('46296'), 'Поиск', number('4'), number('90')],
      ['', 'Карты', number('5'), ''],
      ['Итого', '', number('9'), number('90')],
    ];
    const merged = ['A1:D1', 'C2:D2', 'A2:A3', 'B2:B3', 'A4:A5', 'D4:D5'];
    const [file] = await read(workbook({ Отчёт: rows }, false, { Отчёт: merged }), 'clinic.xlsx');
    expect(codes(file!)).toEqual([]);
    expect(facts(file!)).toEqual([
      ...['2026-10-01 Карты clicks 5', '2026-10-01 Поиск clicks 4', '2026-10-01 Поиск cost 90'],
    ]);
    expect(file!.controlSums.map((sum) => sum.ok)).toEqual([true, true]);
  });

  test('has empty cells of text where some programs refer to no string', async () => {
    const rows = [
      ['Campaign', 'Day', 'Currency code', 'Impr.', 'Clicks'],
      ['Brand', '2026-10-01', { value: '', type: 's' }, number('5'), number('1')],
      [{ value: '', type: 's' }, '2026-10-02', 'EUR', number('4'), { value: '', type: 's' }],
    ];
    const [file] = await read(workbook({ Report: rows }), 'report.xlsx');
    expect(file).toMatchObject({ format: 'google-ads', problems: [] });
    expect(facts(file!)).toEqual([
      ...['2026-10-01 ads clicks 1', '2026-10-01 ads impressions 5', '2026-10-02 ads impressions 4'],
    ]);
  });

  test('of several sheets is several files; one nobody knows is a warning beside one that is known', async () => {
    const files = await read(
      workbook({
        Legend: [
          ['Colour', 'Meaning'],
          ['red', 'bad'],
        ],
        Empty: [],
        Data: [
          ['date', 'clicks'],
          ['2026-10-01', number('4')],
        ],
      }),
      'book.xlsx',
    );
    expect(files.map((file) => [file.file.split('!/')[1], ...codes(file)])).toEqual([
      ['Legend', 'warning unknown-format'],
      ['Data'],
    ]);
  });

  test('counts days from 1904 when it says so, and keeps times and booleans as text', async () => {
    const rows = [
      ['date', 'clicks', 'note', 'time'],
      [day('44834'), number('4'), { value: '1', type: 'b' }, { value: '0.75', style: STYLES.time }],
    ];
    const [file] = await read(workbook({ Data: rows }, true), 'book.xlsx', { format: 'tidy' });
    expect(facts(file!)).toEqual(['2026-10-01 ads clicks 4']);
  });

  test('with an error in a figure is refused at the cell', async () => {
    const rows = [
      ['date', 'clicks'],
      [day('46296'), { value: '#DIV/0!', type: 'e' }],
    ];
    const [file] = await read(workbook({ Data: rows }), 'book.xlsx');
    expect(file!.problems).toMatchObject([{ code: 'bad-number', severity: 'error', row: 2, column: 2 }]);
  });

  test('is read as what it is when it is called .csv', async () => {
    const [file] = await read(
      workbook({
        Data: [
          ['date', 'clicks'],
          [day('46296'), number('4')],
        ],
      }),
      'book.csv',
    );
    expect(facts(file!)).toEqual(['2026-10-01 ads clicks 4']);
  });

  test('whose cells stand a million rows apart costs neither memory nor time', async () => {
    const sheet =
      '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>5</v></c></row></sheetData></worksheet>';
    const bytes = zip([
      { name: 'xl/workbook.xml', content: '<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>' },
      { name: 'xl/_rels/workbook.xml.rels', content: '<a><Relationship Id="r1" Target="worksheets/s.xml"/></a>' },
      { name: 'xl/worksheets/s.xml', content: sheet },
    ]);
    const started = performance.now();
    expect((await read(bytes, 'far.xlsx')).flatMap(codes)).toEqual(['error unknown-format']);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test('with broken or missing parts is refused by name', async () => {
    const bytes = zip([{ name: 'xl/workbook.xml', content: '<workbook><sheets><sheet name="a" r:id="r1"/></sheets>' }]);
    expect((await read(bytes, 'x.xlsx')).flatMap(codes)).toEqual(['error archive-broken']);
    expect((await read(workbook({ Empty: [] }), 'x.xlsx')).flatMap(codes)).toEqual(['error archive-without-tables']);
  });
});

test('text is text whatever its extension', async () => {
  const [file] = await read(encode('date,clicks\n2026-10-01,4\n', 'utf-8'), 'really-text.xlsx');
  expect(facts(file!)).toEqual(['2026-10-01 ads clicks 4']);
});

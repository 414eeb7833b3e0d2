import { describe, expect, test } from 'vitest';
import { readFile } from '../../src/intake/read-file.ts';
import { workbook } from './containers/archives.ts';
import { codes, english, facts, METRICS, read } from './helpers.ts';

describe('a correction without a day', () => {
  const ozon = (label: string, total: string): string =>
    [
      ';Кампания по продвижению товаров № 12345678, период 16.10.2026-17.10.2026',
      'День;sku;Название товара;Показы;Клики;Расход, ₽, с НДС',
      '16.10.2026;000777;Плед;1200;30;360,00',
      '17.10.2026;000777;Плед;800;10;125,00',
      `${label};;;-5,50`,
      `;Итого;;2000;40;${total}`,
    ].join('\n') + '\n';

  test.each(['Корректировка;;', ';Корректировка баланса;'])(
    '%s is named with its amount and counted nowhere',
    (label) => {
      const file = read(ozon(label, '485,00'));
      expect(codes(file)).toEqual(['warning correction-row']);
      expect(file.problems[0]).toMatchObject({ row: 5 });
      expect(english(file.problems[0]!.found)).toContain('“Расход, ₽, с НДС” -5.5');
      expect(facts(file)).toContain('2026-10-17 ads cost 125');
      expect(file.rows).toEqual({ read: 2, totals: 1 });
      expect(file.controlSums.every(({ ok }) => ok)).toBe(true);
    },
  );

  test('may stand in the file’s own total', () => {
    const file = read(ozon('Корректировка;;', '479,50'));
    expect(file.controlSums.at(-1)).toEqual({ column: 'Расход, ₽, с НДС', ours: '479.5', theirs: '479.5', ok: true });
    expect(codes(file)).toEqual(['warning correction-row']);
  });

  test('is no reading of a row whose day cannot be read, and a correction with a day is a row like others', () => {
    const rows = (day: string): string =>
      `Date,Campaign,Cost,Clicks,Impressions\n2026-10-01,A,5,1,9\n${day},Refund campaign,-2,0,0\n`;
    expect(codes(read(rows('2026-13-45')))).toEqual(['error bad-date']);
    expect(facts(read(rows('2026-10-01')))).toContain('2026-10-01 ads cost 3');
  });
});

describe('days of the week', () => {
  test.each([
    'Day,Impressions\nMonday,120\nTuesday,90\nSunday,4\n',
    'День,Показы,Клики\nпонедельник,120,1\nвторник,90,2\n',
    'Day,Cost,Impressions,Clicks\nMon,1.20,120,1\nTue,0.90,90,2\n',
  ])('are no days of a calendar: the table is refused with that reason', (text) => {
    const file = read(text);
    expect(file).toMatchObject({ feeds: [], series: [] });
    expect(codes(file)).toEqual(['warning rows-by-weekday']);
  });

  test('among days are an error of their row', () => {
    expect(codes(read('Day,Impressions\n2026-10-05,120\nTuesday,90\n'))).toEqual(['error bad-date']);
  });
});

describe('a row of groups above the header', () => {
  const rows = [
    ['Отчёт за октябрь', '', '', '', '', ''],
    ['', '', 'Реклама', '', '', 'Сайт'],
    ['Дата', 'Кампания', 'Показы', 'Клики', 'Расход', 'Визиты'],
    ['01.10.2026', 'Бренд', '1000', '20', '1500,50', '18'],
    ['02.10.2026', 'Бренд', '900', '18', '1200,25', '15'],
  ];
  const expected = [
    ...['2026-10-01 ads clicks 20', '2026-10-01 ads cost 1500.5', '2026-10-01 ads impressions 1000'],
    ...['2026-10-01 ads sessions 18', '2026-10-02 ads clicks 18', '2026-10-02 ads cost 1200.25'],
    ...['2026-10-02 ads impressions 900', '2026-10-02 ads sessions 15'],
  ];

  test('of merged cells in a CSV is a title', () => {
    const file = read(`${rows.map((cells) => cells.join(';')).join('\n')}\n`);
    expect([codes(file), facts(file)]).toEqual([[], expected]);
  });

  test('of merged cells in a workbook is a title', async () => {
    // Of merged cells a workbook keeps the first.
    const bytes = workbook({ Data: rows.map((cells) => cells.map((value) => ({ value, type: 'str' }))) });
    const chunks = async function* (): AsyncGenerator<Uint8Array> {
      yield bytes;
    };
    const input = { file: 'book.xlsx', source: 'ads', size: bytes.length, read: async () => bytes, chunks };
    const [understood] = await readFile(input, { metrics: METRICS, client: 'hotel' });
    expect([codes(understood!.file), facts(understood!.file)]).toEqual([[], expected]);
  });

  test('makes no one metric of two columns with one name', () => {
    const text = ';Поиск;;Сети;\nДата;Клики;Расход;Клики;Расход\n01.10.2026;1;2,50;3;4,50\n';
    const file = read(text);
    expect(codes(file)).toEqual(['error several-columns', 'error several-cost-columns']);
    expect(file.problems[0]).toMatchObject({ row: 3, column: 4 });
  });
});

describe('the total of the whole account', () => {
  const report = (account: string): string =>
    'Ad group report\n"October 1, 2026 - October 2, 2026"\nDay,Ad group,Impr.,Currency code,Cost\n' +
    '2026-10-01,Brand,20,GBP,3.88\n2026-10-02,Brand,10,GBP,1.12\n' +
    `Total: Ad groups, --,30,GBP,5.00\nTotal: ${account}\nTotal: Search, --,30,GBP,5.00\n`;

  test('that is more than the rows is a warning with both figures, beside a total that agrees', () => {
    const [problem, ...more] = read(report('Account,,40,GBP,"1,009.10"')).problems;
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ code: 'account-total', severity: 'warning', row: 7 });
    expect(english(problem!.found)).toContain('“Impr.” 30 of 40; “Cost” 5 of 1,009.1');
  });

  test('says nothing when it is that of the rows, or when it is the only one', () => {
    expect(read(report('Account,,30,GBP,5.00')).problems).toEqual([]);
    expect(codes(read(report('Account,,40,GBP,9.10').replace(/Total: Ad groups.*\n/, '')))).toEqual([
      ...['warning control-sum', 'warning control-sum'],
    ]);
  });

  test('is known in other languages, and no campaign of that name is taken for it', () => {
    for (const label of ['Итого: аккаунт', 'Gesamt: Konto', 'Total : compte', 'Total: cuenta']) {
      const text = report('Account,,40,GBP,9.10').replace('Total: Account', label);
      expect(codes(read(text))).toEqual(['warning account-total']);
    }
    expect(codes(read(report('Accounting software,,40,GBP,9.10')))).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { localText } from '../../src/locale/text.ts';
import { cellsOf, rowsByDay } from '../support/cells.ts';
import { codes, encode, facts, read, table } from './helpers.ts';

describe('a tidy CSV', () => {
  test('feeds every metric of its header by day and channel', () => {
    const file = read(
      'date,channel,impressions,clicks,cost,leads,sales,revenue\n' +
        '2026-10-01,search,1000,50,120.50,3,1,900\n' +
        '2026-10-02,social,2000,,80,0,,\n',
    );
    expect(file).toMatchObject({ format: 'tidy', encoding: 'utf-8', delimiter: ',', problems: [] });
    expect(facts(file)).toEqual([
      '2026-10-01 search clicks 50',
      '2026-10-01 search cost 120.5',
      '2026-10-01 search impressions 1000',
      '2026-10-01 search leads 3',
      '2026-10-01 search revenue 900',
      '2026-10-01 search sales 1',
      '2026-10-02 social cost 80',
      '2026-10-02 social impressions 2000',
      '2026-10-02 social leads 0',
    ]);
    expect(file.period).toEqual({ from: '2026-10-01', to: '2026-10-02' });
    expect(rowsByDay(file)).toEqual({ '2026-10-01': 1, '2026-10-02': 1 });
  });

  test('is read with Russian headers, semicolons, decimal commas and Windows-1251', () => {
    const text = 'Дата;Канал;Кампания;Показы;Клики;Расход, ₽;Лиды\r\n01.10.2026;Поиск;Бренд;1 000;50;1 120,50;3\r\n';
    const file = read(encode(text.replace('₽', 'руб.'), 'windows-1251'));
    expect(file).toMatchObject({ format: 'tidy', encoding: 'windows-1251', currency: 'RUB', problems: [] });
    expect(facts(file)).toEqual([
      '2026-10-01 Поиск clicks 50',
      '2026-10-01 Поиск cost 1120.5',
      '2026-10-01 Поиск impressions 1000',
      '2026-10-01 Поиск leads 3',
    ]);
  });

  test('feeds an agency’s own metric by its id or its name in either language', () => {
    for (const header of ['bookings', 'Bookings', 'Бронирования']) {
      expect(facts(read(`date,channel,${header}\n2026-10-01,site,4\n`))).toEqual(['2026-10-01 site bookings 4']);
    }
  });

  test('never adds up a ratio that stands beside its parts', () => {
    expect(read('date,channel,clicks,CTR\n2026-10-01,site,4,5%\n')).toMatchObject({ feeds: ['clicks'], problems: [] });
  });
});

describe('Google Ads', () => {
  const header = [
    'Campaign status',
    'Campaign',
    'Day',
    'Currency code',
    'Impr.',
    'Clicks',
    'CTR',
    'Cost',
    'Conversions',
  ];
  const daily = [
    ['Campaign report'],
    ['October 1, 2026 - October 31, 2026'],
    header,
    ['Enabled', 'Brand, main', '2026-10-01', 'USD', '25,881', '964', '3.72%', '1661.67', '2.50'],
    ['Enabled', 'Generic', '2026-10-01', 'USD', '1,119', '36', '3.22%', '38.33', ' --'],
    ['Enabled', 'Brand, main', '2026-10-02', 'USD', '900', '30', '3.33%', '40.00', '1.00'],
    ['Total: Campaigns', ' --', ' --', 'USD', '27,900', '1,030', '3.69%', '1740.00', '3.50'],
    ['Total: Account', '', '', 'USD', '30,000', '1,100', '3.67%', '1800.00', '4.00'],
  ];

  test('a total of whole numbers below a thousand is written as the other columns are', () => {
    const file = read(
      'Kampagnenbericht\n"2026-10-01 - 2026-10-02"\n' +
        'Tag,Kampagne,Währungscode,Impr.,Klicks,Kosten,Conversions,Conv.-Wert\n' +
        '2026-10-01,Nonbrand,EUR,3.686,900,"696,67","5,78","2.350,87"\n' +
        '2026-10-02,Nonbrand,EUR,6.518,800,"522,08","4,85","1.843,07"\n' +
        'Gesamt: Konto,,EUR,10.204,1.700,"1.218,75","10,63","4.193,94"\n',
    );
    expect(file.problems).toEqual([]);
    expect(file.controlSums.map(({ ok }) => ok)).toEqual([true, true, true, true, true]);
  });

  test('by campaign and day: thousands in one column, a point in another, totals become control sums', () => {
    const file = read(table(daily));
    expect(file).toMatchObject({
      format: 'google-ads',
      currency: 'USD',
      period: { from: '2026-10-01', to: '2026-10-31' },
      rows: { read: 3, totals: 2 },
      feeds: ['clicks', 'conversions', 'cost', 'impressions'],
      problems: [{ code: 'account-total', row: 8 }],
    });
    expect(facts(file)).toEqual([
      '2026-10-01 ads clicks 1000',
      '2026-10-01 ads conversions 2.5',
      '2026-10-01 ads cost 1700',
      '2026-10-01 ads impressions 27000',
      '2026-10-02 ads clicks 30',
      '2026-10-02 ads conversions 1',
      '2026-10-02 ads cost 40',
      '2026-10-02 ads impressions 900',
    ]);
    expect(cellsOf(file)[1]).toMatchObject({ rows: 1, firstRow: 4, lastRow: 4 });
    expect(cellsOf(file)[2]).toMatchObject({ rows: 2, firstRow: 4, lastRow: 5 });
    expect(file.controlSums).toEqual([
      { column: 'Impr.', ours: '27900', theirs: '27900', ok: true },
      { column: 'Clicks', ours: '1030', theirs: '1030', ok: true },
      { column: 'Cost', ours: '1740', theirs: '1740', ok: true },
      { column: 'Conversions', ours: '3.5', theirs: '3.5', ok: true },
    ]);
  });

  test('as “Excel .csv” (UTF-16 with tabs) says the same', () => {
    const file = read(encode(table(daily, '\t'), 'utf-16le-bom'));
    expect(file).toMatchObject({ encoding: 'utf-16le', delimiter: '\t' });
    expect(codes(file)).toEqual(['warning account-total']);
    expect(facts(file)).toEqual(facts(read(table(daily))));
  });

  test('with Russian headers', () => {
    const file = read(
      table([
        ['Отчет по кампаниям'],
        ['1 октября 2026 г. – 31 октября 2026 г.'],
        ['День', 'Кампания', 'Код валюты', 'Показы', 'Клики', 'CTR', 'Стоимость', 'Конверсии'],
        ['2026-10-01', 'Бренд', 'RUB', '1 200', '40', '3,33 %', '1 500,75', '2,00'],
      ]),
    );
    expect(file).toMatchObject({ format: 'google-ads', currency: 'RUB', period: { from: '2026-10-01' }, problems: [] });
    expect(facts(file)).toContain('2026-10-01 ads cost 1500.75');
  });

  test('search terms are a part of the account and feed nothing', () => {
    const file = read(
      'Search terms report\n1 October 2026 - 31 October 2026\nSearch term,Match type,Campaign,Day,Clicks,Impr.,Cost\n' +
        'shoes,Exact match,Brand,2026-10-01,3,30,4.50\nTotal: Search terms,,,,3,30,4.50\nTotal: Account,,,,9,90,9.50\n',
    );
    expect(file).toMatchObject({ format: 'google-ads', feeds: [], series: [], rows: { read: 1, totals: 2 } });
    expect(codes(file)).toEqual(['warning part-of-account']);
  });

  test('without a column of days feeds nothing and says so, with the period it states', () => {
    const file = read(
      'Campaign report\n"July 8, 2025 - July 31, 2025"\nCampaign,Currency code,Impr.,Cost\nBrand,USD,10,5.00\n',
    );
    expect(file).toMatchObject({ feeds: [], period: { from: '2025-07-08', to: '2025-07-31' } });
    expect(codes(file)).toEqual(['warning no-day-column']);
    expect(JSON.stringify(file.problems)).toContain('2025-07-08..2025-07-31');
  });

  test('for one stated day needs no column of days', () => {
    const file = read('Campaign report\n"July 8, 2025"\nCampaign,Currency code,Impr.,Cost\nBrand,USD,10,5.00\n');
    expect(facts(file)).toEqual(['2025-07-08 ads cost 5', '2025-07-08 ads impressions 10']);
  });
});

describe('overview cards of Google Ads', () => {
  const name = 'Card(2026.10.01-2026.10.02).csv';

  test('by day feed the days they name', () => {
    const text = 'Date,Clicks,Impressions,Avg. CPC,Cost\n"Thu, Oct 1, 2026",3,30,US$1.10,US$3.30\n';
    const file = read(text, undefined, name);
    expect(file).toMatchObject({ format: 'google-ads', currency: 'USD', problems: [] });
    expect(facts(file)).toContain('2026-10-01 ads cost 3.3');
  });

  test.each([
    ['Network,Clicks,Cost,Avg. CPC\nGoogle search,3,US$3.30,US$1.10\n', 'no-day-column'],
    ['Search,Cost,Impressions,Clicks\nhotel,US$3.30,10,3\n', 'part-of-account'],
    ['Search Keyword,Cost,Clicks,CTR\nhotel,US$3.30,3,10%\n', 'part-of-account'],
    ['Gender,Percent of known total\nFemale,60%\n', 'nothing-to-add-up'],
  ])('without days feed nothing: %s', (text, code) => {
    const file = read(text, undefined, name);
    expect(file).toMatchObject({ format: 'google-ads', series: [] });
    expect(codes(file)).toEqual([`warning ${code}`]);
  });
});

describe('Google Analytics 4', () => {
  const preamble = '# ---------\n# Report CSV Export\n# Account: Shop\n# ---------\n#\n';

  test('by packed day and channel group, with the grand total first and one extra cell', () => {
    const file = read(
      `${preamble}# 20261001-20261002\n\nDate,Session default channel group,Sessions,Total users,Key events,Purchase revenue\n` +
        ',,12,9,3,250.5,Grand total\n20261001,Organic Search,5,4,1,100\n20261001,Direct,3,3,0,0\n20261002,Direct,4,3,2,150.5\n',
      { channelColumn: 'Session default channel group' },
    );
    expect(file).toMatchObject({ format: 'ga4', rows: { read: 3, totals: 1 }, problems: [] });
    expect(file.feeds).toEqual(['conversions', 'revenue', 'sessions']);
    expect(facts(file)).toContain('2026-10-01 Organic Search sessions 5');
    expect(file.controlSums.map((sum) => sum.ok)).toEqual([true, true, true]);
  });

  test('in many tables: days are counted from the start each table states', () => {
    const file = read(
      `${preamble}# Start date: 20260930\n# End date: 20261002\nNth day,Users\n0000,5\n0001,6\n0002,7\n\n` +
        '# Start date: 20260930\n# End date: 20261002\nNth day,Sessions\n0000,50\n0001,60\n0002,70\n\n' +
        '#\n# Start date: 20260930\n# End date: 20261002\nSession default channel group,Sessions\nDirect,180\n',
    );
    expect(facts(file)).toEqual([
      '2026-09-30 ads sessions 50',
      '2026-10-01 ads sessions 60',
      '2026-10-02 ads sessions 70',
    ]);
    expect(file.period).toEqual({ from: '2026-09-30', to: '2026-10-02' });
    expect(codes(file).every((code) => code.startsWith('warning'))).toBe(true);
  });

  test('numbered days without a stated start feed nothing until the source declares its period', () => {
    const text = `${preamble}Nth day,Sessions\n0000,50\n0001,60\n`;
    expect(codes(read(text))).toEqual(['warning unknown-first-day']);
    const declared = read(text, { period: { from: '2026-10-01', to: '2026-10-02' } });
    expect(facts(declared)).toEqual(['2026-10-01 ads sessions 50', '2026-10-02 ads sessions 60']);
  });

  test('users alone are never added up', () => {
    const file = read(
      `${preamble}# Start date: 20261001\n# End date: 20261002\nNth day,Active users\n0000,5\n0001,6\n`,
    );
    expect(file).toMatchObject({ format: 'ga4', feeds: [] });
    expect(codes(file)).toEqual(['warning nothing-to-add-up']);
  });
});

describe('Search Console', () => {
  test('the table by date feeds clicks and impressions, never positions', () => {
    const file = read('Date,Clicks,Impressions,CTR,Position\n2026-10-02,1,20,5%,4.2\n2026-10-01,0,10,0%,22.8\n');
    expect(file).toMatchObject({ format: 'search-console', feeds: ['clicks', 'impressions'], problems: [] });
    expect(facts(file)[0]).toBe('2026-10-01 ads clicks 0');
  });

  test.each([
    ['queries', 'Top queries,Clicks,Impressions,CTR,Position\nhotel,1,20,5%,4.2\n'],
    ['pages', 'Популярные страницы,Клики,Показы,CTR,Позиция\nhttps://example.test/,1,20,5%,4.2\n'],
    ['countries', 'Country,Clicks,Impressions,CTR,Position\nSpain,1,20,5%,4.2\n'],
    ['devices', 'Device,Clicks,Impressions,CTR,Position\nMobile,1,20,5%,4.2\n'],
    ['search appearance without rows', 'Search Appearance,Clicks,Impressions,CTR,Position\n'],
    ['indexing, whose file may also be named Chart', 'Date,Not indexed,Indexed,Impressions\n2026-10-01,1,2,3\n'],
  ])('%s are recognised, feed nothing and say why', (_, text) => {
    const file = read(text);
    expect(file).toMatchObject({ format: 'search-console', feeds: [], series: [] });
    expect(codes(file)).toEqual(['warning part-of-account']);
  });

  test('a list without rows is told to be empty: no rows of it repeat an impression', () => {
    const [problem] = read('Search Appearance,Clicks,Impressions,CTR,Position\n').problems;
    expect(localText(problem!.found, 'en')).toBe('a list of Google Search Console without a single row');
    expect(localText(problem!.found, 'ru')).toBe('список Google Search Console без единой строки');
  });
});

describe('Meta Ads', () => {
  test('states its currency in the header; newest first; empty is not zero; reach is never added', () => {
    const file = read(
      encode(
        table([
          [
            'Day',
            'Campaign name',
            'Reach',
            'Impressions',
            'Amount spent (AUD)',
            'Link clicks',
            'Results',
            'Reporting starts',
            'Reporting ends',
          ],
          ['2026-10-02', 'A | Sales', '900', '1200', '12.5', '30', '', '2026-10-02', '2026-10-02'],
          ['2026-10-01', 'A | Sales', '800', '1100', '10', '20', '2', '2026-10-01', '2026-10-01'],
        ]),
        'utf-8-bom',
      ),
    );
    expect(file).toMatchObject({ format: 'meta-ads', currency: 'AUD' });
    // What the results are is not stated.
    expect(codes(file)).toEqual(['warning column-with-care']);
    expect(file.feeds).toEqual(['clicks', 'conversions', 'cost', 'impressions']);
    expect(facts(file)).not.toContain('2026-10-02 ads conversions 0');
    expect(facts(file)).toContain('2026-10-01 ads conversions 2');
  });

  test('with Russian headers and only the first and last day of a row, when these are one day', () => {
    const rows = [
      [
        'Дата начала отчетности',
        'Дата окончания отчетности',
        'Название кампании',
        'Показы',
        'Сумма затрат (RUB)',
        'Результаты',
      ],
      ['2026-10-01', '2026-10-01', 'Осень', '1100', '10,5', '2'],
    ];
    const file = read(table(rows, ';'));
    expect(facts(file)).toEqual([
      '2026-10-01 ads conversions 2',
      '2026-10-01 ads cost 10.5',
      '2026-10-01 ads impressions 1100',
    ]);
    rows[1]![1] = '2026-10-07';
    expect(codes(read(table(rows, ';')))).toEqual(['warning rows-not-daily']);
  });

  test('its results become leads when the source says so', () => {
    const text = 'Day,Campaign name,Amount spent (USD),Results\n2026-10-01,A,10,2\n';
    expect(facts(read(text, { columns: { Results: 'leads' } }))).toContain('2026-10-01 ads leads 2');
    expect(read(text, { columns: { Results: null } }).feeds).toEqual(['cost']);
  });
});

describe('Yandex Direct', () => {
  const lines = [
    'Отчет по кампаниям',
    'Период: 01.10.2026 - 31.10.2026',
    'Дата;ID кампании;Название кампании;Показы;Клики;Расход (руб.);Валюта',
    '01.10.2026;100;Бренд;1 000;20;500,50;RUB',
    '02.10.2026;100;Бренд;10;1;5,00;RUB',
  ];

  test('with a total row shifted by an extra cell', () => {
    const file = read(encode([...lines, 'Итого;;;–;1 010;21;505,50;'].join('\r\n'), 'windows-1251'));
    expect(file).toMatchObject({
      format: 'yandex-direct',
      currency: 'RUB',
      rows: { read: 2, totals: 1 },
      problems: [],
    });
    expect(file.controlSums).toEqual([
      { column: 'Показы', ours: '1010', theirs: '1010', ok: true },
      { column: 'Клики', ours: '21', theirs: '21', ok: true },
      { column: 'Расход (руб.)', ours: '505.5', theirs: '505.5', ok: true },
    ]);
  });

  test('a row of another month is reported and counts towards its own day', () => {
    const file = read([...lines, '03.09.2026;100;Бренд;7;1;1,00;RUB'].join('\n'));
    expect(codes(file)).toEqual(['warning row-outside-period']);
    expect(file.problems[0]).toMatchObject({ row: 6, found: { en: expect.stringContaining('in all: 1') } });
    expect(facts(file)).toContain('2026-09-03 ads cost 1');
  });

  test('phrases are a part of the account even with days', () => {
    const file = read('Дата;Название кампании;Ключевая фраза;Показы;Клики;Расход, ₽\n01.10.2026;Бренд;отель;5;1;3,5\n');
    expect(file).toMatchObject({ format: 'yandex-direct', feeds: [], series: [] });
    expect(codes(file)).toEqual(['warning part-of-account']);
  });
});

describe('Yandex Metrica', () => {
  const header = '"Дата визита","Визиты","Посетители","Просмотры","Отказы","Глубина просмотра","Время на сайте"\n';

  test('by day, with totals and averages first', () => {
    const file = read(
      `${header}"Итого и средние","30","25","70","0.17","2.33","00:03:45"\n` +
        '"2026-10-01","10","9","20","0.2","2.0","00:03:00"\n"2026-10-02","20","17","50","0.15","2.5","00:04:07"\n',
    );
    expect(file).toMatchObject({ format: 'yandex-metrica', feeds: ['pageviews', 'sessions'], problems: [] });
    expect(file.controlSums).toEqual([
      { column: 'Визиты', ours: '30', theirs: '30', ok: true },
      { column: 'Просмотры', ours: '70', theirs: '70', ok: true },
    ]);
  });

  test('by stretches of a day counts, by longer stretches feeds nothing', () => {
    const text = (cell: string) => `"Интервал дат визита","Визиты","Посетители"\n"${cell}","10","9"\n`;
    expect(facts(read(text('2026-10-01 - 2026-10-01')))).toEqual(['2026-10-01 ads sessions 10']);
    expect(codes(read(text('2026-10-01 - 2026-10-31')))).toEqual(['warning rows-not-daily']);
  });
});

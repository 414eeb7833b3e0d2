import { describe, expect, test } from 'vitest';
import { cellsOf } from '../support/cells.ts';
import { codes, read } from './helpers.ts';

describe('a part of an account', () => {
  test('is a list of what its rows are about, the largest first, added up over campaigns', () => {
    const file = read(
      'Search terms report\n1 October 2026 - 8 October 2026\nSearch term,Match type,Campaign,Currency code,Clicks,Impr.,Cost\n' +
        'shoes,Exact match,A,CAD,3,30,4.50\nboots,Broad match,A,CAD,9,90,2.00\nshoes,Broad match,B,CAD,1, --,0.25\n' +
        'Total: Search terms,,,CAD,13,120,6.75\nTotal: Account,,,CAD,99,900,60.00\n',
    );
    expect(file).toMatchObject({ feeds: [], series: [], rows: { read: 3, totals: 2 } });
    expect(file.tables).toEqual([
      {
        kind: 'search-terms',
        title: { ru: 'Поисковые запросы рекламы', en: 'Search terms of ads' },
        period: { from: '2026-10-01', to: '2026-10-08' },
        header: ['Search term', 'clicks', 'cost', 'impressions'].map((name, index) => ({
          name,
          metric: index === 0 ? null : name,
        })),
        currency: 'CAD',
        rows: [
          ['shoes', '4', '4.75', '30'],
          ['boots', '9', '2', '90'],
        ],
        of: 2,
      },
    ]);
  });

  test('by day is one list a month', () => {
    const file = read(
      'Дата;Название кампании;Ключевая фраза;Показы;Клики;Расход, ₽\n' +
        '30.09.2026;Бренд;отель;5;1;3,5\n01.10.2026;Бренд;отель;7;2;4\n02.10.2026;Бренд;номер;1;0;0\n',
    );
    expect(file.tables!.map(({ period, rows }) => [period, rows])).toEqual([
      [{ from: '2026-09-30', to: '2026-09-30' }, [['отель', '1', '3.5', '5']]],
      [
        { from: '2026-10-01', to: '2026-10-02' },
        [
          ['отель', '2', '4', '7'],
          ['номер', '0', '0', '1'],
        ],
      ],
    ]);
    expect(file.tables![0]!.currency).toBe('RUB');
  });

  test('shows what never adds up for rows that stand once', () => {
    const file = read(
      'Top queries,Clicks,Impressions,CTR,Position\nhotel,9,20,45%,4.2\nbed,1,5,20%,7\nbed,1,5,20%,9\n',
    );
    expect(file.tables).toMatchObject([
      {
        period: null,
        rows: [
          ['hotel', '9', '20', '4.2'],
          ['bed', '2', '10', null],
        ],
      },
    ]);
  });

  test('keeps rows that name nothing: what no phrase brought is often the most', () => {
    const file = read('Кампания;№ Кампании;Ключевая фраза;Расход, ₽;Клики\nА;1;отель;5,5;1\nА;1;;90,5;7\n');
    expect(file.tables![0]!.rows).toEqual([
      [null, '7', '90.5'],
      ['отель', '1', '5.5'],
    ]);
  });

  test('is named by its label when a figure tells what it is', () => {
    const file = read('Label,Pageviews,Unique Pageviews,Bounce Rate\n/rooms,10,8,40%\n/,30,20,35%\n');
    expect(file).toMatchObject({
      format: 'matomo',
      tables: [
        {
          kind: 'pages',
          rows: [
            ['/', '30'],
            ['/rooms', '10'],
          ],
        },
      ],
    });
  });

  test('keeps fifty rows and says how many there were', () => {
    const rows = Array.from({ length: 80 }, (_, index) => `q${index},${index},100,1%,5\n`).join('');
    const [list] = read(`Top queries,Clicks,Impressions,CTR,Position\n${rows}`).tables!;
    expect(list).toMatchObject({ of: 80 });
    expect(list!.rows).toHaveLength(50);
    expect(list!.rows[0]![0]).toBe('q79');
  });

  test('has the rows with the most of an agency’s own metric first, not those with the lowest place', () => {
    const [list] = read('Top queries,Clicks,Impressions,CTR,Position\nbed,1,5,20%,70\nhotel,9,20,45%,4.2\n', {
      columns: { Clicks: 'sales', Impressions: 'leads' },
    }).tables!;
    expect(list!.rows.map(([query]) => query)).toEqual(['hotel', 'bed']);
  });

  test('of money in two currencies is no list, which is told', () => {
    const text = 'Search term,Match type,Currency code,Cost\na,Exact,CAD,1\nb,Exact,USD,1\n';
    expect(read(text).tables).toBeUndefined();
    expect(codes(read(text))).toEqual(['warning part-of-account', 'warning list-of-currencies']);
  });

  test('longer than 20,000 rows is no list, which is told', () => {
    const rows = (count: number): string => Array.from({ length: count }, (_, at) => `q${at},${at},1,1%,5\n`).join('');
    const header = 'Top queries,Clicks,Impressions,CTR,Position\n';
    expect(read(header + rows(20_000)).tables).toMatchObject([{ of: 20_000 }]);
    const long = read(header + rows(20_001));
    expect(long.tables).toBeUndefined();
    expect(codes(long)).toEqual(['warning part-of-account', 'warning list-too-long']);
  });

  test('is a list of campaigns for the days that its rows cover as a whole, one for each stretch', () => {
    const header = 'Reporting starts,Reporting ends,Campaign name,Impressions,Link clicks,Amount spent (RUB)\n';
    const rows =
      '2026-10-01,2026-10-31,Brand,5000,100,1234.50\n2026-10-01,2026-10-31,Leads,7000,150,2234.50\n' +
      '2026-09-01,2026-09-30,Brand,10,1,2.5\n';
    const file = read(header + rows);
    expect(file).toMatchObject({ format: 'meta-ads', feeds: [], series: [] });
    expect(codes(file)).toEqual(['warning rows-not-daily']);
    expect(file.tables!.map(({ kind, period, currency, rows: list }) => ({ kind, period, currency, list }))).toEqual([
      {
        ...{ kind: 'campaign', currency: 'RUB', period: { from: '2026-09-01', to: '2026-09-30' } },
        list: [['Brand', '1', '2.5', '10']],
      },
      {
        ...{ kind: 'campaign', currency: 'RUB', period: { from: '2026-10-01', to: '2026-10-31' } },
        list: [
          ['Leads', '150', '2234.5', '7000'],
          ['Brand', '100', '1234.5', '5000'],
        ],
      },
    ]);
  });
});

describe('a table copied from the screen', () => {
  const lines = [
    'Итого и средние\t1 206\t100,00 %\t1 010\t100,00 %\t31,46 %\t1,49\t1 м 38 с',
    'yandex\t1 000\t82,92 %\t900\t89,11 %\t31,70 %\t1,55\t1 м 13 с',
    'Не определено\t206\t17,08 %\t110\t10,89 %\t–\t2,06\t45 с',
  ];

  test('is known by its total and the kinds of its cells; its rows are all there', () => {
    const file = read(`${lines.join('\n')}\n`);
    expect(file).toMatchObject({ format: 'yandex-metrica', rows: { read: 2, totals: 1 }, feeds: [] });
    expect(file.controlSums).toEqual([{ column: 'Визиты', ours: '1206', theirs: '1206', ok: true }]);
    expect(file.tables).toMatchObject([
      {
        kind: 'source',
        rows: [
          ['yandex', '1000'],
          ['Не определено', '206'],
        ],
      },
    ]);
    expect(codes(file)).toEqual(['warning no-day-column']);
  });

  test('feeds the one day its source declares', () => {
    const file = read(`${lines.join('\n')}\n`, { period: { from: '2026-10-05', to: '2026-10-05' } });
    expect(cellsOf(file)).toMatchObject([{ date: '2026-10-05', metric: 'sessions', sum: '1206' }]);
  });

  test('is not guessed without its total or with cells of another kind', () => {
    expect(codes(read(`${lines.slice(1).join('\n')}\n`))).toEqual(['error unknown-format']);
    expect(codes(read(`${lines.join('\n').replace('1 000', 'много')}\n`))).toEqual(['error unknown-format']);
  });
});

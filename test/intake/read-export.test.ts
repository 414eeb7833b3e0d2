import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { SourceRule } from '../../src/types/workspace.ts';
import { cellsOf, rowsByDay } from '../support/cells.ts';
import { codes, encode, english, facts, read, table } from './helpers.ts';

const tidy = (...rows: string[]): string => `date,channel,clicks,cost\n${rows.join('\n')}\n`;

describe('a file', () => {
  test('carries its checksum, source and path', () => {
    const text = tidy('2026-10-01,site,4,5');
    expect(read(text)).toMatchObject({
      file: 'data/clients/hotel/exports/ads/report.csv',
      source: 'ads',
      sha256: createHash('sha256').update(text).digest('hex'),
    });
  });

  test('that is no text is an error with the client and the file', () => {
    const file = read(Uint8Array.of(0x50, 0x4b, 3, 4));
    expect(file).toMatchObject({ format: null, series: [], feeds: [] });
    expect(file.problems).toMatchObject([
      { code: 'workbook-named-csv', severity: 'error', client: 'hotel', file: file.file },
    ]);
  });

  test('that is empty is an error', () => {
    expect(codes(read(''))).toEqual(['error empty-file']);
    expect(codes(read(encode('\n\n', 'utf-16le-bom')))).toEqual(['error empty-file']);
  });

  test('of an unknown system is an error that lists its headers and proposes a rule that works', () => {
    const text = 'Ngày,Primary,Secret\n2026-03-29T00:00:00,748,x\n2026-03-30T00:00:00,1620,y\n';
    const file = read(text);
    expect(codes(file)).toEqual(['error unknown-format']);
    expect(english(file.problems[0]!.found)).toContain('“Ngày”, “Primary”, “Secret”');
    const proposal = JSON.parse(/\{"sources".*\}$/.exec(english(file.problems[0]!.mend))![0]) as {
      sources: Record<string, SourceRule>;
    };
    expect(proposal.sources['ads']).toEqual({
      ...{ format: 'tidy', channel: 'ads', columns: { Ngày: 'date', Primary: null, Secret: null } },
    });
    const mended = read(text, { format: 'tidy', columns: { Ngày: 'date', Primary: 'pageviews', Secret: null } });
    expect(mended.problems).toEqual([]);
    expect(facts(mended)).toEqual(['2026-03-29 ads pageviews 748', '2026-03-30 ads pageviews 1620']);
  });

  test('that another system wrote with known words is not taken for a tidy one', () => {
    const file = read('Campaign id,Campaign name,Date,Impressions,Reach,Clicks,Spend,CPC\n1,A,2026/10/01,5,4,1,2,2\n');
    expect(codes(file)).toEqual(['error unknown-format']);
  });

  test('with headers merged over two rows is refused: the columns below the empty cells would be lost', () => {
    const merged = 'Дата;Показы;;Расход;\n;Поиск;РСЯ;Поиск;РСЯ\n01.10.2026;100;200;5,5;6,6\n';
    const direct = 'Дата;Кампания;Показы;;Расход, ₽;\n;;Поиск;РСЯ;Поиск;РСЯ\n01.10.2026;A;100;200;5,5;6,6\n';
    const accounts = 'Дата\tПродажи\t\n\tКоличество\tСумма\n01.10.2026\t3\t900,00\n02.10.2026\t1\t300,00\n';
    for (const text of [merged, direct, accounts]) {
      expect(read(text).problems.filter(({ severity }) => severity === 'error')).toMatchObject([
        { code: 'header-in-two-rows', row: 2 },
      ]);
    }
    expect(codes(read('Дата;Показы;Расход\n;штук;рублей\n01.10.2026;100;5,5\n'))).toEqual([]);
  });

  test('kept by hand is told of its figures that stand under no header', () => {
    expect(codes(read('Дата;Показы;Расход;\n01.10.2026;100;20;5,5\n'))).toEqual(['warning column-without-header']);
    expect(codes(read('Дата;Показы;Расход;\n01.10.2026;100;20;\n02.10.2026;100;20;заметка\n'))).toEqual([]);
  });

  test('declared to have a format nobody knows is an error that names the known ones', () => {
    const file = read(tidy('2026-10-01,site,4,5'), { format: 'gogle' });
    expect(codes(file)).toEqual(['error unknown-format-id']);
    expect(english(file.problems[0]!.expected)).toContain('google-ads');
  });

  test('with a header and no rows says so', () => {
    expect(codes(read(tidy()))).toEqual(['warning no-rows']);
  });

  test('with its header below any number of titles is read all the same', () => {
    const file = read(`My report\nmade,by,hand\n\n\n${tidy('2026-10-01,site,4,5')}`);
    expect(facts(file)).toEqual(['2026-10-01 site clicks 4', '2026-10-01 site cost 5']);
    expect(cellsOf(file)[0]!.firstRow).toBe(6);
  });
});

describe('the channel of a row', () => {
  test('is the rule’s, else the channel column’s, else the source’s name', () => {
    const text = tidy('2026-10-01,site,4,5');
    expect(cellsOf(read(text, { channel: 'paid' }))[0]!.channel).toBe('paid');
    expect(cellsOf(read(text))[0]!.channel).toBe('site');
    expect(cellsOf(read('date,clicks\n2026-10-01,4\n'))[0]!.channel).toBe('ads');
    const byColumn = read('date,Канал продаж,clicks\n2026-10-01,shop,4\n', {
      format: 'tidy',
      channelColumn: 'канал продаж',
    });
    expect(cellsOf(byColumn)[0]!.channel).toBe('shop');
  });

  test('must not be empty', () => {
    const file = read(tidy('2026-10-01,site,4,5', '2026-10-02,,4,5'));
    expect(file.problems).toMatchObject([{ code: 'empty-channel', severity: 'error', row: 3, column: 2 }]);
  });

  test('of a declared column that is not there is an error', () => {
    expect(codes(read('date,clicks\n2026-10-01,4\n', { channelColumn: 'Region' }))).toEqual([
      'error no-channel-column',
    ]);
  });
});

describe('rows', () => {
  test('of one day and channel are summed exactly, with the lines they came from', () => {
    const file = read(tidy('2026-10-01,site,1,0.10', '2026-10-02,site,5,7', '2026-10-01,site,2,0.20'));
    expect(cellsOf(file)).toContainEqual({
      ...{ date: '2026-10-01', channel: 'site', metric: 'cost', sum: '0.3' },
      ...{ rows: 2, firstRow: 2, lastRow: 4 },
    });
    expect(file.rows).toEqual({ read: 3, totals: 0 });
    expect(rowsByDay(file)).toEqual({ '2026-10-01': 2, '2026-10-02': 1 });
  });

  test('of a wrong width are reported by line', () => {
    const file = read(
      tidy('2026-10-01,site,1,5', '2026-10-02,site,1', '2026-10-03,site,1,5,9', '2026-10-04,site,1,5,,'),
    );
    expect(file.problems.map((problem) => [problem.code, problem.row])).toEqual([
      ['row-width', 3],
      ['row-width', 4],
    ]);
  });

  test('with bad cells are all reported in one run, each with its row and column', () => {
    const file = read(tidy('2026-10-01,site,four,5', '2026-02-30,site,1,5', '2026-10-03,site,1,x', ',site,1,2'));
    expect(file.problems.map(({ code, row, column }) => [code, row, column])).toEqual([
      ['bad-number', 2, 3],
      ['bad-date', 3, 1],
      ['bad-number', 4, 4],
      ['bad-date', 5, 1],
    ]);
    for (const problem of file.problems) {
      expect(problem).toMatchObject({ severity: 'error', found: { ru: expect.stringMatching(/[а-я]/) } });
    }
  });

  test('broken in thousands are listed up to a limit and counted beyond it', () => {
    const file = read(tidy(...Array.from({ length: 500 }, () => '2026-10-01,site,x,5')));
    expect(file.problems).toHaveLength(201);
    expect(english(file.problems[200]!.found)).toContain('300');
  });

  test('with a quotation mark left open are errors', () => {
    expect(codes(read(tidy('2026-10-01,"site,1,5', '2026-10-02,site,1,5')))).toContain('error broken-quotes');
  });
});

describe('numbers and dates that can be read in two ways', () => {
  test('2.900 in a semicolon file asks for the declared form', () => {
    const text = 'date;channel;cost\n2026-10-01;site;2.900\n';
    const file = read(text);
    expect(file.problems).toMatchObject([{ code: 'ambiguous-number', severity: 'error', row: 2, column: 3 }]);
    expect(english(file.problems[0]!.mend)).toContain('numberForm');
    expect(facts(read(text, { numberForm: '1,234.56' }))).toEqual(['2026-10-01 site cost 2.9']);
    expect(facts(read(text, { numberForm: '1.234,56' }))).toEqual(['2026-10-01 site cost 2900']);
  });

  test('are decided by another cell of the column, or by the other columns with one voice', () => {
    expect(facts(read('date;channel;cost\n2026-10-01;site;2.900\n2026-10-02;site;1,5\n'))[0]).toMatch(/cost 2900$/);
    expect(facts(read('date;channel;clicks;cost\n2026-10-01;site;2.900;1,5\n'))[0]).toMatch(/clicks 2900$/);
  });

  test('in a comma-separated file have a decimal point', () => {
    expect(facts(read('date,channel,clicks\n2026-10-01,site,"25,881"\n'))[0]).toMatch(/clicks 25881$/);
    expect(facts(read('date,channel,cost\n2026-10-01,site,2.900\n'))[0]).toMatch(/cost 2.9$/);
  });

  test('written in two forms in one column are an error', () => {
    const file = read('date;channel;cost\n2026-10-01;site;2.95\n2026-10-02;site;1,5\n');
    expect(file.problems).toMatchObject([{ code: 'mixed-number-forms', row: 3, column: 3 }]);
  });

  test('01/02/2026 asks for the declared form unless the column decides', () => {
    const text = 'date,channel,clicks\n01/02/2026,site,1\n02/02/2026,site,1\n';
    expect(codes(read(text))).toEqual(['error ambiguous-date']);
    expect(cellsOf(read(text, { dateForm: 'mm/dd/yyyy' }))[0]!.date).toBe('2026-01-02');
    expect(cellsOf(read(`${text}13/02/2026,site,1\n`))[0]!.date).toBe('2026-02-01');
    expect(codes(read(`${text}13/02/2026,site,1\n02/13/2026,site,1\n`))).toEqual(['error ambiguous-date']);
  });
});

describe('money', () => {
  test('of two variants in one file is refused until one column is named', () => {
    const text = 'Дата;Кампания;Показы;Расход, ₽, без НДС;Расход, ₽, с НДС\n01.10.2026;А;5;100,5;120,6\n';
    const file = read(text);
    expect(codes(file)).toEqual(['error several-cost-columns']);
    const mended = read(text, { columns: { 'Расход, ₽, без НДС': 'cost', 'Расход, ₽, с НДС': null } });
    expect(mended).toMatchObject({ currency: 'RUB', costVariant: 'excluded', problems: [] });
    expect(facts(mended)[0]).toBe('2026-10-01 ads cost 100.5');
  });

  test('of another variant than declared is refused', () => {
    const text = 'Дата;Кампания;Показы;Расход, ₽, с НДС\n01.10.2026;А;5;120,6\n';
    expect(codes(read(text, { vat: 'excluded' }))).toEqual(['error cost-variant-differs']);
    expect(codes(read(text, { vat: 'included' }))).toEqual([]);
  });

  test.each([
    [
      'a header and a currency column',
      'Day,Campaign name,Currency,Amount spent (AUD),Link clicks\n2026-10-01,A,USD,5,1\n',
    ],
    ['two rows', 'Day,Campaign,Currency code,Impr.,Cost\n2026-10-01,A,USD,5,1\n2026-10-01,B,EUR,5,1\n'],
    ['two cells', 'date,channel,cost\n2026-10-01,site,US$5\n2026-10-02,site,€5\n'],
  ])('in two currencies, told by %s, is an error', (_, text) => {
    expect(codes(read(text))).toEqual(['error mixed-currencies']);
  });

  test('in another currency than declared is an error; a declared one stands in when the file says nothing', () => {
    expect(codes(read('date,channel,cost\n2026-10-01,site,€5\n', { currency: 'USD' }))).toEqual([
      'error currency-contradicts-rule',
    ]);
    expect(read(tidy('2026-10-01,site,4,5'), { currency: 'USD' }).currency).toBe('USD');
    expect(read(tidy('2026-10-01,site,4,5')).currency).toBeNull();
  });
});

describe('totals', () => {
  const rows = [
    ['Дата', 'Кампания', 'Показы', 'Клики', 'Расход, ₽'],
    ['01.10.2026', 'А', '1000', '10', '100,33'],
    ['02.10.2026', 'Б', '2000', '20', '200,33'],
  ];

  test.each([
    ['first', 'Итого', 0],
    ['first', 'Итого и средние', 1],
    ['last', 'Всего', 0],
    ['last', 'Grand total', 1],
    ['last', 'Total: Campaigns', 0],
  ])('standing %s, labelled “%s” in column %i, leave the data', (place, label, column) => {
    const total = ['', '', '3000', '30', '300,66'];
    total[column] = label;
    const [header, ...data] = rows;
    const file = read(table(place === 'first' ? [header!, total, ...data] : [header!, ...data, total], ';'));
    expect(file.rows).toEqual({ read: 2, totals: 1 });
    expect(file.problems).toEqual([]);
    expect(file.controlSums.map((sum) => [sum.column, sum.ok])).toEqual([
      ['Показы', true],
      ['Клики', true],
      ['Расход, ₽', true],
    ]);
  });

  test('rounded more coarsely than the rows agree within their own rounding', () => {
    const file = read(table([...rows, ['Итого', '', '3000', '30', '301']], ';'));
    expect(file.controlSums[2]).toEqual({ column: 'Расход, ₽', ours: '300.66', theirs: '301', ok: true });
  });

  test('that differ are a warning with both figures', () => {
    const file = read(table([...rows, ['Итого', '', '3001', '30', '310,66']], ';'));
    expect(codes(file)).toEqual(['warning control-sum', 'warning control-sum']);
    expect(english(file.problems[0]!.found)).toMatch(/3,000.*3,001/);
    expect(english(file.problems[1]!.found)).toMatch(/300\.66.*310\.66/);
    expect(file.problems[1]!.found).toMatchObject({ ru: expect.stringContaining('310,66') });
    expect(file.controlSums.map((sum) => sum.ok)).toEqual([false, true, false]);
  });

  test('are not seen in a campaign that is named Total', () => {
    const file = read(table([...rows, ['03.10.2026', 'Total', '1', '1', '1']], ';'));
    expect(file.rows).toEqual({ read: 3, totals: 0 });
  });

  test('without a label at an end of a system’s table leave the data too', () => {
    const file = read(
      'Day,Campaign name,Amount spent (USD),Link clicks\n,,15,3\n2026-10-01,A,10,2\n2026-10-02,A,5,1\n',
    );
    expect(file).toMatchObject({ rows: { read: 2, totals: 1 }, problems: [] });
  });
});

describe('columns', () => {
  test('mapped in sources.json add up when several feed one metric', () => {
    const text = 'date,channel,Forms,Calls\n2026-10-01,site,2,3\n';
    expect(facts(read(text, { columns: { Forms: 'leads', Calls: 'leads' } }))).toEqual(['2026-10-01 site leads 5']);
  });

  test('mapped to what is no additive metric are an error', () => {
    expect(codes(read(tidy('2026-10-01,site,4,5'), { columns: { clicks: 'ctr' } }))).toEqual([
      'error not-an-additive-metric',
    ]);
    expect(codes(read(tidy('2026-10-01,site,4,5'), { columns: { clicks: '__proto__' } }))).toEqual([
      'error not-an-additive-metric',
    ]);
  });

  test('that stand twice are refused until one is named', () => {
    expect(codes(read('date,channel,clicks,Clicks\n2026-10-01,site,4,5\n'))).toEqual(['error several-columns']);
    const mended = read('date,channel,clicks,Clicks\n2026-10-01,site,4,5\n', { columns: { 'Clicks (2)': null } });
    expect(facts(mended)).toEqual(['2026-10-01 site clicks 4']);
  });

  test('with a Latin letter among Cyrillic ones are known', () => {
    expect(facts(read('Дата;Канал;Kлики\n01.10.2026;сайт;4\n'))).toEqual(['2026-10-01 сайт clicks 4']);
  });
});

describe('the period', () => {
  test('is read from the file’s name when nothing inside states it', () => {
    const file = read(tidy('2026-02-07,site,1,1'), undefined, 'stats (2026.02.05-2026.02.10).csv');
    expect(file.period).toEqual({ from: '2026-02-05', to: '2026-02-10' });
  });

  test('is unknown for a file without days, rather than any month', () => {
    expect(read('Device,Cost,Impressions,Clicks\nMobile,US$5.00,10,2\n')).toMatchObject({ period: null, feeds: [] });
  });
});

describe('identity of rows', () => {
  const text = 'date,channel,campaign,clicks\n2026-10-01,site,A,4\n2026-10-01,site,B,5\n';

  test('tells what a row is about from what it says', () => {
    const [first, second] = [read(text), read(text.replace(',A,4', ',A,6'))].map(
      (file) => file.identity.keys()['2026-10-01']!,
    );
    const key = (keys: readonly string[]) => keys.map((each) => each.split(':')[0]);
    expect(key(first!).sort()).toEqual(key(second!).sort());
    expect(first!.filter((each) => second!.includes(each))).toHaveLength(1);
  });

  test('is the same in another encoding, language, delimiter and order of columns', () => {
    const other = encode('Клики;Кампания;Канал;Дата\n4;A;site;01.10.2026\n5;B;site;01.10.2026\n', 'windows-1251');
    expect(read(other).identity.keys()).toEqual(read(text).identity.keys());
  });
});

describe('cells are text', () => {
  const names = [
    '<script>alert(1)</script>',
    '=HYPERLINK("http://x","y")',
    'شركة الاختبار',
    '\u202eevil',
    'я'.repeat(5000),
    '__proto__',
  ];

  test('whatever a channel is named, the name passes intact', () => {
    const file = read(table([['date', 'channel', 'clicks'], ...names.map((name) => ['2026-10-01', name, '1'])]));
    expect(file.problems).toEqual([]);
    expect(
      cellsOf(file)
        .map((cell) => cell.channel)
        .sort(),
    ).toEqual([...names].sort());
  });

  test('and a long cell is shortened in a message', () => {
    const file = read(
      table([
        ['date', 'channel', 'clicks'],
        ['2026-10-01', 'site', 'x'.repeat(5000)],
      ]),
    );
    expect(english(file.problems[0]!.found).length).toBeLessThan(200);
  });
});

test('a file of 100,000 rows is read to its end', () => {
  const rows = Array.from({ length: 100_000 }, (_, index) => {
    const day = String((index % 28) + 1).padStart(2, '0');
    return `2026-10-${day},channel ${index % 7},"1,${String(index % 1000).padStart(3, '0')}",${index % 900}.25`;
  });
  const file = read(tidy(...rows));
  expect(file.rows.read).toBe(100_000);
  expect(file.problems).toEqual([]);
});

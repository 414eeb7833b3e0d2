import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InspectionJson } from '../../src/inspect/json.ts';
import { encode } from '../intake/helpers.ts';
import { workbook, zip } from '../intake/containers/archives.ts';
import { runCommand, type Outcome } from '../support/command.ts';

const ADS = [
  'Campaign report',
  '"October 1, 2026 - October 2, 2026"',
  'Campaign,Campaign ID,Day,Currency code,Impr.,Clicks,Cost,CTR,Mood',
  'Brand,120210000000000017,2026-10-01,EUR,"1,234",12,10.50,0.97%,fine',
  'Brand,120210000000000017,2026-10-02,EUR,"2,000",20,20.00,1.00%,fine',
  'Total: Campaigns,,,EUR,"3,234",32,31.50,0.99%,',
].join('\n');

let folder = '';
const path = (name: string): string => join(folder, name);
const write = (name: string, content: string | Uint8Array): void => {
  mkdirSync(dirname(path(name)), { recursive: true });
  writeFileSync(path(name), content);
};
const inspect = (...args: string[]): Promise<Outcome> => runCommand('inspect', args);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'inspect-'));
  write('ads.csv', ADS);
  write('login.csv', '<!doctype html><title>Sign in</title>');
  write('near.csv', 'Traffic\nDate,Visits,Actions,Mood\n2026-10-01,5,9,fine\n');
  write('unknown.csv', 'Ngày,Lượt xem\n2026-10-01,5\n');
  write(
    'site.zip',
    zip([
      { name: 'Chart.csv', content: 'Date,Clicks,Impressions,CTR,Position\n2026-10-01,1,2,50%,3\n' },
      { name: 'Queries.csv', content: 'Top queries,Clicks,Impressions,CTR,Position\nx,1,2,50%,3\n' },
    ]),
  );
  write('agency/data/agency.json', '{"name": "Маяк", "locale": "ru", "currency": "RUB", "timeZone": "Europe/Moscow"}');
  write('agency/data/clients/hotel/client.json', '{"name": "Отель"}');
  write(
    'agency/data/clients/hotel/sources.json',
    '{"sources": {"views": {"format": "tidy", "columns": {"Ngày": "date", "Lượt xem": "pageviews"}}}}',
  );
  write('agency/data/clients/hotel/exports/views/2026-10.csv', encode('Ngày,Lượt xem\n2026-10-01,5\n', 'utf-16le-bom'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('inspect --json', () => {
  test('answers with what it promises and nothing else', async () => {
    const { code, stdout } = await inspect(path('ads.csv'), '--json');
    const told = JSON.parse(stdout) as InspectionJson;
    expect(code).toBe(0);
    expect(Object.keys(told)).toEqual([
      'encoding',
      'delimiter',
      'format',
      'confidence',
      'runnerUp',
      'period',
      'tables',
      'problems',
    ]);
    expect(told).toMatchObject({
      ...{ encoding: 'utf-8', delimiter: ',', format: 'google-ads', confidence: 0.889 },
      period: { from: '2026-10-01', to: '2026-10-02' },
    });
    const [table] = told.tables;
    expect(table).toMatchObject({ rows: 2, totals: 1, additive: true });
    expect(table!.header).toEqual([
      { name: 'Campaign', metric: null, dimension: 'campaign', currency: null, vat: null },
      { name: 'Campaign ID', metric: null, dimension: 'campaignId', currency: null, vat: null },
      { name: 'Day', metric: null, dimension: 'date', currency: null, vat: null },
      { name: 'Currency code', metric: null, dimension: 'currency', currency: null, vat: null },
      { name: 'Impr.', metric: 'impressions', dimension: null, currency: null, vat: null },
      { name: 'Clicks', metric: 'clicks', dimension: null, currency: null, vat: null },
      { name: 'Cost', metric: 'cost', dimension: null, currency: 'EUR', vat: null },
      { name: 'CTR', metric: null, dimension: null, currency: null, vat: null },
      { name: 'Mood', metric: null, dimension: null, currency: null, vat: null },
    ]);
    expect(table!.controlSums).toEqual([
      { column: 'Impr.', ours: '3234', theirs: '3234', ok: true },
      { column: 'Clicks', ours: '32', theirs: '32', ok: true },
      { column: 'Cost', ours: '30.5', theirs: '31.5', ok: false },
    ]);
    expect(told.problems).toEqual([
      { code: 'control-sum', row: 6, column: null, message: expect.stringContaining('31.5') as string },
    ]);
  });

  test('names the format an unknown file comes nearest to, and the columns it lacks', async () => {
    const { code, stdout } = await inspect(path('near.csv'), '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      ...{ format: null, confidence: 0 },
      runnerUp: { format: 'matomo', confidence: 0.75, lacks: ['Unique visitors'] },
    });
    const ru = await inspect(path('near.csv'), '--lang', 'ru');
    expect(ru.stdout).toContain('Matomo (matomo), уверенность 75\u00a0%, не хватает столбцов: «Unique visitors»');
    expect(ru.stdout).toContain('ближе всего Matomo: знакомо 75 % столбцов, не хватает: «Unique visitors»');
  });

  test('of an archive is a list, each table under its own name', async () => {
    const { code, stdout } = await inspect(path('site.zip'), '--json');
    const told = JSON.parse(stdout) as (InspectionJson & { file: string })[];
    expect(code).toBe(0);
    expect(told.map(({ file, tables }) => [file.split('!/')[1], tables[0]!.additive])).toEqual([
      ['Chart.csv', true],
      ['Queries.csv', false],
    ]);
  });
});

describe('inspect', () => {
  test('tells in both languages how a file was read, what it feeds and what differs', async () => {
    const ru = await inspect(path('ads.csv'), '--lang', 'ru');
    for (const part of [
      ...['запятая', 'Google Ads (google-ads), уверенность 89', 'October 1, 2026', 'признак date, дни вида yyyy-mm-dd'],
      ...[
        'показатель cost, EUR, числа вида 1,234.56',
        'незнакомый столбец',
        '4: Brand | 120210000000000017 | 2026-10-01 | EUR | 1234',
      ],
      ...['сумма строк 30.5, итог файла 31.5 — не сходится', 'Даёт показатели по дням: clicks, cost, impressions'],
    ]) {
      expect(ru.stdout).toContain(part);
    }
    const en = await inspect(path('ads.csv'), '--lang', 'en');
    expect(en.stdout).toContain('Feeds by day: clicks, cost, impressions');
    expect(en.stdout).not.toMatch(/[А-Яа-я]/);
  });

  test('obeys sources.json of the client whose folder holds the file', async () => {
    const { code, stdout } = await inspect(path('agency/data/clients/hotel/exports/views/2026-10.csv'), '--lang', 'en');
    expect(stdout).toContain('data/clients/hotel/exports/views/2026-10.csv\n');
    expect(stdout).toContain('utf-16le');
    expect(stdout).toContain('Feeds by day: pageviews');
    expect(code).toBe(0);
  });

  test('parts the cells above the table of a workbook', async () => {
    const rows = [
      ['Отчёт', '', 'октябрь'],
      ['Дата', 'Канал', 'Клики'],
      ['2026-10-01', 'Поиск', '4'],
    ];
    write('book.xlsx', workbook({ Лист1: rows }));
    expect((await inspect(path('book.xlsx'), '--lang', 'ru')).stdout).toContain('    Отчёт октябрь\n');
  });

  test("speaks the agency's language, and knows who is no client of it", async () => {
    const file = path('agency/data/clients/hotel/exports/views/2026-10.csv');
    expect((await inspect(file)).stdout).toContain('Кодировка');
    const stranger = await inspect(file, '--workspace', path('agency'), '--client', 'hotle');
    expect(stranger).toMatchObject({ code: 2, stdout: '' });
    expect(stranger.stderr).toContain('--client hotle: there is no such client. Did you mean hotel?');
    expect((await inspect(path('none.csv'))).stderr).toContain(`There is no file ${path('none.csv')}`);
    expect((await inspect(path('agency'))).stderr).toContain(`${path('agency')} is a folder: name one file`);
  });

  test('ends with 1 on a file that is refused and says why it feeds nothing', async () => {
    const login = await inspect(path('login.csv'), '--lang', 'en');
    expect([login.code, login.stdout]).toEqual([1, expect.stringContaining('a web page (HTML) saved as CSV')]);
    const unknown = await inspect(path('unknown.csv'), '--lang', 'en');
    expect([unknown.code, unknown.stdout]).toEqual([1, expect.stringContaining('not recognised')]);
  });

  test('ends with 2 without a file, with two, or with one that is not there', async () => {
    for (const args of [[], [path('ads.csv'), path('login.csv')], [path('nothing.csv')], [folder]]) {
      expect((await inspect(...args)).code).toBe(2);
    }
  });
});

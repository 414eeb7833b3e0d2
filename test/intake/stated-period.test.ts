import { describe, expect, test } from 'vitest';
import { codes, facts, read } from './helpers.ts';

const ads = (...above: string[]): string =>
  `${above.map((line) => `${line}\n`).join('')}date,channel,clicks\n2026-10-01,site,4\n`;
const october = { from: '2026-10-01', to: '2026-10-31' };

describe('the period of a file', () => {
  test.each([
    ['Период: 01.10.2026 - 31.10.2026'],
    ['"October 1, 2026 - October 31, 2026"'],
    ['1–31 октября 2026 г.'],
    ['Отчёт за октябрь 2026'],
    ['Report Date Range: 2026-10-01 - 2026-10-31 (UTC)'],
    ['"1. Oktober 2026 – 31. Oktober 2026"'],
    ['01/10/2026 - 31/10/2026'],
  ])('stands above the table: %s', (line) => {
    expect(read(ads('Отчёт', line)).period).toEqual(october);
  });

  test('is not the day the report was made or its figures were taken', () => {
    const file = read(ads('Report Data as of: 2026-11-05 14:13 (UTC)', 'Сформирован 06.11.2026'));
    expect(file).toMatchObject({ period: { from: '2026-10-01', to: '2026-10-01' }, freshness: '2026-11-05' });
  });

  test('is never a wrong day out of a stretch that cannot be read', () => {
    expect(read(ads('01/02/2026 - 05/02/2026')).period).toEqual({ from: '2026-10-01', to: '2026-10-01' });
    expect(read('01/02/2026 - 05/02/2026\nCampaign,Impr.,Cost\nBrand,5,1.50\n').period).toBeNull();
  });

  test('stands in the file’s name, and in the name of a month where rows have no days', () => {
    const text = 'Device,Cost,Impressions,Clicks\nComputers,US$3.38,34,3\n';
    expect(read(text, undefined, 'Devices(2026.02.05-2026.02.10).csv').period).toEqual({
      from: '2026-02-05',
      to: '2026-02-10',
    });
    expect(read(text, undefined, 'devices_2026-1-1 - 2026-1-31.csv').period).toEqual({
      from: '2026-01-01',
      to: '2026-01-31',
    });
    expect(read(text, undefined, 'devices_2026-10.csv').period).toEqual(october);
    expect(read(text, undefined, 'devices-2026-11-05.csv').period).toBeNull();
    expect(read(ads(), undefined, 'ads_2026-09.csv').period).toEqual({ from: '2026-10-01', to: '2026-10-01' });
  });

  test('spans the stretches of its rows, which count towards no day', () => {
    const rows =
      '"Интервал дат визита","Визиты","Посетители"\n"2026-09-01 - 2026-09-30","7","5"\n"2026-10-01 - 2026-10-31","8","6"\n';
    const file = read(rows);
    expect(file).toMatchObject({ feeds: [], series: [], period: { from: '2026-09-01', to: '2026-10-31' } });
    expect(codes(file)).toEqual(['warning rows-not-daily']);
  });

  test('when nothing states it, is unknown, and the file counts towards no day', () => {
    for (const line of ['All time', 'Last 3 months', 'За всё время']) {
      const file = read(`${line}\nCampaign,Impr.,Cost\nBrand,5,1.50\n`);
      expect(file).toMatchObject({ period: null, feeds: [], series: [] });
      expect(codes(file)).toEqual(['warning no-day-column']);
    }
  });
});

test('one stated day is the day of all rows of a table without days', () => {
  expect(facts(read('Campaign report\n5 October 2026\nCampaign,Impr.,Cost\nBrand,5,1.50\n'))).toEqual([
    '2026-10-05 ads cost 1.5',
    '2026-10-05 ads impressions 5',
  ]);
});

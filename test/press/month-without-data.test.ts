import { describe, expect, it } from 'vitest';
import { localText } from '../../src/locale/text.ts';
import { monthWithoutData } from '../../src/press/reports/month-without-data.ts';
import { clientWith } from '../figures/samples.ts';

const client = clientWith({ reports: ['monthly'] });
const DAYS = ['2026-08-31', '2026-09-01', '2026-09-14'];

describe('a month that has ended without any data', () => {
  it('is told with its client and the last day that has data, in both languages', () => {
    const [told, ...rest] = monthWithoutData(client, DAYS, '2026-11-04');
    expect(rest).toEqual([]);
    expect(told).toMatchObject({
      code: 'month-without-data',
      severity: 'warning',
      client: client.id,
      file: `data/clients/${client.id}/exports`,
    });
    expect(
      [localText(told!.found, 'ru'), localText(told!.found, 'en')].map((text) => text.replaceAll('\u00a0', ' ')),
    ).toEqual([
      'за октябрь 2026 данных нет, последние перед ним — за 14 сентября 2026',
      'no data for October 2026; the last before it is of September 14, 2026',
    ]);
  });

  it('is told from the day after it to the last day of the next month', () => {
    const isTold = (asOf: string) => monthWithoutData(client, DAYS, asOf).length;
    expect(['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01'].map(isTold)).toEqual([0, 1, 1, 0]);
  });

  it('is told over the end of a year, and where the month that runs has data already', () => {
    expect(monthWithoutData(client, ['2026-11-30', '2027-01-02'], '2027-01-04')).toHaveLength(1);
  });

  it.each([
    ['a day of it has data', client, [...DAYS, '2026-10-31']],
    ['its first day has data', client, [...DAYS, '2026-10-01']],
    ['the month before has none either: the client left', client, ['2026-08-31']],
    ['the client is new', client, ['2026-11-02']],
    ['nothing was ever exported', client, []],
    ['the client receives quarterly reports only', clientWith({ reports: ['quarterly'] }), DAYS],
  ])('is no fault when %s', (_, of, days) => {
    expect(monthWithoutData(of, days, '2026-11-04')).toEqual([]);
  });
});

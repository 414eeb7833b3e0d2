import { describe, expect, test } from 'vitest';
import { daysAfter, readDay, slashOrder } from '../../src/intake/dates.ts';
import { readMonth, readStretch } from '../../src/intake/stretches.ts';

describe('a day', () => {
  test.each([
    ['2026-04-03', '2026-04-03'],
    ['2026-04-03T00:00:00', '2026-04-03'],
    ['2026-04-03 12:30', '2026-04-03'],
    ['2026-04-03T00:00:00+03:00', '2026-04-03'],
    ['03.04.26', '2026-04-03'],
    ['4/13/26', '2026-04-13'],
    ['3 października 2026', '2026-10-03'],
    ['2026/4/3', '2026-04-03'],
    ['20260403', '2026-04-03'],
    ['03.04.2026', '2026-04-03'],
    ['3.4.2026', '2026-04-03'],
    ['Apr 3, 2024', '2024-04-03'],
    ['April 3, 2024', '2024-04-03'],
    ['Fri, Apr 3, 2026', '2026-04-03'],
    ['3 April 2024', '2024-04-03'],
    ['3 апр. 2026', '2026-04-03'],
    ['3 апреля 2026 г.', '2026-04-03'],
    ['1 мая 2026\u00a0г.', '2026-05-01'],
    ['13/04/2026', '2026-04-13'],
    ['04/13/2026', '2026-04-13'],
    ['05/05/2026', '2026-05-05'],
    ['2024-02-29', '2024-02-29'],
  ])('written %s is %s', (cell, day) => {
    expect(readDay(cell, null)).toBe(day);
  });

  test.each([
    '31.06.2026',
    '2026-02-29',
    '2026-13-01',
    '20261301',
    '0000',
    '1212-01-01',
    'Foo 3, 2026',
    'Итого',
    '',
    '45931',
  ])('is not read from “%s”', (cell) => {
    expect(readDay(cell, null)).toBeNull();
  });

  test('written 01/02/2026 is read only by a declared form', () => {
    expect(readDay('01/02/2026', null)).toBeNull();
    expect(readDay('01/02/2026', 'dd/mm/yyyy')).toBe('2026-02-01');
    expect(readDay('01/02/2026', 'mm/dd/yyyy')).toBe('2026-01-02');
  });

  test('counts from a start over ends of months and years', () => {
    expect(daysAfter('2023-12-30', 3)).toBe('2024-01-02');
    expect(daysAfter('2024-02-28', 1)).toBe('2024-02-29');
  });
});

test('a column of slashed dates decides the order of day and month', () => {
  expect(slashOrder(['01/02/2026', '13/02/2026'])).toBe('dd/mm/yyyy');
  expect(slashOrder(['01/02/2026', '02/13/2026'])).toBe('mm/dd/yyyy');
  expect(slashOrder(['01/02/2026', '02/02/2026'])).toBe('either');
  expect(slashOrder(['13/02/2026', '02/13/2026'])).toBe('both');
  expect(slashOrder(['2026-02-01', '01.02.2026'])).toBeNull();
});

describe('a stated period', () => {
  test.each([
    ['July 8, 2025 - July 31, 2025', '2025-07-08', '2025-07-31'],
    ['27 January 2026 - 23 February 2026', '2026-01-27', '2026-02-23'],
    ['1 июня 2026 г. – 25 июня 2026 г.', '2026-06-01', '2026-06-25'],
    ['Период: 01.03.2026 - 31.03.2026', '2026-03-01', '2026-03-31'],
    ['# 20230515-20230521', '2023-05-15', '2023-05-21'],
    ['Report Date Range: 2026-05-27 - 2026-06-25 (UTC)', '2026-05-27', '2026-06-25'],
    ['stats (2026.02.05-2026.02.10).csv', '2026-02-05', '2026-02-10'],
    ['shop 2026-1-1 - 2026-1-31.csv', '2026-01-01', '2026-01-31'],
  ])('is read from “%s”', (line, from, to) => {
    expect(readStretch(line)).toEqual({ from, to });
  });

  test.each([
    ['1–31 октября 2026', '2026-10-01', '2026-10-31'],
    ['с 1 по 31 октября 2026 г.', '2026-10-01', '2026-10-31'],
    ['Oct 1 – 31, 2026', '2026-10-01', '2026-10-31'],
    ['1 Sep – 31 Oct 2026', '2026-09-01', '2026-10-31'],
    ['Sep 1 – Oct 31, 2026', '2026-09-01', '2026-10-31'],
    ['1. Oktober 2026 - 31. Oktober 2026', '2026-10-01', '2026-10-31'],
    ['1 de octubre de 2026 - 31 de octubre de 2026', '2026-10-01', '2026-10-31'],
    ['1er août 2026 – 31 août 2026', '2026-08-01', '2026-08-31'],
    ['01/10/2026 - 31/10/2026', '2026-10-01', '2026-10-31'],
    ['10/01/26 - 10/31/26', '2026-10-01', '2026-10-31'],
    ['01.10.26—31.10.26', '2026-10-01', '2026-10-31'],
  ])('written %s is known too', (line, from, to) => {
    expect(readStretch(line)).toEqual({ from, to });
  });

  test('may be a calendar month with its year', () => {
    expect(readMonth('Отчёт за октябрь 2026 г.')).toEqual({ from: '2026-10-01', to: '2026-10-31' });
    expect(readMonth('February 2028')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(readMonth('Marketing 2026')).toBeNull();
  });

  test('is unknown when a line states none, one day, or an end before its start', () => {
    expect(readStretch('All time')).toBeNull();
    expect(readStretch('2026-01-05')).toBeNull();
    expect(readStretch('2026-01-05 - 2026-01-01')).toBeNull();
    for (const line of ['Last 3 months', '01/02/2026 - 05/02/2026', 'Marketing 5 - 6, 2026', '1–31 отдела 2026']) {
      expect(readStretch(line)).toBeNull();
    }
  });
});

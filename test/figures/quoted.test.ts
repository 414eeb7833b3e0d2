import { describe, expect, it } from 'vitest';
import { noteProblems } from '../../src/figures/note-numbers.ts';
import { parsePeriod } from '../../src/figures/period.ts';
import { quotableValues } from '../../src/figures/quotable.ts';
import { checkQuoted, quotedNumbers } from '../../src/figures/quoted.ts';
import { clientWith, figuresFor, fileOf, planRow, target, type Row } from './samples.ts';

const read = (text: string, locale: 'ru' | 'en' = 'ru') =>
  quotedNumbers(text, locale).map(({ text: found, value, unit, signed, tolerance }) => [
    found,
    value,
    unit,
    ...(signed ? ['signed'] : []),
    `±${tolerance}`,
  ]);

describe('numbers of a Russian note', () => {
  it.each([
    ['получили 1\u00a0248 лидов', [['1\u00a0248', '1248', 'number', '±0.5']]],
    ['CTR вырос до 12,5\u00a0%', [['12,5\u00a0%', '0.125', 'percent', '±0.0005']]],
    ['лиды: +8 % к сентябрю', [['+8 %', '0.08', 'percent', 'signed', '±0.005']]],
    ['расход −1\u00a0200,50 ₽', [['−1\u00a0200,50 ₽', '-1200.5', 'money', 'signed', '±0.005']]],
    ['потратили 1,2 млн ₽', [['1,2 млн ₽', '1200000', 'money', '±50000']]],
    ['бюджет 350 тыс. руб. на месяц', [['350 тыс. руб.', '350000', 'money', '±500']]],
    ['ДРР ниже на 1,4 п.\u00a0п.', [['1,4 п.\u00a0п.', '0.014', 'points', '±0.0005']]],
    ['ДРР ниже на 1,4 процентных пункта', [['1,4 процентных пункта', '0.014', 'points', '±0.0005']]],
    ['продаж в 1,5 раза больше', [['1,5 раза', '1.5', 'times', '±0.05']]],
    ['CPL 950 и ниже', [['950', '950', 'number', '±0.5']]],
    ['пришло 12 целевых обращений', [['12', '12', 'number', '±0.5']]],
    [
      'рост на 10–12 %',
      [
        ['10', '0.1', 'percent', '±0.005'],
        ['12 %', '0.12', 'percent', '±0.005'],
      ],
    ],
    ['около 1 200 лидов', [['1 200', '1200', 'number', '±50']]],
    ['более 12 тыс. показов', [['12 тыс.', '12000', 'number', '±1000']]],
    ['всего 15 300 против плана', [['15 300', '15300', 'number', '±0.5']]],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    '14 октября 2026 года запустили 3 кампании',
    'с 1–15 октября и 02.11.2026 в 10:30',
    'В 2025 году и в 2026-м',
    '1. Проверить сайт\n2. Подключить GA4 и Q4',
    'телефон +7 (495) 123-45-67 и 8 (800) 555-35-35',
    'добавили 350 минус-слов и 12 объявлений 1080x1920',
    'за 3 недели показов, 2 раза в неделю, круглосуточно 24/7',
    'расход по 3 кампаниям, № 5, стр. 12',
    'https://example.com/2026/1248 и a1248@example.com',
    '1-го числа, 5-й месяц подряд',
  ])('passes over %j', (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('numbers of an English note', () => {
  it.each([
    ['spend was $12,400', [['$12,400', '12400', 'money', '±0.5']]],
    ['1.2M impressions', [['1.2M', '1200000', 'number', '±50000']]],
    ['1.2k clicks', [['1.2k', '1200', 'number', '±50']]],
    ['leads are up 8%', [['8%', '0.08', 'percent', '±0.005']]],
    ['a change of -3.5 pp', [['-3.5 pp', '-0.035', 'points', 'signed', '±0.0005']]],
    ['revenue grew 2.5x', [['2.5x', '2.5', 'times', '±0.05']]],
    ['€1.5 million in revenue', [['€1.5 million', '1500000', 'money', '±50000']]],
    ['1,248 leads', [['1,248', '1248', 'number', '±0.5']]],
    ['nearly 1,300 leads', [['1,300', '1300', 'number', '±100']]],
    ['a CPL of 84.20.', [['84.20', '84.2', 'number', '±0.005']]],
  ])('%s', (text, expected) => {
    expect(read(text, 'en')).toEqual(expected);
  });

  it.each([
    'On October 14, 2026 we launched 3 campaigns',
    'by 5 November, at 10:30, in 2026',
    'call +1 (415) 555-01-23 or 415-555-0123',
    'tested 40 headlines 2 times a week for 6 weeks',
    'the 3rd quarter, Q4, GA4, step 2',
  ])('passes over %j', (text) => {
    expect(read(text, 'en')).toEqual([]);
  });
});

describe('a number checked against the figures', () => {
  const value = [{ value: '1248.4', unit: 'number' as const }];

  it('read the signs of other dollars as money', () => {
    expect(read('потратили 1 200 A$ и 900 CA$').map(([, , unit]) => unit)).toEqual(['money', 'money']);
    expect(read('spent A$1,200', 'en').map(([, , unit]) => unit)).toEqual(['money']);
  });

  it('matches within the digits shown', () => {
    const wrong = (text: string) => checkQuoted(text, 'ru', value).map(({ text: found }) => found);
    expect(wrong('1 248 лидов, около 1 200 лидов, 1,2 тыс. лидов')).toEqual([]);
    expect(wrong('1 249 лидов, около 1 100 лидов, 1,3 тыс. лидов')).toEqual(['1 249', '1 100', '1,3 тыс.']);
  });

  it('may lose its sign but not turn it', () => {
    const fall = [{ value: '-0.08', unit: 'percent' as const }];
    expect(checkQuoted('снижение на 8 %, −8 %', 'ru', fall)).toEqual([]);
    expect(checkQuoted('+8 %', 'ru', fall)).toHaveLength(1);
  });

  it('keeps its unit', () => {
    expect(checkQuoted('1 248 ₽', 'ru', value)).toHaveLength(1);
    expect(checkQuoted('CPL 1 248', 'ru', [{ value: '1248', unit: 'money' }])).toEqual([]);
  });
});

describe("a period's figures", () => {
  const row = (date: string, channel: string, leads: string, cost: string): Row => ({
    date,
    channel,
    values: { leads, cost },
  });
  const figures = figuresFor(
    [
      fileOf('a.csv', [
        row('2026-09-10', 'search', '100', '50000'),
        row('2026-10-10', 'search', '120', '54000'),
        row('2026-10-11', 'social', '40', '26000'),
      ]),
    ],
    '2026-10',
    {
      client: clientWith({
        targets: [target('2026-10', 'leads', null, '150')],
        mediaPlan: [planRow('2026-10', 'search', '60000')],
      }),
    },
  );

  it('can be told in a note in every usual way', () => {
    const note =
      'Пришло 160 лидов: на 60 больше, чем в сентябре (+60 %), в 1,6 раза. Цель 150 выполнена на 107 %. ' +
      'CPL 500 ₽, как и раньше. Поиск дал 120 лидов, это 75 % всех. Расход 80 тыс. ₽ при плане 60 000 ₽, ' +
      'поиск потратил 90 % плана, социальные сети — 26 000 ₽.';
    expect(quotedNumbers(note, 'ru')).toHaveLength(12);
    expect(checkQuoted(note, 'ru', quotableValues(figures))).toEqual([]);
  });

  it('hold the points between percentages as the report prints them', () => {
    const sums = (date: string, cost: string): Row => ({
      date,
      channel: 'search',
      values: { cost, revenue: '100000' },
    });
    const files = [fileOf('a.csv', [sums('2026-09-10', '15342'), sums('2026-10-10', '15986')])];
    const values = quotableValues(figuresFor(files, '2026-10', { client: clientWith({ kpis: ['drr'] }) }));
    expect(checkQuoted('ДРР вырос на 0,7 п. п. (точнее, на 0,64 п. п.)', 'ru', values)).toEqual([]);
    expect(checkQuoted('ДРР вырос на 0,8 п. п.', 'ru', values)).toHaveLength(1);
  });

  it('can be told as times less as well as times more', () => {
    const files = [
      fileOf('a.csv', [row('2026-09-10', 'search', '90', '100'), row('2026-10-10', 'search', '30', '100')]),
    ];
    const values = quotableValues(figuresFor(files, '2026-10'));
    expect(checkQuoted('Лидов стало в 3 раза меньше, CPL в 3 раза выше.', 'ru', values)).toEqual([]);
    const onlyLeads = clientWith({ kpis: ['leads'] });
    const leads = fileOf('a.csv', [
      { date: '2026-09-10', channel: 'search', values: { leads: '90' } },
      { date: '2026-10-10', channel: 'search', values: { leads: '30' } },
    ]);
    const fewer = quotableValues(figuresFor([leads], '2026-10', { client: onlyLeads }));
    expect(checkQuoted('Лидов стало в 3 раза меньше.', 'ru', fewer)).toEqual([]);
    expect(checkQuoted('Лидов стало в 4 раза меньше.', 'ru', fewer)).toHaveLength(1);
  });

  it('do not hold what nobody measured', () => {
    const note = 'Пришло 161 лидов, CPL 512 ₽, рост 23 %.';
    expect(checkQuoted(note, 'ru', quotableValues(figures)).map(({ text }) => text)).toEqual(['161', '512 ₽', '23 %']);
  });

  it('make warnings of the numbers of a note that they do not hold, with the line of each', () => {
    const body = '\nРасход 80 тыс. ₽.\n\nCPL **512 ₽**, это много.\n';
    const note = {
      file: 'content/reports/notes/hotel/2026-10.mdx',
      summary: 'Пришло 161 лидов.',
      asks: [],
      body,
      bodyRow: 5,
      html: '',
      text: `Пришло 161 лидов.\n${body.replaceAll('*', '')}`,
    };
    const client = clientWith({ notes: { '2026-10': note } });
    const problems = noteProblems(client, parsePeriod('2026-10')!, figures);
    expect(problems.map(({ code, severity, file, row }) => [code, severity, file, row])).toEqual([
      ['number-not-in-figures', 'warning', note.file, undefined],
      ['number-not-in-figures', 'warning', note.file, 8],
    ]);
    expect(problems[1]!.found).toMatchObject({ ru: expect.stringContaining('«512 ₽»') });
    expect(noteProblems(client, parsePeriod('2026-09')!, figures)).toEqual([]);
  });
});

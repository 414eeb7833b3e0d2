import { describe, expect, test } from 'vitest';
import { rowsByDay } from '../support/cells.ts';
import { codes, english, facts, read } from './helpers.ts';

const amo = 'ID;Название сделки;Бюджет ₽;Ответственный;Дата создания сделки;Дата закрытия;Этап сделки;Воронка\n';
const deals =
  '101;Кухня;120 000;Анна;28.09.2026 10:15:00;03.10.2026 18:00:00;Успешно реализовано;Продажи\n' +
  '102;Шкаф;45 000,50;Олег;02.10.2026 09:00:00;03.10.2026 12:00:00;Успешно реализовано;Продажи\n' +
  '103;Стол;;Олег;02.10.2026 11:00:00;;Переговоры;Продажи\n' +
  '104;Диван;80 000;Анна;05.10.2026 11:00:00;06.10.2026 10:00:00;Закрыто и не реализовано;Продажи\n';

describe('deals of a CRM', () => {
  test('are leads on the day of creation, and won ones are sales with revenue on the day of closing', () => {
    const file = read(amo + deals);
    expect(file).toMatchObject({ format: 'amocrm', currency: 'RUB', rows: { read: 4, totals: 0 }, problems: [] });
    expect(file.feeds).toEqual(['leads', 'revenue', 'sales']);
    expect(facts(file)).toEqual([
      '2026-09-28 ads leads 1',
      '2026-10-02 ads leads 2',
      '2026-10-03 ads revenue 165000.5',
      '2026-10-03 ads sales 2',
      '2026-10-05 ads leads 1',
    ]);
    expect(rowsByDay(file)).toEqual({ '2026-09-28': 1, '2026-10-02': 2, '2026-10-05': 1 });
  });

  test('keep their identity while manager and pipeline change, and a changed amount is another figure', () => {
    const keysOf = (text: string): readonly string[] => read(amo + text).identity.keys()['2026-10-03']!;
    const renamed = deals.replaceAll('Анна', 'Пётр').replaceAll('Продажи', 'Опт');
    expect(keysOf(renamed)).toEqual(keysOf(deals));
    const dearer = keysOf(deals.replace('120 000', '130 000'));
    const keys = (list: readonly string[]): string[] => list.map((key) => key.split(':')[0]!).sort();
    expect(keys(dearer)).toEqual(keys(keysOf(deals)));
    expect(dearer).not.toEqual(keysOf(deals));
  });

  test('belong to the channel of a declared column, and to the source where it is blank', () => {
    const text =
      'Record ID,Deal Name,Deal Stage,Close Date,Create Date,Amount,Original Traffic Source\n' +
      '1,Roof,Closed Won,2026-10-05 14:00,2026-10-01 09:30,1200.50,Organic Search\n2,Door,Contract Sent,,2026-10-01 10:00,900,\n';
    const file = read(text, { channelColumn: 'Original Traffic Source' });
    expect(file).toMatchObject({ format: 'hubspot', problems: [] });
    expect(facts(file)).toEqual([
      '2026-10-01 Organic Search leads 1',
      '2026-10-01 ads leads 1',
      '2026-10-05 Organic Search revenue 1200.5',
      '2026-10-05 Organic Search sales 1',
    ]);
  });

  test('with American times of day', () => {
    const text =
      'Record ID,Deal Name,Deal Stage,Close Date,Create Date,Amount\n' +
      '1,Roof,Closed Won,10/05/2026 2:03 PM,10/01/2026 11:03 a.m.,10\n2,Door,Closed Lost,10/25/2026 2:03 PM,10/13/2026 2:03 PM,9\n';
    expect(facts(read(text))).toEqual([
      '2026-10-01 ads leads 1',
      '2026-10-05 ads revenue 10',
      '2026-10-05 ads sales 1',
      '2026-10-13 ads leads 1',
    ]);
  });

  test('in Bitrix24 with a currency of each deal', () => {
    const text =
      'ID;Название;Стадия сделки;Сумма;Валюта;Дата создания;Дата завершения\n' +
      '7;Монтаж;Сделка успешна;1 500;RUB;01.10.2026 10:00:00;02.10.2026\n8;Ремонт;Сделка провалена;100;RUB;01.10.2026 11:00:00;02.10.2026\n';
    const file = read(text);
    expect(file).toMatchObject({ format: 'bitrix24', currency: 'RUB', problems: [] });
    expect(facts(file)).toEqual(['2026-10-01 ads leads 2', '2026-10-02 ads revenue 1500', '2026-10-02 ads sales 1']);
  });

  const bitrix = (...currencies: string[]): string =>
    'ID;Сумма;Валюта;Стадия сделки;Дата создания;Дата завершения\n' +
    currencies.map((name, at) => `${at};100;${name};Сделка успешна;01.10.2026;05.10.2026\n`).join('');

  test('in Bitrix24 may be in currencies by their names, and roubles are not added to dollars', () => {
    expect(read(bitrix('Российский рубль', 'рубль', ''))).toMatchObject({ currency: 'RUB', problems: [] });
    expect(read(bitrix('US Dollar'))).toMatchObject({ currency: 'USD', problems: [] });
    expect(codes(read(bitrix('Российский рубль', 'Доллар\u00a0США')))).toEqual(['error mixed-currencies']);
  });

  test('in a currency nobody knows are refused, until it is declared for the whole file', () => {
    expect(codes(read(bitrix('Баллы')))).toEqual(['error unknown-currency']);
    expect(codes(read(bitrix('RUB', 'Баллы', 'Баллы')))).toEqual(['error unknown-currency']);
    expect(read(bitrix('Баллы'), { currency: 'EUR' }).problems).toEqual([]);
    expect(codes(read(bitrix('EUR', 'Баллы'), { currency: 'EUR' }))).toEqual(['error unknown-currency']);
  });

  test('of any other CRM are counted by the declared columns and stages', () => {
    const text =
      'Номер,Заведена,Закрыта,Где сейчас,Деньги\n5,2026-10-01,2026-10-04,Оплачено,700\n6,2026-10-01,,Думает,\n';
    expect(codes(read(text))).toEqual(['error unknown-format']);
    const file = read(text, {
      format: 'crm-deals',
      deals: {
        ...{ id: 'Номер', created: 'Заведена', closed: 'Закрыта', stage: 'Где сейчас', amount: 'Деньги' },
        won: ['оплачено'],
      },
    });
    expect(file.problems).toEqual([]);
    expect(facts(file)).toEqual(['2026-10-01 ads leads 2', '2026-10-04 ads revenue 700', '2026-10-04 ads sales 1']);
  });

  test('with stages of the agency’s own make count when these are declared, and are named when they are not', () => {
    const text = amo + deals.replaceAll('Успешно реализовано', 'Деньги в кассе');
    const file = read(text);
    expect(codes(file)).toEqual(['warning no-won-deals']);
    expect(english(file.problems[0]!.found)).toContain('“Деньги в кассе”');
    expect(read(text, { deals: { won: ['Деньги в кассе'] } })).toMatchObject({ problems: [] });
    expect(facts(read(text, { deals: { won: ['Деньги в кассе'] } }))).toContain('2026-10-03 ads sales 2');
  });

  test('won without a closing day, with an unreadable amount or without a day of creation are told by line', () => {
    const row = (created: string, closed: string, amount: string): string =>
      `1;А;${amount};Анна;${created};${closed};Успешно реализовано;Продажи\n`;
    expect(read(amo + row('02.10.2026', '', '5')).problems).toMatchObject([{ code: 'sale-without-day', row: 2 }]);
    expect(read(amo + row('02.10.2026', '03.10.2026', 'много')).problems).toMatchObject([
      { code: 'bad-number', row: 2, column: 3 },
    ]);
    expect(read(amo + row('', '03.10.2026', '5')).problems).toMatchObject([{ code: 'bad-date', row: 2, column: 5 }]);
  });

  test('without a stage or a closing date are leads only, and that is said', () => {
    const file = read('ID;Название сделки;Воронка;Дата создания\n1;Стол;Продажи;02.10.2026\n');
    expect(facts(file)).toEqual(['2026-10-02 ads leads 1']);
    expect(codes(file)).toEqual(['warning deals-without-outcome']);
  });

  test('without an amount are leads and sales, and no revenue', () => {
    const file = read(
      'ID;Название сделки;Этап сделки;Дата создания;Дата закрытия\n' +
        '1;Стол;Успешно реализовано;02.10.2026;03.10.2026\n2;Шкаф;;04.10.2026;\n',
    );
    expect(file).toMatchObject({ feeds: ['leads', 'sales'], problems: [] });
    expect(facts(file)).toEqual([...['2026-10-02 ads leads 1', '2026-10-03 ads sales 1', '2026-10-04 ads leads 1']]);
  });

  test('won with an empty amount are sales that bring no revenue, not a revenue of nothing', () => {
    const file = read(`${amo}1;Стол;;Анна;02.10.2026;03.10.2026;Успешно реализовано;Продажи\n`);
    expect(facts(file)).toEqual(['2026-10-02 ads leads 1', '2026-10-03 ads sales 1']);
    expect(file.problems).toEqual([]);
  });

  test('closed on a day that cannot be read, or over several days, are leads without a sale', () => {
    for (const closed of ['скоро', '31.09.2026', '01.10.2026 - 05.10.2026']) {
      const file = read(`${amo}1;Стол;5;Анна;02.10.2026;${closed};Успешно реализовано;Продажи\n`);
      expect(file.problems).toMatchObject([{ code: 'sale-without-day', row: 2, column: 6 }]);
      expect(english(file.problems[0]!.found)).toContain(`“${closed}” instead of a closing date`);
      expect(facts(file)).toEqual(['2026-10-02 ads leads 1']);
    }
  });

  test('none of which is won have a dozen of their stages named, each once', () => {
    const deal = (stage: string, at: number): string => `${at};Стол;5;Анна;02.10.2026;;${stage};Продажи\n`;
    const stages = Array.from({ length: 15 }, (_, at) => `Этап ${String.fromCodePoint(0x410 + at)}`);
    const file = read(amo + ['этап А', ...stages, '', 'ЭТАП Б'].map(deal).join(''));
    expect(codes(file)).toEqual(['warning no-won-deals']);
    const found = english(file.problems[0]!.found);
    expect(found.match(/этап/gi)).toHaveLength(12);
    expect(found).toContain('“этап А”');
    expect(found).not.toContain('“Этап А”');
    expect(found).not.toContain('Этап М');
    expect(read(amo + deal('', 1)).problems).toEqual([]);
  });
});

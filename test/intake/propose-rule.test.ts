import { describe, expect, test } from 'vitest';
import type { SourceRule } from '../../src/types/workspace.ts';
import { codes, english, facts, read } from './helpers.ts';

/** The rule proposed for a table nobody knows. */
function proposed(text: string): SourceRule {
  const file = read(text);
  expect(codes(file)).toEqual(['error unknown-format']);
  const { sources } = JSON.parse(/\{"sources".*\}$/.exec(english(file.problems[0]!.mend))![0]) as {
    sources: Record<string, SourceRule>;
  };
  return sources['ads']!;
}

describe('the rule proposed for an unknown table', () => {
  test('reads the table as soon as it is pasted, when its headers are known from any system', () => {
    const text = 'Datum;Kanal;Ausgaben EUR;Klicks\n13/10/2026;Suche;1.234,56;5\n01/02/2026;Netz;2.900,00;7\n';
    const rule = proposed(text);
    expect(rule).toMatchObject({ dateForm: 'dd/mm/yyyy', numberForm: '1.234,56', currency: 'EUR', channel: 'ads' });
    expect(rule.columns).toMatchObject({ Datum: 'date', 'Ausgaben EUR': null });
    const filled = { ...rule, columns: { ...rule.columns, 'Ausgaben EUR': 'cost', Klicks: 'clicks' } };
    const mended = read(text, filled);
    expect(codes(mended)).toEqual([]);
    expect(facts(mended)).toEqual([
      ...['2026-02-01 ads clicks 7', '2026-02-01 ads cost 2900'],
      ...['2026-10-13 ads clicks 5', '2026-10-13 ads cost 1234.56'],
    ]);
  });

  test('takes the channel from its column when there is one', () => {
    expect(proposed('Wann,Канал,Mystery\n2026-10-01,search,5\n')).toEqual({
      ...{ format: 'tidy', channelColumn: 'Канал', columns: { Wann: 'date', Mystery: null } },
    });
  });

  test('does not guess an order of day and month or a decimal mark', () => {
    expect(proposed('Wann;Mystery\n01/02/2026;2.900\n')).toEqual({
      ...{ format: 'tidy', channel: 'ads', columns: { Wann: 'date', Mystery: null } },
    });
  });

  test('pasted for a table without days tells that days are missing, not that the table is unknown', () => {
    const text = 'Place,Kind,Impressions,Clicks\nNorth,City,50,5\nSouth,City,40,4\n';
    const rule = proposed(text);
    expect(rule.columns).toMatchObject({ Impressions: 'impressions', Clicks: 'clicks' });
    expect(codes(read(text, rule))).toEqual(['warning no-day-column']);
    const day = { from: '2026-10-01', to: '2026-10-01' };
    expect(facts(read(text, { ...rule, period: day }))).toEqual([
      ...['2026-10-01 ads clicks 9', '2026-10-01 ads impressions 90'],
    ]);
    expect(codes(read(text.replace('Impressions,Clicks', 'Shown,Opened'), rule))).toEqual(['error unknown-format']);
  });

  const DEALS = [
    'Заказ,Статус,Дата оформления,Дата оплаты,Сумма заказа,Источник,Менеджер',
    'A-1,Won,03.10.2026,14.10.2026,120000,Яндекс,Олег',
    'A-2,Новый,05.10.2026,,8000,Google,Олег',
    'A-3,Новый,09.10.2026,,5000,Яндекс,Анна',
  ].join('\n');

  test('of a list of deals says how they are counted, and reads it when pasted with its won stages', () => {
    const rule = proposed(DEALS);
    expect(rule).toEqual({
      format: 'crm-deals',
      channelColumn: 'Источник',
      deals: {
        ...{ created: 'Дата оформления', closed: 'Дата оплаты', stage: 'Статус', amount: 'Сумма заказа' },
        won: ['Won'],
      },
    });
    expect(facts(read(DEALS, { ...rule, currency: 'RUB' }))).toEqual([
      ...['2026-10-03 Яндекс leads 1', '2026-10-05 Google leads 1', '2026-10-09 Яндекс leads 1'],
      ...['2026-10-14 Яндекс revenue 120000', '2026-10-14 Яндекс sales 1'],
    ]);
  });

  test('of an English list finds number and closing day, and names no stage won that no CRM calls so', () => {
    const text = [
      'Opportunity ID,Name,Stage,Created Date,Close Date,Amount (USD)',
      '1,Roof,Signed,2026-10-01,2026-10-09,5000',
      '2,Wall,Talks,2026-10-02,,7000.50',
      '3,Door,Talks,2026-10-03,,900',
    ].join('\n');
    expect(proposed(text)).toMatchObject({
      ...{ format: 'crm-deals', channel: 'ads', currency: 'USD' },
      deals: { id: 'Opportunity ID', created: 'Created Date', closed: 'Close Date', stage: 'Stage' },
    });
    expect(proposed(text).deals).not.toHaveProperty('won');
  });

  test('of numbered rows with a day of payment takes the other day for that of the enquiry', () => {
    const text = [
      'Номер;Дата обращения;Дата оплаты;Источник;Статус;Сумма, руб.',
      '7000;03.10.2026;14.10.2026;Выставка;Оплачен;1200,50',
      '7001;05.10.2026;;Сайт;КП отправлено;80',
      '7002;09.10.2026;;Сайт;КП отправлено;50',
    ].join('\n');
    expect(proposed(text)).toMatchObject({
      ...{ format: 'crm-deals', channelColumn: 'Источник', currency: 'RUB' },
      deals: { id: 'Номер', created: 'Дата обращения', closed: 'Дата оплаты', stage: 'Статус' },
    });
    expect(proposed(text.replace('Номер', 'Клиент')).format).toBe('tidy');
  });

  test('takes no table of advertising for deals, though it has a status, a budget and days', () => {
    const ads = ['Wann,Status,Budget,Mystery', '2026-10-01,Active,500,7', '2026-10-02,Active,500,9'].join('\n');
    expect(proposed(ads).format).toBe('tidy');
    const notes = DEALS.replace('Новый', 'позвонить 8').replaceAll('Новый', '42');
    expect(proposed(notes).format).toBe('tidy');
  });
});

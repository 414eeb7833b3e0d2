import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatter } from '../../src/locale/format.ts';
import type { UnitCard } from '../../src/locale/format.ts';
import { words } from '../../src/locale/words.ts';
import type { Change, Decimal } from '../../src/types/figures.ts';
import type { Period } from '../../src/types/period.ts';
import { nb } from './nb.ts';

const ru = formatter('ru', 'RUB');
const en = formatter('en', 'USD');

const card = (unit: UnitCard['unit'], decimals: number | null = null): UnitCard => ({ unit, decimals });
const change = (from: Decimal, to: Decimal, absolute: Decimal, relative: Decimal): Change => ({
  from,
  to,
  absolute,
  relative,
  sense: 'neutral',
});
const period = (kind: Period['kind'], from: string, to: string): Period => ({ id: 'any', kind, from, to });

describe('formatter', () => {
  it('is shared by everybody who asks for the same language and currency', () => {
    expect(formatter('ru', 'RUB')).toBe(ru);
    expect(formatter('ru', 'USD')).not.toBe(ru);
  });

  it('refuses what is not a decimal instead of printing NaN', () => {
    expect(() => ru.money('1 000')).toThrow('Not a decimal: "1 000"');
    expect(() => en.count('')).toThrow(RangeError);
  });

  it('prints an unknown value as a dash everywhere', () => {
    const nothing = change(null, null, null, null);
    const said = [ru.money(null), ru.count(null), ru.percent(null), ru.hours(null), ru.metric(null, card('money'))];
    expect([...said, ru.change(nothing, card('count')), ru.difference(nothing, card('count'))]).toEqual(
      Array(7).fill('—'),
    );
  });

  it('keeps every digit of a number larger than a binary float holds', () => {
    expect(ru.count('12345678901234567890')).toBe(nb('12~345~678~901~234~567~890'));
    expect(en.money('12345678901234567.89', 'exact')).toBe('$12,345,678,901,234,567.89');
  });

  it('prints the digits it was given, for any exact amount', () => {
    const cents = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });
    fc.assert(
      fc.property(cents, (amount) => {
        const digits = String(amount < 0n ? -amount : amount).padStart(3, '0');
        const value = `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
        const printed = en.money(value, 'exact');
        expect(printed.replaceAll(/[$,]/g, '').replace('−', '-')).toBe(value);
      }),
    );
  });
});

describe('money', () => {
  it('drops minor digits from a thousand up and from zero', () => {
    expect([ru.money('1234567.895'), ru.money('999.5'), ru.money('0')]).toEqual([
      nb('1~234~568~₽'),
      nb('999,50~₽'),
      nb('0~₽'),
    ]);
    expect([en.money('1234567.895'), en.money('-999.5')]).toEqual(['$1,234,568', '−$999.50']);
  });

  it('keeps them when asked for the exact sum', () => {
    expect(ru.money('1234', 'exact')).toBe(nb('1~234,00~₽'));
    expect(en.money('0.005', 'exact')).toBe('$0.01');
  });

  it('tells one dollar from another: a sign that currencies share stands for one of them alone', () => {
    const said = (locale: 'ru' | 'en', ...codes: string[]) =>
      codes.map((code) => formatter(locale, code).money('1200'));
    expect(said('ru', 'USD', 'CAD', 'AUD', 'SGD', 'JPY', 'CNY', 'RUB', 'KZT')).toEqual(
      ['1~200~$', '1~200~CA$', '1~200~A$', '1~200~SGD', '1~200~¥', '1~200~CN¥', '1~200~₽', '1~200~₸'].map(nb),
    );
    expect(said('en', 'USD', 'CAD', 'AUD', 'GBP', 'SEK', 'NOK', 'RUB')).toEqual(
      ['$1,200', 'CA$1,200', 'A$1,200', '£1,200', 'SEK~1,200', 'NOK~1,200', '₽1,200'].map(nb),
    );
  });

  it('names a currency by its code where no font of the house has its sign', () => {
    const said = (locale: 'ru' | 'en') => ['THB', 'AMD', 'GEL'].map((code) => formatter(locale, code).money('1200'));
    expect(said('ru')).toEqual(['1~200~THB', '1~200~AMD', '1~200~GEL'].map(nb));
    expect(said('en')).toEqual(['THB~1,200', 'AMD~1,200', '₾1,200'].map(nb));
  });

  it('has as many minor digits as its currency', () => {
    expect(formatter('ru', 'JPY').money('845.4', 'exact')).toBe(nb('845~¥'));
    expect(formatter('ru', 'EUR').money('845.4', 'exact')).toBe(nb('845,40~€'));
    expect(formatter('en', 'KWD').money('845.4', 'exact')).toBe(nb('KWD~845.400'));
  });

  it.each([
    ['1234567', '1,2~млн~₽', '$1.2M'],
    ['999999', '1~млн~₽', '$1M'],
    ['12345', '12,3~тыс.~₽', '$12.3K'],
    ['845.5', '846~₽', '$846'],
    ['45.5', '45,50~₽', '$45.50'],
    ['45', '45~₽', '$45'],
    ['-1234567', '−1,2~млн~₽', '−$1.2M'],
  ])('shortens %s', (value, russian, english) => {
    expect(ru.money(value, 'short')).toBe(nb(russian));
    expect(en.money(value, 'short')).toBe(english);
  });
});

describe('metric', () => {
  it.each<[string, UnitCard, string, string]>([
    ['12345.4', card('count'), '12~345', '12,345'],
    ['12.345', card('count', 1), '12,3', '12.3'],
    ['-0.4', card('count'), '−0,4', '−0.4'],
    ['0', card('percent', 2), '0,00~%', '0.00%'],
    ['1234.5', card('money', 2), '1~234,50~₽', '$1,234.50'],
    ['0.0345', card('percent', 2), '3,45~%', '3.45%'],
    ['0.5', card('percent'), '50,0~%', '50.0%'],
    ['4.2', card('number'), '4,20', '4.20'],
    ['83', card('seconds'), '1~мин~23~с', '1~min~23~s'],
    ['42', card('seconds'), '42~с', '42~s'],
    ['1.44', card('seconds', 1), '1,4~с', '1.4~s'],
    ['3960', card('seconds'), '1~ч~6~мин', '1~h~6~min'],
  ])('prints %s in its unit', (value, unit, russian, english) => {
    expect(ru.metric(value, unit)).toBe(nb(russian));
    expect(en.metric(value, unit)).toBe(nb(english));
  });

  it.each<[string, UnitCard, string, string]>([
    ['0.00004', card('percent', 2), '0,004~%', '0.004%'],
    ['0.000049999', card('percent', 2), '0,005~%', '0.005%'],
    ['0.00005', card('percent', 2), '0,01~%', '0.01%'],
    ['0.0004', card('percent'), '0,04~%', '0.04%'],
    ['0.0049', card('money'), '0,005~₽', '$0.005'],
    ['0.3', card('money', 0), '0,3~₽', '$0.3'],
    ['0.001', card('number'), '0,001', '0.001'],
    ['0.333', card('count'), '0,3', '0.3'],
  ])('prints %s, which is little and not nothing, with as many digits as tell', (value, unit, russian, english) => {
    expect(ru.metric(value, unit)).toBe(nb(russian));
    expect(en.metric(value, unit)).toBe(nb(english));
    expect(en.metric(value, unit, 'short')).toBe(nb(english));
  });

  it.each<[string, UnitCard, string, string]>([
    ['12345', card('count'), '12,3~тыс.', '12.3K'],
    ['412', card('count'), '412', '412'],
    ['0.05', card('percent', 2), '5~%', '5%'],
    ['83', card('seconds'), '1:23', '1:23'],
    ['0', card('seconds'), '0:00', '0:00'],
  ])('shortens %s for an axis', (value, unit, russian, english) => {
    expect(ru.metric(value, unit, 'short')).toBe(nb(russian));
    expect(en.metric(value, unit, 'short')).toBe(nb(english));
  });
});

describe('percent', () => {
  it('writes a space before the sign in Russian and none in English', () => {
    expect([ru.percent('0.123'), en.percent('0.123')]).toEqual([nb('12,3~%'), '12.3%']);
    expect([ru.percent('0.12'), ru.percent('0.12', 2)]).toEqual([nb('12~%'), nb('12,00~%')]);
  });
});

describe('change and difference', () => {
  it.each<[string, Change, UnitCard, string, string]>([
    ['a rise', change('100', '112.4', '12.4', '0.124'), card('count'), '+12~%', '+12%'],
    ['a small fall', change('1000', '966', '-34', '-0.034'), card('count'), '−3,4~%', '−3.4%'],
    ['almost ten per cent', change('1000', '1099.6', '99.6', '0.0996'), card('count'), '+10~%', '+10%'],
    ['no change', change('5', '5', '0', '0'), card('count'), '0~%', '0%'],
    ['a start from zero', change('0', '5', '5', null), card('count'), 'с~нуля', 'new'],
    ['a rise from less than nothing', change('-2340', '-375', '1965', null), card('money'), '+1~965~₽', '+$1,965'],
    ['a rise from it to nothing', change('-5', '0', '5', null), card('count'), '+5', '+5'],
    ['zero and zero', change('0', '0', '0', null), card('count'), '0~%', '0%'],
    [
      'a percentage, by what is printed',
      change('0.15342', '0.15986', '0.00644', '0.042'),
      card('percent'),
      '+0,7~п.~п.',
      '+0.7~pp',
    ],
    ['a percentage, in points', change('0.03', '0.034', '0.004', '0.13'), card('percent'), '+0,4~п.~п.', '+0.4~pp'],
    ['an unknown past', change(null, '5', null, null), card('count'), '—', '—'],
  ])('tells %s', (_name, given, unit, russian, english) => {
    expect(ru.change(given, unit)).toBe(nb(russian));
    expect(en.change(given, unit)).toBe(nb(english));
  });

  it('tells the absolute difference with its sign and unit', () => {
    expect(ru.difference(change('100', '144', '44', '0.44'), card('count'))).toBe('+44');
    expect(ru.difference(change('2400', '1200', '-1200', '-0.5'), card('money'))).toBe(nb('−1~200~₽'));
    expect(en.difference(change('0.05', '0.0459', '-0.0041', null), card('percent', 2))).toBe(nb('−0.41~pp'));
    expect(en.difference(change('60', '150', '90', '1.5'), card('seconds'))).toBe(nb('+1~min~30~s'));
  });
});

describe('days and periods', () => {
  it('writes a day in three lengths', () => {
    const styles = ['numeric', 'short', 'long'] as const;
    expect(styles.map((style) => ru.day('2026-11-04', style))).toEqual([
      '04.11.2026',
      nb('4~нояб.'),
      nb('4~ноября 2026'),
    ]);
    expect(styles.map((style) => en.day('2026-11-04', style))).toEqual([
      nb('Nov~4, 2026'),
      nb('Nov~4'),
      nb('November~4, 2026'),
    ]);
  });

  it.each([
    ['2026-09-01', '2026-09-30', '1–30~сентября 2026', 'September~1–30, 2026'],
    ['2026-09-15', '2026-10-14', '15~сент.~– 14~окт. 2026', 'Sep~15~– Oct~14, 2026'],
    ['2025-12-15', '2026-01-14', '15~дек. 2025~– 14~янв. 2026', 'Dec~15, 2025~– Jan~14, 2026'],
    ['2026-05-09', '2026-05-09', '9~мая 2026', 'May~9, 2026'],
  ])('writes the days from %s to %s', (from, to, russian, english) => {
    expect(ru.days(from, to)).toBe(nb(russian));
    expect(en.days(from, to)).toBe(nb(english));
  });

  it.each<[Period, string[], string[]]>([
    [
      period('month', '2026-09-01', '2026-09-30'),
      ['Сентябрь 2026', 'сент. 2026', 'в~сентябре 2026', 'к~сентябрю 2026'],
      ['September 2026', 'Sep 2026', 'in~September 2026', 'vs~September 2026'],
    ],
    [
      period('month', '2026-03-01', '2026-03-31'),
      ['Март 2026', 'март 2026', 'в~марте 2026', 'к~марту 2026'],
      ['March 2026', 'Mar 2026', 'in~March 2026', 'vs~March 2026'],
    ],
    [
      period('month', '2024-05-01', '2024-05-31'),
      ['Май 2024', 'май 2024', 'в~мае 2024', 'к~маю 2024'],
      ['May 2024', 'May 2024', 'in~May 2024', 'vs~May 2024'],
    ],
    [
      period('quarter', '2026-10-01', '2026-12-31'),
      ['IV~квартал 2026', 'IV~кв. 2026', 'в~IV~квартале 2026 года', 'к~IV~кварталу 2026 года'],
      ['Q4 2026', 'Q4 2026', 'in~Q4 2026', 'vs~Q4 2026'],
    ],
    [
      period('quarter', '2026-04-01', '2026-06-30'),
      ['II~квартал 2026', 'II~кв. 2026', 'во~II~квартале 2026 года', 'ко~II~кварталу 2026 года'],
      ['Q2 2026', 'Q2 2026', 'in~Q2 2026', 'vs~Q2 2026'],
    ],
    [
      period('year', '2026-01-01', '2026-12-31'),
      ['2026~год', '2026', 'в~2026~году', 'к~2026~году'],
      ['2026', '2026', 'in~2026', 'vs~2026'],
    ],
    [
      period('range', '2026-09-15', '2026-10-14'),
      [
        '15~сент.~– 14~окт. 2026',
        '15~сент.~– 14~окт. 2026',
        'с~15~сентября по~14~октября 2026',
        'к~периоду 15~сент.~– 14~окт. 2026',
      ],
      [
        'Sep~15~– Oct~14, 2026',
        'Sep~15~– Oct~14, 2026',
        'between~September~15 and~October~14, 2026',
        'vs~Sep~15~– Oct~14, 2026',
      ],
    ],
    [
      period('month', '2026-10-01', '2026-10-12'),
      ['1–12~октября 2026', '1–12~октября 2026', 'с~1 по~12~октября 2026', 'к~периоду 1–12~октября 2026'],
      ['October~1–12, 2026', 'October~1–12, 2026', 'between~October~1 and~12, 2026', 'vs~October~1–12, 2026'],
    ],
  ])('names a period in four ways', (given, russian, english) => {
    const styles = ['title', 'short', 'in', 'against'] as const;
    expect(styles.map((style) => ru.period(given, style))).toEqual(russian.map(nb));
    expect(styles.map((style) => en.period(given, style))).toEqual(english.map(nb));
  });

  it.each([
    ['2025-08-01', 'данные только с 1~августа 2025', 'data only since August~1, 2025'],
    ['2025-08-02', 'данные только со 2~августа 2025', 'data only since August~2, 2025'],
    ['2025-08-22', 'данные только с 22~августа 2025', 'data only since August~22, 2025'],
  ])('says since when there are data: %s', (began, russian, english) => {
    expect(words('ru').compare.since(began)).toBe(nb(russian));
    expect(words('en').compare.since(began)).toBe(nb(english));
  });

  it('names a stretch from the second of a month as it is read', () => {
    expect(ru.period(period('range', '2026-07-02', '2026-08-16'), 'in')).toBe(nb('со~2~июля по~16~августа 2026'));
  });

  it('takes a leap February for a whole month', () => {
    expect(ru.period(period('month', '2028-02-01', '2028-02-29'))).toBe('Февраль 2028');
    expect(ru.period(period('month', '2028-02-01', '2028-02-28'))).toBe(nb('1–28~февраля 2028'));
  });
});

describe('counted words and lists', () => {
  const days = { one: 'день', few: 'дня', many: 'дней', other: 'дня' };

  it.each([
    [1, '1~день'],
    [2, '2~дня'],
    [5, '5~дней'],
    [11, '11~дней'],
    [21, '21~день'],
    [1.5, '1,5~дня'],
    [0, '0~дней'],
    [1000, '1~000~дней'],
  ])('agrees the Russian word with %s', (n, said) => expect(ru.plural(n, days)).toBe(nb(said)));

  it('agrees the English word', () => {
    const forms = { one: 'day', other: 'days' };
    expect([0, 1, 1.5, 21].map((n) => en.plural(n, forms))).toEqual(['0~days', '1~day', '1.5~days', '21~days'].map(nb));
  });

  it('joins a list', () => {
    expect(ru.list(['поиск', 'карты', 'почта'])).toBe('поиск, карты и почта');
    expect(en.list(['search', 'maps'])).toBe('search and maps');
    expect([ru.list([]), ru.list(['поиск'])]).toEqual(['', 'поиск']);
  });

  it('prints hours', () => {
    expect([ru.hours('12.50'), en.hours('1234')]).toEqual([nb('12,5~ч'), nb('1,234~h')]);
  });
});

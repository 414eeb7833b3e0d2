import { describe, expect, it } from 'vitest';
import { chartFinding, tellStory } from '../../src/locale/story.ts';
import type { Compared, Story } from '../../src/types/figures.ts';
import type { Locale } from '../../src/types/locale.ts';
import { alone, context, OCTOBER, plain } from './story-fixture.ts';

const tell = (story: Story, locale: Locale, compared?: Compared): string =>
  tellStory(story, context(locale, compared)).sentences.map(plain).join(' ');

describe('an English sentence', () => {
  const told = (name: string) => {
    const part = (channel: string, from: string, to: string, contribution: string) => ({
      channel,
      from,
      to,
      contribution,
    });
    const story = {
      ...alone('leads', 10, 15),
      parts: [part('search', '2', '10', '8'), part('social', '8', '5', '-3')],
    };
    const named = { ...context('en'), channelName: (id: string) => (id === 'search' ? name : 'other') };
    return tellStory(story as Story, named)
      .sentences.map(plain)
      .join(' ');
  };

  it('begins with a capital when a channel is named by a plain word, and leaves other names as they are written', () => {
    expect(told('search')).toContain('Search added 8, while other lost 3.');
    expect(told('eBay')).toContain('eBay added 8');
    expect(told('vk-ads')).toContain('vk-ads added 8');
  });
});

describe('what moved', () => {
  it.each<[string, Story, string, string]>([
    [
      'counted things',
      alone('leads', 368, 412),
      'Лидов стало больше на 12 %: 412 против 368 в сентябре.',
      'Leads rose 12% to 412, from 368 in September.',
    ],
    [
      'fewer counted things',
      alone('pageviews', 20000, 19000),
      'Просмотров страниц стало меньше на 5 %: 19 000 против 20 000 в сентябре.',
      'Page views fell 5% to 19,000, from 20,000 in September.',
    ],
    [
      'a feminine name',
      alone('revenue', 1000000, 1034000),
      'Выручка выросла на 3,4 %: 1 034 000 ₽ против 1 000 000 ₽ в сентябре.',
      'Revenue rose 3.4% to $1,034,000, from $1,000,000 in September.',
    ],
    [
      'a masculine name, falling',
      alone('cost', 1000, 900),
      'Расход снизился на 10 %: 900 ₽ против 1 000 ₽ в сентябре.',
      'Spend fell 10% to $900, from $1,000 in September.',
    ],
    [
      'a percentage, in points',
      alone('close-rate', 0.2, 0.225),
      'Конверсия в продажу выросла на 2,5 п. п.: 22,5 % против 20,0 % в сентябре.',
      'Close rate rose 2.5 pp to 22.5%, from 20.0% in September.',
    ],
    [
      'a pure number',
      alone('roas', 4.2, 3.8),
      'ROAS снизился на 9,5 %: 3,80 против 4,20 в сентябре.',
      'ROAS fell 9.5% to 3.80, from 4.20 in September.',
    ],
    [
      'money with kopecks',
      alone('cpc', 20, 21.35),
      'Цена клика выросла на 6,8 %: 21,35 ₽ против 20 ₽ в сентябре.',
      'Cost per click rose 6.8% to $21.35, from $20 in September.',
    ],
    [
      'a name whose grammar nobody knows',
      alone('returns', 100, 109),
      'Показатель «Возвраты в срок» вырос на 9 %: 109 против 100 в сентябре.',
      'Returns rose 9% to 109, from 100 in September.',
    ],
    [
      'several times as much',
      alone('clicks', 100, 500),
      'Кликов стало больше в 5 раз: 500 против 100 в сентябре.',
      'Clicks rose 400% to 500, from 100 in September.',
    ],
    [
      'two and a half times as much',
      alone('sessions', 100, 250),
      'Визитов стало больше в 2,5 раза: 250 против 100 в сентябре.',
      'Sessions rose 150% to 250, from 100 in September.',
    ],
    [
      '21 times as much',
      alone('revenue', 10, 210),
      'Выручка выросла в 21 раз: 210 ₽ против 10 ₽ в сентябре.',
      'Revenue rose 2,000% to $210, from $10 in September.',
    ],
    [
      'a loss that became smaller',
      alone('revenue', -500, -200),
      'Выручка выросла на 300 ₽: −200 ₽ против −500 ₽ в сентябре.',
      'Revenue rose $300 to −$200, from −$500 in September.',
    ],
    [
      'no change of counted things',
      alone('leads', 21, 21),
      'Лидов столько же, сколько в сентябре: 21.',
      'Leads held at 21, the same as in September.',
    ],
    [
      'no change of money',
      alone('aov', 1500, 1500),
      'Средний чек не изменился: 1 500 ₽, как и в сентябре.',
      'Average order value held at $1,500, the same as in September.',
    ],
    [
      'a change too small to print',
      alone('impressions', 100000, 100010),
      'Показов почти столько же: 100 010 против 100 000 в сентябре.',
      'Impressions barely moved: 100,010 against 100,000 in September.',
    ],
    [
      'a small change of a percentage',
      alone('ctr', 0.03, 0.03004),
      'CTR почти не изменился: 3,00 % против 3,00 % в сентябре.',
      'CTR barely moved: 3.00% against 3.00% in September.',
    ],
    [
      'a start from zero',
      alone('sales', 0, 1),
      'В сентябре продаж не было, теперь их 1.',
      'Sales rose from zero in September to 1.',
    ],
    [
      'a start of money from zero',
      alone('cost', 0, 5000),
      'Расход: 5 000 ₽; в сентябре был ноль.',
      'Spend rose from zero in September to $5,000.',
    ],
    ['an end', alone('sales', 11, 0), 'Продаж нет, а в сентябре было 11.', 'Sales fell to zero, from 11 in September.'],
    [
      'no past',
      alone('leads', null, 412),
      'Лиды: 412; сравнить не с чем, данных за прошлый период нет.',
      'Leads came to 412; there is no earlier figure to compare with.',
    ],
    [
      'no present',
      alone('revenue', 5, null),
      'Выручка: данных за этот период нет; в сентябре было 5 ₽.',
      'Revenue: no data for this period, against $5 in September.',
    ],
    ['nothing at all', alone('cpl', null, null), 'Стоимость лида: данных нет.', 'Cost per lead: no data.'],
  ])('tells of %s', (_name, story, russian, english) => {
    expect(tell(story, 'ru')).toBe(russian);
    expect(tell(story, 'en')).toBe(english);
  });

  it('never takes a renamed metric for the built-in one', () => {
    const renamed = context('ru');
    renamed.metrics['leads'] = { ...renamed.metrics['leads']!, name: 'Гости' };
    expect(plain(tellStory(alone('leads', 100, 112), renamed).sentences[0]!)).toBe(
      'Показатель «Гости» вырос на 12 %: 112 против 100 в сентябре.',
    );
  });

  it('does not count money, whatever its name', () => {
    const renamed = context('ru');
    renamed.metrics['revenue'] = { ...renamed.metrics['revenue']!, name: 'Продажи' };
    expect(plain(tellStory(alone('revenue', 100, 112), renamed).headline)).toBe('Продажи выросли на 12 %');
  });

  it('refuses a metric that it has no card of', () => {
    expect(() => tell(alone('mystery', 1, 2), 'ru')).toThrow('No card of the metric mystery');
  });

  it('takes its tone from the change', () => {
    expect(tellStory(alone('leads', 1, 2), context('ru')).tone).toBe('good');
  });
});

describe('against which period', () => {
  const story = alone('leads', 368, 412);
  const stretch = (kind: 'month' | 'quarter' | 'year', from: string, to: string) => ({ id: 'any', kind, from, to });
  const against = (
    current: Compared['current'],
    previous: Compared['current'],
    running: Partial<Compared> = {},
  ): Compared => ({ ...OCTOBER, current, previous, ...running });

  it.each<[string, Compared, string, string]>([
    [
      'the year, when it is another',
      against(stretch('month', '2026-01-01', '2026-01-31'), stretch('month', '2025-12-01', '2025-12-31')),
      '412 против 368 в декабре 2025.',
      'from 368 in December 2025.',
    ],
    [
      'a quarter',
      against(stretch('quarter', '2026-10-01', '2026-12-31'), stretch('quarter', '2026-07-01', '2026-09-30')),
      '412 против 368 в III квартале.',
      'from 368 in Q3.',
    ],
    [
      'a year',
      against(stretch('year', '2026-01-01', '2026-12-31'), stretch('year', '2025-01-01', '2025-12-31')),
      '412 против 368 в 2025 году.',
      'from 368 in 2025.',
    ],
    [
      'the same days of a running month',
      against(stretch('month', '2026-10-01', '2026-10-12'), stretch('month', '2026-09-01', '2026-09-12'), {
        partial: true,
        elapsed: 12,
      }),
      '412 против 368 за те же 12 дней в сентябре.',
      'from 368 in the same 12 days of September.',
    ],
    [
      'two days',
      against(stretch('month', '2026-10-01', '2026-10-02'), stretch('month', '2026-09-01', '2026-09-02'), {
        partial: true,
        elapsed: 2,
      }),
      '412 против 368 за те же 2 дня в сентябре.',
      'from 368 in the same 2 days of September.',
    ],
    [
      'the first day',
      against(stretch('month', '2026-10-01', '2026-10-01'), stretch('month', '2026-09-01', '2026-09-01'), {
        partial: true,
        elapsed: 1,
      }),
      '412 против 368 за тот же день в сентябре.',
      'from 368 on the same day of September.',
    ],
    [
      'the dates, when the earlier month was shorter',
      against(stretch('month', '2026-03-01', '2026-03-30'), stretch('month', '2026-02-01', '2026-02-28'), {
        partial: true,
        elapsed: 30,
      }),
      '412 против 368 в феврале.',
      'from 368 in February.',
    ],
    [
      'the dates of a running quarter',
      against(stretch('quarter', '2026-10-01', '2026-11-16'), stretch('quarter', '2026-07-01', '2026-08-16'), {
        partial: true,
        elapsed: 47,
      }),
      '412 против 368 с 1 июля по 16 августа.',
      'from 368 between July 1 and August 16.',
    ],
  ])('names %s', (_name, compared, russian, english) => {
    expect(tell(story, 'ru', compared)).toContain(russian);
    expect(tell(story, 'en', compared)).toContain(english);
  });

  it('starts a sentence with the running days', () => {
    const compared = against(
      stretch('month', '2026-10-01', '2026-10-05'),
      stretch('month', '2026-09-01', '2026-09-05'),
      {
        partial: true,
        elapsed: 5,
      },
    );
    expect(tell(alone('leads', 0, 21), 'ru', compared)).toBe('За те же 5 дней в сентябре лидов не было, теперь их 21.');
  });
});

describe('headline and chart title', () => {
  it.each<[string, Story, string, string]>([
    ['a rise', alone('leads', 368, 412), 'Лидов больше на 12 %', 'Leads up 12%'],
    ['a fall', alone('revenue', 100, 88), 'Выручка снизилась на 12 %', 'Revenue down 12%'],
    ['an unknown name', alone('returns', 100, 88), 'Возвраты в срок: снижение на 12 %', 'Returns down 12%'],
    ['no change', alone('leads', 5, 5), 'Лидов столько же', 'Leads unchanged'],
    ['almost none', alone('cost', 100000, 100001), 'Расход почти не изменился', 'Spend almost unchanged'],
    ['a start', alone('leads', 0, 5), 'Лиды: 5 после нуля', 'Leads up from zero to 5'],
    ['no past', alone('leads', null, 5), 'Лиды: 5', 'Leads: 5'],
    ['no data', alone('leads', 5, null), 'Лиды: нет данных', 'Leads: no data'],
  ])('tells %s in one line', (_name, story, russian, english) => {
    expect(plain(tellStory(story, context('ru')).headline)).toBe(russian);
    expect(plain(tellStory(story, context('en')).headline)).toBe(english);
  });

  it.each([
    ['no change', alone('leads', 5, 5)],
    ['almost no change', alone('cost', 100000, 100001)],
    ['no past', alone('leads', null, 5)],
    ['no present', alone('leads', 5, null)],
    ['no change that its figures show', alone('roas', 7.424, 7.416)],
  ])('finds nothing where there is %s', (_name, story) => {
    expect(chartFinding(story, context('ru'))).toBeNull();
  });

  it('finds that results came to nothing, or out of nothing', () => {
    expect(plain(chartFinding(alone('leads', 5, 0), context('en'))!)).toBe('Leads down to zero');
    expect(plain(chartFinding(alone('leads', 0, 5), context('en'))!)).toBe('Leads up from zero to 5');
  });

  it('calls no change a fall where both figures are printed alike', () => {
    expect(plain(tellStory(alone('roas', 7.424, 7.416), context('ru')).headline)).toBe('ROAS почти не изменился');
    expect(plain(tellStory(alone('roas', 7.424, 7.41), context('ru')).headline)).toBe('ROAS снизился на 0,2 %');
  });
});

describe('typesetting of sentences', () => {
  it('holds numbers to their units and short words to the next', () => {
    expect(tellStory(alone('leads', 368, 412), context('ru')).sentences[0]).toBe(
      'Лидов стало больше на\u00a012\u00a0%: 412 против 368 в\u00a0сентябре.',
    );
  });
});

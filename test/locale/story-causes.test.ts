import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartFinding, tellStory } from '../../src/locale/story.ts';
import type { Story } from '../../src/types/figures.ts';
import type { Locale } from '../../src/types/locale.ts';
import { change, context, plain, ratio, total } from './story-fixture.ts';

describe('which channels moved a total', () => {
  const why = (story: Story, locale: Locale): string | undefined => {
    const sentence = tellStory(story, context(locale)).sentences[1];
    return sentence === undefined ? undefined : plain(sentence);
  };

  it.each<[string, Story, string, string]>([
    [
      'one that gained and one that lost',
      total('leads', 368, { search: 50, social: -6 }),
      'Прирост дал поиск: +50; просели соцсети: −6.',
      'Search added 50, while Social lost 6.',
    ],
    [
      'two that gained',
      total('leads', 100, { search: 10, mail: 8 }),
      'Прирост дали поиск (+10) и рассылка (+8).',
      'Search added 10 and Mail added 8.',
    ],
    [
      'losses first when the total fell',
      total('leads', 368, { search: 10, social: -50, mail: -20 }),
      'Просели соцсети (−50) и рассылка (−20); прибавил поиск: +10.',
      'Social lost 50 and Mail lost 20, while Search added 10.',
    ],
    [
      'names whose gender nobody knows',
      total('revenue', 1000000, { vk: 60000, odd: 40000 }),
      'Прирост дали каналы «VK Реклама» (+60 000 ₽) и «Сеть „Ромашка“» (+40 000 ₽).',
      'VK Ads added $60,000 and The “Daisy” network added $40,000.',
    ],
    [
      'one name whose gender nobody knows',
      total('leads', 100, { vk: -60, search: 20 }),
      'Просел канал «VK Реклама»: −60; прибавил поиск: +20.',
      'VK Ads lost 60, while Search added 20.',
    ],
    [
      'everybody up',
      total('sales', 100, { search: 20, social: 15, maps: 10 }),
      'Прибавили все каналы, больше всего — поиск: +20.',
      'Every channel went up, Search the most: +20.',
    ],
    [
      'everybody down',
      total('sales', 100, { search: -20, vk: -35, maps: -10 }),
      'Просели все каналы, больше всего — канал «VK Реклама»: −35.',
      'Every channel went down, VK Ads the most: −35.',
    ],
    [
      'the only one that moved',
      total('clicks', 100, { mail: 50, social: 0 }),
      'Прибавила только рассылка: +50.',
      'Only one channel moved: Mail added 50.',
    ],
    [
      'channels that cancelled out',
      total('leads', 100, { search: 10, social: -10 }),
      'Состав при этом другой: прибавил поиск: +10; просели соцсети: −10.',
      'The make-up is different, though: Search added 10, while Social lost 10.',
    ],
    [
      'channels that almost cancelled out',
      total('pageviews', 100000, { search: 1010, social: -1000 }),
      'Прибавил поиск: +1 010; просели соцсети: −1 000.',
      'Search added 1,010, while Social lost 1,000.',
    ],
    [
      'spend, which is nobody’s merit',
      total('cost', 100000, { search: 38000, social: -6000 }),
      'Прирост дал поиск: +38 000 ₽; дешевле обошлись соцсети: −6 000 ₽.',
      'Search spent $38,000 more, while Social spent $6,000 less.',
    ],
    [
      'less spend',
      total('cost', 100000, { search: -38000, mail: -20000, social: 6000 }),
      'Дешевле обошлись поиск (−38 000 ₽) и рассылка (−20 000 ₽); прибавили соцсети: +6 000 ₽.',
      'Search spent $38,000 less and Mail spent $20,000 less, while Social spent $6,000 more.',
    ],
    [
      'something that had better be low',
      total('returns', 100, { search: -8, social: 1 }),
      'Убавил поиск: −8; прибавили соцсети: +1.',
      'Search shed 8, while Social added 1.',
    ],
  ])('names %s', (_name, story, russian, english) => {
    expect(why(story, 'ru')).toBe(russian);
    expect(why(story, 'en')).toBe(english);
  });

  it('leaves out channels that hardly mattered', () => {
    expect(why(total('leads', 100, { search: 100, mail: 9, maps: 4, social: -2 }), 'ru')).toBe(
      'Прирост дал поиск: +100.',
    );
  });

  it.each<[string, Story]>([
    ['one channel', total('leads', 100, { search: 12 })],
    ['nothing that moved', total('leads', 100, { search: 0, social: 0 })],
    ['no past', { ...total('leads', 100, { search: 5, social: 7 }), change: change(null, 112) }],
  ])('says nothing of %s', (_name, story) => {
    for (const locale of ['ru', 'en'] as const) expect(why(story, locale)).toBeUndefined();
  });

  it('keeps a name written from right to left from turning the numbers', () => {
    expect(why(total('leads', 100, { hebrew: 5, search: -1 }), 'ru')).toBe(
      'Прирост дал канал «\u2068שלום\u2069»: +5; просел поиск: −1.',
    );
  });
});

it('points are told as the printed percentages differ, and printed effects add up to them', () => {
  // Exactly 0.644 points, of which 0.848 and −0.204: printed 15.3 % and 16.0 %.
  const story = ratio('drr', 0.15342, { search: [-0.00204, 0.00848] });
  const parts = [...story.parts, { ...story.parts[0]!, channel: 'social', mix: '0', rate: '0' }];
  const { sentences } = tellStory({ ...story, parts }, context('en'));
  expect(sentences.map(plain)).toEqual([
    'Ad spend share rose 0.7 pp to 16.0%, from 15.3% in September.',
    'A rise within channels added 0.9 pp (mostly Search: +0.8 pp), while a shift towards channels where it is lower took off 0.2 pp.',
  ]);
});

describe('which effects moved a ratio', () => {
  it.each<[string, Story, string, string]>([
    [
      'prices against a shift',
      ratio('cpl', 1500, { search: [-30, 90], social: [-10, 30] }),
      'Подорожание внутри каналов дало +120 ₽ (прежде всего поиск: +90 ₽); сдвиг в пользу дешёвых каналов дал −40 ₽.',
      'Higher prices within channels added $120 (mostly Search: +$90), while a shift towards cheaper channels took off $40.',
    ],
    [
      'both the same way',
      ratio('cpl', 1500, { search: [-30, -20], vk: [-10, -5.5] }),
      'Сдвиг в пользу дешёвых каналов дал −40 ₽; удешевление внутри каналов дало −25,50 ₽ (прежде всего поиск: −20 ₽).',
      'A shift towards cheaper channels took off $40, and lower prices within channels took off $25.50 (mostly Search: −$20).',
    ],
    [
      'results in points',
      ratio('ctr', 0.03, { search: [0.001, 0.004], social: [-0.002, 0.001] }),
      'Рост внутри каналов дал +0,5 п. п. (прежде всего поиск: +0,4 п. п.); сдвиг в пользу слабых каналов дал −0,1 п. п.',
      'A rise within channels added 0.5 pp (mostly Search: +0.4 pp), while a shift towards weaker channels took off 0.1 pp.',
    ],
    [
      'a percentage that had better be low',
      ratio('drr', 0.2, { vk: [0.01, -0.02], social: [0.02, -0.004] }),
      'Сдвиг в пользу каналов, где показатель выше, дал +3 п. п.; снижение внутри каналов дало −2,4 п. п. (прежде всего канал «VK Реклама»: −2 п. п.).',
      'A shift towards channels where it is higher added 3 pp, while a decline within channels took off 2.4 pp (mostly VK Ads: −2 pp).',
    ],
    [
      'one effect only',
      ratio('roas', 4.2, { search: [0, -0.5], social: [0, 0.1] }),
      'Всё изменение — снижение внутри каналов (прежде всего поиск: −0,50).',
      'All of it came from a decline within channels (mostly Search: −0.50).',
    ],
    [
      'a shift only',
      ratio('aov', 1000, { search: [70, 0], social: [30, 0] }),
      'Всё изменение — сдвиг в пользу сильных каналов.',
      'All of it came from a shift towards stronger channels.',
    ],
    [
      'effects that cancelled out',
      ratio('cpl', 1500, { search: [-60, 60], social: [0, 0] }),
      'Два влияния уравновесили друг друга: подорожание внутри каналов (+60 ₽) и сдвиг в пользу дешёвых каналов (−60 ₽).',
      'Two effects cancelled out: higher prices within channels (+$60) and a shift towards cheaper channels (−$60).',
    ],
  ])('names %s', (_name, story, russian, english) => {
    expect(plain(tellStory(story, context('ru')).sentences[1]!)).toBe(russian);
    expect(plain(tellStory(story, context('en')).sentences[1]!)).toBe(english);
  });

  it('says nothing of effects where there is one channel', () => {
    expect(tellStory(ratio('cpl', 1500, { search: [0, 60] }), context('ru')).sentences).toHaveLength(1);
  });
});

describe('causes in a chart title', () => {
  it.each<[string, Story, string, string]>([
    [
      'the channel that gained most',
      total('leads', 368, { search: 50, social: -6 }),
      'Лидов больше на 12 %: прирост дал поиск',
      'Leads up 12%: Search added the most',
    ],
    [
      'the channel that lost most',
      total('leads', 368, { search: 6, social: -50 }),
      'Лидов меньше на 12 %: просели соцсети',
      'Leads down 12%: Social lost the most',
    ],
    [
      'less spend',
      total('cost', 1000, { vk: -100, search: 10 }),
      'Расход снизился на 9 %: дешевле обошёлся канал «VK Реклама»',
      'Spend down 9%: VK Ads spent less',
    ],
    [
      'nobody when many did it',
      total('leads', 100, { search: 10, social: 9, maps: 8 }),
      'Лидов больше на 27 %',
      'Leads up 27%',
    ],
    [
      'the effect that explains most',
      ratio('cpl', 1500, { search: [-30, 90], social: [-10, 30] }),
      'Стоимость лида выросла на 5,3 %: сказалось подорожание внутри каналов',
      'Cost per lead up 5.3%: higher prices within channels',
    ],
  ])('names %s in a chart title', (_name, story, russian, english) => {
    expect(plain(chartFinding(story, context('ru')) ?? '')).toBe(russian);
    expect(plain(chartFinding(story, context('en')) ?? '')).toBe(english);
  });
});

describe('any story', () => {
  const locale = fc.constantFrom<Locale>('ru', 'en');
  const moves = fc.dictionary(
    fc.constantFrom('search', 'social', 'maps', 'mail', 'vk', 'odd'),
    fc.integer({ min: -500, max: 500 }),
    { minKeys: 1 },
  );
  const totals = fc
    .tuple(fc.constantFrom('leads', 'revenue', 'cost', 'returns'), fc.integer({ min: -500, max: 5000 }), moves)
    .map(([metric, from, parts]) => total(metric, from, parts));
  const effects = fc.dictionary(
    fc.constantFrom('search', 'social', 'vk'),
    fc.tuple(fc.integer({ min: -90, max: 90 }), fc.integer({ min: -90, max: 90 })),
    { minKeys: 1 },
  );
  const ratios = fc
    .tuple(fc.constantFrom('cpl', 'ctr', 'drr', 'aov', 'roas'), fc.integer({ min: 0, max: 3000 }), effects)
    .map(([metric, from, parts]) => ratio(metric, from, parts));

  it('makes whole sentences: a capital first, one full stop last, nothing missing inside', () => {
    fc.assert(
      fc.property(fc.oneof(totals, ratios), locale, (story, language) => {
        const { headline, sentences } = tellStory(story, context(language));
        for (const sentence of sentences) {
          expect(plain(sentence)).toMatch(/^\p{Lu}.*[^.,:; ]\.$/u);
          expect(plain(sentence)).not.toMatch(/undefined|null|NaN| {2}|\(\)|: ?[;.]|; ?\./u);
        }
        expect(headline).toMatch(/^\p{Lu}.*[^.,:; ]$|п\.$/u);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what is told where next to nothing moved', () => {
  const why = (story: Story, locale: Locale): string | undefined => tellStory(story, context(locale)).sentences[1];

  it.each<[string, Story]>([
    ['effects that went the same way', ratio('cpl', 60178, { search: [-0.2, -2.41], social: [0, 0] })],
    ['one effect that the other hardly met', ratio('cpl', 899634, { search: [0.02, -162.25], social: [0, 0] })],
    ['one effect alone', ratio('cpl', 3000, { search: [0, -0.2], social: [0, 0] })],
  ])('nothing was cancelled out, and nothing was all of it: %s', (_, story) => {
    expect([why(story, 'ru'), why(story, 'en')]).toEqual([undefined, undefined]);
  });

  it('two effects of about one size cancelled each other out', () => {
    const story = ratio('cpl', 60178, { search: [2.2, -2.41], social: [0, 0] });
    expect(why(story, 'en')).toContain('Two effects cancelled out');
  });
});

describe('money that was returned', () => {
  const said = (from: number, moved: number, locale: Locale): string =>
    plain(tellStory(total('revenue', from, { search: moved }), context(locale)).sentences[0]!);

  it('falls from nothing to less than nothing', () => {
    expect(said(0, -100, 'en')).toBe('Revenue fell $100 to −$100, from $0 in September.');
    expect(said(0, -100, 'ru')).toBe('Выручка снизилась на 100 ₽: −100 ₽ против 0 ₽ в сентябре.');
  });

  it('rises from less than nothing to nothing', () => {
    expect(said(-100, 100, 'en')).toBe('Revenue rose $100 to $0, from −$100 in September.');
    expect(said(-100, 100, 'ru')).toBe('Выручка выросла на 100 ₽: 0 ₽ против −100 ₽ в сентябре.');
  });
});

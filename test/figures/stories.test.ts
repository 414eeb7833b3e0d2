import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exact, plain, sum } from '../../src/figures/exact.ts';
import type { RatioStory, TotalStory } from '../../src/types/figures.ts';
import { clientWith, figuresFor, fileOf, type Row } from './samples.ts';

type Month = Record<string, Record<string, string>>;

/** Stories of October 2026 against September; each month is channel → metric → value. */
function storiesOf(september: Month, october: Month, kpis: string[]) {
  const rows = (month: Month, date: string): Row[] =>
    Object.entries(month).map(([channel, values]) => ({ date, channel, values }));
  const file = fileOf('a.csv', [...rows(september, '2026-09-15'), ...rows(october, '2026-10-15')]);
  return figuresFor([file], '2026-10', { client: clientWith({ kpis }) }).stories;
}

const total = (texts: string[]) => plain(sum(texts.map(exact)));

describe('why a total moved', () => {
  const [story] = storiesOf(
    { search: { leads: '10' }, social: { leads: '7' }, mail: { leads: '2' } },
    { search: { leads: '6' }, social: { leads: '20' }, video: { leads: '1' } },
    ['leads'],
  ) as TotalStory[];

  it('is told by channel, the largest contribution first', () => {
    expect(story!.change).toMatchObject({ from: '19', to: '27', absolute: '8' });
    expect(story!.parts).toEqual([
      { channel: 'social', from: '7', to: '20', contribution: '13' },
      { channel: 'search', from: '10', to: '6', contribution: '-4' },
      { channel: 'mail', from: '2', to: null, contribution: '-2' },
      { channel: 'video', from: null, to: '1', contribution: '1' },
    ]);
  });
});

describe('why a ratio moved', () => {
  const cpl = (september: Month, october: Month) => storiesOf(september, october, ['cpl'])[0] as RatioStory;

  it('by the rates alone, when the shares stay', () => {
    const story = cpl(
      { search: { cost: '100', leads: '10' }, social: { cost: '300', leads: '10' } },
      { search: { cost: '120', leads: '10' }, social: { cost: '300', leads: '10' } },
    );
    expect(story.change).toMatchObject({ from: '20', to: '21', absolute: '1', sense: 'bad' });
    expect([story.mix, story.rate]).toEqual(['0', '1']);
    expect(story.parts[0]).toEqual({ channel: 'search', from: '10', to: '12', mix: '0', rate: '1' });
  });

  it('by the mix alone, when the rates stay: each channel tells which way its weight pulled', () => {
    const story = cpl(
      { search: { cost: '100', leads: '10' }, social: { cost: '300', leads: '10' } },
      { search: { cost: '50', leads: '5' }, social: { cost: '450', leads: '15' } },
    );
    expect(story.change).toMatchObject({ from: '20', to: '25', absolute: '5' });
    expect([story.mix, story.rate]).toEqual(['5', '0']);
    // Shares move by ±0.25; the rates 10 and 30 lie 12.5 below and 7.5 above the mean of 20 and 25.
    expect(story.parts).toEqual([
      { channel: 'search', from: '10', to: '10', mix: '3.125', rate: '0' },
      { channel: 'social', from: '30', to: '30', mix: '1.875', rate: '0' },
    ]);
  });

  it('by a channel that entered: all its effect is mix', () => {
    const story = cpl(
      { search: { cost: '100', leads: '10' } },
      { search: { cost: '100', leads: '10' }, video: { cost: '300', leads: '10' } },
    );
    expect(story.change.absolute).toBe('10');
    const video = story.parts.find(({ channel }) => channel === 'video')!;
    expect(video).toEqual({ channel: 'video', from: null, to: '30', mix: '7.5', rate: '0' });
    expect(story.rate).toBe('0');
  });

  it('by cost without leads: it counts into rate', () => {
    const story = cpl(
      { search: { cost: '100', leads: '10' }, video: { cost: '50', leads: '0' } },
      { search: { cost: '100', leads: '10' }, video: { cost: '70' } },
    );
    expect(story.parts[0]).toEqual({ channel: 'video', from: null, to: null, mix: '0', rate: '2' });
    expect([story.mix, story.rate]).toEqual(['0', '2']);
  });

  it('by leads without cost: more free leads make the whole cheaper', () => {
    const story = cpl(
      { ads: { cost: '100', leads: '10' }, seo: { leads: '10' } },
      { ads: { cost: '100', leads: '10' }, seo: { leads: '30' } },
    );
    expect(story.change.absolute).toBe('-2.5');
    expect(story.parts.find(({ channel }) => channel === 'seo')).toMatchObject({ from: null, to: null });
  });

  it('by no channel, where most of what is divided stands in channels without a divisor', () => {
    const [story] = storiesOf(
      { search: { cost: '1000' }, social: { cost: '500' }, shop: { revenue: '5000' } },
      { search: { cost: '800' }, social: { cost: '400' }, shop: { revenue: '5000' } },
      ['drr'],
    ) as RatioStory[];
    expect(story!.change).toMatchObject({ from: '0.3', to: '0.24', absolute: '-0.06' });
    expect(story).toMatchObject({ mix: '0', rate: '-0.06', parts: [] });
  });

  it('is not told when one of its values is unknown', () => {
    expect(storiesOf({ ads: { cost: '5', leads: '0' } }, { ads: { cost: '5', leads: '1' } }, ['cpl', 'ctr'])).toEqual(
      [],
    );
  });
});

describe('a story', () => {
  const amount = fc
    .integer({ min: -1_000, max: 1_000_000_000 })
    .map((cents) => plain({ units: BigInt(cents), scale: 2 }));
  const values = fc.record({ cost: amount, leads: fc.oneof(fc.constant('0'), amount) }, { requiredKeys: [] });
  const month = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), values, { maxKeys: 4 });

  it('has parts that add up to the change, digit for digit', () => {
    fc.assert(
      fc.property(month, month, (september, october) => {
        for (const story of storiesOf(september, october, ['leads', 'cpl', 'cost'])) {
          const told = story.kind === 'total' ? story.parts.map((part) => part.contribution) : [story.mix, story.rate];
          expect(total(told)).toBe(story.change.absolute);
          if (story.kind === 'ratio' && story.parts.length > 0) {
            expect(total(story.parts.map(({ mix }) => mix))).toBe(story.mix);
            expect(total(story.parts.map(({ rate }) => rate))).toBe(story.rate);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is the same backwards with the signs turned', () => {
    fc.assert(
      fc.property(month, month, (before, after) => {
        const forth = storiesOf(before, after, ['cpl'])[0] as RatioStory | undefined;
        const back = storiesOf(after, before, ['cpl'])[0] as RatioStory | undefined;
        expect(Number(back?.mix ?? 0)).toBeCloseTo(-Number(forth?.mix ?? 0), 6);
        expect(Number(back?.rate ?? 0)).toBeCloseTo(-Number(forth?.rate ?? 0), 6);
      }),
    );
  });
});

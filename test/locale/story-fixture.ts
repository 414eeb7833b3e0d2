import { formatter } from '../../src/locale/format.ts';
import type { StoryContext } from '../../src/locale/story-facts.ts';
import type { Change, Compared, RatioStory, Story, TotalStory } from '../../src/types/figures.ts';
import type { Locale } from '../../src/types/locale.ts';
import type { MetricCard } from '../../src/types/report.ts';
import { BUILTIN_METRICS } from '../../src/workspace/builtin-metrics.ts';

/** Cards of the built-in metrics, and one of an agency's own whose grammar nobody knows. */
function cards(locale: Locale): Record<string, MetricCard> {
  const own = { ...BUILTIN_METRICS[3]!, id: 'returns', names: { ru: 'Возвраты в срок', en: 'Returns' } };
  return Object.fromEntries(
    [...BUILTIN_METRICS, { ...own, better: 'lower' as const }].map((metric) => [
      metric.id,
      {
        id: metric.id,
        name: metric.names[locale],
        about: null,
        unit: metric.unit,
        better: metric.better,
        decimals: metric.decimals ?? null,
        definition: metric,
      },
    ]),
  );
}

const CHANNELS: Record<string, { ru: string; en: string }> = {
  search: { ru: 'Поиск', en: 'Search' },
  social: { ru: 'Соцсети', en: 'Social' },
  maps: { ru: 'Карты', en: 'Maps' },
  mail: { ru: 'Рассылка', en: 'Mail' },
  vk: { ru: 'VK Реклама', en: 'VK Ads' },
  hebrew: { ru: 'שלום', en: 'שלום' },
  odd: { ru: 'Сеть «Ромашка»', en: 'The "Daisy" network' },
};

const month = (id: string, from: string, to: string): Compared['current'] => ({ id, kind: 'month', from, to });

/** October 2026 against September; the year ago is not told in stories. */
export const OCTOBER: Compared = {
  current: month('2026-10', '2026-10-01', '2026-10-31'),
  previous: month('2026-09', '2026-09-01', '2026-09-30'),
  yearAgo: month('2025-10', '2025-10-01', '2025-10-31'),
  partial: false,
  elapsed: 31,
  days: 31,
};

export function context(locale: Locale, compared = OCTOBER, currency = locale === 'ru' ? 'RUB' : 'USD'): StoryContext {
  return {
    formatter: formatter(locale, currency),
    metrics: cards(locale),
    channelName: (id) => CHANNELS[id]![locale],
    compared,
  };
}

/** A change between two whole or decimal numbers small enough for binary floats. */
export function change(from: number | null, to: number | null): Change {
  const known = from !== null && to !== null;
  const text = (value: number): string => String(Number(value.toFixed(10)));
  return {
    from: from === null ? null : text(from),
    to: to === null ? null : text(to),
    absolute: known ? text(to - from) : null,
    relative: known && from !== 0 ? text((to - from) / from) : null,
    sense: !known || from === to ? 'neutral' : to > from ? 'good' : 'bad',
  };
}

/** A total whose channels changed by so much; `from` is the total before. */
export function total(metric: string, from: number, moves: Record<string, number>): TotalStory {
  const to = Object.values(moves).reduce((sum, move) => sum + move, from);
  const parts = Object.entries(moves).map(([channel, move]) => ({
    channel,
    from: '100',
    to: String(100 + move),
    contribution: String(move),
  }));
  return { kind: 'total', metric, change: change(from, to), parts };
}

/** A ratio with the mix and the rate effect of each channel. */
export function ratio(metric: string, from: number, effects: Record<string, [mix: number, rate: number]>): RatioStory {
  const sum = (index: 0 | 1): number => Object.values(effects).reduce((all, effect) => all + effect[index], 0);
  const text = (value: number): string => String(Number(value.toFixed(10)));
  return {
    kind: 'ratio',
    metric,
    change: change(from, from + sum(0) + sum(1)),
    mix: text(sum(0)),
    rate: text(sum(1)),
    parts: Object.entries(effects).map(([channel, [mix, rate]]) => ({
      channel,
      from: text(from),
      to: text(from + rate),
      mix: text(mix),
      rate: text(rate),
    })),
  };
}

/** A change that no channel explains. */
export const alone = (metric: string, from: number | null, to: number | null): Story => ({
  kind: 'total',
  metric,
  change: change(from, to),
  parts: [],
});

/** Where lines may break is tested with the typography; in stories the words count. */
export const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

import { chartFinding } from '../../locale/story.ts';
import { cardOf, type Voice } from '../context.ts';
import { storyContext } from './sentences.ts';
import type { ChartModel, ChartWish } from './chart-spec.ts';

/**
 * What a chart shows, in one line: the finding when the period's story has one («Заявок больше на 12 %: прирост дал
 * поиск») and the chart is about change; else the metric and how it is split.
 */
export function chartTitle(model: ChartModel, wish: ChartWish, { w }: Voice): string {
  const plain = plainTitle(cardOf(model, wish.metric).name, wish, w.chart);
  const split = wish.type === 'doughnut' || wish.type === 'plan-fact';
  const story = model.stories?.find(({ metric }) => metric === wish.metric);
  if (split || wish.over === 'days' || !story || !model.compared) return plain;
  return chartFinding(story, storyContext(model, model.compared)) ?? plain;
}

function plainTitle(name: string, wish: ChartWish, words: Voice['w']['chart']): string {
  if (wish.type === 'doughnut' || wish.type === 'plan-fact') return `${name} ${words.byChannel}`;
  const over = wish.over === 'days' ? words.byDay : words.byMonth;
  return wish.by ? `${name} ${words.byChannel} ${over}` : `${name} ${over}`;
}

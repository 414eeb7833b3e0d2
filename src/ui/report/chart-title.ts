import { chartFinding } from '../../locale/story.ts';
import type { Words } from '../../locale/words.ts';
import { storyContext } from './sentences.ts';
import type { ChartModel, ChartWish } from './chart-spec.ts';

/**
 * The finding a chart about change shows, «Заявок больше на 12 %: прирост дал поиск»; `null` when the period's
 * stories have none for its metric, or the chart shows a state rather than a change.
 */
export function chartFindingOf(model: ChartModel, wish: ChartWish): string | null {
  const story = model.stories?.find(({ metric }) => metric === wish.metric);
  // The change of a running period is of the same days; a chart of months shows a part beside whole ones.
  const unlike = model.compared?.partial === true && wish.type !== 'waterfall';
  const state = unlike || wish.type === 'doughnut' || wish.type === 'plan-fact' || wish.over === 'days';
  return state || !story || !model.compared ? null : chartFinding(story, storyContext(model, model.compared));
}

/** The metric and how it is split: «Заявки по каналам по месяцам». */
export function plainTitle(name: string, wish: ChartWish, words: Words['chart']): string {
  if (wish.type === 'doughnut' || wish.type === 'plan-fact') return `${name} ${words.byChannel}`;
  if (wish.type === 'waterfall') return `${name}: ${words.changeByChannel}`;
  const over = wish.over === 'days' ? words.byDay : words.byMonth;
  return wish.by ? `${name} ${words.byChannel}, ${over}` : `${name} ${over}`;
}

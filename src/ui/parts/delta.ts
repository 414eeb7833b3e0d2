import { cabinetContext, cardOf, reportContext } from '../context.ts';
import { escaped } from '../markup.ts';
import { trend } from '../report/trend.ts';
import { textComponent } from '../text-component.ts';
import type { Change } from '../../types/figures.ts';

interface Props {
  metric: string;
  change: Change;
  /** `word` shows «лучше» beside the figure; else it is only heard. */
  word?: boolean;
  /** What it is compared with, «к сентябрю 2026», to stand between the figure and the word. */
  against?: string;
}

const TRIANGLES = { up: 'M5 1.2 9.2 8.8H.8Z', down: 'M5 8.8.8 1.2h8.4Z' };

/** A change: a triangle (direction), filled when good and hollow when bad, the sign, and the word. */
export const Delta = textComponent(({ metric, change, word = false, against }: Props, locals) => {
  const { f, w } = locals.report ? reportContext(locals) : cabinetContext(locals);
  const card = cardOf(locals.report ?? cabinetContext(locals).cabinet, metric);
  if (change.absolute === null) return '<span class="nil">—</span>';
  const text = f.change(change, card);
  // A change that prints as zero is none: «0 %, хуже» would only puzzle.
  const still = /\d/.test(text) && !/[1-9]/.test(text);
  const moved = still ? 'flat' : trend(change);
  const sense = still ? 'neutral' : change.sense;
  const said = sense === 'good' ? w.compare.better : sense === 'bad' ? w.compare.worse : '';
  return (
    `<span class="delta ${sense}">` +
    (moved === 'flat' ? '' : triangle(TRIANGLES[moved])) +
    `<span class="delta-text">${escaped(text)}</span>` +
    (against ? ` ${escaped(against)}` : '') +
    (said ? `<span class="${word ? 'delta-word' : 'vh'}">${against ? ', ' : ' '}${escaped(said)}</span>` : '') +
    `</span>`
  );
});

const triangle = (path: string): string =>
  `<svg class="mark" viewBox="0 0 10 10" aria-hidden="true" focusable="false"><path d="${path}"></path></svg>`;

import { cabinetContext, cardOf, reportContext } from '../context.ts';
import { escaped } from '../markup.ts';
import { numberStyle } from '../number-style.ts';
import { trend } from '../report/trend.ts';
import { textComponent } from '../text-component.ts';
import type { Formatter, UnitCard } from '../../locale/format.ts';
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
  const almost = isAlmostNone(change, card, f);
  const text = almost && word ? w.compare.almost : f.change(change, card);
  // A change that prints as zero is none: «0 %, хуже» would only puzzle, and so would «−0,1 %, хуже» beside two figures alike.
  const still = almost || (/\d/.test(text) && !/[1-9]/.test(text));
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

/** Whether a figure moved by so little that it is printed as it was: the sentences say of such «почти не изменился». */
function isAlmostNone({ from, to, absolute }: Change, card: UnitCard, f: Formatter): boolean {
  if (from === null || to === null || Number(absolute) === 0) return false;
  return f.metric(to, card, numberStyle(to)) === f.metric(from, card, numberStyle(from));
}

const triangle = (path: string): string =>
  `<svg class="mark" viewBox="0 0 10 10" aria-hidden="true" focusable="false"><path d="${path}"></path></svg>`;

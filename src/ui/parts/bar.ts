import { textComponent } from '../text-component.ts';

interface Props {
  /** Fraction of the goal, or of the largest when there is no goal. */
  part: number;
  goal?: boolean;
  sense?: 'good' | 'bad' | 'neutral';
}

/** A thin bar. With `goal`, 100 % is a tick; what is over it runs past the tick. Decorative: the figure stands beside. */
export const Bar = textComponent(({ part, goal = false, sense = 'neutral' }: Props) => {
  // The goal stands at 80 % of the track, so that 125 % of it still fits.
  const scale = goal ? 80 : 100;
  const width = Math.round(Math.max(0, Math.min(part * scale, 100)) * 10) / 10;
  const over = goal && part * scale > 100;
  return (
    `<svg class="bar ${sense}${goal ? ' goal' : ''}" viewBox="0 0 100 8" preserveAspectRatio="none" ` +
    `aria-hidden="true" focusable="false">` +
    `<rect class="bar-track" x="0" y="2" width="${scale}" height="4"></rect>` +
    `<rect class="bar-fill" x="0" y="2" width="${width}" height="4"></rect>` +
    (sense === 'bad' && width > 0 ? `<rect class="bar-cut" x="0" y="3.25" width="${width}" height="1.5"></rect>` : '') +
    (goal ? `<rect class="bar-goal" x="${scale - 0.35}" y="0" width="0.7" height="8"></rect>` : '') +
    (over ? `<rect class="bar-over" x="97.6" y="0.5" width="1" height="7"></rect>` : '') +
    `</svg>`
  );
});

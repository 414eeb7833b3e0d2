import { exact, plain, sum } from '../../figures/exact.ts';
import type { Estimate, EstimateLine } from '../../types/estimate.ts';

/** A section of nothing but money that passes through. */
export const isMedia = ({ lines }: { lines: readonly EstimateLine[] }): boolean =>
  lines.every(({ kind }) => kind === 'media');

/** Hours of work in the estimate as chosen; `null` when nothing is counted by the hour. */
export function hoursOf(estimate: Estimate): string | null {
  const hours = estimate.sections.flatMap(({ lines }) =>
    lines.filter(({ kind }) => kind === 'hours').map(({ quantity }) => exact(quantity)),
  );
  return hours.length === 0 ? null : plain(sum(hours));
}

/** How wide a part stands in a whole, 0 to 1, for drawing. */
export const ratio = (part: string, whole: string): number => (Number(whole) === 0 ? 0 : Number(part) / Number(whole));

/** Lines whose money differs between what they cost and what is asked. */
export const isReduced = ({ discount }: EstimateLine): boolean => Number(discount) !== 0;

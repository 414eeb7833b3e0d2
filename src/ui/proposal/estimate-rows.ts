import { compare, exact, plain, sum } from '../../figures/exact.ts';
import type { Formatter } from '../../locale/format.ts';
import { localText } from '../../locale/text.ts';
import type { Estimate, EstimateLine } from '../../types/estimate.ts';
import type { Locale } from '../../types/locale.ts';
import { measureText, priceText } from './amount.ts';
import type { ProposalWords } from './words.ts';

const HOURS: Record<Locale, string> = { ru: 'ч', en: 'h' };

/** A section of nothing but money that passes through. */
export const isMedia = ({ lines }: { lines: readonly EstimateLine[] }): boolean =>
  lines.every(({ kind }) => kind === 'media');

/** One line of what the estimate as chosen holds: hours, people, what its prices include. */
export function factsOf(estimate: Estimate, f: Formatter, w: ProposalWords): string {
  const lines = estimate.sections.flatMap((section) => section.lines);
  const hours = lines.filter(({ kind }) => kind === 'hours').map(({ quantity }) => exact(quantity));
  const people = new Set(lines.flatMap(({ person }) => person ?? [])).size;
  const tax = estimate.taxes.find(({ name }) => name !== null)?.name;
  const facts = [
    hours.length > 0 ? measureText(plain(sum(hours)), HOURS[f.locale], f.locale) : '',
    people > 1 ? f.plural(people, w.estimate.people) : '',
    tax ? w.estimate.prices[estimate.taxMode](localText(tax, f.locale)) : '',
  ];
  return facts.filter((fact) => fact !== '').join(' · ');
}

/** How wide a part stands in a whole, 0 to 1, for drawing. */
export const ratio = (part: string, whole: string): number => (Number(whole) === 0 ? 0 : Number(part) / Number(whole));

/** How a line of a package comes to its amount; nothing of one thing at its price, which says no more than it. */
export function packageMeasure(line: EstimateLine, locale: Locale): string {
  const { kind, quantity, unit, price } = line;
  if (kind !== 'hours' && Number(quantity) === 1 && !isReduced(line)) return '';
  return `${measureText(quantity, unit, locale)} × ${priceText(price, locale)}`;
}

/** Lines whose money differs between what they cost and what is asked. */
export const isReduced = ({ discount }: EstimateLine): boolean => Number(discount) !== 0;

/** At least as much as the total can come to by choosing: room is kept for it. */
export function largestTotal({ total, packages, options }: Estimate): string {
  const dearest = [total, ...packages.map((one) => one.total)].map(exact).sort(compare).at(-1)!;
  return plain(sum([dearest, ...options.lines.map(({ adds }) => exact(adds))]));
}

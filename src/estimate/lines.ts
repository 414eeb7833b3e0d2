import { exact, multiply, subtract } from '../figures/exact.ts';
import type { EstimateLine, EstimateSection, LineInput, Part } from '../types/estimate.ts';
import { amountText, canonical, toMinor, total, type Minor } from './money.ts';

/** A line with its money: `gross − discount = net`, all as printed. */
export interface Priced {
  input: LineInput;
  gross: Minor;
  net: Minor;
}

const ONE = exact('1');

/** Quantity × price, less the line's discount, rounded once; the discount printed is what rounding left of it. */
export function priceLine(input: LineInput, decimals: number): Priced {
  const worth = multiply(exact(input.quantity), exact(input.price));
  const { discount } = input;
  const discounted = discount === null ? worth : afterDiscount(worth, discount);
  return { input, gross: toMinor(worth, decimals), net: toMinor(discounted, decimals) };
}

function afterDiscount(worth: ReturnType<typeof exact>, discount: Part) {
  if ('share' in discount) return multiply(worth, subtract(ONE, exact(discount.share)));
  return subtract(worth, exact(discount.amount));
}

/** The line as it is printed. */
export function printedLine({ input, gross, net }: Priced, decimals: number): EstimateLine {
  const { id, title, kind, role, person, unit, discount, tax, optional, note } = input;
  return {
    ...{ id, title, kind, role, person },
    quantity: canonical(input.quantity),
    unit,
    price: priceText(input.price, decimals),
    gross: amountText(gross, decimals),
    discountShare: discount !== null && 'share' in discount ? canonical(discount.share) : null,
    discount: amountText(gross - net, decimals),
    net: amountText(net, decimals),
    ...{ tax, optional, note },
  };
}

/** Lines by section, in the order the sections first occur. */
export function printedSections(lines: readonly Priced[], decimals: number): EstimateSection[] {
  const titles = [...new Set(lines.map(({ input }) => input.section))];
  return titles.map((title) => {
    const own = lines.filter(({ input }) => input.section === title);
    const net = amountText(total(own.map((line) => line.net)), decimals);
    return { title, lines: own.map((line) => printedLine(line, decimals)), net };
  });
}

/** A price keeps digits below the minor unit: a click may cost 0.0125. */
function priceText(price: string, decimals: number): string {
  const [whole = '', fraction = ''] = canonical(price).split('.');
  const digits = fraction.padEnd(decimals, '0');
  return digits === '' ? whole : `${whole}.${digits}`;
}

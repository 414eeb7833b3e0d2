import { hourlyRate, taxOn } from '../../estimate/rates.ts';
import type { LineInput, LineKind, LineTax } from '../../types/estimate.ts';
import type { LocalText, Locale } from '../../types/locale.ts';
import type { Day } from '../../types/period.ts';
import type { Rate } from '../../types/proposal.ts';
import type { Agency } from '../../types/workspace.ts';
import type { Finding } from '../findings.ts';
import type { EstimateRow, TaxCell } from '../tables/estimate.ts';
import * as mistake from './line-mistakes.ts';
import type { LineSource } from './line-source.ts';

/** What the lines of one proposal are priced by. */
export interface Pricing {
  locale: Locale;
  currency: string;
  day: Day;
  /** Tax of the lines that name none. */
  tax: LineTax | null;
  taxes: Agency['taxes'];
  rates: readonly Rate[];
}

const UNITS: Record<Locale, Record<LineKind, string>> = {
  ru: { hours: 'ч', fixed: 'услуга', monthly: 'мес.', media: 'бюджет' },
  en: { hours: 'h', fixed: 'service', monthly: 'month', media: 'budget' },
};

export const TAX_NAME: LocalText = { ru: 'НДС', en: 'VAT' };

/** Rows with their prices and taxes found; `inputs` holds only those that could be priced. */
export function priceRows(source: LineSource, pricing: Pricing): { inputs: LineInput[]; findings: Finding[] } {
  const inputs: LineInput[] = [];
  const findings: Finding[] = [];
  source.rows.forEach((row, index) => {
    const complain = (finding: mistake.Mistake, field: keyof EstimateRow & mistake.Field): null => {
      findings.push({ ...finding, ...source.spot(index, field) });
      return null;
    };
    const worth = worthOf(row, pricing, complain);
    const tax = lineTax(row.tax, pricing, complain);
    if (worth === null || tax === undefined) return;
    inputs.push({
      id: String(index + 1),
      section: row.section,
      title: row.item,
      ...worth,
      role: row.role || null,
      person: row.person || null,
      unit: row.unit || UNITS[pricing.locale][worth.kind],
      discount: row.discount,
      tax,
      optional: row.optional === 'yes',
      package: row.package || null,
      note: row.note || null,
    });
  });
  return { inputs, findings };
}

type Complain = (finding: mistake.Mistake, field: keyof EstimateRow & mistake.Field) => null;
type Worth = Pick<LineInput, 'kind' | 'quantity' | 'price'>;

function worthOf(row: EstimateRow, pricing: Pricing, complain: Complain): Worth | null {
  const kind = row.kind ?? (row.hours === null && row.rate === null ? 'fixed' : 'hours');
  if (kind === 'hours') return hoursWorth(row, pricing, complain);
  if (row.hours !== null) return complain(mistake.hoursOfOther(kind), 'hours');
  if (row.rate !== null) return complain(mistake.rateOfOther(kind), 'rate');
  if (row.price === null) return complain(mistake.noPrice(), 'price');
  return { kind, quantity: row.quantity ?? '1', price: row.price };
}

function hoursWorth(row: EstimateRow, { rates, currency, day }: Pricing, complain: Complain): Worth | null {
  if (row.hours !== null && row.quantity !== null) return complain(mistake.twoQuantities(), 'quantity');
  if (row.rate !== null && row.price !== null) return complain(mistake.twoPrices(), 'price');
  const quantity = row.hours ?? row.quantity;
  if (quantity === null) return complain(mistake.noHours(), 'hours');
  const [role, person] = [row.role || null, row.person || null];
  const price = row.rate ?? row.price ?? hourlyRate(rates, { role, person, currency, day });
  if (price === null) {
    const held = rates.filter((rate) => rate.currency === currency && rate.from <= day);
    const roles = [...new Set(held.flatMap((rate) => rate.role ?? []))];
    return complain(mistake.noRate({ role, person, currency, day }, roles), 'rate');
  }
  return { kind: 'hours', quantity, price };
}

/** The tax of a line, `undefined` when it names one that the agency does not have on the day. */
function lineTax(cell: TaxCell, pricing: Pricing, complain: Complain): LineTax | null | undefined {
  if (cell === null) return pricing.tax;
  if (cell === 'none') return null;
  // A bare rate is a rate of the estimate's own tax.
  if ('rate' in cell) return { name: pricing.tax?.name ?? TAX_NAME, rate: cell.rate };
  const tax = taxOn(pricing.taxes, cell.id, pricing.day);
  if (tax !== null) return tax;
  complain(mistake.unknownTax(cell.id, pricing), 'tax');
  return undefined;
}

import { percentText } from '../../locale/numbers.ts';
import { localText } from '../../locale/text.ts';
import type { Estimate, EstimateLine, TaxMode } from '../../types/estimate.ts';
import type { Locale } from '../../types/locale.ts';
import { amountText, type Purse } from './amount.ts';
import type { ProposalWords } from './words.ts';

/** One row between the sections and the total. `part` rows say what the total holds and are not added. */
export interface ReckoningRow {
  kind: 'sum' | 'less' | 'plus' | 'part';
  label: string;
  amount: string;
}

/** How the total comes about, from the sum of the sections on. The same for the page, the paper and the browser. */
export function reckoning(estimate: Estimate, purse: Purse, w: ProposalWords): ReckoningRow[] {
  const rows: ReckoningRow[] = [{ kind: 'sum', label: w.total.subtotal, amount: estimate.subtotal }];
  for (const { section, share, base, amount } of estimate.discounts) {
    const name = section === null ? w.total.discount : w.total.discountOn(section);
    const label =
      share === null ? name : w.total.shareLine(name, percent(share, purse.locale), amountText(base, purse));
    rows.push({ kind: 'less', label, amount: `-${amount}` });
  }
  rows.push(...taxRows(estimate, purse, w));
  return rows;
}

/** Whether the total takes more than one step: the sum of the sections alone is the total. */
export const tellsMore = (rows: readonly ReckoningRow[]): boolean => rows.length > 1;

function taxRows(estimate: Estimate, purse: Purse, w: ProposalWords): ReckoningRow[] {
  const kind: ReckoningRow['kind'] = estimate.taxMode === 'inclusive' ? 'part' : 'plus';
  return estimate.taxes.flatMap(({ name, rate, base, amount }) => {
    if (name === null || rate === null) return [];
    const label = w.total.taxLine(localText(name, purse.locale), percent(rate, purse.locale), amountText(base, purse));
    return [{ kind, label: kind === 'part' ? `${w.total.including} ${label}` : label, amount }];
  });
}

/**
 * The tax of one line, where lines of the proposal differ in theirs: the total alone would not tell which bears which.
 * @returns a function of the line; `null` where all bear the same
 */
export function lineTaxes(
  lines: readonly Pick<EstimateLine, 'tax'>[],
  locale: Locale,
  w: ProposalWords,
): (line: Pick<EstimateLine, 'tax'>) => string | null {
  const told = ({ tax }: Pick<EstimateLine, 'tax'>): string =>
    tax === null ? w.estimate.untaxed : `${localText(tax.name, locale)} ${percent(tax.rate, locale)}`;
  const differ = new Set(lines.map(told)).size > 1;
  return (line) => (differ ? told(line) : null);
}

/** What stands under a total that bears no tax. */
export function taxSentence(mode: TaxMode, note: string | null, w: ProposalWords): string | null {
  if (mode === 'exclusive' || mode === 'inclusive') return note;
  return note ?? w.total.tax[mode];
}

/** The agency's fee or the media budget within the total; where the lines above are without tax, it is told to be in. */
export function partLabel(part: 'fee' | 'media', estimate: Estimate, locale: Locale, w: ProposalWords): string {
  const { taxMode, taxes } = estimate;
  const label = w.total[part];
  if (taxMode !== 'exclusive' || Number(estimate[part].tax) === 0) return label;
  const names = [...new Set(taxes.flatMap(({ name }) => (name === null ? [] : [localText(name, locale)])))];
  return names.length === 0 ? label : w.total.withTax(label, names.join(', '));
}

const percent = (share: string, locale: Locale): string => percentText(locale, share, { min: 0, max: 6 }, 'negative');

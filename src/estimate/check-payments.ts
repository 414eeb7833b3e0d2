import { compare, exact, plain, sum } from '../figures/exact.ts';
import type { EstimateInput } from '../types/estimate.ts';
import { choicesOf } from './check-choices.ts';
import * as fault from './faults.ts';
import type { EstimateFault } from './faults.ts';
import { amountText, total } from './money.ts';
import { cutPayments, scheduleKind, sharesOf } from './payments.ts';
import { sumUp } from './sums.ts';

const AT = ['payments'];

/** Whether the payments add up to the total, whatever is chosen. */
export function checkPayments(input: EstimateInput): EstimateFault[] {
  const { payments, decimals } = input;
  const kind = scheduleKind(payments);
  if (payments.length === 0 || kind === 'shares') return [];
  if (kind === null) return [unclear(input)];
  if (kind === 'amounts' && (input.packages.length > 1 || input.lines.some(({ optional }) => optional))) {
    return [{ code: 'fixed-payments-with-choice', at: AT, ...fault.fixedWithChoice() }];
  }
  const restAt = payments.findIndex(({ part }) => part === 'rest');
  let idle = kind === 'rest';
  for (const included of choicesOf(input)) {
    const due = sumUp(input, included).total;
    const amounts = cutPayments(payments, due, decimals);
    const rest = amounts[restAt] ?? 0n;
    // Of what costs nothing every payment is nothing.
    if (rest > 0n || due === 0n) idle = false;
    const others = amountText(total(amounts) - rest, decimals);
    if (rest < 0n) {
      return [{ code: 'payments-above-total', at: AT, ...fault.aboveTotal(others, amountText(due, decimals)) }];
    }
    if (total(amounts) !== due) {
      return [{ code: 'payments-differ', at: AT, ...fault.amountsDiffer(others, amountText(due, decimals)) }];
    }
  }
  return idle ? [{ code: 'empty-payment', at: [...AT, restAt, 'part'], ...fault.emptyRest() }] : [];
}

function unclear({ payments }: EstimateInput): EstimateFault {
  const shares = sharesOf(payments);
  if (payments.filter(({ part }) => part === 'rest').length > 1)
    return { code: 'two-rests', at: AT, ...fault.twoRests() };
  const sharesOnly = payments.every(({ part }) => part === 'rest' || 'share' in part);
  if (sharesOnly || compare(sum(shares), exact('1')) > 0) {
    return { code: 'payments-not-100', at: AT, ...fault.sharesDiffer(plain(sum(shares))) };
  }
  return { code: 'payments-need-rest', at: AT, ...fault.needsRest() };
}

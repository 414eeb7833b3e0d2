import type { LineTax } from '../types/estimate.ts';
import type { Day } from '../types/period.ts';
import type { Rate } from '../types/proposal.ts';
import type { Agency } from '../types/workspace.ts';

/** Whose hour, in what money, on what day. */
export interface Work {
  role: string | null;
  person: string | null;
  currency: string;
  day: Day;
}

/**
 * The price of an hour: the rate of this person in this role, else of the person, else of the role; of several, the
 * one that began last by the day. `null` when there is none.
 */
export function hourlyRate(rates: readonly Rate[], { role, person, currency, day }: Work): string | null {
  const held = rates.filter((rate) => rate.currency === currency && rate.from <= day);
  const wanted: [string | null, string | null][] = [
    [role, person],
    [null, person],
    [role, null],
  ];
  for (const [ofRole, ofPerson] of wanted) {
    if (ofRole === null && ofPerson === null) continue;
    const own = held.filter((rate) => same(rate.role, ofRole) && same(rate.person, ofPerson));
    const latest = own.reduce<Rate | null>(
      (best, rate) => (best === null || rate.from > best.from ? rate : best),
      null,
    );
    if (latest !== null) return latest.rate;
  }
  return null;
}

/**
 * The agency's tax with this id as it stands on the day: of several rates that hold, the one that began last, so that a
 * new rate ends an open one. `null` when it has none then.
 */
export function taxOn(taxes: Agency['taxes'], id: string, day: Day): LineTax | null {
  const held = taxes.filter((tax) => tax.id === id && tax.from <= day && (tax.to === undefined || day <= tax.to));
  const latest = held.reduce<Agency['taxes'][number] | null>(
    (best, tax) => (best === null || tax.from > best.from ? tax : best),
    null,
  );
  return latest && { name: latest.name, rate: latest.rate };
}

function same(a: string | null, b: string | null): boolean {
  return a === null || b === null ? a === b : plainName(a) === plainName(b);
}

/** Letter case and the kind of spaces tell nobody apart: a space that does not break looks like any other. */
const plainName = (name: string): string => name.trim().toLowerCase().replace(/\s+/gu, ' ');

import { localText } from '../../../locale/text.ts';
import type { Proposal, Rate } from '../../../types/proposal.ts';
import type { Person } from '../../../types/workspace.ts';
import type { SealBreak } from '../breaks.ts';
import { canonical, originOf } from '../reading/canonical.ts';
import { tellingDigits } from '../figures/numbers.ts';
import { indexTerms, isWhole, SHORTEST_TERM } from './term-index.ts';
import { textOf } from '../reading/units.ts';
import type { View } from '../reading/views.ts';
import type { Owner } from './terms.ts';

/** Somebody whose hour has a price of its own: the agency's table stays with the agency. */
export interface PricedPerson {
  id: string;
  /** Name in both languages and id, as `canonical` spells them. */
  names: string[];
  /** Exact decimals. */
  rates: string[];
  /** How money of these rates is written: codes and signs. */
  money: string[];
  /** Proposals that sell hours of this person, and so say what one costs. */
  soldIn: Owner[];
}

export function pricedPeople(
  people: readonly Person[],
  rates: readonly Rate[],
  proposals: readonly Proposal[],
): PricedPerson[] {
  const ids = [...new Set(rates.flatMap(({ person }) => person ?? []))];
  return ids.map((id) => {
    const own = rates.filter(({ person }) => person === id);
    const name = people.find((one) => one.id === id)?.name ?? id;
    const names = [id, localText(name, 'ru'), localText(name, 'en')].map((one) => canonical(one.normalize('NFC')));
    const sells = ({ estimate }: Proposal) => estimate.lines.some(({ person }) => person === id);
    return {
      id,
      names: [...new Set(names)].filter((one) => one.length >= SHORTEST_TERM),
      rates: [...new Set(own.map(({ rate }) => plainRate(rate)))],
      money: [...new Set(own.flatMap(({ currency }) => moneySigns(currency)))],
      soldIn: proposals.filter(sells).map((one) => `proposals/${one.id}`),
    };
  });
}

/** `RUB` → `rub`, `₽`, `руб`. */
function moneySigns(currency: string): string[] {
  const sign = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')!.value;
  return [currency, sign, ...(currency === 'RUB' ? ['руб'] : [])].map(canonical);
}

/** How far from a name a rate may stand to be this person's: no other number stands between them. */
const NEAR = 40;
const NUMBER = String.raw`(?<!\d[.,]?)(\d{1,3}(?:[ ,.']\d{3})+(?!\d)|\d+)(?:[.,](\d{1,2})(?!\d))?`;
const BEHIND = new RegExp(String.raw`^[^\d]{0,${NEAR}}?${NUMBER}(.{0,12})`);
const BEFORE = new RegExp(String.raw`(.{0,4})${NUMBER}([^\d]{0,${NEAR}})$`);
const AN_HOUR = /\/ ?(?:ч|час|h|hr|hour)(?!\p{L})|\b(?:per|an) hour|(?<!\p{L})(?:в|за) час/u;
/** A rate of so many digits is told by itself; a rounder one, beside money or hours only. */
const TELLING = 4;

/** Tells what an hour of somebody costs where it stands beside the name. */
export class RateProof {
  readonly #named: { text: string; person: PricedPerson }[];
  readonly #index: ReturnType<typeof indexTerms> | null;

  constructor(people: readonly PricedPerson[]) {
    this.#named = people.flatMap((person) => person.names.map((text) => ({ text, person })));
    this.#index = this.#named.length === 0 ? null : indexTerms(this.#named.map(({ text }) => text));
  }

  told(file: string, views: readonly View[], owner: Owner): SealBreak[] {
    const found = new Map<PricedPerson, SealBreak>();
    for (const view of views) {
      this.#index?.search(view.plain, (number, at) => {
        const { text, person } = this.#named[number]!;
        if (found.has(person) || person.soldIn.includes(owner) || !isWhole(view.plain, text, at)) return;
        if (isPriced(view.plain, at, at + text.length, person)) {
          const said = { ru: `ставка сотрудника: ${person.id}`, en: `what an hour of ${person.id} costs` };
          found.set(person, {
            code: 'seal-inner-rate',
            file,
            offset: view.offset(originOf(view.text, at)),
            found: said,
          });
        }
      });
    }
    return [...found.values()];
  }
}

function isPriced(units: Uint16Array, from: number, to: number, { rates, money }: PricedPerson): boolean {
  const after = BEHIND.exec(textOf(units.subarray(to, to + 2 * NEAR)));
  const before = BEFORE.exec(textOf(units.subarray(Math.max(0, from - 2 * NEAR), from)));
  const beside = [
    ...(after ? [{ whole: after[1]!, part: after[2], about: after[0] }] : []),
    ...(before ? [{ whole: before[2]!, part: before[3], about: before[0] }] : []),
  ];
  return beside.some(({ whole, part, about }) => {
    const rate = plainRate(`${whole.replace(/[ ,.']/g, '')}.${part ?? '0'}`);
    const told = tellingDigits(rate) >= TELLING || AN_HOUR.test(about) || money.some((sign) => about.includes(sign));
    return told && rates.includes(rate);
  });
}

/** Without needless zeros. */
function plainRate(rate: string): string {
  return rate.includes('.') ? rate.replace(/\.?0+$/, '') : rate;
}

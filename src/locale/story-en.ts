import { inMonth, periodText } from './dates.ts';
import { balanceOut, natureOf, sameDays } from './story-facts.ts';
import type { Drivers, Effect, Move, Share, Teller } from './story-facts.ts';

// English past tense agrees with any name, so one form serves every metric and channel.

/** `in September`, `in the same 12 days of September`, `between July 1 and August 16`. */
function whenOf({ compared }: Move): string {
  const { current, previous } = compared;
  const saysYear = current.from.slice(0, 4) !== previous.from.slice(0, 4);
  const days = sameDays(compared);
  if (days === null) return periodText('en', previous, 'in', saysYear);
  const month = inMonth('en', previous.from, saysYear).replace(/^in\s/, '');
  return days === 1 ? `on the same day of ${month}` : `in the same ${days} days of ${month}`;
}

function headline(move: Move): string {
  const { kind, card, to } = move;
  switch (kind) {
    case 'up':
    case 'down':
      return `${card.name} ${kind} ${move.size}`;
    case 'same':
      return `${card.name} unchanged`;
    case 'almost':
      return `${card.name} almost unchanged`;
    case 'from-zero':
      return `${card.name} up from zero to ${to}`;
    case 'to-zero':
      return `${card.name} down to zero`;
    case 'no-past':
      return `${card.name}: ${to}`;
    case 'no-present':
    case 'unknown':
      return `${card.name}: no data`;
  }
}

function moved(move: Move): string {
  const { kind, card, to, from } = move;
  const when = whenOf(move);
  switch (kind) {
    case 'up':
      return `${card.name} rose ${move.size} to ${to}, from ${from} ${when}.`;
    case 'down':
      return `${card.name} fell ${move.size} to ${to}, from ${from} ${when}.`;
    case 'same':
      return `${card.name} held at ${to}, the same as ${when}.`;
    case 'almost':
      return `${card.name} barely moved: ${to} against ${from} ${when}.`;
    case 'from-zero':
      return `${card.name} rose from zero ${when} to ${to}.`;
    case 'to-zero':
      return `${card.name} fell to zero, from ${from} ${when}.`;
    case 'no-past':
      return `${card.name} came to ${to}; there is no earlier figure to compare with.`;
    case 'no-present':
      return `${card.name}: no data for this period, against ${from} ${when}.`;
    case 'unknown':
      return `${card.name}: no data.`;
  }
}

/** Gaining and losing, told by what the metric is: results come and go, money is spent more or less. */
const VERBS = {
  result: { gained: (size: string) => `added ${size}`, lost: (size: string) => `lost ${size}` },
  price: { gained: (size: string) => `spent ${size} more`, lost: (size: string) => `spent ${size} less` },
  other: { gained: (size: string) => `added ${size}`, lost: (size: string) => `shed ${size}` },
};

function did(shares: Share[], verb: (size: string) => string): string {
  return shares.map(({ name, size }) => `${name} ${verb(size)}`).join(' and ');
}

function channels(drivers: Drivers, move: Move): string | null {
  const { gains, losses } = drivers;
  if (drivers.channels < 2 || drivers.moved === 0 || /^(no-|unknown)/.test(move.kind)) return null;
  const { gained, lost } = VERBS[natureOf(move.card)];
  const [up, down] = [did(gains, gained), did(losses, lost)];
  if (drivers.together && drivers.channels > 2) {
    const [first] = gains.length > 0 ? gains : losses;
    return `Every channel went ${gains.length > 0 ? 'up' : 'down'}, ${first!.name} the most: ${first!.amount}.`;
  }
  if (drivers.moved === 1) return `Only one channel moved: ${up || down}.`;
  if (move.kind === 'same') return `The make-up is different, though: ${[up, down].filter(Boolean).join(', while ')}.`;
  const order = move.kind === 'down' || move.kind === 'to-zero' ? [down, up] : [up, down];
  return `${capital(order.filter(Boolean).join(', while '))}.`;
}

/** A channel called `search` begins a sentence as a word does; `eBay` and `vk-ads` stay as they are written. */
const capital = (text: string): string =>
  /^\p{Ll}+(?=[\s,.])/u.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;

function effectName({ kind, up }: Effect, move: Move): string {
  const nature = natureOf(move.card);
  if (kind === 'rate') {
    if (nature === 'price') return `${up ? 'higher' : 'lower'} prices within channels`;
    return `${up ? 'a rise' : 'a decline'} within channels`;
  }
  const kinds = {
    price: up ? 'more expensive channels' : 'cheaper channels',
    result: up ? 'stronger channels' : 'weaker channels',
    other: up ? 'channels where it is higher' : 'channels where it is lower',
  };
  return `a shift towards ${kinds[nature]}`;
}

const leadOf = (lead: Share | null): string => (lead === null ? '' : ` (mostly ${lead.name}: ${lead.amount})`);

function effects(found: Effect[], move: Move): string | null {
  const [first, second] = found;
  if (!first || /^(no-|unknown)/.test(move.kind)) return null;
  if (move.kind === 'same' || move.kind === 'almost') {
    if (!balanceOut(found)) return null;
    const said = found.map((effect) => `${effectName(effect, move)} (${effect.amount})`);
    return `Two effects cancelled out: ${said.join(' and ')}.`;
  }
  if (!second) return `All of it came from ${effectName(first, move)}${leadOf(first.lead)}.`;
  const said = found.map(
    (effect) => `${effectName(effect, move)} ${effect.up ? 'added' : 'took off'} ${effect.size}${leadOf(effect.lead)}`,
  );
  const text = said.join(first.up === second.up ? ', and ' : ', while ');
  return `${capital(text)}.`;
}

function mainChannel({ main }: Drivers, move: Move): string | null {
  if (main === null) return null;
  if (natureOf(move.card) === 'price') return `${main.name} spent ${move.kind === 'up' ? 'more' : 'less'}`;
  const { gained, lost } = VERBS[natureOf(move.card)];
  return `${main.name} ${(move.kind === 'up' ? gained : lost)('the most')}`;
}

function mainEffect(found: Effect[], move: Move): string | null {
  const main = found.find((effect) => effect.main);
  return main ? effectName(main, move) : null;
}

export const englishTeller: Teller = { headline, moved, channels, effects, mainChannel, mainEffect };

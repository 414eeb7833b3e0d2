import type { Change, RatioStory, Story, TotalStory } from '../types/figures.ts';
import type { Metric, RatioMetric } from '../types/workspace.ts';
import { changeBetween, directionOf } from './comparison.ts';
import {
  absolute,
  add,
  compare,
  divide,
  exact,
  multiply,
  plain,
  plainOrNull,
  RATIO_DECIMALS,
  round,
  signOf,
  subtract,
  sum,
  ZERO,
  type Exact,
  type Maybe,
} from './exact.ts';
import { byText } from './order.ts';
import { channelSums, factorOf, valueOf, type Sums } from './sums.ts';

/** Digits that weights and rates carry until the effects are rounded to the digits of a ratio. */
const WORKING_DECIMALS = 30;
const HALF = exact('0.5');

/** Why the metric moved from the earlier sums to the later ones; `null` when one of its values is unknown. */
export function storyOf(metric: Metric, from: Sums, to: Sums): Story | null {
  const change = changeBetween(valueOf(metric, from.total), valueOf(metric, to.total), directionOf(metric));
  if (change.absolute === null) return null;
  return metric.kind === 'additive' ? totalStory(metric, change, from, to) : ratioStory(metric, change, from, to);
}

/** Each channel contributes its own difference; an unknown side counts as nothing. Largest contribution first. */
function totalStory(metric: Metric, change: Change, from: Sums, to: Sums): TotalStory {
  const parts = channelsOf(from, to).flatMap((channel) => {
    const [before, after] = [from, to].map((sums) => valueOf(metric, channelSums(sums, channel))) as [Maybe, Maybe];
    if (before === null && after === null) return [];
    return [{ channel, before, after, contribution: subtract(after ?? ZERO, before ?? ZERO) }];
  });
  parts.sort((a, b) => bySize(a.contribution, b.contribution) || byText(a.channel, b.channel));
  return {
    kind: 'total',
    metric: metric.id,
    change,
    parts: parts.map(({ channel, before, after, contribution }) => ({
      channel,
      from: plainOrNull(before),
      to: plainOrNull(after),
      contribution: plain(contribution),
    })),
  };
}

interface RatioPart {
  channel: string;
  from: Maybe;
  to: Maybe;
  mix: Exact;
  rate: Exact;
}

/**
 * Splits the change of `R = Σ N / Σ D` by channel, with `w` the channel's share of the denominator and `r` its own
 * ratio, taken at the midpoint of the two periods so that no interaction is left over:
 *
 *     mix  = (w1 − w0) · ((r0 + r1) / 2 − (R0 + R1) / 2)     the channel weighs more or less than before
 *     rate = (r1 − r0) · (w0 + w1) / 2                        the channel itself became better or worse
 *
 * Measuring mix against the mean ratio changes no sum, because the shares' changes add up to zero, and lets each
 * channel's mix be read alone: more weight on a dear channel makes the whole dearer.
 * A channel that enters or leaves has no second ratio; the one it has stands for both, so all its effect is mix.
 * A numerator without denominator (cost without leads) has no ratio: `N / Σ D` counts into rate. Where most of the
 * numerator is such (revenue known by the shop alone, cost by the systems) channels explain nothing: no parts, all rate.
 * Effects are rounded to 10 decimals; what the rounding leaves over goes to the rate of the largest part.
 */
function ratioStory(metric: RatioMetric, change: Change, from: Sums, to: Sums): RatioStory {
  const [before, after] = [sideOf(metric, from), sideOf(metric, to)];
  if (before.torn || after.torn) {
    return { kind: 'ratio', metric: metric.id, change, mix: '0', rate: change.absolute!, parts: [] };
  }
  const mean = half(add(before.ratio, after.ratio));
  const parts = channelsOf(from, to)
    .filter((channel) => before.has(channel) || after.has(channel))
    .map((channel): RatioPart => {
      const { mix, rate } = effects(before.at(channel), after.at(channel), mean);
      const ends = [from, to].map((sums) => valueOf(metric, channelSums(sums, channel))) as [Maybe, Maybe];
      return {
        channel,
        from: ends[0],
        to: ends[1],
        mix: round(mix, RATIO_DECIMALS),
        rate: round(rate, RATIO_DECIMALS),
      };
    });
  parts.sort((a, b) => bySize(add(a.mix, a.rate), add(b.mix, b.rate)) || byText(a.channel, b.channel));
  const told = sum(parts.flatMap(({ mix, rate }) => [mix, rate]));
  const largest = parts[0]!;
  largest.rate = add(largest.rate, subtract(exact(change.absolute!), told));
  return {
    kind: 'ratio',
    metric: metric.id,
    change,
    mix: plain(sum(parts.map(({ mix }) => mix))),
    rate: plain(sum(parts.map(({ rate }) => rate))),
    parts: parts.map(({ channel, from, to, mix, rate }) => ({
      channel,
      from: plainOrNull(from),
      to: plainOrNull(to),
      mix: plain(mix),
      rate: plain(rate),
    })),
  };
}

/** One channel in one period: its share of the denominator, its ratio, and what it adds without a denominator. */
interface Place {
  share: Exact;
  ratio: Maybe;
  orphan: Exact;
}

/** The ratio's parts in one period. The total denominator is not zero, else there were no value to explain. */
function sideOf(metric: RatioMetric, sums: Sums) {
  const quotient = (a: Exact, b: Exact) => divide(a, b, WORKING_DECIMALS)!;
  const scaled = (numerator: Exact) => multiply(numerator, factorOf(metric));
  const whole = sums.total.get(metric.denominator)!;
  const top = sums.total.get(metric.numerator)!;
  const own = [...sums.channels.values()].filter((one) => signOf(one.get(metric.denominator) ?? ZERO) !== 0);
  const matched = sum(own.map((one) => one.get(metric.numerator) ?? ZERO));
  return {
    ratio: quotient(scaled(top), whole),
    /** More of the numerator is without a denominator of its own channel than with one. */
    torn: compare(absolute(subtract(top, matched)), absolute(matched)) > 0,
    has(channel: string): boolean {
      const own = channelSums(sums, channel);
      return own.has(metric.numerator) || own.has(metric.denominator);
    },
    at(channel: string): Place {
      const own = channelSums(sums, channel);
      const numerator = scaled(own.get(metric.numerator) ?? ZERO);
      const denominator = own.get(metric.denominator) ?? ZERO;
      if (signOf(denominator) === 0) return { share: ZERO, ratio: null, orphan: quotient(numerator, whole) };
      return { share: quotient(denominator, whole), ratio: quotient(numerator, denominator), orphan: ZERO };
    },
  };
}

function effects(before: Place, after: Place, mean: Exact): { mix: Exact; rate: Exact } {
  const orphan = subtract(after.orphan, before.orphan);
  const first = before.ratio ?? after.ratio;
  const second = after.ratio ?? before.ratio;
  if (first === null || second === null) return { mix: ZERO, rate: orphan };
  const mix = multiply(subtract(after.share, before.share), subtract(half(add(first, second)), mean));
  const rate = multiply(subtract(second, first), half(add(before.share, after.share)));
  return { mix, rate: add(rate, orphan) };
}

function channelsOf(from: Sums, to: Sums): string[] {
  return [...new Set([...from.channels.keys(), ...to.channels.keys()])].sort(byText);
}

/** Larger effects first, whatever their sign. */
function bySize(a: Exact, b: Exact): number {
  return compare(absolute(b), absolute(a));
}

function half(number: Exact): Exact {
  return multiply(number, HALF);
}

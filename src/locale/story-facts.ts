import type { Compared, RatioStory, Story, TotalStory } from '../types/figures.ts';
import type { MetricCard } from '../types/report.ts';
import type { Formatter } from './format.ts';
import { fractionOf, percentText, pointsText, printedSteps, shownPoints, unitText } from './numbers.ts';

export interface StoryContext {
  formatter: Formatter;
  metrics: Record<string, MetricCard>;
  channelName(id: string): string;
  compared: Compared;
}

/** What happened to a metric, with every number already printed. */
export interface Move {
  kind: 'up' | 'down' | 'same' | 'almost' | 'from-zero' | 'to-zero' | 'no-past' | 'no-present' | 'unknown';
  card: MetricCard;
  to: string;
  from: string;
  /** The change without its sign: «12 %», «0,4 п. п.». */
  size: string;
  /** How many times as much, when at least twice. */
  times: number | null;
  compared: StoryContext['compared'];
}

/** A channel's part in a change. */
export interface Share {
  name: string;
  /** With its sign. */
  amount: string;
  /** Without it. */
  size: string;
}

/** Channels worth naming, at most two each way, the largest first. */
export interface Drivers {
  gains: Share[];
  losses: Share[];
  /** Channels that moved, and channels in all. */
  moved: number;
  channels: number;
  /** Whether every channel went the same way. */
  together: boolean;
  /** The channel that made at least half of the change's own direction, alone. */
  main: Share | null;
}

/** One of the two reasons why a ratio moves. */
export interface Effect {
  kind: 'mix' | 'rate';
  up: boolean;
  amount: string;
  size: string;
  /** For the rate effect, the channel that moved it most. */
  lead: Share | null;
  /** Whether it explains most of the change, going the same way. */
  main: boolean;
}

/** Says how a sentence is built in one language. */
export interface Teller {
  headline(move: Move): string;
  moved(move: Move): string;
  channels(drivers: Drivers, move: Move): string | null;
  effects(effects: Effect[], move: Move): string | null;
  mainChannel(drivers: Drivers, move: Move): string | null;
  mainEffect(effects: Effect[], move: Move): string | null;
}

/** A name written from right to left must not turn the numbers around it. */
const isolated = (name: string): string =>
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(name) ? `\u2068${name}\u2069` : name;
const bare = (value: string): string => value.replace(/^-/, '');
const saysNothing = (printed: string): boolean => !/[1-9]/.test(printed);

export function moveOf(story: Story, context: StoryContext): Move {
  const { formatter, compared } = context;
  const { from, to } = story.change;
  const card = cardOf(story, context);
  const value = (decimal: string | null): string =>
    decimal === null ? '' : unitText(formatter.locale, formatter.currency, decimal, card, 'prose');
  const size = sizeOf(story, context);
  const times = from !== null && to !== null && Number(from) > 0 ? Number(to) / Number(from) : 0;
  const kind = kindOf(story, size);
  const printed = { to: value(to), from: value(from) };
  return {
    // «Снизился на 0,1 %: 7,42 против 7,42» would only puzzle.
    kind: (kind === 'up' || kind === 'down') && printed.to === printed.from ? 'almost' : kind,
    card,
    ...printed,
    size,
    times:
      times >= 2 && card.unit !== 'percent' ? Math.round(times * (times < 10 ? 10 : 1)) / (times < 10 ? 10 : 1) : null,
    compared,
  };
}

function cardOf(story: Story, context: StoryContext): MetricCard {
  const card = context.metrics[story.metric];
  if (!card) throw new Error(`No card of the metric ${story.metric}`);
  return card;
}

function kindOf({ change }: Story, size: string): Move['kind'] {
  const { from, to, absolute } = change;
  if (from === null) return to === null ? 'unknown' : 'no-past';
  if (to === null) return 'no-present';
  if (absolute === null || Number(absolute) === 0) return 'same';
  // Money returned is less than zero: from nothing to it is a fall, from it to nothing a rise.
  if (Number(from) === 0 && Number(to) > 0) return 'from-zero';
  if (Number(to) === 0 && Number(from) > 0) return 'to-zero';
  if (saysNothing(size)) return 'almost';
  return absolute.startsWith('-') ? 'down' : 'up';
}

/** Points for percentages; the difference itself where a share of the past makes no sense; else per cent. */
function sizeOf(story: Story, context: StoryContext): string {
  const { from, to, absolute, relative } = story.change;
  const { locale } = context.formatter;
  if (from === null || to === null || absolute === null) return '';
  const { unit, decimals } = cardOf(story, context);
  if (unit === 'percent') return printer(story, context)(shownPoints(from, to, decimals ?? 1)).size;
  if (relative === null || Number(from) < 0) {
    return printer(story, context)(absolute).size;
  }
  const max = Math.abs(Number(relative)) < 0.0995 ? 1 : 0;
  return percentText(locale, bare(relative), { min: 0, max }, 'negative');
}

/** Prints parts of the change in the metric's unit, percentages in points. */
function printer(story: Story, context: StoryContext): (value: string) => { amount: string; size: string } {
  const { locale, currency } = context.formatter;
  const card = cardOf(story, context);
  const print = (value: string, sign: 'negative' | 'exceptZero'): string =>
    card.unit === 'percent'
      ? pointsText(locale, value, card.decimals ?? 1, sign)
      : unitText(locale, currency, value, card, 'prose', sign);
  return (value) => ({ amount: print(value, 'exceptZero'), size: print(bare(value), 'negative') });
}

/** Binary floats only choose and order here; what is printed stays exact. */
export function driversOf(story: TotalStory, context: StoryContext): Drivers {
  const print = printer(story, context);
  const weigh = (part: TotalStory['parts'][number]): number => Math.abs(Number(part.contribution));
  // Whatever the unit, one of it is printed with a digit that is none of the zeros.
  const shows = (value: string): boolean => Math.abs(Number(value)) >= 1 || !saysNothing(print(value).amount);
  const moved = story.parts.filter((part) => shows(part.contribution)).sort((a, b) => weigh(b) - weigh(a));
  const share = (part: TotalStory['parts'][number]): Share => ({
    name: isolated(context.channelName(part.channel)),
    ...print(part.contribution),
  });
  const gains = moved.filter((part) => !part.contribution.startsWith('-'));
  const losses = moved.filter((part) => part.contribution.startsWith('-'));
  const gross = (parts: TotalStory['parts']): number => parts.reduce((sum, part) => sum + weigh(part), 0);
  const worthNaming = (parts: TotalStory['parts']): Share[] => {
    const enough = gross(parts) >= gross(moved) / 12;
    return parts
      .filter((part, index) => enough && (index === 0 || (index === 1 && weigh(part) >= gross(parts) / 4)))
      .map(share);
  };
  const own = story.change.absolute?.startsWith('-') ? losses : gains;
  const main = own[0] && story.parts.length > 1 && weigh(own[0]) >= gross(own) / 2 ? share(own[0]) : null;
  return {
    gains: worthNaming(gains),
    losses: worthNaming(losses),
    moved: moved.length,
    channels: story.parts.length,
    together: moved.length === story.parts.length && (gains.length === 0 || losses.length === 0),
    main,
  };
}

/** Effects large enough to print, the larger first; none when there is one channel only, for then all is rate. */
export function effectsOf(story: RatioStory, context: StoryContext): Effect[] {
  if (story.parts.length < 2) return [];
  const print = printer(story, context);
  const gross = Math.abs(Number(story.mix)) + Math.abs(Number(story.rate));
  const falls = story.change.absolute?.startsWith('-') ?? false;
  const told = toldEffects(story, cardOf(story, context));
  return (['rate', 'mix'] as const)
    .map((kind) => ({ kind, value: told[kind], weight: Math.abs(Number(story[kind])) }))
    .filter(({ value }) => !saysNothing(print(value).amount))
    .sort((a, b) => b.weight - a.weight)
    .map(({ kind, value, weight }) => ({
      kind,
      up: !value.startsWith('-'),
      ...print(value),
      lead: kind === 'rate' ? leadOf(story, context) : null,
      main: value.startsWith('-') === falls && weight >= gross * 0.6,
    }));
}

/** Whether two effects went against each other and left little: less than a third of the larger. */
export function balanceOut([first, second]: Effect[]): boolean {
  return first !== undefined && second !== undefined && first.up !== second.up && !first.main && !second.main;
}

/** The effects as they are told: points that are printed add up to the printed change, the larger takes the rest. */
function toldEffects({ change, mix, rate }: RatioStory, { unit, decimals }: MetricCard): { mix: string; rate: string } {
  if (unit !== 'percent' || change.from === null || change.to === null) return { mix, rate };
  const digits = decimals ?? 1;
  const whole = printedSteps(change.to, digits) - printedSteps(change.from, digits);
  const [ofMix, ofRate] = [printedSteps(mix, digits), printedSteps(rate, digits)];
  const rest = whole - ofMix - ofRate;
  const larger = Math.abs(Number(mix)) > Math.abs(Number(rate)) ? ofMix : ofRate;
  // A step more or less; where it would leave nothing of the effect, it stands as it is.
  if (ofMix === 0 || ofRate === 0 || rest === 0 || larger * (larger + rest) <= 0) return { mix, rate };
  return larger === ofMix
    ? { mix: fractionOf(ofMix + rest, digits), rate }
    : { mix, rate: fractionOf(ofRate + rest, digits) };
}

function leadOf(story: RatioStory, context: StoryContext): Share | null {
  const falls = story.rate.startsWith('-');
  const weigh = (part: RatioStory['parts'][number]): number => Math.abs(Number(part.rate));
  const [lead] = story.parts
    .filter((part) => Number(part.rate) !== 0 && part.rate.startsWith('-') === falls)
    .sort((a, b) => weigh(b) - weigh(a));
  if (lead === undefined) return null;
  const printed = printer(story, context)(lead.rate);
  // «Прежде всего поиск: 0 ₽» would only puzzle.
  return saysNothing(printed.amount) ? null : { name: isolated(context.channelName(lead.channel)), ...printed };
}

/** How a rise is called: spend and its prices get dearer, results grow, other figures just rise. */
export function natureOf({ better, unit, definition }: MetricCard): 'price' | 'result' | 'other' {
  if (better === 'higher') return 'result';
  const spent = definition.kind === 'ratio' ? definition.numerator : definition.id;
  return unit === 'money' && spent === 'cost' ? 'price' : 'other';
}

/** The days of the compared stretch, when they are as many as the running period's. */
export function sameDays({ partial, elapsed, previous }: StoryContext['compared']): number | null {
  const days = (Date.parse(previous.to) - Date.parse(previous.from)) / 86_400_000 + 1;
  return partial && days === elapsed && previous.from.slice(0, 7) === previous.to.slice(0, 7) ? days : null;
}

import { inMonth, periodText } from './dates.ts';
import { pluralText } from './plural.ts';
import { channelGrammar, metricGrammar, quoted } from './russian-names.ts';
import type { Gender } from './russian-names.ts';
import { balanceOut, natureOf, sameDays } from './story-facts.ts';
import type { Drivers, Effect, Move, Share, Teller } from './story-facts.ts';

type Forms = Record<Gender, string>;

const forms = (m: string, f: string, n: string, pl: string): Forms => ({ m, f, n, pl });
/** Past tense of a regular verb: «дал, дала, дало, дали». */
const past = (stem: string): Forms => forms(stem, `${stem}а`, `${stem}о`, `${stem}и`);
const pastSelf = (stem: string): Forms => forms(`${stem}ся`, `${stem}ась`, `${stem}ось`, `${stem}ись`);

const GREW = forms('вырос', 'выросла', 'выросло', 'выросли');
const FELL = pastSelf('снизил');
const CHANGED = pastSelf('изменил');
const GAVE = past('дал');
const ADDED = past('прибавил');
/** Losing is told by what is lost: results sink, spend gets cheaper, the rest just takes off. */
const LOST = {
  result: forms('просел', 'просела', 'просело', 'просели'),
  price: forms('дешевле обошёлся', 'дешевле обошлась', 'дешевле обошлось', 'дешевле обошлись'),
  other: past('убавил'),
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The subject of a verb: a name whose gender is known, else «показатель» and the name in quotes. */
function subjectOf({ card }: Move): { name: string; gender: Gender } {
  const gender = metricGrammar(card.name)?.gender;
  return gender ? { name: card.name, gender } : { name: `Показатель ${quoted(card.name)}`, gender: 'm' };
}

const countedOf = ({ card }: Move): string | undefined =>
  card.unit === 'count' ? metricGrammar(card.name)?.many : undefined;

/** «на 12 %», «в 2,5 раза». */
function amountOf({ kind, size, times }: Move): string {
  if (kind === 'down' || times === null) return `на ${size}`;
  return `в ${pluralText('ru', times, { one: 'раз', few: 'раза', many: 'раз', other: 'раза' })}`;
}

/** «в сентябре», «за те же 12 дней в сентябре», «с 1 июля по 16 августа». */
function whenOf({ compared }: Move): string {
  const { current, previous } = compared;
  const saysYear = current.from.slice(0, 4) !== previous.from.slice(0, 4);
  const days = sameDays(compared);
  if (days === null) return periodText('ru', previous, 'in', saysYear);
  const same =
    days === 1
      ? 'за тот же день'
      : `за те же ${pluralText('ru', days, { one: 'день', few: 'дня', many: 'дней', other: 'дня' })}`;
  return `${same} ${inMonth('ru', previous.from, saysYear)}`;
}

function headline(move: Move): string {
  const { kind, card, to } = move;
  const counted = countedOf(move);
  const known = metricGrammar(card.name);
  const subject = subjectOf(move);
  switch (kind) {
    case 'up':
    case 'down': {
      if (counted) return `${capital(counted)} ${kind === 'up' ? 'больше' : 'меньше'} ${amountOf(move)}`;
      if (known) return `${card.name} ${(kind === 'up' ? GREW : FELL)[known.gender]} ${amountOf(move)}`;
      return `${card.name}: ${kind === 'up' ? 'рост' : 'снижение'} ${amountOf(move)}`;
    }
    case 'same':
      return counted ? `${capital(counted)} столько же` : `${subject.name} не ${CHANGED[subject.gender]}`;
    case 'almost':
      return counted ? `${capital(counted)} почти столько же` : `${subject.name} почти не ${CHANGED[subject.gender]}`;
    case 'no-present':
    case 'unknown':
      return `${card.name}: нет данных`;
    case 'from-zero':
      return `${card.name}: ${to} после нуля`;
    case 'to-zero':
    case 'no-past':
      return `${card.name}: ${to}`;
  }
}

function moved(move: Move): string {
  const { kind, card, to, from } = move;
  const counted = countedOf(move);
  const when = whenOf(move);
  const { name, gender } = subjectOf(move);
  switch (kind) {
    case 'up':
    case 'down': {
      const verb = counted
        ? `${capital(counted)} стало ${kind === 'up' ? 'больше' : 'меньше'}`
        : `${name} ${(kind === 'up' ? GREW : FELL)[gender]}`;
      return `${verb} ${amountOf(move)}: ${to} против ${from} ${when}.`;
    }
    case 'same':
      return counted
        ? `${capital(counted)} столько же, сколько ${when}: ${to}.`
        : `${name} не ${CHANGED[gender]}: ${to}, как и ${when}.`;
    case 'almost':
      return `${counted ? `${capital(counted)} почти столько же` : `${name} почти не ${CHANGED[gender]}`}: ${to} против ${from} ${when}.`;
    case 'from-zero':
      return counted
        ? `${capital(when)} ${counted} не было, теперь их ${to}.`
        : `${card.name}: ${to}; ${when} был ноль.`;
    case 'to-zero':
      return counted
        ? `${capital(counted)} нет, а ${when} было ${from}.`
        : `${card.name}: ${to}; ${when} было ${from}.`;
    case 'no-past':
      return `${card.name}: ${to}; сравнить не с чем, данных за прошлый период нет.`;
    case 'no-present':
      return `${card.name}: данных за этот период нет; ${when} было ${from}.`;
    case 'unknown':
      return `${card.name}: данных нет.`;
  }
}

/** Who did it: «поиск», «поиск и карты», «каналы „Альфа“ и „Бета“», each with its amount when asked. */
function actors(shares: Share[], amounts: 'none' | 'last' | 'each'): { text: string; gender: Gender } {
  const known = shares.map(({ name }) => channelGrammar(name));
  const allKnown = known.every((grammar) => grammar !== undefined);
  const names = shares.map(({ name, amount }, index) => {
    const said = allKnown ? known[index]!.name : quoted(name);
    return amounts === 'each' ? `${said} (${amount})` : said;
  });
  const noun = allKnown ? '' : shares.length === 1 ? 'канал ' : 'каналы ';
  const tail = amounts === 'last' && shares[0] ? `: ${shares[0].amount}` : '';
  const single: Gender = allKnown ? known[0]!.gender : 'm';
  return { text: noun + names.join(' и ') + tail, gender: shares.length === 1 ? single : 'pl' };
}

/** A verb with those who did it: «прибавил поиск: +38», «прибавили поиск (+38) и карты (+10)». */
function did(verb: Forms, shares: Share[]): string {
  const { text, gender } = actors(shares, shares.length === 1 ? 'last' : 'each');
  return `${verb[gender]} ${text}`;
}

const lostBy = (move: Move): Forms => LOST[natureOf(move.card)];

function channels(drivers: Drivers, move: Move): string | null {
  const { gains, losses } = drivers;
  if (drivers.channels < 2 || drivers.moved === 0 || /^(no-|unknown)/.test(move.kind)) return null;
  if (drivers.together && drivers.channels > 2) {
    const [verb, [first]] = gains.length > 0 ? [ADDED.pl, gains] : [lostBy(move).pl, losses];
    return `${capital(verb)} все каналы, больше всего${emDash(actors([first!], 'last').text)}.`;
  }
  if (drivers.moved === 1) {
    const [verb, shares] = gains.length > 0 ? [ADDED, gains] : [lostBy(move), losses];
    const { text, gender } = actors(shares, 'last');
    return `${capital(verb[gender])} только ${text}.`;
  }
  const up = gains.length > 0 ? [did(ADDED, gains)] : [];
  const down = losses.length > 0 ? [did(lostBy(move), losses)] : [];
  if (move.kind === 'same') return `Состав при этом другой: ${[...up, ...down].join('; ')}.`;
  if (move.kind === 'down' || move.kind === 'to-zero') return `${capital([...down, ...up].join('; '))}.`;
  if (move.kind === 'almost') return `${capital([...up, ...down].join('; '))}.`;
  const rise = gains.length > 0 ? [`прирост ${did(GAVE, gains)}`] : [];
  return `${capital([...rise, ...down].join('; '))}.`;
}

const emDash = (text: string): string => ` — ${text}`;

/** The name of an effect and its gender. */
function effectName({ kind, up }: Effect, move: Move): { text: string; gender: Gender } {
  const nature = natureOf(move.card);
  if (kind === 'mix') {
    const kinds = {
      price: up ? 'дорогих каналов' : 'дешёвых каналов',
      result: up ? 'сильных каналов' : 'слабых каналов',
      other: up ? 'каналов, где показатель выше' : 'каналов, где показатель ниже',
    };
    return { text: `сдвиг в пользу ${kinds[nature]}`, gender: 'm' };
  }
  if (nature === 'price') return { text: `${up ? 'подорожание' : 'удешевление'} внутри каналов`, gender: 'n' };
  return up ? { text: 'рост внутри каналов', gender: 'm' } : { text: 'снижение внутри каналов', gender: 'n' };
}

const leadOf = (lead: Share | null): string => (lead === null ? '' : ` (прежде всего ${actors([lead], 'last').text})`);

function effects(found: Effect[], move: Move): string | null {
  const [first, second] = found;
  if (!first || /^(no-|unknown)/.test(move.kind)) return null;
  if (move.kind === 'same' || move.kind === 'almost') {
    if (!balanceOut(found)) return null;
    const said = found.map((effect) => `${effectName(effect, move).text} (${effect.amount})`);
    return `Два влияния уравновесили друг друга: ${said.join(' и ')}.`;
  }
  if (!second) return `Всё изменение${emDash(effectName(first, move).text)}${leadOf(first.lead)}.`;
  const said = found.map((effect) => {
    const { text, gender } = effectName(effect, move);
    // The clause goes on after a comma inside the name, so the comma must close.
    const comma = text.includes(', где') ? ',' : '';
    return `${text}${comma} ${GAVE[gender]} ${effect.amount}${leadOf(effect.lead)}`;
  });
  return `${capital(said.join('; '))}.`;
}

function mainChannel({ main }: Drivers, move: Move): string | null {
  if (main === null) return null;
  const { text, gender } = actors([main], 'none');
  return move.kind === 'up' ? `прирост ${GAVE[gender]} ${text}` : `${lostBy(move)[gender]} ${text}`;
}

function mainEffect(found: Effect[], move: Move): string | null {
  const main = found.find((effect) => effect.main);
  if (!main) return null;
  const { text, gender } = effectName(main, move);
  return `${pastSelf('сказал')[gender]} ${text}`;
}

export const russianTeller: Teller = { headline, moved, channels, effects, mainChannel, mainEffect };

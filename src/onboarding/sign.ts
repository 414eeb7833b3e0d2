import type { Duties, Item } from '../types/programme.ts';
import type { SignoffEvent, WithdrawalEvent } from '../types/trainee.ts';
import { signersOf } from './entitled.ts';
import { lacking } from './gates.ts';
import { dayOf } from './record.ts';
import { Refused } from './refused.ts';
import type { ItemState } from './gates.ts';
import type { Course, TraineeState } from './state.ts';

/** When and by whom a record is made. */
export interface Hand {
  /** ISO moment. */
  at: string;
  /** Person id. */
  by: string;
}

/** Throws `Refused` when the record takes no more entries. */
export function refuseClosed({ trainee, closes, closed }: TraineeState): void {
  if (!closed) return;
  throw new Refused('record-closed', {
    ru: `запись стажёра ${trainee.id} закрыта ${closes}; дополнить её нельзя`,
    en: `the record of ${trainee.id} was closed on ${closes}; nothing is added to it`,
  });
}

/** The sign-off of one item, or a `Refused` that names what speaks against it. */
export function signOff(
  state: TraineeState,
  course: Course,
  duties: Duties,
  wanted: { item: string; evidence: string | null },
  hand: Hand,
): SignoffEvent {
  refuseClosed(state);
  const found = itemOf(state, course, wanted.item);
  if (found.signed) throw alreadySigned(found, course);
  refuseStranger(found.item, state, duties, hand.by);
  const evidence = judgedEvidence(found.item, wanted.evidence);
  refuseBehindGate(found, state);
  return { ...hand, type: 'signoff', item: wanted.item, ...(evidence === null ? {} : { evidence }) };
}

/** Takes a sign-off back, by somebody who may sign the item. */
export function withdraw(
  state: TraineeState,
  course: Course,
  duties: Duties,
  wanted: { item: string; reason: string | null },
  hand: Hand,
): WithdrawalEvent {
  refuseClosed(state);
  const { item, signed } = itemOf(state, course, wanted.item);
  if (!signed)
    throw new Refused('not-signed', {
      ru: `пункт ${item.id} не подписан: отзывать нечего`,
      en: `the item ${item.id} is not signed: there is nothing to take back`,
    });
  refuseStranger(item, state, duties, hand.by);
  return { ...hand, type: 'withdrawal', item: item.id, reason: judgedReason(wanted.reason, SIGNATURE_BACK) };
}

const SIGNATURE_BACK = {
  ru: 'отзыв подписи требует причины: --reason "…"',
  en: 'taking a signature back needs a reason: --reason "…"',
};

/** The reason without spaces around it; throws `Refused` with these words when there is none. */
export function judgedReason(given: string | null, words: Refused['text']): string {
  const reason = given?.trim() ?? '';
  if (reason === '') throw new Refused('reason-needed', words);
  return reason;
}

function itemOf(state: TraineeState, { checklists, track }: Course, id: string): ItemState {
  const found = state.items.find(({ item }) => item.id === id);
  if (found) return found;
  const daily = checklists.find((list) => list.kind === 'daily' && list.items.some((item) => item.id === id));
  if (daily)
    throw new Refused('daily-item', {
      ru: `пункт ${id} — из рабочего чек-листа «${daily.title.ru}»; такие не подписываются`,
      en: `the item ${id} belongs to the daily checklist “${daily.title.en}”, which is never signed off`,
    });
  const elsewhere = conditionOf(id, track, checklists);
  if (elsewhere !== null)
    throw new Refused('item-does-not-apply', {
      ru: `пункт ${id} к стажёру ${state.trainee.id} не относится: нет условия «${elsewhere}» в trainee.json`,
      en: `the item ${id} does not apply to ${state.trainee.id}: trainee.json has no condition “${elsewhere}”`,
    });
  throw new Refused('unknown-item', {
    ru: `пункта ${id} нет в программе «${track.title.ru}»`,
    en: `there is no item ${id} in the programme “${track.title.en}”`,
  });
}

function conditionOf(id: string, track: Course['track'], checklists: Course['checklists']): string | null {
  const days = track.stages.flatMap((stage) => stage.days);
  const items = [
    ...days.flatMap(({ meetings, practice, tasks }) => [...meetings, ...practice, ...tasks]),
    ...checklists.flatMap((list) => list.items),
  ];
  return items.find((item) => item.id === id)?.condition?.id ?? null;
}

function alreadySigned({ item, signed }: ItemState, { timeZone }: Course): Refused {
  const { by } = signed!;
  const day = dayOf(signed!, timeZone);
  return new Refused('already-signed', {
    ru: `пункт ${item.id} уже подписан: ${by}, ${day}`,
    en: `the item ${item.id} is signed already: ${by}, ${day}`,
  });
}

function refuseStranger(item: Item, { trainee }: TraineeState, duties: Duties, by: string): void {
  const signers = signersOf(item, trainee, duties);
  if (signers.includes(by)) return;
  const who = signers.join(', ');
  throw by === trainee.id
    ? new Refused('person-not-entitled', {
        ru: `стажёр не подписывает пункты сам: галочка — его слово, подпись ставят ${who}`,
        en: `a trainee signs nothing: a tick is their word, the signature is by ${who}`,
      })
    : new Refused('person-not-entitled', {
        ru: `${by} не подписывает пункт ${item.id}; его могут подписать: ${who}`,
        en: `${by} does not sign the item ${item.id}; these may: ${who}`,
      });
}

/** An address a mentor may open. */
const LINK = /^https?:\/\/[^\s/]+\S*$/i;

function judgedEvidence(item: Item, given: string | null): string | null {
  const evidence = given?.trim() ?? '';
  if (item.evidence === 'link' && !LINK.test(evidence))
    throw new Refused('evidence-needed', {
      ru: `пункт ${item.id} подписывается со ссылкой на результат: --evidence https://…`,
      en: `the item ${item.id} is signed with a link to the result: --evidence https://…`,
    });
  if (item.evidence === 'text' && evidence === '')
    throw new Refused('evidence-needed', {
      ru: `пункт ${item.id} подписывается с пояснением: --evidence "…"`,
      en: `the item ${item.id} is signed with a few words: --evidence "…"`,
    });
  return evidence === '' ? null : evidence;
}

/** What the trainee does in a week counts only when the week before is closed; mentor, manager and IT prepare ahead. */
function refuseBehindGate({ item, stage }: ItemState, { gates }: TraineeState): void {
  if (item.owner !== 'trainee') return;
  const shut = gates.slice(0, stage).find(({ openSince }) => openSince === null);
  if (!shut) return;
  const lacks = lacking(shut.requirements, gates);
  throw new Refused('gate-not-open', {
    ru: `пункт ${item.id} ждёт допуска «${shut.gate.title.ru}»; для него не хватает: ${lacks.ru}`,
    en: `the item ${item.id} waits for the gate “${shut.gate.title.en}”, which lacks: ${lacks.en}`,
  });
}

import { addDays } from '../figures/period.ts';
import type { Day } from '../types/period.ts';
import type { DepartureEvent, PauseEvent, ResumeEvent, TraineeEvent } from '../types/trainee.ts';
import type { Away } from './days.ts';
import { counting } from './record.ts';
import { Refused } from './refused.ts';
import { judgedReason, refuseClosed, type Hand } from './sign.ts';
import type { TraineeState } from './state.ts';

/** Days on which the trainee was not there, such as an illness. */
export interface Pause {
  since: Day;
  /** Last day away; `null` while nobody knows. */
  until: Day | null;
  reason: string;
  by: string;
}

/** By first day; one that ended earlier than was thought is as long as it was. */
export function pausesOf(events: readonly TraineeEvent[]): Pause[] {
  const pauses: Pause[] = [];
  for (const event of counting(events)) {
    if (event.type === 'pause') {
      const { since, until, reason, by } = event;
      pauses.push({ since, until, reason, by });
    }
    if (event.type !== 'resume') continue;
    for (const one of pauses) {
      if (one.since < event.since && covers(one, event.since)) one.until = addDays(event.since, -1);
    }
  }
  return pauses.sort((a, b) => (a.since < b.since ? -1 : 1));
}

const covers = ({ since, until }: Pick<Pause, 'since' | 'until'>, day: Day): boolean =>
  since <= day && (until === null || day <= until);

/** The pause of a day; `null` when the trainee is there. */
export const pauseOn = (pauses: readonly Pause[], day: Day): Pause | null =>
  pauses.find((one) => covers(one, day)) ?? null;

/**
 * Days passed over by everything that is due, each of them once: two branches of git may have told of one illness. Of a
 * pause without an end, those up to today.
 */
export function awayDays(pauses: readonly Pause[], asOf: Day): Away[] {
  const all: Away[] = [];
  for (const { since, until } of pauses) {
    const ends = until ?? (asOf > since ? asOf : since);
    const last = all.at(-1);
    if (last === undefined || since > last.until) all.push({ since, until: ends });
    else if (ends > last.until) last.until = ends;
  }
  return all;
}

/** The record that the trainee left; `null` when there is none that counts. */
export const departureOf = (events: readonly TraineeEvent[]): DepartureEvent | null =>
  counting(events).findLast((event) => event.type === 'departure') ?? null;

export interface WantedPause {
  /** The day of the record when `null`. */
  since: Day | null;
  /** Open when `null`. */
  until: Day | null;
  reason: string | null;
}

/** The trainee is away: what is due moves by as many days. Throws `Refused`. */
export function pause(state: TraineeState, wanted: WantedPause, hand: Hand): PauseEvent {
  refuseClosed(state);
  refuseStranger(state, hand.by);
  const { until } = wanted;
  const since = wanted.since ?? state.asOf;
  refuseOutside(state, since);
  if (until !== null && until < since)
    throw new Refused('pause-backwards', {
      ru: `последний день ${until} раньше первого, ${since}`,
      en: `the last day, ${until}, is before the first, ${since}`,
    });
  const { closes } = state.trainee;
  if (closes !== undefined && (until ?? since) >= closes)
    throw new Refused('closes-while-away', {
      ru: `запись закроется ${closes}, раньше конца перерыва: сначала передвиньте closes в trainee.json или удалите его`,
      en: `the record closes on ${closes}, before the pause ends: first move closes in trainee.json, or remove it`,
    });
  const other = state.pauses.find((one) => covers(one, since) || covers({ since, until }, one.since));
  if (other)
    throw new Refused('already-paused', {
      ru: `на эти дни уже записан перерыв: ${other.since} — ${other.until ?? '…'}`,
      en: `a pause of these days is on record: ${other.since} – ${other.until ?? '…'}`,
    });
  const reason = judgedReason(wanted.reason, {
    ru: 'перерыв записывают с причиной: --reason "…"',
    en: 'a pause is recorded with its reason: --reason "…"',
  });
  return { ...hand, type: 'pause', since, until, reason };
}

/** The trainee is back. @param first day back; the day of the record when `null`. Throws `Refused`. */
export function resume(state: TraineeState, first: Day | null, hand: Hand): ResumeEvent {
  refuseClosed(state);
  refuseStranger(state, hand.by);
  const since = first ?? state.asOf;
  const ended = pauseOn(state.pauses, since);
  if (ended === null || ended.since === since)
    throw new Refused('not-paused', {
      ru: `до ${since} перерыва, который бы ещё шёл, нет; ошибочный отзывают: withdraw --of pause`,
      en: `there is no pause before ${since} that still runs; one recorded by mistake is taken back: withdraw --of pause`,
    });
  return { ...hand, type: 'resume', since };
}

/** The trainee leaves: after the last day nobody is asked for anything. Throws `Refused`. */
export function leave(
  state: TraineeState,
  wanted: { last: Day | null; reason: string | null },
  hand: Hand,
): DepartureEvent {
  if (state.departure)
    throw new Refused('already-left', {
      ru: `уход стажёра ${state.trainee.id} уже записан: последний день — ${state.departure.last}`,
      en: `that ${state.trainee.id} leaves is on record: the last day is ${state.departure.last}`,
    });
  refuseClosed(state);
  refuseStranger(state, hand.by);
  const last = wanted.last ?? state.asOf;
  refuseOutside(state, last);
  const reason = judgedReason(wanted.reason, {
    ru: 'уход записывают с причиной: --reason "…"',
    en: 'leaving is recorded with its reason: --reason "…"',
  });
  return { ...hand, type: 'departure', last, reason };
}

function refuseStranger({ trainee: { id, mentor, manager } }: TraineeState, by: string): void {
  if (by === mentor || by === manager) return;
  throw new Refused('person-not-entitled', {
    ru: `перерыв и уход стажёра ${id} записывает наставник или руководитель: ${mentor}, ${manager}`,
    en: `pauses and the leaving of ${id} are recorded by the mentor or the manager: ${mentor}, ${manager}`,
  });
}

function refuseOutside({ trainee: { start } }: TraineeState, day: Day): void {
  if (day >= start) return;
  throw new Refused('before-start', {
    ru: `${day} раньше первого рабочего дня, ${start}`,
    en: `${day} is before the first day of work, ${start}`,
  });
}

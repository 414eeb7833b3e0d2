import { describe, expect, it } from 'vitest';
import { leave, pause, resume } from '../../src/onboarding/absence.ts';
import { workingDayNumber, workingDayOf } from '../../src/onboarding/days.ts';
import { Refused } from '../../src/onboarding/refused.ts';
import { retract } from '../../src/onboarding/retract.ts';
import { deskTrainee } from '../../src/press/desk/trainee.ts';
import { jsonStanding } from '../../src/mentoring/json.ts';
import { listText, showText, stageText } from '../../src/mentoring/tell.ts';
import { schemaOf } from '../../src/workspace/trainees/event-schema.ts';
import type { TraineeEvent } from '../../src/types/trainee.ts';
import { houseAt, standing } from '../mentoring/house.ts';
import { COURSE, hand, state, WEEK_ONE } from './course.ts';

function refused(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refused) return error.code;
    throw error;
  }
}

const away = (since: string, until: string | null, on = since): TraineeEvent => ({
  ...{ ...hand('anna', on), type: 'pause', since, until, reason: 'illness' },
});
const ILL = away('2026-10-07', '2026-10-13');
const due = (events: TraineeEvent[], asOf: string) =>
  Object.fromEntries(state(events, asOf).items.map(({ item, dueDay }) => [item.id, dueDay]));

describe('a pause', () => {
  it('moves what is due after it by as many working days, and feedback and closing by as many calendar days', () => {
    expect(due([], '2026-10-14')).toMatchObject({ login: '2026-10-05', crm: '2026-10-06', brief: '2026-10-09' });
    const moved = state([ILL], '2026-10-14');
    expect(due([ILL], '2026-10-14')).toMatchObject({ login: '2026-10-05', crm: '2026-10-06', brief: '2026-10-16' });
    expect(moved.workingDay).toBe(3);
    expect(state([], '2026-10-14').feedback[0]!.date).toBe('2026-10-29');
    // A week later is a holiday.
    expect(moved.feedback[0]!.date).toBe('2026-11-05');
    expect(moved.reviewDay).toBe('2026-10-26');
  });

  it('of any length does so, also one far longer than any holidays', () => {
    const days = {
      start: '2026-10-05',
      calendar: COURSE.calendar,
      away: [{ since: '2026-10-07', until: '2027-04-06' }],
    };
    expect([2, 3].map((number) => workingDayOf(number, days))).toEqual(['2026-10-06', '2027-04-07']);
    expect(workingDayNumber('2027-04-07', days)).toBe(3);
  });

  it('accuses nobody: nothing is late while it runs, and afterwards its days are no days of lateness', () => {
    const late = (asOf: string, events: TraineeEvent[] = [ILL]) =>
      state(events, asOf).items.flatMap((one) => (one.late ? [one.item.id] : []));
    expect(late('2026-10-12', [])).toEqual(['read', 'login', 'crm', 'brief']);
    expect(late('2026-10-12')).toEqual([]);
    expect(late('2026-10-14')).toEqual(['read', 'login', 'crm']);
    const shown = deskTrainee(standing([ILL], '2026-10-14'), { house: houseAt('/a'), banks: new Map(), locale: 'en' });
    const over = shown.prompts.filter(({ overdue }) => overdue).map(({ item, late: by }) => [item, by]);
    expect(over).toEqual([
      ['read', 2],
      ['login', 2],
      ['crm', 1],
    ]);
  });

  it('without an end gives nothing a day; told to be over, it is as long as it was', () => {
    const open = away('2026-10-07', null);
    const now = standing([open], '2026-10-20');
    expect([now.prompts, stageText(now, 'en')]).toEqual([[], 'away since Oct 7, 2026']);
    expect(listText([now], 'en')[1]).not.toContain('late');
    const back: TraineeEvent = { ...hand('anna', '2026-10-14'), type: 'resume', since: '2026-10-14' };
    expect(due([open, back], '2026-10-20')).toEqual(due([ILL], '2026-10-20'));
    expect(resume(state([open], '2026-10-14'), null, hand('maksim', '2026-10-14'))).toMatchObject({
      since: '2026-10-14',
    });
  });

  it('recorded in two branches of git counts once, and one return ends both', () => {
    const other = away('2026-10-08', '2026-10-13');
    expect(due([ILL, other], '2026-10-20')).toEqual(due([ILL], '2026-10-20'));
    const open = [away('2026-10-07', null), away('2026-10-08', null)];
    const back: TraineeEvent = { ...hand('anna', '2026-10-14'), type: 'resume', since: '2026-10-14' };
    const now = state([...open, back], '2026-10-20');
    expect([now.paused, now.feedback[0]!.date]).toEqual([null, state([ILL], '2026-10-20').feedback[0]!.date]);
  });

  it('is recorded by mentor or manager, with a reason, once for its days, and can be taken back', () => {
    const give = (
      by: string,
      since: string | null,
      until: string | null,
      events: TraineeEvent[] = [],
      reason = 'ill',
    ) => refused(() => pause(state(events, '2026-10-16'), { since, until, reason }, hand(by)));
    const made = give('anna', null, null) as TraineeEvent;
    expect(made).toMatchObject({ since: '2026-10-16', until: null });
    expect(schemaOf(made).parse(made)).toEqual(made);
    expect(give('oleg', null, null)).toBe('person-not-entitled');
    expect(give('anna', '2026-10-04', null)).toBe('before-start');
    expect(give('anna', '2026-10-12', '2026-10-11')).toBe('pause-backwards');
    // The course's record closes on a day of its own: nobody could come back to it.
    expect(give('anna', '2026-10-12', '2027-01-02')).toBe('closes-while-away');
    expect(give('anna', '2026-10-12', null, [ILL])).toBe('already-paused');
    expect(give('anna', '2026-10-05', '2026-10-07', [ILL])).toBe('already-paused');
    expect(give('anna', null, null, [], ' ')).toBe('reason-needed');
    expect(refused(() => resume(state([ILL], '2026-10-16'), null, hand('anna')))).toBe('not-paused');
    const wanted = { of: 'pause' as const, from: null, day: null, reason: 'other trainee', by: ['maksim'] };
    const back = retract(state([ILL], '2026-10-16'), COURSE, wanted, hand('', '2026-10-16').at);
    expect(due([ILL, back], '2026-10-20')).toEqual(due([], '2026-10-20'));
  });
});

describe('a leaver', () => {
  const gone = (asOf: string) =>
    leave(state(WEEK_ONE, asOf), { last: '2026-10-20', reason: 'another city' }, hand('maksim', asOf));
  const LEFT: TraineeEvent = gone('2026-10-19');

  it('is asked for nothing and accused of nothing, and the record takes no more after the last day', () => {
    expect(schemaOf(LEFT).parse(LEFT)).toEqual(LEFT);
    const events = [...WEEK_ONE, LEFT];
    expect(state(events, '2026-10-19').items.filter(({ late }) => late)).toEqual([]);
    expect(standing(events, '2026-10-19').prompts.map(({ kind, day }) => [kind, day])).toEqual([
      ['closing', '2026-10-20'],
    ]);
    expect(stageText(standing(events, '2026-10-19'), 'en')).toBe('leaves, last day Oct 20, 2026');
    const after = standing(events, '2026-10-21');
    expect([after.state.closed, after.prompts, stageText(after, 'en')]).toEqual([true, [], 'left on Oct 20, 2026']);
    expect(showText(after, 'en')).toContain('leaves, last day Oct 20, 2026 — another city (maksim)');
    expect(jsonStanding(after)).toMatchObject({ left: { last: '2026-10-20', reason: 'another city' } });
    expect(refused(() => gone('2026-10-19'))).toMatchObject({ type: 'departure' });
    expect(refused(() => leave(after.state, { last: null, reason: 'x' }, hand('anna')))).toBe('already-left');
  });

  it('who stays after all is taken off, also when the record is closed by it', () => {
    const wanted = { of: 'departure' as const, from: null, day: null, reason: 'stays', by: ['maksim'] };
    const back = retract(state([...WEEK_ONE, LEFT], '2026-10-26'), COURSE, wanted, hand('', '2026-10-26').at);
    const now = state([...WEEK_ONE, LEFT, back], '2026-10-26');
    expect([now.closed, now.departure]).toEqual([false, null]);
  });
});

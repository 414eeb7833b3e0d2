import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countryCalendar } from '../../src/calendar/country-calendar.ts';
import { calendarDayOf, workingDayNumber, workingDayOf } from '../../src/onboarding/days.ts';
import { signersOf } from '../../src/onboarding/entitled.ts';
import { trackItems } from '../../src/onboarding/items.ts';
import { promptsOf } from '../../src/onboarding/prompts.ts';
import { counting } from '../../src/onboarding/record.ts';
import { rubricScore } from '../../src/onboarding/rubric.ts';
import { traineeState } from '../../src/onboarding/state.ts';
import type { Stage } from '../../src/types/programme.ts';
import type { TraineeEvent } from '../../src/types/trainee.ts';
import { COURSE, DEFENCE, DUTIES, graded, hand, item, OLEG, scored, signed, state, WEEK_ONE } from './course.ts';

const RUSSIA = countryCalendar('RU');
const days = (start: string) => ({ start, calendar: RUSSIA, away: [] });

describe('due days', () => {
  it('are working days from the start; public holidays are passed over', () => {
    // 4 November 2026, a Wednesday, is Unity Day.
    expect(workingDayOf(1, days('2026-11-02'))).toBe('2026-11-02');
    expect(workingDayOf(3, days('2026-11-02'))).toBe('2026-11-05');
    expect(workingDayOf(1, days('2026-11-01'))).toBe('2026-11-02');
  });

  it('of feedback are calendar days, moved to a day that is worked', () => {
    expect(calendarDayOf(25, days('2026-10-05'))).toBe('2026-10-29');
    expect(calendarDayOf(31, days('2026-10-05'))).toBe('2026-11-05');
  });

  it('whatever the start, are worked, rise with their number and are counted back', () => {
    const start = fc.date({ min: new Date('2025-01-01'), max: new Date('2027-06-01'), noInvalidDate: true });
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 40 }), (date, number) => {
        const from = date.toISOString().slice(0, 10);
        const day = workingDayOf(number, days(from));
        expect(RUSSIA.works(day)).toBe(true);
        expect(day >= from).toBe(true);
        expect(workingDayNumber(day, days(from))).toBe(number);
        expect(workingDayOf(number + 1, days(from)) > day).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the closing of a record', () => {
  const closes = (start: string, own?: string) =>
    traineeState({ ...OLEG, start, closes: own }, [], COURSE, start).closes;

  it('leaves five working days after the last feedback, holidays or not', () => {
    // Day 85 of a start on 12 October falls into the New Year holidays and moves to 11 January.
    expect(calendarDayOf(85, days('2026-10-12'))).toBe('2027-01-11');
    expect(closes('2026-10-12')).toBe('2027-01-18');
    expect(closes('2026-06-01')).toBe('2026-08-31');
  });

  it('is what trainee.json says when it says so', () => {
    expect(closes('2026-10-12', '2026-12-31')).toBe('2026-12-31');
  });
});

describe('where a trainee stands', () => {
  it('an item is late when its day is over and nobody has signed, and never when it may be left out', () => {
    const late = (asOf: string) =>
      state([], asOf)
        .items.filter((one) => one.late)
        .map(({ item }) => item.id);
    expect(late('2026-10-05')).toEqual([]);
    expect(late('2026-10-06')).toEqual(['read', 'login']);
    expect(late('2026-10-07')).toEqual(['read', 'login', 'crm']);
  });

  it('meetings, practice and tasks of a day are items of that day', () => {
    const [one, ...others] = COURSE.track.stages as [Stage, ...Stage[]];
    const [first, ...rest] = one.days;
    const full = { ...first!, meetings: [item('meet')], practice: [item('try')] };
    const placed = trackItems({ ...COURSE.track, stages: [{ ...one, days: [full, ...rest] }, ...others] }, []);
    const ofDay = placed.filter(({ due }) => due === 1).map(({ item: { id }, source }) => [id, source.kind]);
    expect(ofDay).toEqual([
      ['meet', 'meeting'],
      ['try', 'practice'],
      ['read', 'task'],
    ]);
  });

  it('a checklist stands once, on the day that names it first', () => {
    const [one, two] = COURSE.track.stages as [Stage, Stage];
    const days = two.days.map((day) => ({ ...day, checklists: ['first'] }));
    const placed = trackItems({ ...COURSE.track, stages: [one, { ...two, days }] }, COURSE.checklists);
    expect(placed).toEqual(trackItems(COURSE.track, COURSE.checklists));
  });

  it('items that do not apply are hidden, and appear with their condition', () => {
    const ids = (conditions: string[]) =>
      state([], '2026-10-05', { ...OLEG, conditions }).items.map(({ item }) => item.id);
    expect(ids([])).not.toContain('vpn');
    expect(ids(['remote'])).toContain('vpn');
  });

  it('a gate opens on the day of the last record it needs', () => {
    expect(state(WEEK_ONE.slice(0, 2)).gates[0]!.openSince).toBeNull();
    expect(state(WEEK_ONE).gates[0]!.openSince).toBe('2026-10-09');
    expect(state(WEEK_ONE).stage).toBe(1);
    const second = [...WEEK_ONE, graded('ppc', true), scored('anna', 3, 2), scored('ilya', 2, 2)];
    expect(state(second).gates[1]!.openSince).toBeNull();
    expect(state([...second, scored('anna', 3, 2, true, '2026-10-16')]).gates[1]!.openSince).toBe('2026-10-16');
  });

  it('a list is met on the day of its last signature, whichever of its items that is', () => {
    const since = (...events: TraineeEvent[]) => state(events).gates[0]!.requirements[0]!.since;
    expect(since(signed('anna', 'login', '2026-10-09'), signed('denis', 'crm', '2026-10-07'))).toBe('2026-10-09');
    expect(since(signed('anna', 'login', '2026-10-07'), signed('denis', 'crm', '2026-10-09'))).toBe('2026-10-09');
    // Signed before the first day: met from that day on.
    expect(since(signed('anna', 'login', '2026-10-01'), signed('denis', 'crm', '2026-10-01'))).toBe('2026-10-05');
  });

  it('a gate shuts again when a sign-off is taken back or an exam is marked anew', () => {
    const back: TraineeEvent = { ...hand('anna', '2026-10-10'), type: 'withdrawal', item: 'brief', reason: 'wrong' };
    expect(state([...WEEK_ONE, back]).gates[0]!.openSince).toBeNull();
    const met = (events: TraineeEvent[]) => state([...WEEK_ONE, ...events]).gates[1]!.requirements[1]!.since;
    expect(met([graded('seo', true)])).toBe('2026-10-15');
    expect(met([graded('seo', true), graded('seo', false, '2026-10-16')])).toBeNull();
    // Another attempt, whatever it brings, leaves in force what the first one earned.
    expect(met([graded('seo', true), graded('seo', false, '2026-10-16', 'g')])).toBe('2026-10-15');
    expect(met([graded('seo', false), graded('seo', true, '2026-10-16', 'g')])).toBe('2026-10-16');
  });

  it('a line that takes back what is not on record takes nothing back', () => {
    const stray: TraineeEvent = {
      ...hand('anna', '2026-10-12'),
      ...{ type: 'retraction', reason: 'twice', of: { type: 'score', by: 'anna', at: '2026-10-11T09:00:00.000Z' } },
    };
    expect(counting([...WEEK_ONE, stray])).toEqual(WEEK_ONE);
  });

  it('is told by when things happened: of two branches that were joined the later lines may be the earlier ones', () => {
    const at = (hour: string) => `2026-10-08T${hour}:00.000Z`;
    const back: TraineeEvent = { by: 'anna', at: at('09:05'), type: 'withdrawal', item: 'brief', reason: 'not yet' };
    const once: TraineeEvent = { ...signed('anna', 'brief'), at: at('09:00') };
    const again: TraineeEvent = { ...signed('anna', 'brief'), at: at('09:10') };
    const brief = (events: TraineeEvent[]) => state(events).items.find(({ item }) => item.id === 'brief')!.signed;
    expect(brief([once, back])).toBeNull();
    expect(brief([again, once, back])).toEqual(again);

    const marks = [graded('ppc', true), scored('anna', 3, 2), scored('ilya', 2, 2)];
    const agreed = scored('anna', 3, 2, true, '2026-10-16');
    expect(state([agreed, ...WEEK_ONE, ...marks]).gates).toEqual(state([...WEEK_ONE, ...marks, agreed]).gates);
  });

  it('is told from what was on record that day', () => {
    expect(state(WEEK_ONE, '2026-10-08').gates[0]!.openSince).toBeNull();
    // 22:30 in Moscow is still the day; 00:30 is the next one.
    const night: TraineeEvent = { ...signed('anna', 'read'), at: '2026-10-06T21:30:00.000Z' };
    const read = (asOf: string) => state([night], asOf).items.find(({ item }) => item.id === 'read')!.signed;
    expect(read('2026-10-06')).toBeNull();
    expect(read('2026-10-07')).not.toBeNull();
  });

  it('more sign-offs never shut a gate, in whatever order they come', () => {
    const all = ['login', 'crm', 'brief', 'read', 'tea', 'practice', 'plan'];
    fc.assert(
      fc.property(fc.shuffledSubarray(all), (names) => {
        let open = 0;
        names.forEach((_, count) => {
          const events = names.slice(0, count + 1).map((name) => signed('anna', name));
          const now = traineeState(OLEG, events, COURSE, '2026-10-20').gates.filter((gate) => gate.openSince).length;
          expect(now).toBeGreaterThanOrEqual(open);
          open = now;
        });
        expect(open).toBe(['login', 'crm', 'brief'].every((name) => names.includes(name)) ? 1 : 0);
      }),
    );
  });
});

describe('who may sign', () => {
  it('is the mentor, the manager, and what IT or the head of a department has to do with it, nobody else', () => {
    const signers = (more: Parameters<typeof item>[1]) => signersOf(item('one', more), OLEG, DUTIES);
    expect(signers({})).toEqual(['anna', 'maksim']);
    expect(signers({ owner: 'it' })).toEqual(['denis', 'maksim']);
    expect(signers({ owner: 'manager' })).toEqual(['maksim']);
    expect(signers({ department: 'ppc' })).toEqual(['anna', 'ilya', 'maksim']);
    expect(signers({ department: 'seo' })).toEqual(['anna', 'maksim']);
  });
});

describe('the score of a defence', () => {
  it('is weighted exactly and passes at the mark, not below it', () => {
    // 60 × 2/3 + 40 × 3/3 = 80; 60 × 3/3 + 40 × 0/3 = 60; 60 × 2/3 + 40 × 2/3 = 66.67
    expect(rubricScore(DEFENCE, { goal: 2, money: 3 })).toMatchObject({ score: '0.8000', passed: true });
    expect(rubricScore(DEFENCE, { goal: 3, money: 0 })).toMatchObject({ score: '0.6000', passed: false });
    expect(rubricScore(DEFENCE, { goal: 2, money: 2 })).toMatchObject({ score: '0.6667', passed: false });
    // A criterion that nobody scored counts as nothing.
    expect(rubricScore(DEFENCE, { goal: 3 })).toMatchObject({ score: '0.6000', below: [], passed: false });
    expect(rubricScore(DEFENCE, { money: 3 })).toMatchObject({ score: '0.4000', below: ['goal'] });
    const atMark = { ...DEFENCE, passMark: 80 };
    expect(rubricScore(atMark, { goal: 2, money: 3 }).passed).toBe(true);
  });

  it('does not pass below a floor, whatever the sum', () => {
    const easy = { ...DEFENCE, passMark: 40 };
    expect(rubricScore(easy, { goal: 0, money: 3 })).toMatchObject({
      score: '0.4000',
      below: ['goal'],
      passed: false,
    });
    // The floor itself is enough: 60 × 1/3 + 40 × 3/3 = 60.
    expect(rubricScore(easy, { goal: 1, money: 3 })).toMatchObject({ score: '0.6000', below: [], passed: true });
  });
});

describe('prompts', () => {
  const kinds = (asOf: string, events: TraineeEvent[] = []) =>
    promptsOf(state(events, asOf), '2026-10-16').map(({ kind, day }) => `${day} ${kind}`);

  it('name open compulsory items, the review of day 15, feedback of both sides, decision and closing, by day', () => {
    expect(kinds('2026-10-09', WEEK_ONE)).toEqual([
      ...['2026-10-05 item', '2026-10-12 item', '2026-10-12 item', '2026-10-16 decision', '2026-10-19 review'],
      ...['2026-10-29 feedback', '2026-10-29 feedback', '2026-12-28 feedback', '2026-12-28 feedback'],
      '2027-01-02 closing',
    ]);
  });

  it('ask on day 15 about what was due before it, and not at all when that is signed', () => {
    const asked = (events: TraineeEvent[], asOf = '2026-10-19') =>
      promptsOf(state(events, asOf), '2026-10-16').find(({ kind }) => kind === 'review');
    const open = (events: TraineeEvent[]) => (asked(events) as { open: { item: { id: string } }[] }).open;
    expect(open([]).map(({ item }) => item.id)).toEqual(['read', 'login', 'crm', 'brief', 'practice', 'plan']);
    const all = ['read', 'practice', 'plan'].map((name) => signed('anna', name));
    expect(asked([...WEEK_ONE, ...all])).toBeUndefined();
    expect(asked([], '2026-10-20')).toBeUndefined();
    // What is due on the day itself is not late yet.
    const onTheDay = { ...state([], '2026-10-12'), reviewDay: '2026-10-12' };
    const late = promptsOf(onTheDay, '2026-10-16').find(({ kind }) => kind === 'review');
    expect((late as unknown as { open: { dueDay: string }[] }).open.every(({ dueDay }) => dueDay < '2026-10-12')).toBe(
      true,
    );
  });

  it('end with the record', () => {
    expect(kinds('2027-01-03')).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { timeIn } from '../../src/calendar/zones.ts';
import { attemptsOf, refusal, standingOf } from '../../src/exams/attempts.ts';
import { deadlineOf, minutesLate, monthsLater, windowOf } from '../../src/exams/timing.ts';
import type { Counting, ExamEvent, ExamIssued, GradeResult } from '../../src/types/exam.ts';
import { POLICY } from './bank.ts';

const issued = (attempt: number, opens: string): ExamIssued => ({
  type: 'exam-issued',
  at: opens,
  by: 'mentor',
  exam: 'seo',
  attempt,
  form: `form-${attempt}`,
  version: '1',
  bankHash: '',
  formHash: '',
  locale: 'ru',
  ...windowOf(POLICY, new Date(opens), 0),
  minutes: 45,
  extension: 0,
  graceMinutes: 10,
  clock: 'opening',
  questions: [],
  overrides: [],
});

interface Told {
  share: string;
  passed?: boolean;
  against?: string[];
  sections?: GradeResult['sections'];
  until?: string | null;
}

/** The lines of attempts that begin on days of November 2026; `null` was never handed in. */
function ledger(...attempts: [day: number, told: Told | null][]): ExamEvent[] {
  return attempts.flatMap(([day, told], index) => {
    const at = `2026-11-${String(day).padStart(2, '0')}T09:00:00.000Z`;
    const line = { at, by: 'mentor', exam: 'seo', attempt: index + 1, form: `form-${index + 1}` };
    if (told === null) return [issued(index + 1, at)];
    const { share, passed = false, against = [], sections = [], until } = told;
    const result: GradeResult = {
      ...{
        exam: 'seo',
        version: '1',
        trainee: 'anna',
        attempt: index + 1,
        form: line.form,
        status: 'graded',
        items: [],
      },
      ...{ sections, share, score: share, passMark: '0.7', passed, against },
    };
    const received = at.replace('09:00', '09:40');
    const certificate = until === undefined ? null : { id: 'c', from: at.slice(0, 10), until };
    return [
      issued(index + 1, at),
      {
        ...line,
        type: 'exam-submitted',
        received,
        answersHash: '',
        late: null,
        claimedMinutes: null,
        overTime: false,
        accepted: null,
      },
      {
        ...line,
        type: 'exam-graded',
        cause: 'submission',
        reason: null,
        result,
        standing: { method: 'highest', score: null, passed, attempts: index + 1 },
        certificate,
      },
    ] as ExamEvent[];
  });
}

const FAILED: Told = { share: '1/2' };
const at = (day: number, time = '09:40:00'): Date => new Date(`2026-11-${String(day).padStart(2, '0')}T${time}.000Z`);
const zoned = (timeZone: string) => ({ dayOf: (moment: Date) => timeIn(timeZone, moment).day });
const standing = (events: ExamEvent[], policy = POLICY) =>
  standingOf(policy, attemptsOf(events, 'seo'), zoned('UTC').dayOf);
const refused = (events: ExamEvent[], now: Date, timeZone = 'UTC') =>
  refusal(POLICY, attemptsOf(events, 'seo'), { now, ...zoned(timeZone) });

describe('when a form may be issued', () => {
  it('the first at any time, another exam’s attempts do not matter', () => {
    expect(refused([], at(1))).toBeNull();
    expect(refusal(POLICY, attemptsOf(ledger([1, FAILED]), 'ppc'), { now: at(1), ...zoned('UTC') })).toBeNull();
  });

  it.each([
    [1, 1],
    [2, 3],
    [3, 7],
    [4, 14],
  ])('after failure no. %i only %i days later, to the second', (failures, days) => {
    const events = ledger(...Array.from({ length: failures }, (): [number, Told] => [5, FAILED]));
    expect(refused(events, at(5 + days, '09:39:59'))).toMatchObject({ code: 'waiting-period', days });
    expect(refused(events, at(5 + days, '09:40:00'))).toBeNull();
  });

  it('never after the last attempt', () => {
    const events = ledger(...Array.from({ length: 5 }, (): [number, Told] => [5, FAILED]));
    expect(refused(events, at(30))).toEqual({ code: 'no-attempts-left', attempts: 5 });
  });

  it('not while a form is out; when its window closes unanswered the attempt is spent and the waiting begins', () => {
    const events = ledger([5, null]);
    expect(refused(events, at(6))).toMatchObject({ code: 'form-open', until: '2026-11-07T09:00:00.000Z' });
    expect(refused(events, at(7, '10:00:00'))).toMatchObject({
      code: 'waiting-period',
      until: '2026-11-08T09:00:00.000Z',
    });
    expect(refused(events, at(8))).toBeNull();
  });

  it('not while answers wait for the mentor', () => {
    const events = ledger([5, FAILED]).slice(0, 2);
    expect(refused(events, at(20))).toMatchObject({ code: 'waiting-for-marks' });
  });

  it('not while a certificate holds; after it all attempts are new', () => {
    const events = ledger([1, FAILED], [3, { share: '1', passed: true, until: '2026-11-20' }]);
    expect(refused(events, at(20))).toEqual({ code: 'already-passed', until: '2026-11-20' });
    expect(refused(events, at(21))).toBeNull();
    const forever = ledger([3, { share: '1', passed: true, until: null }]);
    expect(refused(forever, at(30))).toEqual({ code: 'already-passed', until: null });
  });

  it('a certificate runs out at midnight where the agency is', () => {
    const events = ledger([3, { share: '1', passed: true, until: '2026-11-20' }]);
    const midnight = { moscow: at(20, '21:00:00'), newYork: at(21, '05:00:00') };
    expect(refused(events, at(20, '20:59:59'), 'Europe/Moscow')).toMatchObject({ code: 'already-passed' });
    expect(refused(events, midnight.moscow, 'Europe/Moscow')).toBeNull();
    expect(refused(events, at(21, '04:59:59'), 'America/New_York')).toMatchObject({ code: 'already-passed' });
    expect(refused(events, midnight.newYork, 'America/New_York')).toBeNull();
  });

  it('a form that opens after the certificate’s last day may be issued before; not one that opens on it', () => {
    const attempts = attemptsOf(ledger([3, { share: '1', passed: true, until: '2026-11-20' }]), 'seo');
    const opening = (opens: Date) => refusal(POLICY, attempts, { now: at(10), opens, ...zoned('UTC') });
    expect(opening(at(20, '23:59:59'))).toEqual({ code: 'already-passed', until: '2026-11-20' });
    expect(opening(at(21, '00:00:00'))).toBeNull();
  });

  it('one issued before and opened after it is the first of the new ones', () => {
    const passed = ledger([3, { share: '1', passed: true, until: '2026-11-20' }]);
    const next = { ...issued(2, at(23).toISOString()), at: at(10).toISOString() };
    expect(refused([...passed, next], at(26, '08:00:00'))).toMatchObject({
      code: 'waiting-period',
      days: POLICY.waitingDays[0],
    });
  });

  it('an attempt after that midnight is the first of the new ones', () => {
    const passed = ledger([3, { share: '1', passed: true, until: '2026-11-20' }]);
    // A quarter past midnight of the 21st in Moscow.
    const opens = '2026-11-20T21:15:00.000Z';
    const next = { ...issued(2, opens), at: opens };
    const wait = refused([...passed, next], at(23), 'Europe/Moscow');
    expect(wait).toEqual({ code: 'waiting-period', days: POLICY.waitingDays[0], until: '2026-11-23T21:15:00.000Z' });
  });
});

describe('what counts of several attempts', () => {
  const three = ledger([1, FAILED], [5, { share: '9/10', passed: true }], [10, { share: '3/5' }]);

  it.each<[Counting, string, boolean]>([
    ['first', '1/2', false],
    ['last', '3/5', false],
    ['highest', '9/10', true],
    // (1/2 + 9/10 + 3/5) / 3 = 2/3
    ['average', '0.6667', false],
  ])('%s: %s', (counting, score, passed) => {
    expect(standing(three, { ...POLICY, counting })).toEqual({
      method: counting,
      score,
      passed,
      attempts: 3,
    });
  });

  it('the highest is the best that passed, not one that failed a section with more points', () => {
    const events = ledger([1, { share: '95/100', against: ['section:a'] }], [5, { share: '8/10', passed: true }]);
    expect(standing(events)).toMatchObject({ score: '8/10', passed: true });
  });

  it('late attempts nobody accepted and forms never handed in have no score to count', () => {
    const events = ledger([1, { share: '1', against: ['late'] }], [5, null], [10, { share: '3/5' }]);
    expect(standing(events, { ...POLICY, counting: 'average' })).toMatchObject({
      score: '0.6000',
      attempts: 3,
    });
  });

  it('nothing of before a certificate that has run out: who fails anew has not passed', () => {
    const passed: [number, Told] = [3, { share: '1', passed: true, until: '2026-11-20' }];
    for (const counting of ['first', 'last', 'highest', 'average'] as const) {
      const policy = { ...POLICY, counting };
      const told = standing(ledger(passed, [21, { share: '3/5' }]), policy);
      expect(told).toMatchObject({ passed: false, attempts: 1 });
      // One that the rules were set aside for, while the certificate held, is no new beginning.
      expect(standing(ledger(passed, [20, { share: '3/5' }]), policy).attempts).toBe(2);
    }
    expect(standing(ledger([1, FAILED], passed, [21, { share: '4/5', passed: true }])).score).toBe('4/5');
  });

  it('an average that just reaches the mark has passed', () => {
    const events = ledger([1, { share: '3/5' }], [5, { share: '4/5', passed: true }]);
    const policy = { ...POLICY, counting: 'average' as const };
    expect(standing(events, { ...policy, passMark: '0.7' }).passed).toBe(true);
    expect(standing(events, { ...policy, passMark: '0.7001' }).passed).toBe(false);
  });

  it('the average must reach the mark of every section too', () => {
    const section = (share: string) => [{ topic: 'a', share, score: null, passMark: '0.5', passed: true }];
    const events = ledger(
      [1, { share: '8/10', sections: section('1/5') }],
      [5, { share: '9/10', sections: section('3/5') }],
    );
    const policy = { ...POLICY, counting: 'average' as const };
    expect(standing(events, { ...policy, sectionPassMarks: { a: '0.4' } }).passed).toBe(true);
    expect(standing(events, { ...policy, sectionPassMarks: { a: '0.41' } }).passed).toBe(false);
  });
});

describe('time', () => {
  const form = issued(1, '2026-11-05T09:00:00.000Z');

  it('runs from the opening for the minutes and the grace', () => {
    expect(deadlineOf(form).toISOString()).toBe('2026-11-05T09:55:00.000Z');
    expect(minutesLate(form, new Date('2026-11-05T09:55:00.000Z'))).toBeNull();
    expect(minutesLate(form, new Date('2026-11-05T09:55:00.001Z'))).toBe(1);
    expect(minutesLate({ ...form, minutes: 65 }, new Date('2026-11-05T10:15:00.000Z'))).toBeNull();
  });

  it('is judged by the window alone when it runs from the trainee’s own start', () => {
    const free = { ...form, clock: 'start' as const };
    expect(minutesLate(free, new Date('2026-11-07T09:00:00.000Z'))).toBeNull();
    expect(minutesLate(free, new Date('2026-11-07T09:01:00.000Z'))).toBe(1);
  });

  it('never ends before the time given', () => {
    const { closes } = windowOf({ ...POLICY, windowHours: 1 }, new Date('2026-11-05T09:00:00.000Z'), 30);
    expect(closes).toBe('2026-11-05T10:25:00.000Z');
  });

  it.each([
    ['2026-11-22', 12, '2027-11-22'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
  ])('a certificate of %s holds %i months, to %s', (from, months, until) => {
    expect(monthsLater(from, months)).toBe(until);
  });
});

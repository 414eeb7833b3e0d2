import { describe, expect, it } from 'vitest';
import { decide } from '../../src/onboarding/decide.ts';
import { Refused } from '../../src/onboarding/refused.ts';
import { retract, type WantedRetraction } from '../../src/onboarding/retract.ts';
import { score } from '../../src/onboarding/score.ts';
import { signOff } from '../../src/onboarding/sign.ts';
import { schemaOf } from '../../src/workspace/trainees/event-schema.ts';
import { showText } from '../../src/mentoring/tell.ts';
import { jsonStanding } from '../../src/mentoring/json.ts';
import type { TraineeEvent } from '../../src/types/trainee.ts';
import { standing } from '../mentoring/house.ts';
import { COURSE, DUTIES, graded, hand, scored, state, WEEK_ONE } from './course.ts';

const BOTH = [...WEEK_ONE, graded('seo', true), scored('anna', 3, 2), scored('ilya', 2, 2)];
const AGREED = [...BOTH, scored('anna', 3, 2, true)];
const DECIDED: TraineeEvent = {
  ...{ ...hand('maksim', '2026-10-16'), type: 'decision', outcome: 'account-manager', reason: 'ready' },
  signed: { mentor: 'anna', manager: 'maksim' },
};
const FEEDBACK: TraineeEvent = {
  ...{ ...hand('anna', '2026-10-29'), type: 'feedback', from: 'mentor', day: 25, answers: { ready: '4', grow: 'x' } },
};

/** The line written, or the name of the refusal. */
function back(events: TraineeEvent[], of: WantedRetraction['of'], by: string[], more: Partial<WantedRetraction> = {}) {
  try {
    const wanted = { of, by, from: null, day: null, reason: 'a slip', ...more };
    return retract(state(events, '2026-10-30'), COURSE, wanted, hand('', '2026-10-30').at);
  } catch (error) {
    if (error instanceof Refused) return error.code;
    throw error;
  }
}
const line = (...wanted: Parameters<typeof back>): TraineeEvent => back(...wanted) as TraineeEvent;

describe('what was recorded by mistake is taken back by a new line', () => {
  it('that names the old one and why, and the ledger can be read with it', () => {
    const made = line(AGREED, 'score', ['ilya']);
    expect(made).toEqual({
      ...{ at: '2026-10-30T09:00:00.000Z', by: 'ilya', type: 'retraction', reason: 'a slip' },
      of: { type: 'score', at: '2026-10-15T09:00:00.000Z', by: 'anna' },
    });
    expect(schemaOf(made).parse(made)).toEqual(made);
    expect(back(AGREED, 'score', ['ilya'], { reason: ' ' })).toBe('reason-needed');
  });

  it('an agreed score by either of the two, whose own scores then stand, and the gate shuts', () => {
    expect(back(AGREED, 'score', ['maksim'])).toBe('person-not-entitled');
    const after = [...AGREED, line(AGREED, 'score', ['ilya'])];
    const now = state(after, '2026-10-30');
    expect(now.defences).toMatchObject([{ own: [{ by: 'anna' }, { by: 'ilya' }], agreed: null }]);
    expect([state(AGREED).gates[1]!.openSince, now.gates[1]!.openSince]).toEqual(['2026-10-15', null]);
    const levels = new Map([
      ['goal', '2'],
      ['money', '2'],
    ]);
    expect(score(now, COURSE, { levels, agreed: true, note: null }, hand('anna'))).toMatchObject({ agreed: true });
  });

  it('a score of one’s own while nothing was agreed, and given anew', () => {
    expect(back(BOTH, 'score', ['maksim'])).toBe('person-not-entitled');
    const after = [...BOTH, line(BOTH, 'score', ['anna'])];
    expect(state(after, '2026-10-30').defences[0]!.own.map(({ by }) => by)).toEqual(['ilya']);
    const again = [...after, scored('anna', 1, 1, false, '2026-10-30')];
    expect(state(again, '2026-10-30').defences[0]!.own.map(({ by }) => by)).toEqual(['ilya', 'anna']);
    expect(back(WEEK_ONE, 'score', ['anna'])).toBe('nothing-to-take-back');
  });

  it('a decision by mentor and manager, before the score it rests on; another may follow a final one', () => {
    const decided = [...AGREED, DECIDED];
    expect(back(decided, 'score', ['anna'])).toBe('decision-rests-on-it');
    expect(back(decided, 'decision', ['anna'])).toBe('signature-missing');
    expect(back(AGREED, 'decision', ['anna', 'maksim'])).toBe('nothing-to-take-back');
    const made = line(decided, 'decision', ['anna', 'maksim']);
    expect(schemaOf(made).parse(made)).toMatchObject({ signed: { mentor: 'anna', manager: 'maksim' } });
    const now = state([...decided, made], '2026-10-30');
    expect(now.decision).toBeNull();
    const stay = { outcome: 'stay', reason: 'y', department: null, by: ['anna', 'maksim'] };
    expect(decide(now, COURSE, [], stay, hand('').at)).toMatchObject({ outcome: 'stay' });
    expect(back([...decided, made], 'score', ['anna'])).toMatchObject({ of: { type: 'score' } });
  });

  it('feedback by who gave it, of the day asked for', () => {
    const events = [...WEEK_ONE, FEEDBACK];
    expect(back(events, 'feedback', ['maksim'], { from: 'mentor' })).toBe('person-not-entitled');
    expect(back(events, 'feedback', ['anna'], { from: 'mentor', day: 85 })).toBe('nothing-to-take-back');
    expect(back(events, 'feedback', ['oleg'], { from: 'trainee' })).toBe('nothing-to-take-back');
    const made = line(events, 'feedback', ['anna'], { from: 'mentor' });
    expect(made).toMatchObject({ of: { from: 'mentor', day: 25 } });
    expect(state([...events, made], '2026-10-30').feedback[0]!.mentor).toBeNull();
  });

  it('and what is told of a record says so, in words and for programs; a signature stays as it was', () => {
    const made = line(AGREED, 'score', ['anna']);
    const now = standing([...AGREED, made], '2026-10-30');
    expect(showText(now, 'en')).toContain(
      'Taken back: score of the defence, anna (Oct 15, 2026) — a slip (anna, Oct 30, 2026)',
    );
    expect(jsonStanding(now)).toMatchObject({ withdrawn: [{ by: 'anna', of: { type: 'score' }, reason: 'a slip' }] });
    expect(() => signOff(now.state, COURSE, DUTIES, { item: 'login', evidence: null }, hand('anna'))).toThrow(
      /already-signed/,
    );
  });
});

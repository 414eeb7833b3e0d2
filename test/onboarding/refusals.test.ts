import { describe, expect, it } from 'vitest';
import { decide } from '../../src/onboarding/decide.ts';
import { feedback } from '../../src/onboarding/feedback.ts';
import { Refused } from '../../src/onboarding/refused.ts';
import { score } from '../../src/onboarding/score.ts';
import { signOff, withdraw } from '../../src/onboarding/sign.ts';
import type { TraineeEvent } from '../../src/types/trainee.ts';
import { COURSE, DUTIES, graded, hand, item, scored, state, WEEK_ONE } from './course.ts';

/** The name of the refusal, or what came instead. */
function refused(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refused) return error.code;
    throw error;
  }
}

describe('signing off', () => {
  const sign = (
    by: string,
    item: string,
    events: TraineeEvent[] = [],
    evidence: string | null = null,
    asOf = '2026-10-16',
  ) => refused(() => signOff(state(events, asOf), COURSE, DUTIES, { item, evidence }, hand(by)));

  it('is for the mentor, the manager, IT and the head of the department, each by what the item is', () => {
    const who = ['oleg', 'anna', 'maksim', 'denis', 'ilya', 'stranger'];
    const may = (item: string, evidence: string | null = null) =>
      who.filter((by) => typeof sign(by, item, WEEK_ONE.slice(0, 0), evidence) !== 'string');
    expect(may('read')).toEqual(['anna', 'maksim']);
    expect(may('crm')).toEqual(['maksim', 'denis']);
    expect(may('plan', 'seen')).toEqual(['anna', 'maksim']);
    const practice = who.filter((by) => typeof sign(by, 'practice', WEEK_ONE) !== 'string');
    expect(practice).toEqual(['anna', 'maksim', 'ilya']);
    expect(sign('oleg', 'read')).toBe('person-not-entitled');
  });

  it('names what speaks against it', () => {
    expect(sign('anna', 'nothing')).toBe('unknown-item');
    expect(sign('anna', 'check-sum')).toBe('daily-item');
    expect(sign('denis', 'vpn')).toBe('item-does-not-apply');
    const remote = item('stand', { condition: { id: 'remote', title: { ru: '', en: '' } } });
    const { stages } = COURSE.track;
    const [day] = stages[0]!.days;
    const other = { ...COURSE.track, stages: [{ ...stages[0]!, days: [{ ...day!, tasks: [remote] }] }] };
    expect(
      refused(() =>
        signOff(state([]), { ...COURSE, track: other }, DUTIES, { item: 'stand', evidence: null }, hand('anna')),
      ),
    ).toBe('item-does-not-apply');
    expect(sign('anna', 'login', WEEK_ONE)).toBe('already-signed');
    expect(sign('anna', 'read', [], null, '2027-01-03')).toBe('record-closed');
    expect(sign('anna', 'brief')).toBe('evidence-needed');
    expect(sign('anna', 'brief', [], 'in the mail')).toBe('evidence-needed');
    expect(sign('anna', 'plan', [], ' ')).toBe('evidence-needed');
  });

  it('of the trainee’s items waits for the gate of the week before, which names what it lacks', () => {
    expect(() =>
      signOff(state(WEEK_ONE.slice(1)), COURSE, DUTIES, { item: 'practice', evidence: null }, hand('anna')),
    ).toThrow(/gate-not-open.*lacks: login/);
    expect(sign('anna', 'practice', WEEK_ONE)).toMatchObject({ type: 'signoff', item: 'practice', by: 'anna' });
  });

  it('may be taken back with a reason, by those who may give it, and given again', () => {
    const back = (reason: string | null, item = 'login', by = 'anna') =>
      refused(() => withdraw(state(WEEK_ONE), COURSE, DUTIES, { item, reason }, hand(by)));
    expect(back(null)).toBe('reason-needed');
    for (const by of ['oleg', 'denis', 'stranger']) expect(back('x', 'login', by)).toBe('person-not-entitled');
    expect(back('x', 'read')).toBe('not-signed');
    const event = back('wrong person') as TraineeEvent;
    expect(sign('anna', 'login', [...WEEK_ONE, event])).toMatchObject({ type: 'signoff' });
  });
});

it('what is on record already is told by the day it was where the agency is', () => {
  // Half past midnight of the next day in Moscow.
  const at = '2026-10-13T21:30:00.000Z';
  const events: TraineeEvent[] = [{ ...hand('anna'), at, type: 'signoff', item: 'login' }];
  expect(() => signOff(state(events), COURSE, DUTIES, { item: 'login', evidence: null }, hand('anna'))).toThrow(
    /anna, 2026-10-14/,
  );
  const answers = { ready: '4', grow: 'plans' };
  const told: TraineeEvent = { by: 'anna', at, type: 'feedback', from: 'mentor', day: 25, answers };
  const wanted = { from: 'mentor' as const, day: 25, answers: new Map(Object.entries(answers)) };
  expect(() => feedback(state([told], '2026-10-30'), COURSE, wanted, hand('anna'))).toThrow(/2026-10-14/);
  const signed = { mentor: 'anna', manager: 'maksim' };
  const final: TraineeEvent = { by: 'maksim', at, type: 'decision', outcome: 'account-manager', reason: 'x', signed };
  const again = { outcome: 'stay', reason: 'y', department: null, by: ['anna', 'maksim'] };
  expect(() => decide(state([final]), COURSE, [], again, hand('').at)).toThrow(/2026-10-14/);
});

describe('scoring the defence', () => {
  const give = (
    by: string,
    typed: Record<string, string>,
    events: TraineeEvent[] = WEEK_ONE,
    agreed = false,
    note: string | null = null,
  ) => refused(() => score(state(events), COURSE, { levels: new Map(Object.entries(typed)), agreed, note }, hand(by)));
  const good = { goal: '2', money: '3' };
  const both = [...WEEK_ONE, scored('anna', 3, 2), scored('ilya', 2, 2)];

  it('needs every criterion at a level there is, and the gate before it', () => {
    expect(give('anna', good)).toEqual({
      ...hand('anna'),
      ...{ type: 'score', agreed: false, levels: { goal: 2, money: 3 } },
    });
    expect(give('anna', { goal: '2' })).toBe('criteria-missing');
    expect(give('anna', { ...good, wit: '1' })).toBe('unknown-criterion');
    expect(give('anna', { ...good, money: '4' })).toBe('unknown-level');
    expect(give('oleg', good)).toBe('person-not-entitled');
    expect(give('anna', good, [])).toBe('gate-not-open');
  });

  it('is by two people apart, then agreed by one of them', () => {
    expect(give('anna', good, [...WEEK_ONE, scored('anna', 3, 2)])).toBe('already-scored');
    expect(give('maksim', good, both)).toBe('two-have-scored');
    expect(give('anna', good, [...WEEK_ONE, scored('anna', 3, 2)], true)).toBe('score-apart-first');
    expect(give('maksim', { goal: '2', money: '2' }, both, true)).toBe('person-not-entitled');
    expect(give('ilya', { goal: '3', money: '2' }, both, true)).toMatchObject({ agreed: true });
  });

  it('agrees between the two scores, or says why not', () => {
    expect(give('anna', { goal: '1', money: '2' }, both, true)).toBe('agreed-outside');
    expect(give('anna', { goal: '1', money: '2' }, both, true, 'slides were not his own')).toMatchObject({
      note: 'slides were not his own',
    });
  });

  it('is agreed once: whoever does it again is told by whom and when, not that nobody has scored', () => {
    const again = () =>
      score(
        state([...both, scored('anna', 2, 2, true)]),
        COURSE,
        {
          levels: new Map([
            ['goal', '2'],
            ['money', '2'],
          ]),
          agreed: true,
          note: null,
        },
        hand('ilya'),
      );
    expect(refused(again)).toBe('already-agreed');
    expect(again).toThrow(/anna, 2026-10-15/);
  });

  it('may be repeated after a defence that did not pass, and only then', () => {
    const failed = [...both, scored('anna', 2, 2, true)];
    expect(give('anna', good, failed)).toMatchObject({ agreed: false });
    expect(give('anna', good, [...both, scored('anna', 3, 2, true)])).toBe('defence-passed');
  });
});

describe('feedback', () => {
  const say = (
    from: 'mentor' | 'trainee',
    by: string,
    answers: Record<string, string>,
    asOf = '2026-10-29',
    events: TraineeEvent[] = [],
    day: number | null = null,
  ) =>
    refused(() =>
      feedback(state(events, asOf), COURSE, { from, day, answers: new Map(Object.entries(answers)) }, hand(by)),
    );
  const answers = { ready: '4', grow: 'plans' };

  it('is of each side by its own person, on the day or after', () => {
    expect(say('mentor', 'anna', answers)).toMatchObject({ from: 'mentor', day: 25, answers });
    expect(say('trainee', 'oleg', { load: '5' })).toMatchObject({ from: 'trainee', day: 25 });
    expect(say('trainee', 'anna', { load: '5' })).toBe('person-not-entitled');
    expect(say('mentor', 'anna', answers, '2026-10-28')).toBe('feedback-too-early');
    expect(say('mentor', 'anna', answers, '2026-10-29', [], 85)).toBe('feedback-too-early');
    expect(say('mentor', 'anna', answers, '2026-10-29', [], 30)).toBe('unknown-feedback-day');
  });

  it('answers every question, a scale by 1 to 5, once', () => {
    expect(say('mentor', 'anna', { ready: '4' })).toBe('answers-missing');
    expect(say('mentor', 'anna', { ...answers, ready: '6' })).toBe('not-on-scale');
    expect(say('mentor', 'anna', { ...answers, mood: '5' })).toBe('unknown-question');
    const given: TraineeEvent = { ...hand('anna', '2026-10-29'), type: 'feedback', from: 'mentor', day: 25, answers };
    expect(say('mentor', 'anna', answers, '2026-10-30', [given], 25)).toBe('already-given');
    expect(say('mentor', 'anna', answers, '2026-12-28', [given])).toMatchObject({ day: 85 });
    expect(say('mentor', 'anna', answers, '2026-12-28', [given, { ...given, day: 85 }])).toBe('already-given');
  });
});

describe('the decision', () => {
  const ready = [
    ...WEEK_ONE,
    graded('ppc', true),
    scored('anna', 3, 2),
    scored('ilya', 2, 2),
    scored('anna', 3, 2, true),
  ];
  const by = ['anna', 'maksim'];
  const wanted = { outcome: 'account-manager', reason: 'ready', department: null, by };
  const reach = (
    more: Partial<Omit<typeof wanted, 'reason' | 'department'>> & {
      reason?: string | null;
      department?: string | null;
    } = {},
    events: TraineeEvent[] = ready,
  ) => refused(() => decide(state(events), COURSE, ['ppc'], { ...wanted, ...more }, hand('').at));

  it('is signed by mentor and manager, with reasons', () => {
    expect(reach()).toMatchObject({ outcome: 'account-manager', signed: { mentor: 'anna', manager: 'maksim' } });
    expect(reach({ by: ['anna'] })).toBe('signature-missing');
    expect(reach({ by: [...by, 'ilya'] })).toBe('person-not-entitled');
    expect(reach({ reason: ' ' })).toBe('reason-needed');
    expect(reach({ reason: null })).toBe('reason-needed');
    expect(reach({ outcome: 'promote' })).toBe('unknown-decision');
  });

  it('to move names a department there is, and no other decision keeps one', () => {
    expect(reach({ outcome: 'department' })).toBe('unknown-department');
    expect(reach({ outcome: 'department', department: 'kitchen' })).toBe('unknown-department');
    expect(reach({ outcome: 'department', department: 'ppc' })).toMatchObject({ department: 'ppc' });
    expect(reach({ department: 'ppc' })).not.toHaveProperty('department');
  });

  it('needs the records of its outcome and names those that are missing', () => {
    const without = ready.filter((event) => event.type !== 'exam-graded');
    expect(() => decide(state(without), COURSE, [], wanted, hand('').at)).toThrow(
      /decision-unfounded.*lacks: a passed exam seo or ppc/,
    );
    expect(reach({ outcome: 'stay' }, without)).toMatchObject({ outcome: 'stay' });
    expect(reach({ outcome: 'stay' }, WEEK_ONE)).toBe('decision-unfounded');
  });

  it('may change after “stay”, and not after it is final', () => {
    const stay = reach({ outcome: 'stay' }) as TraineeEvent;
    expect(reach({}, [...ready, stay])).toMatchObject({ outcome: 'account-manager' });
    expect(reach({}, [...ready, reach() as TraineeEvent])).toBe('already-decided');
  });
});

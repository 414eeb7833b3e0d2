import { expect, it } from 'vitest';
import { deskTrainee } from '../../src/press/desk/trainee.ts';
import { lateByOwner, lateEntries } from '../../src/ui/desk/gathered.ts';
import type { TraineeEvent } from '../../src/types/trainee.ts';
import { WEEK_ONE } from '../onboarding/course.ts';
import { houseAt, standing } from '../mentoring/house.ts';

const shown = (events: TraineeEvent[], asOf: string) =>
  deskTrainee(standing(events, asOf), { house: houseAt('/agency'), banks: new Map(), locale: 'en' });
const late = (events: TraineeEvent[], asOf: string) =>
  lateEntries({ trainees: [shown(events, asOf)] }).map(
    ({ prompt }) => `${prompt.day} ${prompt.item ?? prompt.kind} ${prompt.owner}`,
  );

const DECIDED: TraineeEvent = {
  ...{ at: '2026-10-16T09:00:00.000Z', by: 'maksim', type: 'decision', outcome: 'department', department: 'ppc' },
  ...{ reason: 'Asked for it', signed: { mentor: 'anna', manager: 'maksim' } },
};

it('late are compulsory items, and the feedback and the decision nobody gave, each with its owner', () => {
  const all = late(WEEK_ONE, '2026-10-30');
  expect(all).toContain('2026-10-05 read trainee');
  expect(all.slice(-3)).toEqual([
    '2026-10-16 decision manager',
    '2026-10-29 feedback mentor',
    '2026-10-29 feedback trainee',
  ]);
  expect(late(WEEK_ONE, '2027-01-03')).toEqual([]);
});

it('says with whom how much is late, and nothing of those with whom nothing is', () => {
  const entries = lateEntries({ trainees: [shown(WEEK_ONE, '2026-10-30')] });
  const told = lateByOwner(entries);
  expect(told.map(({ owner }) => owner)).toEqual(['manager', 'mentor', 'trainee']);
  expect(told.reduce((sum, { count }) => sum + count, 0)).toBe(entries.length);
});

it('items of one who is decided on are late nowhere: neither among the late ones nor on the page', () => {
  const before = shown(WEEK_ONE, '2026-10-30').stages.flatMap(({ items }) => items.filter((one) => one.late));
  expect(before).not.toEqual([]);
  const { stages } = shown([...WEEK_ONE, DECIDED], '2026-10-30');
  expect(stages.flatMap(({ items }) => items.filter((one) => one.late))).toEqual([]);
  expect(late([...WEEK_ONE, DECIDED], '2026-10-30')).toEqual([
    '2026-10-29 feedback mentor',
    '2026-10-29 feedback trainee',
  ]);
});

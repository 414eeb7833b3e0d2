import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { earlierEvents } from '../../src/calendar/earlier-calendar.ts';
import { dueCalendar } from '../../src/mentoring/due-calendar.ts';
import type { Standing } from '../../src/mentoring/cohort.ts';
import { signed, WEEK_ONE } from '../onboarding/course.ts';
import { standing } from './house.ts';

const name = (id: string) => `${id} the ${id === 'anna' ? 'First' : 'Second'}`;
const calendar = (standings: Standing[], stamp: string, before = '') =>
  dueCalendar(standings, {
    ...{ locale: 'en', stamp, domain: 'agency.example', name },
    earlier: earlierEvents(before, 'trainees'),
  });

function events(text: string) {
  return new ICAL.Component(ICAL.parse(text) as unknown[])
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one));
}

it('has one event for each day and owner, with every item of it in the notes', () => {
  const all = events(calendar([standing([], '2026-10-05')], '2026-10-05'));
  const first = all.find(({ uid }) => uid === 'oleg.item.trainee.1@agency.example')!;
  expect(first.summary).toBe('Олег: read (+1) — trainee');
  expect(first.description).toBe('• read\n• login');
  expect([first.startDate.toString(), first.endDate.toString(), first.startDate.isDate]).toEqual([
    ...['2026-10-05', '2026-10-06'],
    true,
  ]);
  expect(all.map(({ uid }) => uid.replace('@agency.example', ''))).toEqual([
    ...['oleg.item.trainee.1', 'oleg.item.it.2', 'oleg.item.trainee.5', 'oleg.item.trainee.6', 'oleg.item.mentor.6'],
    ...['oleg.decision', 'oleg.review', 'oleg.feedback.25.mentor', 'oleg.feedback.25.trainee'],
    ...['oleg.feedback.85.mentor', 'oleg.feedback.85.trainee', 'oleg.closing'],
  ]);
});

it('keeps an event under its name when its day moves, and leaves out what is signed', () => {
  const days = (start: string) =>
    new Map(
      events(calendar([standing([], start, { start })], start)).map(({ uid, startDate }) => [
        uid,
        startDate.toString(),
      ]),
    );
  const [before, after] = [days('2026-10-05'), days('2026-11-02')];
  expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
  const fifth = 'oleg.item.trainee.5@agency.example';
  // The fourth of November is a holiday.
  expect([before.get(fifth), after.get(fifth)]).toEqual(['2026-10-09', '2026-11-09']);
  const left = events(calendar([standing([...WEEK_ONE, signed('anna', 'read')], '2026-10-12')], '2026-10-12'));
  expect(left.filter(({ uid }) => /item\.\w+\.[125]@/.test(uid))).toEqual([]);
});

it('reminds at nine in the morning of the day itself, and is the same bytes for the same day', () => {
  const text = calendar([standing([], '2026-10-05')], '2026-10-05');
  expect(text).toBe(calendar([standing([], '2026-10-05')], '2026-10-05'));
  const alarm = events(text)[0]!.component.getFirstSubcomponent('valarm')!.getFirstProperty('trigger')!;
  expect(alarm.getFirstValue()!.toString()).toBe('PT9H');
  expect(alarm.getFirstParameter('related')).toBe('START');
});

it('names whose each event is, and the person where the record knows one', () => {
  const told = new Map(
    events(calendar([standing([], '2026-10-05')], '2026-10-05')).map(({ uid, summary, description }) => [
      uid.replace('@agency.example', ''),
      [summary, description],
    ]),
  );
  expect(told.get('oleg.item.it.2')).toEqual(['Олег: crm — IT', '• crm']);
  expect(told.get('oleg.item.mentor.6')).toEqual(['Олег: plan — mentor', '• plan\nmentor: anna the First']);
  expect(told.get('oleg.decision')).toEqual(['Олег: Decision — manager', '• Decision\nmanager: maksim the Second']);
  expect(told.get('oleg.feedback.25.mentor')![0]).toBe('Олег: Feedback from the mentor, day 25');
});

it('written over the one before, cancels what is signed and numbers what has changed, so that an import learns of it', () => {
  const first = calendar([standing(WEEK_ONE, '2026-10-09')], '2026-10-09');
  const state = (text: string) =>
    Object.fromEntries(
      events(text).map(({ uid, sequence, component }) => [
        uid.replace('@agency.example', ''),
        [sequence, component.getFirstPropertyValue('status')],
      ]),
    );
  const done = [...WEEK_ONE, signed('anna', 'practice', '2026-10-09')];
  const second = calendar([standing(done, '2026-10-09')], '2026-10-09', first);
  expect(state(second)).toMatchObject({
    ...{ 'oleg.item.trainee.6': [1, 'CANCELLED'], 'oleg.item.mentor.6': [0, null] },
    // One open item fewer to ask about.
    'oleg.review': [1, null],
  });
  expect(calendar([standing(done, '2026-10-09')], '2026-10-09', second)).toBe(second);
  const back = calendar([standing(WEEK_ONE, '2026-10-09')], '2026-10-09', second);
  expect(state(back)['oleg.item.trainee.6']).toEqual([2, null]);
  // Nobody wants to be told that a day long over is cancelled.
  expect(events(calendar([], '2027-06-01', first))).toEqual([]);
});

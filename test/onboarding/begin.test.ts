import { expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { begin, type NewTrainee } from '../../src/mentoring/begin.ts';
import type { TrainingHouse } from '../../src/mentoring/house.ts';
import { Refused } from '../../src/onboarding/refused.ts';
import { filesOf, readJson, scratchFolder } from '../support/folders.ts';
import { COURSE, OLEG } from './course.ts';

const WANTED: NewTrainee = {
  ...{ id: 'oleg', name: 'Олег | Oleg', start: '2026-10-05', mentor: 'anna', manager: 'maksim' },
  ...{ track: null, locale: null, timeZone: null, closes: null, conditions: ['remote'] },
};

it('a record begins with people, a track and conditions there are, and else nothing is written', async () => {
  const root = await scratchFolder('begin');
  const { track, checklists, calendar } = COURSE;
  const programme = { departments: [], exams: [], tracks: [track] };
  const people = ['anna', 'maksim'].map((id) => ({ id, name: id, role: 'менеджер' }));
  const house = { root, agency: { locale: 'ru' }, people, training: { programme, checklists }, calendar };
  const start = (more: Partial<NewTrainee>) =>
    begin(house as unknown as TrainingHouse, { ...WANTED, ...more }, nodeEffects()).catch((error: unknown) =>
      error instanceof Refused ? error.code : Promise.reject(error as Error),
    );
  expect(await start({ mentor: 'stranger' })).toBe('unknown-person');
  expect(await start({ manager: 'stranger' })).toBe('unknown-person');
  expect(await start({ manager: 'anna' })).toBe('mentor-is-manager');
  expect(await start({ track: 'pilot' })).toBe('unknown-track');
  expect(await start({ conditions: ['remote', 'moon'] })).toBe('unknown-condition');
  // Such a record could never be read again.
  expect(await start({ closes: '2026-10-05' })).toBe('closes-before-start');
  expect(await start({ timeZone: 'Mars/Base' })).toBe('bad-value');
  const told = async (more: Partial<NewTrainee>) =>
    begin(house as unknown as TrainingHouse, { ...WANTED, ...more }, nodeEffects()).catch((error) => error.text.en);
  // By the flag that was typed: the file is not written, so no row of it is named.
  expect(await told({ timeZone: 'Mars/Base' })).toMatch(/^--time-zone: “Mars\/Base” → an IANA time zone/);
  expect(await told({ name: 'Олег |' })).toMatch(/^--name: nothing → /);
  expect(await filesOf(root)).toEqual([]);
  expect(await start({})).toBe('data/trainees/oleg/trainee.json');
  const { mentor, manager, start: begun } = OLEG;
  expect(await readJson(`${root}/data/trainees/oleg/trainee.json`)).toEqual({
    ...{ name: { ru: 'Олег', en: 'Oleg' }, locale: 'ru', track: track.id, start: begun, mentor, manager },
    conditions: ['remote'],
  });
  expect(await start({})).toBe('trainee-exists');
});

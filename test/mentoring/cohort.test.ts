import { describe, expect, it } from 'vitest';
import { cohort } from '../../src/mentoring/cohort.ts';
import { scratchFolder, writeFiles } from '../support/folders.ts';
import { graded, scored, signed, WEEK_ONE } from '../onboarding/course.ts';
import { jsonDue, jsonStanding } from '../../src/mentoring/json.ts';
import { dueText, listText, showText, stageText } from '../../src/mentoring/tell.ts';
import type { TraineeEvent } from '../../src/types/trainee.ts';
import { clockAt, houseAt, standing } from './house.ts';

const card = (start: string, more = {}) =>
  JSON.stringify({
    ...{ name: { ru: 'Имя', en: 'Name' }, locale: 'ru', track: 'account-manager', start },
    ...{ mentor: 'anna', manager: 'maksim', ...more },
  });

describe('the cohort', () => {
  it('stands by first day, those of one day by id, and who cannot be read is left out and named', async () => {
    const root = await scratchFolder('cohort');
    await writeFiles(root, [
      ['data/trainees/boris/trainee.json', card('2026-10-05')],
      ['data/trainees/anton/trainee.json', card('2026-10-05')],
      ['data/trainees/zoya/trainee.json', card('2026-09-01')],
      ['data/trainees/broken/trainee.json', card('2026-09-01', { mentor: 'nobody' })],
    ]);
    const { value, problems } = await cohort(houseAt(root), '2026-10-06', clockAt('2026-10-06T09:00:00Z'));
    expect(value.map(({ state }) => state.trainee.id)).toEqual(['zoya', 'anton', 'boris']);
    expect(problems.map(({ file, code }) => [file, code])).toEqual([
      ['data/trainees/broken/trainee.json', 'unknown-person'],
    ]);
  });

  it('is decided on when the days of the programme are over: the tenth working day, the defence being before it', () => {
    const decision = (start: string) =>
      standing([], start, { start, closes: undefined }).prompts.find(({ kind }) => kind === 'decision')?.day;
    expect(decision('2026-10-05')).toBe('2026-10-16');
    // 4 November is a holiday: ten working days from 2 November take a day more.
    expect(decision('2026-11-02')).toBe('2026-11-16');
  });

  it('keeps the days of the trainee’s own zone', () => {
    // 18:30 of Tuesday in Moscow is Wednesday in Vladivostok.
    const evening: TraineeEvent = { ...signed('anna', 'login'), at: '2026-10-06T15:30:00.000Z' };
    const on = (asOf: string, timeZone?: string) =>
      standing([evening], asOf, { timeZone }).state.items.find(({ item }) => item.id === 'login')!.signed;
    expect(on('2026-10-06')).not.toBeNull();
    expect(on('2026-10-06', 'Asia/Vladivostok')).toBeNull();
    expect(on('2026-10-07', 'Asia/Vladivostok')).not.toBeNull();
  });
});

describe('what a terminal is told', () => {
  const late = standing([], '2026-10-07');

  it('where everybody stands: the stage, the working day, how much is late, the decision', () => {
    expect(stageText(standing([], '2026-10-02'), 'en')).toBe('not begun');
    expect(stageText(standing([], '2026-10-05'), 'en')).toBe('one · working day 1');
    expect(stageText(standing(WEEK_ONE, '2026-10-12'), 'en')).toBe('two · working day 6');
    expect(stageText(standing([], '2027-01-02'), 'en')).toContain('one');
    expect(stageText(standing([], '2027-01-03'), 'en')).toBe('record closed');
    expect(listText([late], 'en')).toEqual(['oleg  Олег', '  one · working day 3 · late: 3', '']);
    expect(listText([standing(WEEK_ONE, '2026-10-12')], 'en')[1]).toBe('  two · working day 6 · late: 1');
    expect(listText([], 'ru')).toEqual(['Стажёров нет.']);
  });

  it('feedback and a decision that were not given in time are late too, and nothing is of a closed record', () => {
    const asOf = '2026-10-30';
    const { state, prompts } = standing(WEEK_ONE, asOf);
    const waiting = prompts.filter(({ day, kind }) => day < asOf && kind !== 'item');
    expect(waiting.map(({ kind }) => kind)).toEqual(['decision', 'feedback', 'feedback']);
    const items = state.items.filter(({ late }) => late).length;
    expect(listText([standing(WEEK_ONE, asOf)], 'en')[1]).toContain(` · late: ${items + 3}`);
    expect(listText([standing(WEEK_ONE, '2027-01-03')], 'en')[1]).toBe('  record closed');
  });

  it('whose the decision and the review are', () => {
    const told = dueText([standing(WEEK_ONE, '2026-10-19')], 'en').join('\n');
    expect(told).toContain('Decision — manager');
    expect(told).toContain('Ask about open compulsory items (3) — manager\n');
    expect(jsonDue(standing(WEEK_ONE, '2026-10-19'))).toContainEqual(
      expect.objectContaining({ kind: 'feedback', from: 'trainee', owner: 'trainee' }),
    );
  });

  it('what is due up to today with its owner and id, and nothing of tomorrow', () => {
    expect(dueText([late], 'en')).toEqual([
      'oleg  Олег',
      '  Oct 5, 2026  read — trainee, read',
      '  Oct 5, 2026  login — trainee, login',
      '  Oct 6, 2026  crm — IT, crm',
      '',
    ]);
    expect(dueText([standing([], '2026-10-05')], 'en').join()).not.toContain('crm');
    expect(dueText([standing([], '2026-10-04')], 'en')).toEqual(['Nothing is waiting.']);
  });

  it('on day 15 every compulsory item that is open, with its owner', () => {
    const told = dueText([standing(WEEK_ONE, '2026-10-19')], 'en').join('\n');
    expect(told).toContain(
      'Ask about open compulsory items (3) — manager\n      read — trainee\n      practice — trainee',
    );
  });

  it('nothing of one score of a defence but that there is one; of both, what each gave and what was agreed', () => {
    const told = (...events: TraineeEvent[]) =>
      showText(standing([...WEEK_ONE, ...events], '2026-10-16'), 'en').filter((line) => line.startsWith('Defence'));
    expect(told()).toEqual([]);
    expect(told(scored('anna', 3, 0))).toEqual(['Defence: one has scored so far; levels are shown after the second']);
    const both = [scored('anna', 3, 0), scored('ilya', 2, 3)];
    expect(told(...both)).toEqual(['Defence: anna 60%, ilya 80%']);
    expect(told(...both, scored('anna', 3, 3, true))).toEqual(['Defence: anna 60%, ilya 80%, agreed 100%']);
  });

  it('a record: gates with their days, items signed, late and to come', () => {
    const lines = showText(standing(WEEK_ONE, '2026-10-12'), 'en');
    expect(lines).toContain('  ✓ gate one: open Oct 9, 2026');
    expect(lines).toContain('  · gate two: shut');
    expect(lines).toContain('  ✓ crm — crm (IT; denis, Oct 6, 2026)');
    expect(lines).toContain('  ! read — read (trainee; late, Oct 5, 2026)');
    expect(lines).toContain('  · practice — practice (trainee; Oct 12, 2026)');
  });
});

describe('what a program is told', () => {
  it('the levels of a defence only when both have scored', () => {
    const told = (...events: TraineeEvent[]) =>
      (jsonStanding(standing([...WEEK_ONE, ...events], '2026-10-16')) as { defences: { own: unknown[] }[] }).defences;
    expect(told(scored('anna', 3, 0))).toEqual([{ own: [{ by: 'anna' }], agreed: null }]);
    expect(told(scored('anna', 3, 0), scored('ilya', 2, 3))[0]!.own).toEqual([
      { by: 'anna', levels: { goal: 3, money: 0 } },
      { by: 'ilya', levels: { goal: 2, money: 3 } },
    ]);
  });

  it('what is overdue: a day that has come is not, one that is over is', () => {
    const overdue = jsonDue(standing([], '2026-10-06')) as { item?: string; overdue: boolean }[];
    expect(overdue.filter((one) => one.overdue).map(({ item }) => item)).toEqual(['read', 'login']);
  });

  it('the stage by its id and none when every gate is open, with exams as they stand', () => {
    const stage = (events: TraineeEvent[]) =>
      (jsonStanding(standing(events, '2026-10-16')) as { stage: unknown }).stage;
    expect(stage([])).toBe('one');
    expect(stage(WEEK_ONE)).toBe('two');
    const agreed = [scored('anna', 3, 3), scored('ilya', 3, 3), scored('anna', 3, 3, true)];
    const done = [...WEEK_ONE, graded('seo', true), ...agreed];
    expect(stage(done)).toBeNull();
    expect(stageText(standing(done, '2026-10-16'), 'ru')).toBe('программа пройдена · 10-й рабочий день');
    expect(jsonStanding(standing(done, '2026-10-16'))).toMatchObject({
      exams: [{ exam: 'seo', attempt: 1, status: 'graded', passed: true, standing: { attempts: 1 } }],
      defence: { score: '1.0000', passed: true, below: [] },
    });
  });
});

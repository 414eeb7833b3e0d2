import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { nodeEffects } from '../../src/effects/node.ts';
import { loadMentoring } from '../../src/workspace/programme/load-mentoring.ts';
import { loadTraining } from '../../src/workspace/programme/load-programme.ts';
import { PROJECT } from '../support/command.ts';
import { readJson } from '../support/folders.ts';

const effects = nodeEffects();
const { value: training, problems } = await loadTraining(PROJECT, effects);

describe('the agency’s own programme', () => {
  it('is read without an error', () => {
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('has four weeks of five days, each with something to read, and a gate at the end of each', () => {
    const [track] = training.programme!.tracks;
    expect(track!.stages.map(({ days }) => days.length)).toEqual([5, 5, 5, 5]);
    expect(track!.stages.flatMap(({ days }) => days.map(({ day }) => day))).toEqual(
      Array.from({ length: 20 }, (_, i) => i + 1),
    );
    for (const { days } of track!.stages) for (const day of days) expect(day.lessons.length).toBeGreaterThan(0);
  });

  it('asks of a week’s gate nothing that is due after the week', () => {
    const [track] = training.programme!.tracks;
    for (const { days, gate } of track!.stages) {
      const last = days.at(-1)!.day;
      for (const one of gate.requires) {
        if (one.kind !== 'checklist') continue;
        const items = training.checklists.find(({ id }) => id === one.checklist)!.items;
        for (const { id, due, required } of items) if (required) expect(due, id).toBeLessThanOrEqual(last);
      }
    }
  });

  it('has checklists of 8 to 20 items for onboarding and for daily work', () => {
    const ids = (kind: string) => training.checklists.filter((list) => list.kind === kind).map(({ id }) => id);
    expect(ids('daily')).toEqual([
      ...['check-media-plan', 'check-report', 'check-site', 'handover-account', 'launch-account', 'month-end'],
    ]);
    expect(ids('onboarding')).toEqual([
      ...['first-day', 'it-access', 'manager-list', 'mentor-list', 'week-1', 'week-2', 'week-3', 'week-4'],
    ]);
    for (const { id, items } of training.checklists) {
      expect(items.length, id).toBeGreaterThanOrEqual(8);
      expect(items.length, id).toBeLessThanOrEqual(20);
    }
  });

  it('fits its test assignment into two hours', () => {
    const { minutes, parts } = training.assignment!;
    expect(minutes).toBeLessThanOrEqual(120);
    expect(parts.reduce((sum, part) => sum + part.minutes, 0)).toBe(minutes);
  });

  it.each(['ru', 'en'])('is told by the lesson on the month with its own days and exams, %s', async (locale) => {
    const [track] = training.programme!.tracks;
    const lesson = await readFile(`${PROJECT}/content/handbook/${locale}/role/career.mdx`, 'utf8');
    const days = [...lesson.matchAll(/\*\*(?:Day )?(\d+)(?:-й день)?\*\*/g)].map(([, day]) => Number(day));
    expect(days).toEqual([track!.review.day, ...track!.feedback.map(({ day }) => day)]);
    const week = lesson.split('\n').find((line) => line.startsWith('| 4 |'))!;
    for (const name of { ru: ['кодексу', 'SEO', 'контексту'], en: ['the code', 'SEO', 'PPC'] }[locale]!) {
      expect(week).toContain(name);
    }
  });

  it('has a signer for IT and for every department, and oral questions with what to listen for', async () => {
    const people = (await readJson<{ id: string }[]>(`${PROJECT}/data/people.json`)).map(({ id }) => id);
    const departments = training.programme!.departments.map(({ id }) => id);
    const { value, problems } = await loadMentoring(PROJECT, { people, departments }, effects);
    expect(problems).toEqual([]);
    expect(value.duties.it).not.toEqual([]);
    expect(Object.keys(value.duties.heads).sort()).toEqual(departments.sort());
    expect(value.oral!.sections.flatMap(({ questions }) => questions).length).toBeGreaterThanOrEqual(10);
  });
});

import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ExamRefused } from '../../src/examining/refused.ts';
import { regradeExam, voidQuestion } from '../../src/examining/regrade.ts';
import { releaseExam } from '../../src/examining/release.ts';
import { statisticsOfExam } from '../../src/examining/statistics.ts';
import { CLOSED, codeOf, grade, issue, ledger, OPENS, submit } from './steps.ts';
import { examWorkspace, RIGHT, roomAt } from './workspace.ts';

describe('void, regrade, statistics, release', () => {
  it('a void question leaves the score at the regrade, which writes only what changed', async () => {
    const root = await examWorkspace({ 'data/exams/demo.yaml': CLOSED });
    const others = { ...RIGHT, 'matching-1': {} };
    await grade(root, await submit(root, await issue(root, OPENS), others));
    const boris = await issue(root, OPENS, { trainee: 'boris' });
    await grade(root, await submit(root, boris, RIGHT, 'boris.json'));
    const room = await roomAt(root, '2026-11-30T09:00:00Z');
    expect(await codeOf(voidQuestion(room, { exam: 'demo', question: 'nothing', reason: 'x', by: 'olga' }))).toBe(
      'unknown-question',
    );
    await voidQuestion(room, { exam: 'demo', question: 'matching-1', reason: 'two right answers', by: 'olga' });
    const all = await regradeExam(room, { exam: 'demo', corrected: [], reason: 'matching-1 is void', by: null });
    expect(
      all.map(({ trainee, before, after }) => [trainee, before.result.score === '1.0000', after.result.score]),
    ).toEqual([
      ['anna', false, '1.0000'],
      ['boris', true, '1.0000'],
    ]);
    // Boris's score stays, but the question is void for him too: both lines are written, once.
    const again = await regradeExam(room, { exam: 'demo', corrected: [], reason: 'again', by: null });
    expect(again.map(({ changed }) => changed)).toEqual([false, false]);
    expect((await ledger(root)).match(/exam-graded/g)).toHaveLength(2);
  });

  it('a wrong key is corrected from a new version for those who sat the old one', async () => {
    const wrong = CLOSED.replace('answer: false', 'answer: true').replace('basics, count: 4', 'basics, count: 6');
    const root = await examWorkspace({ 'data/exams/demo.yaml': wrong });
    const file = await submit(root, await issue(root, OPENS), RIGHT);
    const before = await grade(root, file);
    expect(before).not.toMatchObject({ graded: { result: { score: '1.0000' } } });
    const mended = wrong.replace('answer: true', 'answer: false').replace('version: "1"', 'version: "2"');
    await writeFile(join(root, 'data/exams/demo.yaml'), mended);
    const room = await roomAt(root, '2026-11-30T09:00:00Z');
    const [one] = await regradeExam(room, {
      exam: 'demo',
      corrected: ['truefalse-1'],
      reason: 'the key was wrong',
      by: null,
    });
    expect(one).toMatchObject({
      changed: true,
      after: { cause: 'regrade', reason: 'the key was wrong', result: { version: '1', score: '1.0000' } },
    });
  });

  it('statistics count first attempts only', async () => {
    const root = await examWorkspace({ 'data/exams/demo.yaml': CLOSED });
    await grade(root, await submit(root, await issue(root, OPENS), {}));
    const second = await issue(root, '2026-11-25T07:00:00.000Z');
    await grade(root, await submit(root, second, RIGHT, 'second.json'), '2026-11-25T07:30:00.000Z');
    const found = await statisticsOfExam(await roomAt(root, '2026-11-30T09:00:00Z'), 'demo');
    expect(found).toMatchObject({ n: 1, greyed: true, mean: 0, passed: 0 });
  });

  it('what is counted or marked over everybody names every ledger and attempt it cannot read, and changes none', async () => {
    const root = await examWorkspace({ 'data/exams/demo.yaml': CLOSED });
    for (const [trainee, file] of [
      ['anna', 'a.json'],
      ['boris', 'b.json'],
    ] as const) {
      await grade(root, await submit(root, await issue(root, OPENS, { trainee }), RIGHT, file));
    }
    const room = await roomAt(root, '2026-11-30T09:00:00Z');
    await voidQuestion(room, { exam: 'demo', question: 'matching-1', reason: 'two right answers', by: 'olga' });
    const order = { exam: 'demo', corrected: [], reason: 'void', by: null };
    const said = (work: Promise<unknown>) =>
      work.then(
        () => [],
        (error: unknown) => (error as ExamRefused).text.en.split('\n'),
      );
    const before = [await ledger(root), await ledger(root, 'boris')];

    const stranger = await roomAt(root, '2026-11-30T09:00:00Z', { EXAM_SECRET: 'another' });
    expect(await said(regradeExam(stranger, order))).toEqual([
      expect.stringMatching(/^anna, attempt 1: .*another secret.*EXAM_SECRET/),
      expect.stringMatching(/^boris, attempt 1: .*another secret/),
    ]);
    // Nor is a key recorded as corrected by a regrade that marks nobody.
    const exams = () => readFile(join(root, 'data/exams/ledger.jsonl'), 'utf8');
    const lines = await exams();
    const mending = { ...order, corrected: ['single-1'] };
    expect(await said(regradeExam(stranger, mending))).toHaveLength(2);
    expect(await exams()).toBe(lines);
    // Anna's answers can be read; she is not marked again while Boris cannot be.
    await rm(join(root, 'data/trainees/boris/answers'), { recursive: true, force: true });
    expect(await said(regradeExam(room, order))).toHaveLength(1);
    expect([await ledger(root), await ledger(root, 'boris')]).toEqual(before);

    for (const trainee of ['anna', 'boris']) {
      await appendFile(join(root, `data/trainees/${trainee}/ledger.jsonl`), '<<<<<<< HEAD\n');
    }
    const both = [
      expect.stringMatching(/^data\/trainees\/anna\/ledger\.jsonl:\d/) as string,
      expect.stringMatching(/^data\/trainees\/boris\/ledger\.jsonl:\d/) as string,
    ];
    expect(await said(statisticsOfExam(room, 'demo'))).toEqual(both);
    expect(await said(releaseExam(room, 'demo', null))).toEqual(both);
    expect(await said(regradeExam(room, order))).toEqual(both);
  });

  it('results are released after the window, explanations only when nobody else sits the exam', async () => {
    const root = await examWorkspace({ 'data/exams/demo.yaml': CLOSED });
    await grade(root, await submit(root, await issue(root, OPENS), RIGHT));
    const release = async (now: string) => releaseExam(await roomAt(root, now), 'demo', null);
    expect(await release('2026-11-24T07:00:00Z')).toMatchObject([
      { trainee: 'anna', status: 'held', why: 'window-open' },
    ]);
    await issue(root, '2026-11-24T07:00:00.000Z', { trainee: 'boris' });
    expect(await release('2026-11-25T08:00:00Z')).toMatchObject([{ status: 'held', why: 'others-sitting' }]);
    const [released] = await release('2026-11-26T08:00:00Z');
    expect(released).toMatchObject({ status: 'released', file: 'data/trainees/anna/feedback/demo-1.html' });
    const html = await readFile(join(root, 'data/trainees/anna/feedback/demo-1.html'), 'utf8');
    expect(html).toContain('Экзамен сдан');
    expect(html).toContain('Свидетельство');
    expect(html).not.toMatch(/<script/);
    expect(await release('2026-11-27T08:00:00Z')).toEqual([]);
  });
});

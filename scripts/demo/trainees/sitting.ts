import { join } from 'node:path';
import { gradeFile } from '../../../src/examining/grade.ts';
import { issueExam } from '../../../src/examining/issue.ts';
import { openRoom } from '../../../src/examining/room.ts';
import { currentBank } from '../../../src/examining/versions.ts';
import type { Effects } from '../../../src/types/effects.ts';
import { answersFile, filledSheet } from './answers.ts';

export interface Sitting {
  exam: string;
  trainee: string;
  /** How many questions of every ten are answered right. */
  known: number;
}

/**
 * One attempt as it is in life: the form is issued, sat, handed in forty minutes later and marked, with written answers
 * marked on the mentor's sheet. The very commands do it; only the answers are made here.
 * @param scratch folder for the files that are handed in
 */
export async function sit(
  root: string,
  { exam, trainee, known }: Sitting,
  clock: { effects: Effects; pass(minutes: number): void },
  scratch: string,
): Promise<void> {
  const { effects } = clock;
  const room = await openRoom(root, effects);
  const bank = await currentBank(room, exam);
  const request = {
    exam,
    trainee,
    locale: null,
    opens: null,
    extension: 0,
    extensionReason: '—',
    override: null,
    by: null,
  };
  const { form, event } = await issueExam(room, request);
  clock.pass(40);
  const file = join(scratch, `${exam}-${trainee}-${form.attempt}.json`);
  await effects.fs.write(file, JSON.stringify(answersFile(form, bank, event.questions, known)));
  const grade = () => gradeFile(room, { file, received: null, acceptLate: null, by: null });
  const outcome = await grade();
  if (outcome.status !== 'pending') return;
  clock.pass(25);
  const sheet = new TextDecoder().decode(await effects.fs.read(outcome.sheet));
  await effects.fs.write(outcome.sheet, filledSheet(sheet, known / 10));
  await grade();
}

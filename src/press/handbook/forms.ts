import { join } from 'node:path';
import type { Effects } from '../../types/effects.ts';
import type { ExamForm, ExamIssued } from '../../types/exam.ts';
import type { Day } from '../../types/period.ts';
import type { Checked, Problem } from '../../types/problem.ts';
import { readLedger, TRAINEES_FOLDER } from '../../workspace/trainees/ledger.ts';
import { missingForm } from './problems.ts';

/** Path of an issued form from the workspace. */
const formFile = (trainee: string, token: string): string => `${TRAINEES_FOLDER}/${trainee}/forms/${token}.json`;

/**
 * Exam forms that are published on a day: issued by the trainee's ledger, not handed in, their window not over. A form
 * no ledger knows is nobody's and is not shown.
 */
export async function openForms(root: string, asOf: Day, effects: Effects): Promise<Checked<ExamForm[]>> {
  const forms: ExamForm[] = [];
  const problems: Problem[] = [];
  const trainees = await effects.fs.list(join(root, ...TRAINEES_FOLDER.split('/')));
  for (const { name: trainee } of trainees.filter(({ kind, name }) => kind === 'folder' && !name.startsWith('.'))) {
    // Mistakes of a ledger are told on the desk, where they are mended.
    const { value: events } = await readLedger(root, trainee, effects);
    const handedIn = new Set(events.flatMap((event) => (event.type === 'exam-submitted' ? [event.form] : [])));
    const issued = events.filter((event): event is ExamIssued => event.type === 'exam-issued');
    for (const { form: token, closes } of issued) {
      if (handedIn.has(token) || closes.slice(0, 10) < asOf) continue;
      const file = formFile(trainee, token);
      if (await effects.fs.exists(join(root, file))) forms.push(await readForm(join(root, file), effects));
      else problems.push(missingForm(file));
    }
  }
  return { value: forms.sort((a, b) => (a.token < b.token ? -1 : 1)), problems };
}

async function readForm(path: string, effects: Effects): Promise<ExamForm> {
  return JSON.parse(new TextDecoder().decode(await effects.fs.read(path))) as ExamForm;
}

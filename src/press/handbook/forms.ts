import { join } from 'node:path';
import { timeIn } from '../../calendar/zones.ts';
import { hashOf } from '../../exams/canonical.ts';
import type { Effects } from '../../types/effects.ts';
import type { ExamForm, ExamIssued } from '../../types/exam.ts';
import type { Day } from '../../types/period.ts';
import type { Checked, Problem } from '../../types/problem.ts';
import type { Workspace } from '../../types/workspace.ts';
import { readLedger, TRAINEES_FOLDER } from '../../workspace/trainees/ledger.ts';
import { readText } from '../read-text.ts';
import { changedForm, missingForm } from './problems.ts';

/** Path of an issued form from the workspace. */
const formFile = (trainee: string, token: string): string => `${TRAINEES_FOLDER}/${trainee}/forms/${token}.json`;

/**
 * Exam forms that are published on a day: issued by the trainee's ledger, opening on that day of the agency or before,
 * not handed in, their window not over. A form no ledger knows is nobody's and is not shown; one that is not as it was
 * issued is a problem.
 */
export async function openForms(
  { root, agency }: Pick<Workspace, 'root' | 'agency'>,
  asOf: Day,
  effects: Effects,
): Promise<Checked<ExamForm[]>> {
  const forms: ExamForm[] = [];
  const problems: Problem[] = [];
  const dayOf = (moment: string): Day => timeIn(agency.timeZone, new Date(moment)).day;
  const trainees = await effects.fs.list(join(root, ...TRAINEES_FOLDER.split('/')));
  for (const { name: trainee } of trainees.filter(({ kind, name }) => kind === 'folder' && !name.startsWith('.'))) {
    // Mistakes of a ledger are told on the desk, where they are mended.
    const { value: events } = await readLedger(root, trainee, effects);
    const handedIn = new Set(events.flatMap((event) => (event.type === 'exam-submitted' ? [event.form] : [])));
    const issued = events.filter((event): event is ExamIssued => event.type === 'exam-issued');
    for (const one of issued) {
      if (handedIn.has(one.form) || dayOf(one.opens) > asOf || dayOf(one.closes) < asOf) continue;
      const file = formFile(trainee, one.form);
      const read = await readForm(join(root, file), one, effects);
      if (typeof read === 'string') problems.push(read === 'missing' ? missingForm(file) : changedForm(file));
      else forms.push(read);
    }
  }
  return { value: forms.sort((a, b) => (a.token < b.token ? -1 : 1)), problems };
}

/** The form as the ledger knows it, or what keeps it from being published. */
async function readForm(path: string, issued: ExamIssued, effects: Effects): Promise<ExamForm | 'missing' | 'changed'> {
  if (!(await effects.fs.exists(path))) return 'missing';
  const form = parsed(await readText(path, effects));
  if (form === null || hashOf(form) !== issued.formHash) return 'changed';
  // What has the hash of an issued form is one, whole.
  return { ...form, hash: issued.formHash } as ExamForm;
}

function parsed(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

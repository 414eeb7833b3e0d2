import { join } from 'node:path';
import type { Attempt } from '../exams/attempts.ts';
import { hidden, tokenOf } from '../exams/form.ts';
import type { RubricPoints } from '../exams/mark.ts';
import { seedOf } from '../exams/random.ts';
import { translateAnswer } from '../exams/translate.ts';
import type { Answer, AnswersFile, ExamBank, ExamIssued } from '../types/exam.ts';
import { readLedger, TRAINEES_FOLDER } from '../workspace/trainees/ledger.ts';
import { ExamRefused } from './refused.ts';
import { examSecret, secretPlace, traineeFolders, type ExamRoom, type TraineeCard } from './room.ts';

/** What is kept of an attempt beside the ledger, for marking it again. */
export interface KeptAnswers {
  file: AnswersFile;
  /** The mentor's points, once every open answer has them. */
  rubric: Record<string, RubricPoints>;
}

const keptFile = (trainee: string, token: string): string => `${TRAINEES_FOLDER}/${trainee}/answers/${token}.json`;

export async function keepAnswers(room: ExamRoom, trainee: string, kept: KeptAnswers): Promise<void> {
  const path = join(room.root, ...keptFile(trainee, kept.file.form).split('/'));
  await room.effects.fs.write(path, `${JSON.stringify(kept, null, 2)}\n`);
}

/** Throws `ExamRefused` when the answers of a marked attempt are gone. */
export async function keptAnswers(room: ExamRoom, trainee: string, token: string): Promise<KeptAnswers> {
  const file = keptFile(trainee, token);
  const path = join(room.root, ...file.split('/'));
  if (await room.effects.fs.exists(path)) {
    return JSON.parse(new TextDecoder().decode(await room.effects.fs.read(path))) as KeptAnswers;
  }
  throw new ExamRefused('answers-missing', {
    ru: `${file}: файла нет, а попытка сдана. Верните его из git`,
    en: `${file}: there is no such file, and the attempt was handed in. Restore it from git`,
  });
}

/** Whose form this is, when it is not the named trainee's. */
export async function foreignForm(room: ExamRoom, file: AnswersFile, name: string): Promise<ExamRefused> {
  for (const id of await traineeFolders(room)) {
    const { value } = await readLedger(room.root, id, room.effects);
    const issued = value.find((event): event is ExamIssued => event.type === 'exam-issued' && event.form === file.form);
    if (!issued) continue;
    if (id === file.trainee) return otherForm(file, issued, name);
    return new ExamRefused('foreign', {
      ru: `${name}: бланк выдан стажёру «${id}», а файл подписан «${file.trainee}»`,
      en: `${name}: the form was issued to the trainee “${id}”, but the file is signed “${file.trainee}”`,
    });
  }
  return new ExamRefused('foreign', {
    ru: `${name}: такого бланка (${file.form.slice(0, 8)}…) не выдавали`,
    en: `${name}: no such form (${file.form.slice(0, 8)}…) was ever issued`,
  });
}

/** Refuses answers to a form other than the one on record: another exam, attempt or version, or a changed page. */
export function refuseMismatch(file: AnswersFile, { issued }: Attempt, name: string): void {
  const same = file.exam === issued.exam && file.attempt === issued.attempt && file.version === issued.version;
  if (!same) {
    throw otherForm(file, issued, name);
  }
  if (file.formHash !== issued.formHash) {
    throw new ExamRefused('edited', {
      ru: `${name}: ответы даны на изменённую страницу бланка, а не на выданную`,
      en: `${name}: the answers were given on a changed form page, not on the one issued`,
    });
  }
}

/** The form is this trainee's, but not of the exam, the version or the attempt the file names. */
const otherForm = (file: AnswersFile, issued: ExamIssued, name: string): ExamRefused =>
  new ExamRefused('foreign', {
    ru: `${name}: файл называет ${file.exam}, версия ${file.version}, попытка ${file.attempt}, а бланк выдан на ${issued.exam}, версия ${issued.version}, попытка ${issued.attempt}`,
    en: `${name}: the file names ${file.exam}, version ${file.version}, attempt ${file.attempt}; the form was issued for ${issued.exam}, version ${issued.version}, attempt ${issued.attempt}`,
  });

/**
 * Leads the form's own names back to the bank. Refuses when the form was drawn by another secret than the one at hand:
 * its token follows from the secret, and no answer could be led back.
 * @returns the answers in the bank's ids, by question
 */
export async function answersInBank(
  room: ExamRoom,
  bank: ExamBank,
  issued: ExamIssued,
  { trainee, file }: { trainee: TraineeCard; file: AnswersFile },
): Promise<Record<string, Answer>> {
  const about = { exam: issued.exam, version: issued.version, trainee: trainee.id, attempt: issued.attempt };
  const seed = seedOf(await examSecret(room, false), about);
  const naming = hidden(seed);
  if (tokenOf(seed) !== issued.form) {
    throw new ExamRefused('other-secret', {
      ru: `${trainee.id}, попытка ${issued.attempt}: бланк собран по другому секрету; верните прежний (${secretPlace(room)}), иначе ответы не прочитать`,
      en: `${trainee.id}, attempt ${issued.attempt}: the form was drawn by another secret; restore the former one (${secretPlace(room)}), or answers cannot be read`,
    });
  }
  return Object.fromEntries(
    issued.questions.flatMap((id) => {
      const question = bank.questions.find((one) => one.id === id)!;
      const given = file.answers[naming('question', id)];
      return given === undefined ? [] : [[id, translateAnswer(question, given, naming)]];
    }),
  );
}

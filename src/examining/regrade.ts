import { attemptsOf } from '../exams/attempts.ts';
import { canonical } from '../exams/canonical.ts';
import type { ExamBank, ExamGraded, Question } from '../types/exam.ts';
import { loadFrozen } from '../workspace/exams/load-bank.ts';
import { readLedger, whileRecording } from '../workspace/trainees/ledger.ts';
import { gradedEvent } from './grade.ts';
import { ExamRefused } from './refused.ts';
import {
  addExamLine,
  allRecords,
  traineeCard,
  traineeFolders,
  voidedOf,
  whileChangingExams,
  type ExamRoom,
} from './room.ts';
import { answersInBank, keptAnswers } from './submission.ts';
import { asksTheSame, correctKey, currentBank, markingBank } from './versions.ts';

/** Takes a question out of an exam, for all versions; results change only with `regradeExam`. */
export async function voidQuestion(
  room: ExamRoom,
  { exam, question, reason, by }: { exam: string; question: string; reason: string; by: string },
): Promise<'voided' | 'was-void'> {
  const known = new Set((await currentBank(room, exam)).questions.map(({ id }) => id));
  for (const id of await traineeFolders(room)) {
    const { value } = await readLedger(room.root, id, room.effects);
    for (const { issued } of attemptsOf(value, exam)) for (const one of issued.questions) known.add(one);
  }
  if (!known.has(question)) {
    throw new ExamRefused('unknown-question', {
      ru: `В экзамене ${exam} нет вопроса «${question}»`,
      en: `The exam ${exam} has no question “${question}”`,
    });
  }
  return whileChangingExams(room, async () => {
    if ((await voidedOf(room, exam)).has(question)) return 'was-void';
    const at = room.effects.now().toISOString();
    await addExamLine(room, { at, by, type: 'question-voided', exam, question, reason });
    return 'voided';
  });
}

/** One attempt that was marked again. */
export interface Regraded {
  trainee: string;
  attempt: number;
  before: ExamGraded;
  /** The same as before when nothing changed, and then nothing was written. */
  after: ExamGraded;
  changed: boolean;
}

/**
 * Marks every marked attempt again, by its own frozen version, with void questions left out and keys as they were
 * corrected.
 * @param corrected questions whose key is to be taken from the bank as it stands now; recorded
 */
export async function regradeExam(
  room: ExamRoom,
  { exam, corrected, reason, by }: { exam: string; corrected: readonly string[]; reason: string; by: string | null },
): Promise<Regraded[]> {
  await allRecords(room);
  await refuseUnreadable(room, exam);
  if (corrected.length > 0) {
    const bank = await currentBank(room, exam);
    // All are judged before the first is recorded: a refusal leaves nothing behind.
    for (const id of corrected) await refuseOther(room, exam, id, questionOf(bank, id));
    for (const question of corrected)
      await correctKey(room, bank, { question, by: by ?? 'mentor', at: room.effects.now().toISOString(), reason });
  }
  const voided = await voidedOf(room, exam);
  const all: Regraded[] = [];
  for (const id of await traineeFolders(room)) {
    const trainee = await traineeCard(room, id);
    await whileRecording(room.root, id, room.effects, async (book) => {
      const attempts = attemptsOf(book.events, exam);
      for (const attempt of attempts) {
        const { issued, graded: before } = attempt;
        if (!before) continue;
        const bank = await markingBank(room, exam, issued.version, issued.bankHash);
        const { file, rubric } = await keptAnswers(room, id, issued.form);
        const answers = await answersInBank(room, bank, issued, { trainee, file });
        const { event } = await gradedEvent(room, {
          bank,
          voided,
          attempt,
          trainee,
          answers,
          rubric,
          book,
          by,
          reason,
        });
        // The standing after an earlier attempt is history; only the last word on the exam is brought up to date.
        const changed = said(event, attempt === attempts.at(-1)) !== said(before, attempt === attempts.at(-1));
        if (changed) await book.append(event);
        all.push({ trainee: id, attempt: issued.attempt, before, after: changed ? event : before, changed });
      }
    });
  }
  return all;
}

function questionOf({ id: exam, questions }: ExamBank, id: string): Question {
  const question = questions.find((one) => one.id === id);
  if (question) return question;
  throw new ExamRefused('unknown-question', {
    ru: `В банке ${exam} нет вопроса «${id}»`,
    en: `The bank ${exam} has no question “${id}”`,
  });
}

/** Refuses when the answers of some attempt cannot be read, naming each: of a cohort all are marked again, or nobody. */
async function refuseUnreadable(room: ExamRoom, exam: string): Promise<void> {
  const refusals: ExamRefused[] = [];
  for (const [id, events] of await allRecords(room)) {
    const trainee = await traineeCard(room, id);
    for (const { issued, graded } of attemptsOf(events, exam)) {
      if (!graded) continue;
      try {
        const bank = await markingBank(room, exam, issued.version, issued.bankHash);
        const { file } = await keptAnswers(room, id, issued.form);
        await answersInBank(room, bank, issued, { trainee, file });
      } catch (error) {
        if (!(error instanceof ExamRefused)) throw error;
        refusals.push(error);
      }
    }
  }
  const said = (locale: 'ru' | 'en') => [...new Set(refusals.map(({ text }) => text[locale]))].join('\n');
  if (refusals.length > 0) throw new ExamRefused(refusals[0]!.code, { ru: said('ru'), en: said('en') });
}

/** Refuses a key whose question nobody was asked: a corrected key counts for the same wording only. */
async function refuseOther(room: ExamRoom, exam: string, id: string, question: Question): Promise<void> {
  const versions = new Set<string>();
  for (const trainee of await traineeFolders(room)) {
    const { value } = await readLedger(room.root, trainee, room.effects);
    for (const { issued } of attemptsOf(value, exam)) if (issued.questions.includes(id)) versions.add(issued.version);
  }
  for (const version of versions) {
    const asked = (await loadFrozen(room.folder, exam, version))?.questions.find((one) => one.id === id);
    if (asked === undefined || asksTheSame(asked, question)) return;
  }
  if (versions.size === 0) return;
  const asked = [...versions].join(', ');
  throw new ExamRefused('question-differs', {
    ru: `${id}: вопрос в банке читается иначе, чем в выданных бланках (версии: ${asked}), поэтому его ключ к ним не подходит. Верните прежнюю формулировку и исправьте только ключ или исключите вопрос: void`,
    en: `${id}: the question in the bank reads otherwise than in the forms issued (versions: ${asked}), so its key does not fit them. Restore the wording and correct the key alone, or void the question`,
  });
}

const said = ({ result, standing, certificate }: ExamGraded, last: boolean): string =>
  canonical(last ? { result, standing, certificate } : { result });

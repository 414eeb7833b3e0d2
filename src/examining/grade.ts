import { basename } from 'node:path';
import { attemptsOf, standingOf, type Attempt } from '../exams/attempts.ts';
import { gradeAttempt } from '../exams/grade.ts';
import type { RubricPoints } from '../exams/mark.ts';
import { hmacHex } from '../exams/sha256.ts';
import { claimedMinutes, minutesLate, monthsLater } from '../exams/timing.ts';
import { timeIn } from '../calendar/zones.ts';
import type {
  Answer,
  AnswersFile,
  Certificate,
  ExamBank,
  ExamGraded,
  ExamStanding,
  ExamSubmitted,
  GradeResult,
} from '../types/exam.ts';
import type { Day } from '../types/period.ts';
import { problemsOf } from '../workspace/findings.ts';
import { whileRecording, type TraineeBook } from '../workspace/trainees/ledger.ts';
import { readAnswersFile } from './answers-file.ts';
import { moment } from './moments.ts';
import { ExamRefused, refuseBroken } from './refused.ts';
import { examSecret, traineeCard, traineeFolders, voidedOf, type ExamRoom, type TraineeCard } from './room.ts';
import { readRubricSheet, rubricSheet, sheetFile, toMark } from './rubric-sheet.ts';
import { answersInBank, foreignForm, keepAnswers, keptAnswers, refuseMismatch } from './submission.ts';
import { typedFile } from './typed-file.ts';
import { markingBank } from './versions.ts';

export interface GradeRequest {
  /** Absolute path of the answers file. */
  file: string;
  /** When the mentor got it; now when null. */
  received: Date | null;
  /** Reason to let a late file count; null without one. */
  acceptLate: string | null;
  by: string | null;
}

/** `repeated`: this very file was marked before and nothing changed; `pending`: the rubric sheet waits to be filled. */
export type GradeOutcome =
  | { status: 'graded' | 'repeated'; submitted: ExamSubmitted; graded: ExamGraded }
  | { status: 'pending'; submitted: ExamSubmitted; sheet: string; questions: string[] };

/**
 * Takes in one answers file: checks whose it is and that it is whole, records when it came, marks it. Throws
 * `ExamRefused` for a file that is no answers file (`not-answers`), `edited`, `foreign`, `early`, a `second-file`.
 */
export async function gradeFile(room: ExamRoom, request: GradeRequest): Promise<GradeOutcome> {
  const name = basename(request.file);
  const file = readAnswersFile(await typedFile(room, request.file), name);
  if (!(await traineeFolders(room)).includes(file.trainee)) throw await foreignForm(room, file, name);
  const trainee = await traineeCard(room, file.trainee);
  return whileRecording(room.root, trainee.id, room.effects, async (book) => {
    const attempt = attemptsOf(book.events, file.exam).find(({ issued }) => issued.form === file.form);
    if (!attempt) throw await foreignForm(room, file, name);
    refuseMismatch(file, attempt, name);
    const work = { room, request, book, trainee, file, attempt, name };
    const submitted = await takeIn(work);
    const known = attempt.graded;
    const accepted = submitted !== attempt.submitted && attempt.submitted !== null;
    if (known && !accepted) return { status: 'repeated', submitted: attempt.submitted!, graded: known };
    return markAndRecord({ ...work, attempt: { ...attempt, submitted } });
  });
}

interface Work {
  room: ExamRoom;
  request: GradeRequest;
  book: TraineeBook;
  trainee: TraineeCard;
  file: AnswersFile;
  attempt: Attempt;
  name: string;
}

/** Records that the file came and when, once; a late one that is accepted only now is recorded again. */
async function takeIn({ room, request, book, trainee, file, attempt, name }: Work): Promise<ExamSubmitted> {
  const { issued, submitted: before } = attempt;
  if (before && before.answersHash !== file.hash) {
    throw new ExamRefused('second-file', {
      ru: `${name}: по этому бланку уже принят другой файл (${moment(room, before.received)}); второй не принимается`,
      en: `${name}: another file was taken for this form (${moment(room, before.received)}); a second one is not`,
    });
  }
  if (before && (before.late === null || before.accepted !== null || request.acceptLate === null)) return before;
  const now = room.effects.now();
  const received = before ? new Date(before.received) : (request.received ?? now);
  if (received.toISOString() < issued.opens) {
    const opens = moment(room, issued.opens);
    throw new ExamRefused('early', {
      ru: `${name}: файл получен раньше, чем открылся бланк (${opens})`,
      en: `${name}: the file came before the form opened (${opens})`,
    });
  }
  const claimed = claimedMinutes(file);
  const event: ExamSubmitted = {
    ...{ at: now.toISOString(), by: request.by ?? trainee.mentor, type: 'exam-submitted' },
    ...{ exam: issued.exam, attempt: issued.attempt, form: issued.form },
    received: received.toISOString(),
    answersHash: file.hash,
    late: minutesLate(issued, received),
    claimedMinutes: claimed,
    overTime: claimed !== null && claimed > issued.minutes + issued.graceMinutes,
    accepted: minutesLate(issued, received) === null ? null : request.acceptLate,
  };
  if (!before) await keepAnswers(room, trainee.id, { file, rubric: {} });
  await book.append(event);
  return event;
}

/** Marks what can be marked; open answers wait for the sheet beside the file. */
async function markAndRecord(work: Work): Promise<GradeOutcome> {
  const { room, request, book, trainee, file } = work;
  const submitted = work.attempt.submitted!;
  const { issued } = work.attempt;
  const bank = await markingBank(room, issued.exam, issued.version, issued.bankHash);
  const voided = await voidedOf(room, issued.exam);
  const answers = await answersInBank(room, bank, issued, { trainee, file });
  const written = toMark(bank, issued.questions, answers, voided);
  const sheet = sheetFile(request.file);
  const kept = await keptAnswers(room, trainee.id, file.form);
  const rubric = written.length === 0 ? {} : { ...kept.rubric, ...(await pointsOf(room, sheet, written, file.form)) };
  // Marked before: a late file that is let count only now.
  const again = work.attempt.graded && submitted.accepted !== null ? { reason: submitted.accepted } : {};
  const { result, event } = await gradedEvent(room, {
    bank,
    voided,
    attempt: work.attempt,
    trainee,
    answers,
    rubric,
    book,
    by: request.by,
    ...again,
  });
  if (result.status === 'pending') {
    if (!(await room.effects.fs.exists(sheet))) {
      const who = `${trainee.name[issued.locale]}, ${bank.title[issued.locale]}, ${issued.attempt}`;
      await room.effects.fs.write(
        sheet,
        rubricSheet(written, answers, { who, form: file.form, locale: issued.locale }),
      );
    }
    const questions = result.items.filter(({ state }) => state === 'pending').map(({ question }) => question);
    return { status: 'pending', submitted, sheet, questions };
  }
  if (written.length > 0) await keepAnswers(room, trainee.id, { file, rubric });
  await book.append(event);
  return { status: 'graded', submitted, graded: event };
}

async function pointsOf(
  room: ExamRoom,
  sheet: string,
  written: ReturnType<typeof toMark>,
  form: string,
): Promise<Record<string, RubricPoints>> {
  if (!(await room.effects.fs.exists(sheet))) return {};
  const text = new TextDecoder().decode(await room.effects.fs.read(sheet));
  const { points, findings } = readRubricSheet(text, written, form);
  refuseBroken(problemsOf(basename(sheet), undefined, findings));
  return points;
}

interface Marking {
  bank: ExamBank;
  voided: ReadonlySet<string>;
  attempt: Attempt;
  trainee: TraineeCard;
  answers: Record<string, Answer>;
  rubric: Record<string, RubricPoints>;
  book: Pick<TraineeBook, 'events'>;
  by: string | null;
  /** Of a regrade. */
  reason?: string;
}

/** Marks an attempt and says what its line in the ledger is: the result, the standing after it, the certificate. */
export async function gradedEvent(
  room: ExamRoom,
  marking: Marking,
): Promise<{ result: GradeResult; event: ExamGraded }> {
  const { bank, attempt, trainee, answers, rubric, reason } = marking;
  const { issued } = attempt;
  const submitted = attempt.submitted!;
  const late = submitted.late !== null && submitted.accepted === null;
  const about = { trainee: trainee.id, attempt: issued.attempt, form: issued.form, questions: issued.questions };
  const result = gradeAttempt(bank, { ...about, answers, rubric, late }, marking.voided);
  const event: ExamGraded = {
    ...{ at: room.effects.now().toISOString(), by: marking.by ?? trainee.mentor, type: 'exam-graded' },
    ...{ exam: issued.exam, attempt: issued.attempt, form: issued.form },
    cause: reason === undefined ? 'submission' : 'regrade',
    reason: reason ?? null,
    result,
    standing: { method: bank.policy.counting, score: null, passed: false, attempts: 0 },
    certificate: null,
  };
  const dayOf = (moment: Date): Day => timeIn(room.agency.timeZone, moment).day;
  const standing = (marked: ExamGraded, until = Infinity): ExamStanding => {
    const all = attemptsOf([...marking.book.events, marked], issued.exam);
    return standingOf(
      bank.policy,
      all.filter((one) => one.issued.attempt <= until),
      dayOf,
    );
  };
  // What an attempt earned, later ones do not take: a regrade years after leaves a certificate where it was.
  const then = standing(event, issued.attempt);
  const earned = then.passed && (result.passed || bank.policy.counting === 'average');
  const certificate = earned ? await certificateOf(room, { bank, trainee, submitted }) : null;
  const marked = { ...event, certificate };
  return { result, event: { ...marked, standing: standing(marked) } };
}

/** Dated by the day the answers came; a regrade does not move it. */
async function certificateOf(
  room: ExamRoom,
  { bank, trainee, submitted }: { bank: ExamBank; trainee: TraineeCard; submitted: ExamSubmitted },
): Promise<Certificate> {
  const { day } = timeIn(room.agency.timeZone, new Date(submitted.received));
  const months = bank.policy.certificateMonths;
  const sign = hmacHex(await examSecret(room, false), `certificate ${submitted.form}`).slice(0, 8);
  return {
    id: `${bank.id}-${trainee.id}-${sign}`,
    from: day,
    until: months === undefined ? null : monthsLater(day, months),
  };
}

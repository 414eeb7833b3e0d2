import { join } from 'node:path';
import { timeIn } from '../calendar/zones.ts';
import { attemptsOf, refusal, type Refusal } from '../exams/attempts.ts';
import { drawQuestions } from '../exams/draw.ts';
import { layForm } from '../exams/form.ts';
import { seedOf } from '../exams/random.ts';
import { windowOf } from '../exams/timing.ts';
import { departureOf } from '../onboarding/absence.ts';
import type { ExamForm, ExamIssued } from '../types/exam.ts';
import type { Locale } from '../types/locale.ts';
import type { Day } from '../types/period.ts';
import { aboutRow } from '../workspace/exams/bank-checks.ts';
import { TRAINEES_FOLDER, whileRecording } from '../workspace/trainees/ledger.ts';
import { moment } from './moments.ts';
import { ExamRefused } from './refused.ts';
import { examSecret, traineeCard, voidedOf, type ExamRoom, type TraineeCard } from './room.ts';
import { currentBank, freeze } from './versions.ts';

export interface IssueRequest {
  exam: string;
  trainee: string;
  /** Language of the form; the trainee's own when null. */
  locale: Locale | null;
  /** When the form opens; now when null. */
  opens: Date | null;
  /** Minutes more for this person. */
  extension: number;
  extensionReason: string;
  /** Reason to issue although the rules refuse; null without one. */
  override: string | null;
  /** Person id; the trainee's mentor when null. */
  by: string | null;
}

export interface Issued {
  /** To whom. */
  trainee: TraineeCard;
  form: ExamForm;
  event: ExamIssued;
  /** Path from the workspace. */
  file: string;
}

/** Path of a form from the workspace. */
export const formFile = (trainee: string, token: string): string => `${TRAINEES_FOLDER}/${trainee}/forms/${token}.json`;

/**
 * Draws and records one attempt. Throws `ExamRefused` when the rules of the exam do not allow it now and no override
 * is given, or the bank cannot fill the blueprint.
 */
export async function issueExam(room: ExamRoom, request: IssueRequest): Promise<Issued> {
  const { effects } = room;
  const bank = await currentBank(room, request.exam);
  const trainee = await traineeCard(room, request.trainee);
  const voided = await voidedOf(room, bank.id);
  return whileRecording(room.root, trainee.id, effects, async (book) => {
    const now = effects.now();
    const by = request.by ?? trainee.mentor;
    const attempts = attemptsOf(book.events, bank.id);
    const opens = request.opens ?? now;
    const dayOf = (moment: Date): Day => timeIn(room.agency.timeZone, moment).day;
    const refused = refusal(bank.policy, attempts, { now, opens, dayOf });
    const left = departureOf(book.events);
    if (left && dayOf(opens) > left.last && request.override === null) throw hasLeft(trainee.id, left.last);
    if (refused && request.override === null) throw notNow(room, refused);
    const { extension } = request;
    const time = windowOf(bank.policy, opens, extension);
    const minutes = bank.policy.minutes + extension;
    const attempt = attempts.length + 1;
    const seed = seedOf(await examSecret(room, true), {
      exam: bank.id,
      version: bank.version,
      trainee: trainee.id,
      attempt,
    });
    const seen = attempts.flatMap(({ issued }) => issued.questions);
    const { questions, shortages } = drawQuestions(bank, seed, seen, voided);
    if (shortages.length > 0) throw shortage(shortages);
    const bankHash = await freeze(room, bank, by, now.toISOString());
    const locale = request.locale ?? trainee.locale;
    const person = { trainee: trainee.id, traineeName: trainee.name[locale] };
    const form = layForm(bank, seed, questions, { attempt, ...person, locale, ...time, minutes, extension });
    const event: ExamIssued = {
      ...{ at: now.toISOString(), by, type: 'exam-issued', exam: bank.id, attempt, form: form.token },
      ...{ version: bank.version, bankHash, formHash: form.hash, locale, ...time, minutes, extension },
      ...{ graceMinutes: bank.policy.graceMinutes, clock: bank.policy.clock, questions },
      overrides: overridesOf(request, refused),
    };
    const file = formFile(trainee.id, form.token);
    // The form first: one without its line in the ledger is nobody's and is never shown.
    await effects.fs.write(join(room.root, ...file.split('/')), `${JSON.stringify(form, null, 2)}\n`);
    await book.append(event);
    return { trainee, form, event, file };
  });
}

function overridesOf(request: IssueRequest, refused: Refusal | null): ExamIssued['overrides'] {
  const { extension, extensionReason: reason } = request;
  return [
    ...(extension === 0 ? [] : [{ kind: 'minutes' as const, value: `+${extension}`, reason }]),
    ...(request.override === null
      ? []
      : [{ kind: 'attempt' as const, value: refused?.code ?? 'none', reason: request.override }]),
  ];
}

function shortage(shortages: ReturnType<typeof drawQuestions>['shortages']): ExamRefused {
  const rows = shortages.map(({ row, there }) => `${aboutRow(row)}: ${there} < ${row.count}`).join('; ');
  return new ExamRefused('too-few-questions', {
    ru: `Вопросов не хватает на состав экзамена (после исключённых): ${rows}`,
    en: `Too few questions for the blueprint (void ones left out): ${rows}`,
  });
}

const hasLeft = (id: string, last: Day): ExamRefused =>
  new ExamRefused('trainee-left', {
    ru: `${id} больше не стажёр: последний день — ${last}. Исключение: --attempt-override "причина"`,
    en: `${id} is in training no more: the last day was ${last}. An exception: --attempt-override "reason"`,
  });

function notNow(room: ExamRoom, refused: Refusal): ExamRefused {
  const mend = { ru: 'Исключение: --attempt-override "причина"', en: 'An exception: --attempt-override "reason"' };
  const { ru, en } = saidRefusal(room, refused);
  return new ExamRefused(refused.code, { ru: `${ru}. ${mend.ru}`, en: `${en}. ${mend.en}` });
}

function saidRefusal(room: ExamRoom, refused: Refusal): { ru: string; en: string } {
  const told = (iso: string): string => moment(room, iso);
  // To the minute, and not before: what is told is what may be typed after --at.
  const from = (iso: string): string => told(new Date(Math.ceil(Date.parse(iso) / 60_000) * 60_000).toISOString());
  switch (refused.code) {
    case 'form-open':
      return {
        ru: `Бланк уже выдан и открыт до ${told(refused.until)}`,
        en: `A form is out and open until ${told(refused.until)}`,
      };
    case 'waiting-for-marks':
      return {
        ru: 'Прошлая попытка сдана, но открытые ответы ещё не оценены',
        en: 'The last attempt was handed in, but its open answers are not marked yet',
      };
    case 'already-passed':
      return refused.until === null
        ? { ru: 'Свидетельство об экзамене бессрочное', en: 'The certificate of the exam holds for ever' }
        : {
            ru: `Свидетельство об экзамене действует по ${refused.until}; бланк может открыться на следующий день: --at`,
            en: `The certificate of the exam holds through ${refused.until}; a form may open on the next day: --at`,
          };
    case 'waiting-period':
      return {
        ru: `До следующей попытки нужно ждать (дней: ${refused.days}): бланк может открыться с ${from(refused.until)}`,
        en: `The next attempt has to wait (days: ${refused.days}): its form may open from ${from(refused.until)}`,
      };
    case 'no-attempts-left':
      return {
        ru: `Попыток больше нет: использовано ${refused.attempts}`,
        en: `No attempts are left: ${refused.attempts} used`,
      };
  }
}

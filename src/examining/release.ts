import { join } from 'node:path';
import { attemptsOf, type Attempt } from '../exams/attempts.ts';
import { localText } from '../locale/text.ts';
import type { ExamReleased } from '../types/exam.ts';
import { TRAINEES_FOLDER, whileRecording } from '../workspace/trainees/ledger.ts';
import { feedbackPage } from './feedback-page.ts';
import { allRecords, traineeCard, traineeFolders, type ExamRoom } from './room.ts';
import { answersInBank, keptAnswers } from './submission.ts';
import { markingBank } from './versions.ts';

export type ReleaseOutcome = { trainee: string; attempt: number } & (
  | { status: 'released'; file: string }
  /** Why not yet: its own window, somebody else's form while keys would be told, marks that are missing. */
  | { status: 'held'; why: 'window-open' | 'others-sitting' | 'not-marked'; until: string | null }
);

/**
 * Writes what trainees may know of their attempts, by the policy, as pages for the mentor to hand over; nothing of it
 * is ever published. An attempt is released once, when its window has closed; answers and explanations wait until
 * nobody else sits the exam.
 */
export async function releaseExam(room: ExamRoom, exam: string, by: string | null): Promise<ReleaseOutcome[]> {
  const now = room.effects.now().toISOString();
  const sitting = await openUntil(room, exam, now);
  const outcomes: ReleaseOutcome[] = [];
  for (const id of await traineeFolders(room)) {
    const trainee = await traineeCard(room, id);
    await whileRecording(room.root, id, room.effects, async (book) => {
      for (const attempt of attemptsOf(book.events, exam)) {
        const { issued, submitted, graded, released } = attempt;
        // A regrade after the release is told again.
        if (!submitted || (released && (!graded || released.at >= graded.at))) continue;
        const about = { trainee: id, attempt: issued.attempt };
        if (graded?.result.status !== 'graded') {
          outcomes.push({ ...about, status: 'held', why: 'not-marked', until: null });
          continue;
        }
        const bank = await markingBank(room, exam, issued.version, issued.bankHash);
        const level = bank.policy.release;
        const held = heldBack(attempt, now, level === 'scores' ? null : sitting);
        if (held) {
          outcomes.push({ ...about, ...held });
          continue;
        }
        const { file } = await keptAnswers(room, id, issued.form);
        const answers = await answersInBank(room, bank, issued, { trainee, file });
        const html = feedbackPage({
          bank,
          trainee,
          graded,
          submitted,
          answers,
          locale: issued.locale,
          agency: localText(room.agency.name, issued.locale),
        });
        const path = `${TRAINEES_FOLDER}/${id}/feedback/${exam}-${issued.attempt}.html`;
        await room.effects.fs.write(join(room.root, ...path.split('/')), html);
        const event: ExamReleased = {
          at: now,
          by: by ?? trainee.mentor,
          type: 'exam-released',
          exam,
          attempt: issued.attempt,
          form: issued.form,
          level,
        };
        await book.append(event);
        outcomes.push({ ...about, status: 'released', file: path });
      }
    });
  }
  return outcomes;
}

function heldBack({ issued }: Attempt, now: string, sitting: string | null) {
  if (now < issued.closes) return { status: 'held' as const, why: 'window-open' as const, until: issued.closes };
  if (sitting !== null) return { status: 'held' as const, why: 'others-sitting' as const, until: sitting };
  return null;
}

/** Until when somebody still has an open form of the exam; null when nobody has. */
async function openUntil(room: ExamRoom, exam: string, now: string): Promise<string | null> {
  const closing: string[] = [];
  for (const events of (await allRecords(room)).values()) {
    for (const { issued, submitted } of attemptsOf(events, exam)) {
      if (!submitted && now < issued.closes) closing.push(issued.closes);
    }
  }
  return closing.sort().at(-1) ?? null;
}

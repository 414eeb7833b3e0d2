import { attemptsOf } from '../exams/attempts.ts';
import { examStatistics, type ExamStatistics } from '../exams/statistics.ts';
import type { GradeResult } from '../types/exam.ts';
import { allRecords, type ExamRoom } from './room.ts';
import { currentBank } from './versions.ts';

/** First attempts of every trainee, marked and in time, over all versions of the exam. */
export async function firstAttempts(room: ExamRoom, exam: string): Promise<GradeResult[]> {
  const results: GradeResult[] = [];
  for (const events of (await allRecords(room)).values()) {
    const result = attemptsOf(events, exam).find(({ issued }) => issued.attempt === 1)?.graded?.result;
    if (result?.status === 'graded' && !result.against.includes('late')) results.push(result);
  }
  return results;
}

/** Figures of one exam; throws `ExamRefused` when its bank cannot be read. */
export async function statisticsOfExam(room: ExamRoom, exam: string): Promise<ExamStatistics> {
  return examStatistics(await currentBank(room, exam), await firstAttempts(room, exam));
}

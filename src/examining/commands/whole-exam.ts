import { resolve } from 'node:path';
import { exportGift, importGift } from '../gift-files.ts';
import { releaseExam } from '../release.ts';
import { statisticsOfExam } from '../statistics.ts';
import { toldGift, toldRelease, toldStatistics } from '../tell.ts';
import type { Answer, Errand } from './command.ts';

/** Commands that are told no more than an exam and a file. */

export async function stats(exam: string, { room, telling }: Errand): Promise<Answer> {
  const statistics = await statisticsOfExam(room, exam);
  return { code: 0, json: statistics, lines: toldStatistics(statistics, telling) };
}

export async function release(exam: string, { room, flags, telling }: Errand): Promise<Answer> {
  const released = await releaseExam(room, exam, flags.by);
  return { code: 0, json: { exam, attempts: released }, lines: toldRelease(released, telling) };
}

export async function importFile(exam: string, file: string, { room, telling }: Errand): Promise<Answer> {
  const outcome = await importGift(room, exam, resolve(file));
  return { code: 0, json: outcome, lines: toldGift(outcome, telling) };
}

export async function exportFile(exam: string, file: string, { room, telling }: Errand): Promise<Answer> {
  const outcome = await exportGift(room, exam, resolve(file), telling.locale);
  return { code: 0, json: outcome, lines: toldGift(outcome, telling) };
}

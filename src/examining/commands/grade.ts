import { basename, resolve } from 'node:path';
import { gradeFile } from '../grade.ts';
import { readMoment } from '../moments.ts';
import { ExamRefused } from '../refused.ts';
import { toldGrade } from '../tell-grade.ts';
import { topicTitles } from '../versions.ts';
import type { Answer, Errand } from './command.ts';

export async function grade(files: string[], { room, flags, telling }: Errand): Promise<Answer> {
  const received = flags.received === null ? null : readMoment('received', flags.received, room.agency.timeZone);
  const told: { file: string; status: string; [more: string]: unknown }[] = [];
  const lines: string[] = [];
  let code = 0;
  for (const file of files) {
    try {
      const request = { file: resolve(file), received, acceptLate: flags['accept-late'], by: flags.by };
      const outcome = await gradeFile(room, request);
      told.push({ file, ...outcome });
      const titles = await topicTitles(room, outcome.submitted.exam);
      const own = (topic: string): string => titles(topic, telling.locale);
      lines.push(...toldGrade(basename(file), outcome, own, telling), '');
    } catch (error) {
      if (!(error instanceof ExamRefused)) throw error;
      // One bad file does not keep the others from being marked.
      code = 1;
      told.push({ file, status: 'refused', code: error.code, error: error.text[telling.locale] });
      lines.push(error.text[telling.locale], '');
    }
  }
  return { code, json: { files: told }, lines: lines.slice(0, -1) };
}

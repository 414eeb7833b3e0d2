import { join } from 'node:path';
import type { Effects } from '../types/effects.ts';
import { printProblem } from '../locale/problem.ts';
import { problemsOf } from '../workspace/findings.ts';
import { readJsonFile } from '../workspace/json-file.ts';
import { LetterRefused } from './mailbox.ts';
import { followUpsSchema, type Schedule } from '../workspace/schemas/followups.ts';

/** In the workspace; the house's own schedule holds without it. */
const FILE = 'data/followups.json';

/** The schedule of follow-ups. Throws `LetterRefused` with the place of every mistake in the workspace's file. */
export async function loadSchedule(root: string, effects: Pick<Effects, 'fs'>): Promise<Schedule> {
  const own = join(root, FILE);
  const path = (await effects.fs.exists(own)) ? own : join(import.meta.dirname, 'schedule.json');
  const { value, findings } = readJsonFile(new TextDecoder().decode(await effects.fs.read(path)), followUpsSchema);
  if (value !== null) return value;
  const problems = problemsOf(FILE, undefined, findings);
  const told = (locale: 'ru' | 'en'): string => problems.map((problem) => printProblem(problem, locale)).join('\n');
  throw new LetterRefused({ ru: told('ru'), en: told('en') });
}
